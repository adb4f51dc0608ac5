"""How fast names are composed, as a share of finding the terms that they are composed of, and whether in linear time."""

from collections.abc import Callable
from functools import partial

from benchmarks import text
from benchmarks.model import Result, Setting, Table, Value
from benchmarks.timing import taking_turns
from glossary import curated, lexicon
from glossary.compose import Composer
from glossary.normalise import match_key

REPEATED = ("教育局", "本溪市教育局", "中国科学院", "市委常委、", "党组书记、局长", "原副")
"""What composition could take long over, if it stands there two thousand times in a row."""
_COUNTS = (200, 2000)
_ABOUT = (
    "Processor seconds, beside those of finding the terms. A text, and names written 200 and 2,000 times in a "
    "row: *tenfold* is how many times as long ten times the text takes, 10 where the time is linear."
)


def measure(setting: Setting) -> Result:
    """Generated text and a tenth of it, and names in a row."""
    known = lexicon.compile_terms(curated.load((), builtin=True))
    composer = Composer(known)
    sample = match_key(text.samples(setting, 1_000_000 if setting.quick else 5_000_000, 1)[0]).text
    pairs = {"text": (sample[: len(sample) // 10], sample)}
    pairs |= {word: (word * _COUNTS[0], word * _COUNTS[1]) for word in REPEATED}
    rows = tuple(_row(name, known, composer, keys, setting.runs) for name, keys in pairs.items())
    return Result((Table("compose", "Composition", _ABOUT, rows),))


def _row(
    name: str, known: lexicon.Lexicon, composer: Composer, keys: tuple[str, str], runs: int
) -> dict[str, Value]:
    """What the second of two keys takes, ten times as long as the first."""
    found = [known.find(key) for key in keys]
    works: dict[str, Callable[[], object]] = {"find": partial(known.find, keys[1])}
    for count, key, (readings, openings) in zip(("one", "ten"), keys, found, strict=True):
        works[count] = partial(composer.compose, key, readings, openings)
    times = taking_turns(works, runs=runs)
    long = times["ten"]
    return {
        "what": name,
        "terms": len(found[1][0]),
        "best": long.best,
        "median": long.median,
        "x finding the terms": long.best / times["find"].best,
        "tenfold": long.best / times["one"].best,
    }
