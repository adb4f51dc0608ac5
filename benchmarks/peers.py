"""Other tools that do some of the same work. One that is not installed raises `MissingError`, and is left out."""

import logging
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

POGLOSSARY = "BENCHMARK_POGLOSSARY"
"""In the environment: where the program `poglossary` is. It needs an old typer, so it has a virtual environment of its own."""

Renderings = Mapping[str, Sequence[str]]
"""The accepted renderings of each Chinese term."""


class Message(Protocol):
    """An entry of a PO file."""

    @property
    def msgid(self) -> str:
        """The Chinese."""
        ...

    @property
    def msgstr(self) -> str:
        """The English."""
        ...


class MissingError(Exception):
    """A peer is not installed; the message says which, and what to do."""


def weblate(terms: Renderings, *, patterns_beforehand: bool = False) -> Callable[[Iterable[Message]], int]:
    r"""The algorithm of Weblate's glossary check, from its description: how many (message, term) it reports.

    All terms in the source, overlapping, by an automaton; then for each of them a search for `\b`, the escaped rendering,
    `\b` in the translation, whatever the case; any rendering of a term will do.

    Args:
        terms: The glossary.
        patterns_beforehand: Whether all patterns are made before; in Weblate they are made when they are needed, and the
            module `re` keeps the last 512.
    """
    names = list(terms)
    find = ahocorasick(names)
    made = {
        rendering: re.compile(rf"\b{re.escape(rendering)}\b", re.IGNORECASE)
        for renderings in (terms.values() if patterns_beforehand else ())
        for rendering in renderings
    }

    def stands(rendering: str, text: str) -> bool:
        if patterns_beforehand:
            return made[rendering].search(text) is not None
        return re.search(rf"\b{re.escape(rendering)}\b", text, re.IGNORECASE) is not None

    def check(messages: Iterable[Message]) -> int:
        return sum(
            not any(stands(rendering, message.msgstr) for rendering in terms[names[number]])
            for message in messages
            for number in {number for number, _, _ in find(message.msgid)}
        )

    return check


def ahocorasick(patterns: Sequence[str]) -> Callable[[str], list[tuple[int, int, int]]]:
    """The matcher of Weblate: (pattern, start, end) of all matches, overlapping ones too."""
    try:
        from ahocorasick_rs import AhoCorasick
    except ImportError:
        raise MissingError("Weblate's algorithm: pip install ahocorasick_rs") from None
    automaton = AhoCorasick(patterns)
    return lambda text: automaton.find_matches_as_indexes(text, overlapping=True)


def daachorse(patterns: Sequence[str]) -> Callable[[str], list[tuple[int, int, int]]]:
    """A bare scan, the limit for all matchers: (start, end, pattern) of all matches, overlapping ones too."""
    try:
        from daachorse import CharwiseDoubleArrayAhoCorasick
    except ImportError:
        raise MissingError(
            "a bare daachorse scan: there are no wheels of daachorse for this machine"
        ) from None
    return CharwiseDoubleArrayAhoCorasick(list(patterns)).find_overlapping


def toolkit(terms: Renderings) -> Callable[[str], list[str]]:
    """Translate Toolkit's terminology matcher: the terms in a string. It leaves out terms of two characters."""
    try:
        from translate.search import match
        from translate.storage import pypo
    except ImportError:
        raise MissingError("Translate Toolkit's matcher: pip install 'zh-glossary[bench]'") from None
    store = pypo.pofile()
    for zh, renderings in terms.items():
        store.addsourceunit(zh).target = renderings[0]
    matcher = match.terminologymatcher(store)
    return lambda text: [unit.source for unit in matcher.matches(text)]


def word_cutter(terms: Iterable[str] = ()) -> Callable[[str], list[str]]:
    """The words that jieba divides a text into, with terms as its user dictionary."""
    import jieba

    jieba.setLogLevel(logging.WARNING)
    tokenizer: Any = jieba.Tokenizer()
    tokenizer.initialize()
    for term in terms:
        tokenizer.add_word(term, 10_000)
    return lambda text: list(tokenizer.cut(text))


def jieba_command(text: Path, terms: Path | None = None) -> list[str]:
    """The command line that divides a file into words with jieba, with the terms of a file, one a line, if given."""
    code = (
        "import jieba, sys; jieba.initialize()\n"
        "if len(sys.argv) > 2: [jieba.add_word(term, 10_000) for term in open(sys.argv[2], encoding='utf-8').read().split()]\n"
        "for word in jieba.cut(open(sys.argv[1], encoding='utf-8').read()): pass"
    )
    return [sys.executable, "-c", code, str(text), *([str(terms)] if terms else [])]


def pofilter_command(catalogue: Path, out: Path) -> list[str]:
    """The command line of Translate Toolkit's `pofilter`: all its checks, but none of terms."""
    import importlib.util

    if importlib.util.find_spec("translate") is None:
        raise MissingError("pofilter: pip install 'zh-glossary[bench]'")
    return [
        sys.executable,
        *("-c", "from translate.filters.pofilter import main; main()"),
        *("--progress=none", str(catalogue), str(out)),
    ]


def poglossary_command(catalogue: Path, terms: Renderings, settings: Path) -> list[str]:
    """The command line of the linter `poglossary`; its settings, with the glossary, are written to a file."""
    program = os.environ.get(POGLOSSARY) or shutil.which("poglossary")
    if not program:
        raise MissingError(f"poglossary: name the program of its own virtual environment in {POGLOSSARY}")
    rows = "".join(f"  {zh}: {list(renderings)}\n" for zh, renderings in terms.items())
    settings.write_text(f"glossary:\n{rows}", encoding="utf-8")
    return [program, str(catalogue), str(settings)]
