"""How fast terms are found in normalised text, by the size of the glossary, beside other matchers."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from benchmarks import made_up, peers, text
from benchmarks.model import Aim, Chart, Result, Setting, Table, Value
from benchmarks.timing import Times, taking_turns
from glossary import lexicon
from glossary.model import Term
from glossary.normalise import match_key

SIZES = (1_000, 10_000, 100_000, 1_000_000)
OURS, BARE, WEBLATE = "Lexicon.find", "daachorse", "ahocorasick_rs"
_JIEBA, _USER, _TOOLKIT = "jieba.cut", "jieba.cut, user dictionary", "terminologymatcher"
_COMPARED = 100_000
"""Terms of the glossary at which tools are compared."""
_TOOLKIT_TERMS = 10_000
_LINES = 30
"""Of text for Translate Toolkit, which goes through all terms for each."""
_ABOUT = (
    "Megabytes of UTF-8 a second, the best of the runs, in processor time. The same text for all sizes; the terms in it are among "
    "the first thousand, so that the number of matches hardly changes. *daachorse*: a bare scan, the limit; *ahocorasick_rs*: "
    "the matcher of Weblate's check; both give numbers only, and are given the whole text at once, as `Lexicon.find` is, which "
    "gives readings with their renderings, in order. *noise*: the median run of `Lexicon.find`, as a multiple of the best."
)
_PEERS_ABOUT = (
    "Megabytes a second with one glossary. Translate Toolkit's matcher is given lines, one at a time, and "
    f"{_TOOLKIT_TERMS:,} terms at the most; what it is compared with is `Lexicon.find` with as many terms on the same lines."
)

Work = Callable[[], object]


def measure(setting: Setting) -> Result:
    """Sizes of the glossary first, then the slow peers with one size."""
    sizes = SIZES[:3] if setting.quick else SIZES
    made = made_up.terms(sizes[-1])
    path = text.write(
        setting.folder / "terms.txt", 2_000_000 if setting.quick else 5_000_000, terms=made[:1000]
    )
    key = match_key(path.read_text(encoding="utf-8")).text
    skipped: list[str] = []
    rows = [_by_size(made[:size], key, setting.runs, skipped) for size in sizes]
    slow, aims = _slow_peers(made, key, setting.runs, skipped)
    chart = Chart("terms", (OURS, BARE, WEBLATE), "MB/s", lines=True)
    tables = (
        Table("terms", "Finding terms, by the size of the glossary", _ABOUT, tuple(rows), chart),
        Table("matchers", "Other ways to find terms", _PEERS_ABOUT, tuple(slow)),
    )
    return Result(tables, (*_aims(rows), *aims), tuple(dict.fromkeys(skipped)))


def known(terms: Sequence[text.Piece]) -> lexicon.Lexicon:
    """The lexicon of terms."""
    return lexicon.compile_terms([Term(zh, en, "term") for zh, en in terms])


def _by_size(terms: Sequence[text.Piece], key: str, runs: int, skipped: list[str]) -> dict[str, Value]:
    """The speeds with one size of the glossary; a peer's is None where it is missing."""
    patterns = [zh for zh, _ in terms]
    ours = known(terms)
    works: dict[str, Work] = {OURS: partial(ours.find, key)}
    for name, peer in ((BARE, peers.daachorse), (WEBLATE, peers.ahocorasick)):
        try:
            works[name] = partial(peer(patterns), key)
        except peers.MissingError as missing:
            skipped.append(str(missing))
    matches = len(ours.find(key)[0])
    megabytes = len(key.encode()) / 1e6
    times = taking_turns(works, runs=runs)
    speeds = {name: megabytes / times[name].best if name in times else None for name in (OURS, BARE, WEBLATE)}
    return {
        "terms": len(terms),
        **speeds,
        "of daachorse": times[BARE].best / times[OURS].best if BARE in times else None,
        "x ahocorasick_rs": times[WEBLATE].best / times[OURS].best if WEBLATE in times else None,
        "matches a kB": matches / megabytes / 1000,
        "noise": times[OURS].median / times[OURS].best,
    }


def _aims(rows: Sequence[Mapping[str, Value]]) -> list[Aim]:
    def number(row: Mapping[str, Value], column: str) -> float:
        return float(row[column] or 0)

    compared = rows[[row["terms"] for row in rows].index(_COMPARED)]
    last = rows[-1]
    kept = number(last, OURS) / number(rows[0], OURS)
    aims = [Aim(f"speed left with {last['terms']:,} terms, of that with {rows[0]['terms']:,}", kept, 0.5)]
    if compared["x ahocorasick_rs"]:
        text = f"finding {_COMPARED:,} terms, as a speed of Weblate's matcher"
        aims.append(Aim(text, number(compared, "x ahocorasick_rs"), 1))
    if compared["of daachorse"]:
        text = f"finding {_COMPARED:,} terms, as a speed of a bare daachorse scan"
        aims.append(Aim(text, number(compared, "of daachorse"), 0.25))
    return aims


def _slow_peers(
    made: Sequence[text.Piece], key: str, runs: int, skipped: list[str]
) -> tuple[list[Mapping[str, Value]], list[Aim]]:
    """Speeds of jieba and of Translate Toolkit's matcher beside `Lexicon.find`."""
    large, small = known(made[:_COMPARED]), known(made[:_TOOLKIT_TERMS])
    part, lines = key[: len(key) // 5], key.splitlines()[:_LINES]
    plain, user = peers.word_cutter(), peers.word_cutter(zh for zh, _ in made[:_COMPARED])
    works: dict[str, tuple[int, str, Work]] = {
        OURS: (_COMPARED, part, partial(large.find, part)),
        _JIEBA: (0, part, partial(plain, part)),
        _USER: (_COMPARED, part, partial(user, part)),
        f"{OURS}, a line": (_TOOLKIT_TERMS, "".join(lines), lambda: [small.find(line) for line in lines]),
    }
    try:
        matches = peers.toolkit({zh: [en] for zh, en in made[:_TOOLKIT_TERMS]})
        works[_TOOLKIT] = (_TOOLKIT_TERMS, "".join(lines), lambda: [matches(line) for line in lines])
    except peers.MissingError as missing:
        skipped.append(str(missing))
    times = taking_turns({name: work for name, (_, _, work) in works.items()}, runs=runs)
    rows = [_row(name, terms, given, times[name]) for name, (terms, given, _) in works.items()]
    ratio = times[_TOOLKIT].best / times[f"{OURS}, a line"].best if _TOOLKIT in times else None
    aim = f"finding {_TOOLKIT_TERMS:,} terms, as a speed of Translate Toolkit's matcher"
    return rows, [Aim(aim, ratio, 20)] if ratio else []


def _row(name: str, terms: int, given: str, times: Times) -> Mapping[str, Value]:
    megabytes = len(given.encode()) / 1e6
    return {"tool": name, "terms": terms, "MB/s": megabytes / times.best, "median": megabytes / times.median}
