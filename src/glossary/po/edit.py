"""Entries changed in one thing, every other line as it stands in the file that they were read from."""

from dataclasses import replace

from glossary.po.model import Entry, Reference
from glossary.po.render import entry_text


def with_extracted(entry: Entry, extracted: tuple[str, ...]) -> Entry:
    """The entry with other extracted comments; itself where it has just these.

    They stand where the old ones stood; the first ones, after the translator's comment.
    """
    if extracted == entry.extracted:
        return entry
    return replace(entry, extracted=extracted, raw=_recommented(entry.raw, extracted))


def with_references(entry: Entry, references: tuple[Reference, ...]) -> Entry:
    """The entry with other references; itself where it has just these."""
    if references == entry.references:
        return entry
    return replace(entry, references=references, raw=message_lines(entry.raw))


def with_translations(entry: Entry, texts: tuple[str, ...], *, wrapped: bool) -> Entry:
    """The entry with another translation; itself where it has just this one.

    Args:
        entry: A living entry.
        texts: Its msgstr, or all its plural forms.
        wrapped: Whether its file continues long strings over several lines.
    """
    plural = bool(entry.msgstr_plural)
    if texts == (entry.msgstr_plural if plural else (entry.msgstr,)):
        return entry
    changed = replace(entry, **{"msgstr_plural": texts} if plural else {"msgstr": texts[0]}, raw="")
    if not entry.raw:
        return changed
    before, _ = _split(entry.raw)
    _, new = _split(entry_text(changed, wrapped=wrapped))
    return replace(changed, raw=f"{before}{new}")


def message_lines(raw: str) -> str:
    """An entry's text from its message, or the previous one, on."""
    lines = raw.split("\n")
    first = next(
        (at for at, line in enumerate(lines) if line[:1] != "#" or line[:2] in ("#|", "#~")), len(lines)
    )
    return "\n".join(lines[first:])


def _recommented(raw: str, extracted: tuple[str, ...]) -> str:
    """An entry's text with other extracted comments; empty where it has none that can be kept."""
    if not raw:
        return ""
    lines = raw.split("\n")
    own = [line for line in lines if line[:2] != "#."]
    at = next((at for at, line in enumerate(lines) if line[:2] == "#."), None)
    if at is None:
        at = next((at for at, line in enumerate(own) if not _is_translators(line)), len(own))
    return "\n".join((*own[:at], *(f"#. {line}" for line in extracted), *own[at:]))


def _is_translators(line: str) -> bool:
    return line[:1] == "#" and (line[1:2] or " ") not in ".:,|~"


def _split(raw: str) -> tuple[str, str]:
    """An entry's text before its translation, and from there on."""
    at = 0 if raw.startswith("msgstr") else raw.index("\nmsgstr") + 1
    return raw[:at], raw[at:]
