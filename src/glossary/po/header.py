"""The fields of a PO file: the msgstr of its header entry, one `Name: value` a line."""

from dataclasses import replace
from pathlib import PurePath

from glossary.po.draft import Draft
from glossary.po.model import Entry

_FOR_EVERY_FILE = {
    "Language": "en",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}


def fields(header: Entry | None) -> dict[str, str]:
    """The fields of a header, by name; the first counts where one stands twice."""
    found: dict[str, str] = {}
    for line in header.msgstr.split("\n") if header is not None else ():
        name, colon, value = line.partition(":")
        if colon:
            found.setdefault(name.strip(), value.strip())
    return found


def new_header(*, project: str, source_language: str, generator: str) -> Entry:
    """The header of a file that did not exist. It holds no dates: the same article gives the same bytes."""
    values = {"Project-Id-Version": project, **_FOR_EVERY_FILE}
    values["Plural-Forms"] = "nplurals=2; plural=(n != 1);"
    values["X-Source-Language"] = source_language
    values["X-Generator"] = generator
    return Entry("", "".join(f"{name}: {' '.join(value.split())}\n" for name, value in values.items()))


def header_for(draft: Draft, *, generator: str) -> Entry:
    """The header of an article's file that did not exist."""
    name = PurePath(draft.file).stem.strip("-") or "article"
    return new_header(project=name, source_language=draft.language, generator=generator)


def completed(header: Entry, *, source_language: str | None) -> Entry:
    """A header with what readers need to make sense of the file; the fields that it has stay.

    Args:
        header: The header as it was read.
        source_language: The new value of X-Source-Language; None leaves it, or does without.
    """
    had = fields(header)
    wanted = {name: value for name, value in _FOR_EVERY_FILE.items() if name not in had}
    if had.get("Content-Type", "").endswith("charset=CHARSET"):
        wanted["Content-Type"] = _FOR_EVERY_FILE["Content-Type"]
    if source_language is not None and had.get("X-Source-Language") != source_language:
        wanted["X-Source-Language"] = source_language
    for name, value in wanted.items():
        header = with_field(header, name, value)
    return header


def with_field(header: Entry, name: str, value: str) -> Entry:
    """A header with one field set, in its place where it has one and at the end otherwise."""
    lines = [line for line in header.msgstr.split("\n") if line]
    at = next((at for at, line in enumerate(lines) if line.partition(":")[0].strip() == name), len(lines))
    lines[at : at + 1] = [f"{name}: {value}"]
    return replace(header, msgstr="".join(f"{line}\n" for line in lines), raw="")
