"""TOML: curated concepts, one table each, keyed by the preferred Chinese form.

The table `meta` is about the file: `title`, `licence`, and `kind`, the kind of the entries that give none. What is
written has the entries in the order of the code points of their keys, as `glossary lint` wants them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from glossary.concept import MALFORMED, UNKNOWN_SLOT, Breach, Report, faults, owners, refuse
from glossary.errors import DataError, GlossaryError
from glossary.formats import ALL_FIELDS, comments, decode, nearest
from glossary.model import Status, Term

if TYPE_CHECKING:
    from glossary.formats._toml_lines import Lines

SUFFIXES = (".toml",)

_Steps = tuple[str | int, ...]
"""The way from an entry to a field or to an item of it."""

_META = ("title", "kind", "licence")
_FIELDS = (
    *("en", "kind", "allow", "forbid", "zh", "short", "members"),
    *("note", "source", "status", "since", "until", "free"),
)
_SHORT = ("zh", "en")
FIELDS = ALL_FIELDS
IN_FOLDERS = True
_TYPES = {
    "str": "text in quotation marks",
    "int": "a whole number",
    "bool": "true or false",
    "float": "a number with a decimal point",
    "array": "a list in square brackets",
    "object": "a table in braces",
}
_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_WHERE = re.compile(r" - at `\$\.?([^`]*)`$")


def parse(data: bytes, *, path: str) -> list[Term]:
    """The concepts of a TOML file, in order; a term's line is that of its table's header.

    Raises:
        DataError: The file is no TOML, or an entry breaks a rule of the glossary.
    """
    return survey(data, path=path, report=refuse)


def survey(data: bytes, *, path: str, report: Report) -> list[Term]:
    """As `parse`, with each fault of an entry given to `report`; entries that cannot be used are left out.

    Raises:
        DataError: The file is no TOML, or its table `meta` is at fault.
    """
    text = decode(data, path=path)
    document = _document(text, path)
    from glossary.formats._toml_lines import Lines

    meta = document.pop("meta", {})
    places = Lines(text, document)
    kind = _default_kind(meta, path, places)
    found = (_term(zh, entry, kind, path, places, report) for zh, entry in document.items())
    terms = [term for term in found if term]
    owners(terms, report)
    return terms


def asides(data: bytes, *, path: str) -> list[str]:
    """What the file says besides its concepts: comments, and the title and licence in its table `meta`."""
    meta = _document(decode(data, path=path), path).get("meta", {})
    said = [name for name in ("title", "licence") if isinstance(meta, dict) and name in meta]
    return comments(data) + ([f"[meta]: {' and '.join(said)}"] if said else [])


def serialise(terms: Sequence[Term], *, title: str) -> bytes:
    """The concepts as TOML, a table each, the fields in one order and only where they say something.

    Raises:
        GlossaryError: A concept is called `meta`, which is the table about the file.
    """
    from glossary.formats._toml_text import entry, quoted

    if any(term.zh == "meta" for term in terms):
        raise GlossaryError("TOML has no place for a concept with the name meta: use another format")
    kinds = [term.kind for term in terms]
    kind = max(sorted(set(kinds)), key=kinds.count, default="term")
    head = f"[meta]\ntitle = {quoted(title)}\nkind = {quoted(kind)}\n"
    return "\n".join(
        [head, *(entry(term, kind) for term in sorted(terms, key=lambda term: term.zh))]
    ).encode()


def _document(text: str, path: str) -> dict[str, object]:
    import tomllib

    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise DataError(path, None, "not valid TOML: brackets are nested too deeply") from error
    except ValueError as error:
        line, cause = _syntax_fault(text, str(error))
        raise DataError(path, line, cause) from error


def _syntax_fault(text: str, message: str) -> tuple[int | None, str]:
    """The line and cause of what tomllib complains about."""
    from glossary.formats._toml_lines import Places

    place = _PLACE.search(message)
    if not place:
        return None, "not valid TOML: a number is too long: shorten it"
    # What is open at the end of the document is the statement that started last.
    line = int(place[1]) if place[1] else Places(text).last
    what = _PLACE.sub("", message)
    if what.startswith("Cannot "):
        return _repetition(text, int(place[1] or text.count("\n") + 1), what)
    column = f" in column {place[2]}" if place[2] else ""
    return line, f"not valid TOML: {what[:1].lower()}{what[1:]}{column}{_advice(text, line, what)}"


def _repetition(text: str, line: int, what: str) -> tuple[int, str]:
    from glossary.formats._toml_lines import Places

    places = Places("\n".join(text.split("\n")[:line]))
    for path, again in places.repeated.items():
        first = places.line(*path)
        name = path[-1]
        if len(path) == 1:
            return again[0], f"duplicate entry: {name} is already on line {first}: merge the two entries"
        return again[0], f"`{name}` is already on line {first} for the entry {path[0]}: keep one of the two"
    return line, f"not valid TOML: {what[:1].lower()}{what[1:]}: it is defined before"


def _advice(text: str, line: int, what: str) -> str:
    shown = text.split("\n")[line - 1].strip()
    if "character '\\n'" in what or what.startswith(("Unterminated", 'Expected "')):
        return ": close the quotation mark"
    if what.startswith(("Invalid initial character", "Expected")) and not shown.isascii():
        return ': put Chinese keys and text between straight quotation marks, as in ["…"]'
    if what.startswith("Invalid value"):
        return ": text stands between straight quotation marks"
    return ": correct the line"


def _default_kind(meta: object, path: str, places: "Lines") -> str:
    if not isinstance(meta, dict):
        raise DataError(path, places.line("meta"), "`meta` is no table: write [meta] and its fields below")
    for field, value in meta.items():
        if field not in _META:
            cause = f"unknown field `{field}` in [meta]: {nearest(field, _META)}"
        elif not isinstance(value, str):
            cause = f"`{field}` has to be {_TYPES['str']}"
        else:
            continue
        raise DataError(path, places.line("meta", field), cause)
    return str(meta.get("kind", ""))


def _term(zh: str, entry: object, kind: str, path: str, places: "Lines", report: Report) -> Term | None:
    """The concept of an entry, None where it cannot be used."""
    import msgspec

    if not isinstance(entry, dict):
        cause = f'`{zh}` stands outside the entries: write ["{zh}"] and the fields below'
        report(Breach(MALFORMED, path, places.line(zh), zh, cause))
        return None
    for steps, cause in _name_faults(zh, entry):
        report(Breach(MALFORMED, path, places.line(zh, *steps), zh, cause))
    if "en" not in entry:
        return None
    given = {field: value for field, value in entry.items() if field in _FIELDS and field != "zh"}
    values = {"kind": kind, **given, "zh": zh, "variants": entry.get("zh", [])}
    try:
        term = msgspec.convert({**values, "path": path, "line": places.line(zh)}, Term)
    except msgspec.ValidationError as error:
        where = _WHERE.search(str(error))
        steps = _steps(where[1] if where else "")
        report(Breach(MALFORMED, path, places.line(zh, *steps), zh, _type_fault(steps, str(error))))
        return None
    sound = True
    for found in faults(term):
        steps = () if found.field == "zh" else _steps(found.field, found.item)
        cause = found.cause.replace("`variants`", "`zh`")
        report(Breach(found.rule, path, places.line(zh, *steps), zh, cause))
        sound = sound and found.rule not in (MALFORMED, UNKNOWN_SLOT)
    return term if sound else None


def _name_faults(zh: str, entry: Mapping[str, object]) -> Iterator[tuple[_Steps, str]]:
    """The way from the entry to each field that is unknown or missing, and what to do."""
    for field in entry:
        if field not in _FIELDS:
            yield (field,), f"unknown field `{field}`: {nearest(field, _FIELDS)}"
    if "en" not in entry:
        yield (), f"{zh} has no `en`: give the preferred rendering"
    short = entry.get("short")
    if isinstance(short, dict):
        for field in short:
            if field not in _SHORT:
                yield ("short", field), f"unknown field `{field}` in `short`: {nearest(field, _SHORT)}"


def _steps(where: str, index: int | None = None) -> _Steps:
    """The way from an entry to a field as msgspec or `Fault` names it: `allow[1]`, `short.en`."""
    names = [int(name) if name.isdigit() else name for name in re.findall(r"\w+", where)]
    steps = ["zh" if name == "variants" else name for name in names]
    return (*steps, index) if index is not None else tuple(steps)


def _type_fault(steps: tuple[str | int, ...], message: str) -> str:
    field = ".".join(step for step in steps if isinstance(step, str))
    types = re.match(r"Expected `(\w+)(?: \| null)?`, got `(\w+)`", message)
    if types:
        expected, got = (_TYPES.get(name, name) for name in types.groups())
        subject = f"an item of `{field}`" if isinstance(steps[-1], int) else f"`{field}`"
        return f"{subject} has to be {expected}, not {got}"
    if missing := re.match(r"Object missing required field `(\w+)`", message):
        return f"`{field}` has no `{missing[1]}`: give both `zh` and `en`"
    if message.startswith("Invalid enum value"):
        return f"the status is none of {', '.join(Status)}"
    return f"`{field}`: {_WHERE.sub('', message)}"
