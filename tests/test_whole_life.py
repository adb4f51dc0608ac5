"""The whole life of an article, through the command line: what a translator has written is there at every step."""

import re
from pathlib import Path

import pytest
from afresh import afresh
from msgspec.structs import replace
from shell import Outcome, Run

from glossary import formats, po
from glossary.model import Term

ARTICLE, PAGE = Path("articles/river.txt"), Path("locale/en/river.po")
SECOND, SECOND_PAGE = Path("articles/lake.txt"), Path("locale/en/lake.po")
TERMS = Path("glossaries/terms.toml")

HEADING = "青禾县启动“清水行动”"
SIGNED = "6月18日，青禾县人民政府与水科院签署协议，启动“清水行动”。"
SPOKE = "青禾县县长李文博主持签约仪式。"
SAID = "他说，三年内全县要投入3亿元治理河流。"
STATION = "双方将共建水质监测站，并为当地培养人才。"
THANKS = "水科院向青禾县人民政府表示感谢。"
LENGTH = "青禾县共有河流12条。"

GLOSSARY = """\
[meta]
title = "Terms of the river project"
kind = "term"

["县长"]
en = "county head"
allow = ["head of the county"]
kind = "title"

["水科院"]
en = "Water Academy"
kind = "institution"

["清水行动"]
en = "Clear Water Campaign"
forbid = ["Clear Water Action"]
kind = "slogan"
note = "Capitals, without quotation marks."

["青禾县"]
en = "Qinghe County"
kind = "place.county"

["青禾县人民政府"]
en = "People's Government of Qinghe County"
kind = "institution"
source = "Sign at its gate, 2024"
"""


class Translator:
    """Writes into PO files as an editor does, and remembers every word that has to stay."""

    def __init__(self) -> None:
        self.written: dict[Path, set[str]] = {}

    def write(self, path: Path, msgid: str, msgstr: str, *, comment: str = "") -> None:
        """Translates an entry, or translates it otherwise; it is fuzzy no more."""
        blocks = path.read_text(encoding="utf-8").rstrip("\n").split("\n\n")
        [at] = [n for n, block in enumerate(blocks) if f"\nmsgid {_quoted(msgid)}" in f"\n{block}"]
        lines = [line for line in blocks[at].split("\n") if line[:2] not in ("#,", "#|")]
        old = po.parse(f"{blocks[at]}\n".encode(), path=path).entries[0]
        lines = [line for line in lines if not line.startswith("msgstr")] + [f"msgstr {_quoted(msgstr)}"]
        blocks[at] = "\n".join([f"# {comment}", *lines] if comment else lines)
        path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
        mine = self.written.setdefault(path, set())
        mine.discard(old.msgstr)
        mine.update(filter(None, (msgstr, comment)))

    def lets_mend(self, path: Path, old: str, new: str) -> None:
        """Lets a repair, which the next command is to make, stand for what was written."""
        self.written[path].remove(old)
        self.written[path].add(new)

    def finds_all(self) -> None:
        """Every translation and every comment that was ever written, unless replaced by its writer, is in its file."""
        for path, written in self.written.items():
            entries = po.read(path).entries
            words = {words for entry in entries for words in (*entry.translations, entry.comment.strip())}
            assert written <= words


@pytest.fixture
def glossary(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    translator: Translator,
) -> Run:
    """The command, in a new folder; after each call no word may be lost."""
    monkeypatch.chdir(tmp_path)
    run = afresh(capsys, monkeypatch)

    def call(*arguments: str, given: str | bytes = "") -> Outcome:
        outcome = run(*arguments, given=given)
        translator.finds_all()
        return outcome

    return call


@pytest.fixture
def translator() -> Translator:
    return Translator()


def test_no_word_is_lost_from_the_first_draft_to_the_exchange_with_others(
    glossary: Run, translator: Translator
) -> None:
    _begin(glossary)
    _translate_half(glossary, translator)
    _change_the_article(glossary, translator)
    _change_the_glossary(glossary)
    _find_and_mend(glossary, translator)
    _finish(glossary, translator)
    _publish(glossary)
    _translate_another_article_with_the_memory(glossary, translator)
    _send_to_other_programs_and_back(glossary)


def _begin(glossary: Run) -> None:
    assert glossary("init").status == 0
    Path("articles/example.txt").unlink()
    Path("glossary.toml").write_text(
        f"builtin = false\n{Path('glossary.toml').read_text(encoding='utf-8')}", encoding="utf-8"
    )
    TERMS.write_text(GLOSSARY, encoding="utf-8")
    ARTICLE.write_text(
        f"{HEADING}\n\n{SIGNED}\n\n{SPOKE}{SAID}\n\n{STATION}\n\n{THANKS}\n\n{LENGTH}\n", encoding="utf-8"
    )
    assert glossary("lint").status == 0
    outcome = glossary("annotate", str(ARTICLE))
    assert (outcome.status, outcome.out) == (0, "")
    assert [entry.msgid for entry in po.read(PAGE).entries] == [
        HEADING,
        SIGNED,
        SPOKE,
        SAID,
        STATION,
        THANKS,
        LENGTH,
    ]


def _translate_half(glossary: Run, translator: Translator) -> None:
    translator.write(PAGE, HEADING, "Qinghe County Launches Clear Water Campaign", comment="title case")
    translator.write(
        PAGE,
        SIGNED,
        "On June 18, the People's Government of Qinghe County and the Water Academy signed an agreement and "
        "launched the Clear Water Action.",
    )
    translator.write(
        PAGE, SPOKE, "Li Wenbo, county head of Qinghe County, presided over the signing ceremony."
    )
    translator.write(PAGE, THANKS, "The Water Academy thanked the People's Government of Qinghe County.")
    translator.write(PAGE, LENGTH, "Qinghe County has 12 rivers.", comment="from the yearbook")
    before = PAGE.read_bytes()
    assert "unchanged" in glossary("annotate", str(ARTICLE)).err
    assert PAGE.read_bytes() == before


def _change_the_article(glossary: Run, translator: Translator) -> None:
    """A sentence is reworded, one goes, one comes, and two change places."""
    new = "会后，与会人员参观了监测站。"
    changed = SIGNED.replace("6月18日", "6月28日")
    ARTICLE.write_text(
        f"{HEADING}\n\n{changed}\n\n{SPOKE}{SAID}\n\n{LENGTH}\n\n{STATION}\n\n{new}\n", encoding="utf-8"
    )
    assert "1 article changed: run `glossary annotate` on articles/river.txt" in glossary("status").err
    assert glossary("annotate", str(ARTICLE)).status == 0
    entries = {entry.msgid: entry for entry in po.read(PAGE).entries}
    assert entries[changed].fuzzy
    assert entries[changed].previous == po.Previous(SIGNED)
    assert entries[THANKS].obsolete
    assert [entry.msgid for entry in po.read(PAGE).entries if not entry.obsolete] == [
        HEADING,
        changed,
        SPOKE,
        SAID,
        LENGTH,
        STATION,
        new,
    ]
    translator.write(
        PAGE,
        changed,
        "On June 18, the People's Government of Qinghe County and the Water Academy signed an agreement and "
        "launched the Clear Water Action.",
    )
    translator.write(PAGE, new, "They then visited the monitoring station.")


def _change_the_glossary(glossary: Run) -> None:
    TERMS.write_text(
        GLOSSARY.replace('en = "Water Academy"', 'en = "Academy of Water Sciences"'), encoding="utf-8"
    )
    said = glossary("status")
    assert (
        "水科院: Water Academy → Academy of Water Sciences  [1 entry; translated as before in 1" in said.out
    )
    outcome = glossary("refresh")
    assert outcome.status == 0
    assert re.fullmatch(
        r"locale/en/river\.po:\d+  水科院: Water Academy → Academy of Water Sciences\n", outcome.out
    )
    assert "up to date" in glossary("refresh").err
    assert "stale" in glossary("status").out


def _find_and_mend(glossary: Run, translator: Translator) -> None:
    changed = SIGNED.replace("6月18日", "6月28日")
    outcome = glossary("check")
    assert outcome.status == 1
    assert _rules(outcome.out) == ["date-mismatch", "term-missing", "term-forbidden"]
    [before] = [entry.msgstr for entry in po.read(PAGE).entries if entry.msgid == changed]
    after = before.replace("Clear Water Action", "Clear Water Campaign")
    shown = glossary("fix")
    assert (shown.status, f"+msgstr {_quoted(after)}\n" in shown.out) == (1, True)
    translator.lets_mend(PAGE, before, after)
    assert glossary("fix", "--write").status == 0
    assert _rules(glossary("check").out) == ["date-mismatch", "term-missing"]
    translator.write(
        PAGE,
        changed,
        "On June 28, the People's Government of Qinghe County and the Academy of Water Sciences signed an "
        "agreement and launched the Clear Water Campaign.",
    )


def _finish(glossary: Run, translator: Translator) -> None:
    translator.write(
        PAGE, SAID, "He said that 300 million yuan would go into the county's rivers in three years."
    )
    translator.write(
        PAGE, STATION, "They will build a station for monitoring water quality and train people locally."
    )
    outcome = glossary("check", "--select", "untranslated", "--select", "fuzzy")
    assert (outcome.status, outcome.out) == (0, "")
    outcome = glossary("check")
    assert (outcome.status, outcome.out) == (0, "")
    assert "7           7      0             0         1  100%" in glossary("status").out


def _publish(glossary: Run) -> None:
    english = glossary("publish", str(ARTICLE), str(PAGE), "--complete", "100")
    assert english.status == 0
    done = [entry.msgstr for entry in po.read(PAGE).entries if not entry.obsolete]
    assert english.out == "{}\n\n{}\n\n{} {}\n\n{}\n\n{}\n\n{}\n".format(*done)
    page = glossary("publish", str(ARTICLE), str(PAGE), "--format", "html", "-o", "river.html")
    assert page.status == 0
    text = Path("river.html").read_text(encoding="utf-8")
    assert all(words.replace("'", "&#x27;") in text for words in done)
    assert "Sign at its gate, 2024" in text


def _translate_another_article_with_the_memory(glossary: Run, translator: Translator) -> None:
    assert glossary("tm", "-o", "memory.tmx").err == "7 units from 1 file -> memory.tmx\n"
    near = LENGTH.replace("12条", "15条")
    SECOND.write_text(f"青禾縣啟動「清水行動」\n\n{near}\n\n湖水很清。\n", encoding="utf-8")
    assert glossary("annotate", str(SECOND), "--tm", "memory.tmx").status == 0
    same, other, new = po.read(SECOND_PAGE).entries
    assert (same.msgstr, same.fuzzy) == ("Qinghe County Launches Clear Water Campaign", False)
    assert (other.msgstr, other.fuzzy) == ("Qinghe County has 15 rivers.", True)
    assert (new.msgstr, new.fuzzy) == ("", False)
    translator.write(SECOND_PAGE, near, "There are 15 rivers in Qinghe County.", comment="not 12")
    translator.write(SECOND_PAGE, "湖水很清。", "The lake is clear.")
    translator.write(SECOND_PAGE, same.msgid, "Clear Water Campaign Launched in Qinghe County")
    assert "-> locale/en/lake.po (updated)" in glossary("annotate", str(SECOND), "--tm", "memory.tmx").err
    assert "-> locale/en/lake.po (unchanged)" in glossary("annotate", str(SECOND), "--tm", "memory.tmx").err
    assert _rules(glossary("check").out) == ["same-source-different-translation"]
    translator.write(SECOND_PAGE, same.msgid, same.msgstr)
    assert glossary("check").status == 0


def _send_to_other_programs_and_back(glossary: Run) -> None:
    for page in (PAGE, SECOND_PAGE):
        before = page.read_bytes()
        assert glossary("convert", str(page), "page.xlf").status == 0
        assert glossary("convert", "page.xlf", str(page)).status == 0
        assert page.read_bytes() == before
    terms = _terms()
    assert glossary("convert", str(TERMS), "terms.tbx").status == 0
    assert glossary("convert", "terms.tbx", str(TERMS)).status == 0
    assert _terms() == terms
    assert glossary("lint").status == 0
    assert glossary("check").status == 0


def _terms() -> list[Term]:
    return [replace(term, line=0) for term in formats.parse(TERMS)]


def _rules(shown: str) -> list[str]:
    return re.findall(r"^\S+:\d+ +\w+ +([\w-]+)", shown, re.MULTILINE)


def _quoted(text: str) -> str:
    return f'"{text}"'
