"""`glossary lookup`: what the glossary says of a term."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from glossary.commands._console import say
from glossary.commands._options import Glossaries, NoBuiltin, task
from glossary.errors import GlossaryError

if TYPE_CHECKING:
    from glossary.lookup import Hit
    from glossary.model import Term


class Format(StrEnum):
    """What is written."""

    TEXT = "text"
    JSON = "json"


def lookup(
    words: Annotated[
        list[str],
        typer.Argument(metavar="QUERY", help="Chinese in either script, English, pinyin, or initials."),
    ],
    glossary: Glossaries = None,
    no_builtin: NoBuiltin = False,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="How many entries to show at most.")] = 10,
    format: Annotated[Format, typer.Option(help="What to write.")] = Format.TEXT,  # noqa: A002  # the option's name
) -> None:
    """Look a term up: its renderings, their status and source, and what to avoid."""
    from glossary import config
    from glossary.batch import compiled
    from glossary.lookup import look_up

    query = " ".join(words)
    if not query.strip():
        raise GlossaryError("nothing to look up: give Chinese, English or pinyin")
    used = task(config.load(), glossary, no_builtin=no_builtin)
    hits = look_up(query, compiled(used.glossaries, builtin=used.builtin).terms())
    if format is Format.JSON:
        _show_json(hits[:limit])
    elif hits:
        typer.echo("\n\n".join("\n".join(_entry(hit.term)) for hit in hits[:limit]))
    if not hits:
        say(f"nothing found for {query}")
    elif len(hits) > limit and format is Format.TEXT:
        say(f"\nthe first {limit} of {len(hits)} entries; show more with --limit")


def _entry(term: "Term") -> Iterator[str]:
    years = f"; {term.since or ''}-{term.until or ''}" if term.since or term.until else ""
    free = "; free" if term.free else ""
    yield f"{term.zh}  {term.en}  [{term.kind}; {term.status}{years}{free}]"
    short = f"{term.short.zh}  {term.short.en}" if term.short else ""
    fields = (
        ("also written", " / ".join(term.variants)),
        ("short", short),
        ("also", " / ".join(term.allow)),
        ("not", " / ".join(term.forbid)),
        ("members", "、".join(term.members)),
        ("note", " ".join(term.note.split())),
        ("source", " ".join(term.source.split())),
        ("in", f"{term.path}:{term.line}"),
    )
    yield from (f"    {name:<14}{text}" for name, text in fields if text)


def _show_json(hits: "Sequence[Hit]") -> None:
    import msgspec

    shape = {"entries": [_shape(hit) for hit in hits]}
    typer.echo(msgspec.json.format(msgspec.json.encode(shape), indent=2).decode())


def _shape(hit: "Hit") -> dict[str, Any]:
    from msgspec.structs import asdict

    return {"match": hit.match.name.lower(), **asdict(hit.term)}
