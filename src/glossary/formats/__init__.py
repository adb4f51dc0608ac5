"""Exchange formats of glossaries, one module each.

A format is a module here with `SUFFIXES`, the file suffixes it stands for in lower case, and
`parse(data: bytes, *, path: str) -> list[Term]`. Where it can be written it also has

- `FIELDS: frozenset[str]`, the fields of `Term` that the format carries besides `zh` and `en`,
- `serialise(terms: Sequence[Term], *, title: str) -> bytes`, the file with these concepts,
- and, where some values of these fields cannot be carried, `losses(terms: Sequence[Term]) -> list[str]`, one line
  a field as `loss` makes it: `note: line breaks become blanks in 3 entries, first 国务院 (terms.toml:12)`.

What is written is read back and compared with what was to be written, but for the fields that are not in `FIELDS`
and those that a line of `losses` begins with (see `write`).

A format whose files say more than their concepts (comments, a licence, unfinished entries) has
`asides(data: bytes, *, path: str) -> list[str]`, one line for each sort of it: `comments: 3 lines, first on line 1`.

Modules are found by walking the package; those whose name starts with an underscore are no formats. The module's
name is the format's, with hyphens for underscores; a format without suffixes is written where it is named. Heavy
libraries are imported inside the functions, because naming the known suffixes imports every format.

A format that curators write by hand says so with `IN_FOLDERS = True`: a folder of glossaries stands for its files of
these formats. Files of others, such as what was exported for another program, count where they are named.

A format whose faults can be told one by one also has `survey(data: bytes, *, path: str, report: Report) -> list[Term]`,
which gives each entry at fault to `report` and goes on with the next.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Protocol, cast

from glossary import modules
from glossary.atomic import read_bytes, write_bytes
from glossary.concept import MALFORMED, Breach, Report
from glossary.errors import DataError
from glossary.model import Term
from glossary.plural import plural

_BARE = Term("", "", "term")
_KEYS = frozenset({"zh", "en", "path", "line"})
"""Fields that every format carries, or that are about the file."""
ALL_FIELDS = frozenset(Term.__struct_fields__) - _KEYS
"""The `FIELDS` of a format that carries everything."""


class Format(Protocol):
    """What a module in this package gives."""

    @property
    def SUFFIXES(self) -> tuple[str, ...]:  # noqa: N802 - a constant of the module
        """File suffixes, with the dot, in lower case."""
        ...

    def parse(self, data: bytes, *, path: str) -> list[Term]:
        """The concepts of a file, in order; `path` is what `Term.path` and errors say.

        Raises:
            DataError: The file breaks a rule of the format or of the glossary.
        """
        ...


class Writable(Format, Protocol):
    """What a module in this package gives where its format can be written. See also `losses` above."""

    @property
    def FIELDS(self) -> frozenset[str]:  # noqa: N802 - a constant of the module
        """The fields of `Term` that the format carries besides `zh` and `en`."""
        ...

    def serialise(self, terms: Sequence[Term], *, title: str) -> bytes:
        """The file with these concepts; `title` says what they are, where the format has a place for that.

        Raises:
            GlossaryError: There is something that the format cannot hold and nothing could be left out for.
        """
        ...


@cache
def named() -> dict[str, Format]:
    """The formats, by name, in order of name."""
    found = cast(dict[str, Format], modules.found(__name__, "SUFFIXES"))
    return dict(sorted((name.replace("_", "-"), module) for name, module in found.items()))


@cache
def known() -> dict[str, Format]:
    """The formats, by suffix, in order of suffix."""
    return dict(sorted((suffix, module) for module in named().values() for suffix in module.SUFFIXES))


@cache
def in_folders() -> tuple[str, ...]:
    """The suffixes of the files that a folder of glossaries stands for."""
    return tuple(suffix for suffix, chosen in known().items() if getattr(chosen, "IN_FOLDERS", False))


def loss(field: str, what: str, terms: Sequence[Term]) -> str:
    """What becomes of a field in the concepts that a format cannot carry it for, as one line.

    Args:
        field: The field of `Term`.
        what: What becomes of it, such as `left out`.
        terms: The concepts that it happens to, at least one.
    """
    place = f"{terms[0].path}:{terms[0].line}"
    return f"{field}: {what} in {plural(len(terms), 'entry')}, first {terms[0].zh} ({place})"


def comments(data: bytes) -> list[str]:
    """What a text file says in lines that begin with `#`: a line of `asides`, or none."""
    lines = [number for number, line in enumerate(data.split(b"\n"), 1) if line.startswith(b"#")]
    return [f"comments: {plural(len(lines), 'line')}, first on line {lines[0]}"] if lines else []


def parse(path: Path) -> list[Term]:
    """The concepts of a glossary file, in order, each with its place.

    Raises:
        DataError: The file cannot be read, its suffix is unknown, or its content is at fault.
    """
    return of(path).parse(read_bytes(path), path=str(path))


def lost(terms: Sequence[Term], chosen: Writable) -> list[str]:
    """What a format cannot say of these concepts, one line a field."""
    users = {
        name: [term for term in terms if getattr(term, name) != getattr(_BARE, name)]
        for name in Term.__struct_fields__
        if name in ALL_FIELDS - chosen.FIELDS
    }
    lines = [loss(name, "left out", those) for name, those in users.items() if those]
    return lines + (chosen.losses(terms) if hasattr(chosen, "losses") else [])


def write(terms: Sequence[Term], path: Path, chosen: Writable, *, title: str) -> list[str]:
    """Writes these concepts, if reading them back gives the same; what the format cannot say of them, as `lost`.

    Raises:
        DataError: The file cannot be written, or does not give the concepts back; nothing is changed then.
        GlossaryError: The format cannot hold the concepts.
    """
    lines = lost(terms, chosen)
    kept = sorted({"zh", "en", *chosen.FIELDS}.difference(line.partition(":")[0] for line in lines))

    def check(data: bytes) -> None:
        back = {term.zh: term for term in chosen.parse(data, path=str(path))}
        changed = [
            f"`{name}` of {term.zh}"
            for term in terms
            for name in kept
            if term.zh not in back or getattr(term, name) != getattr(back[term.zh], name)
        ]
        if changed or len(back) != len(terms):
            what = changed[0] if changed else f"the number of concepts ({len(back)}, not {len(terms)})"
            raise DataError(
                path, None, f"what would be written changes {what}: nothing is written, report it"
            )

    write_bytes(path, chosen.serialise(terms, title=title), check=check)
    return lines


def survey(path: Path, report: Report) -> list[Term]:
    """The concepts of a glossary file as far as they are sound, in order; each fault of an entry goes to `report`.

    Of a format that cannot go on after a fault, that fault is the only one.

    Raises:
        DataError: The file cannot be read, its suffix is unknown, or it is not of its format at all.
    """
    chosen, data = of(path), read_bytes(path)
    if hasattr(chosen, "survey"):
        surveyed: list[Term] = chosen.survey(data, path=str(path), report=report)
        return surveyed
    try:
        return chosen.parse(data, path=str(path))
    except DataError as error:
        report(Breach(MALFORMED, str(error.path), error.line, "", error.cause))
        return []


def of(path: Path) -> Format:
    """The format that a file's suffix stands for.

    Raises:
        DataError: It stands for none.
    """
    chosen = known().get(path.suffix.lower())
    if chosen is None:
        what = f"the suffix {path.suffix} is not" if path.suffix else "a name without suffix is not"
        raise DataError(path, None, f"{what} that of a glossary: use one of {', '.join(known())}")
    return chosen


def decode(data: bytes, *, path: str) -> str:
    """The text of a file that has to be UTF-8; a byte order mark is dropped.

    Raises:
        DataError: The file is empty, binary or in another encoding.
    """
    if not data.strip():
        raise DataError(path, None, "the file is empty: write entries into it or leave it out")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise DataError(path, None, "the file is UTF-16: save it as UTF-8")
    data = data.removeprefix(b"\xef\xbb\xbf")
    if (zero := data.find(b"\0")) >= 0:
        cause = "binary content, not a text: save the glossary as text in UTF-8"
        raise DataError(path, data.count(b"\n", 0, zero) + 1, cause)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DataError(
            path, line, f"not UTF-8 (byte 0x{data[error.start]:02X}): save the file as UTF-8"
        ) from error


def nearest(name: str, names: tuple[str, ...]) -> str:
    """How an error goes on after an unknown name: the one that was meant, or all that there are."""
    from difflib import get_close_matches

    meant = get_close_matches(name.lower(), names, n=1)
    return f"did you mean `{meant[0]}`?" if meant else f"known are {', '.join(names)}"
