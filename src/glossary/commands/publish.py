"""`glossary publish`: an article and its PO file in, the English document out."""

from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.commands._console import put, refuse_inputs, say
from glossary.commands._options import Encoding, Glossaries, NoBuiltin, Output, task
from glossary.errors import GlossaryError
from glossary.excerpt import shortened
from glossary.plural import plural

if TYPE_CHECKING:  # what is only named here is loaded where it is needed: start-up time is a feature
    from collections.abc import Sequence

    from glossary.article import Loaded, Part
    from glossary.publish import Match

_SHOWN = 20
_STANDARD = "-"
_BINARY = frozenset((".docx",))


class Format(StrEnum):
    """What is written."""

    ARTICLE = "article"
    HTML = "html"


def publish(
    source: Annotated[
        str, typer.Argument(metavar="SOURCE", help="The article: .txt .md .html .docx; - for standard input.")
    ],
    catalogue: Annotated[
        str, typer.Argument(metavar="PO", help="Its PO file, translated; - for standard input.")
    ],
    output: Output = "-",
    format: Annotated[  # noqa: A002  # the option's name
        Format,
        typer.Option(help="What to write: the article in English, or a page with both languages."),
    ] = Format.ARTICLE,
    complete: Annotated[
        int,
        typer.Option(
            min=0, max=100, metavar="N", help="Write nothing unless N percent of the segments are translated."
        ),
    ] = 0,
    glossary: Glossaries = None,
    no_builtin: NoBuiltin = False,
    encoding: Encoding = None,
) -> None:
    """Write the English document of an article and its translated PO file.

    What is not translated, or is fuzzy, stays in Chinese and is marked. All but the text of the article stays as it is.
    """
    from glossary import article, config, po
    from glossary.batch import annotator, compiled
    from glossary.publish import match, page, parts

    _refuse(source, catalogue, output, format)
    settings = config.load()
    used = task(settings, glossary, no_builtin=no_builtin)
    loaded = article.load(source, encoding=encoding)
    annotate = annotator(used.glossaries, used.builtin)
    matched = match(loaded.article, po.read(catalogue), annotate, po=catalogue)
    _report(matched, catalogue)
    if matched.complete < complete:
        # Rounded down: 99.9 % is not all.
        raise GlossaryError(
            f"{int(matched.complete)} % of the segments are translated, not {complete} %: nothing written"
        )
    if format is Format.HTML:
        data = page(matched, compiled(used.glossaries, builtin=used.builtin).terms()).encode()
    else:
        data = _english(loaded, matched, parts(matched))
    put(data, output)
    if output != _STANDARD:
        say(f"{source}: {_counts(matched)} -> {output}")


def _refuse(source: str, catalogue: str, output: str, format_: Format) -> None:
    """Refuses what cannot be meant, before anything is read.

    Raises:
        GlossaryError: Two inputs are standard input, or the output is an input or has the name of another format.
    """
    from glossary import article

    if source == catalogue == _STANDARD:
        raise GlossaryError(
            "both the article and the PO file are to come on standard input; name one of them"
        )
    refuse_inputs(output, (source, catalogue))
    suffix = PurePath(source).suffix.lower()
    if output == _STANDARD:
        if format_ is Format.ARTICLE and suffix in _BINARY and typer.get_binary_stream("stdout").isatty():
            raise GlossaryError(f"a {suffix} file is nothing for a terminal; name a file with -o FILE")
        return
    wanted = PurePath(output).suffix.lower()
    if wanted == ".po":
        raise GlossaryError(f"{output}: a document would be written there, not a PO file; name another file")
    made = article.same_format(suffix) if format_ is Format.ARTICLE else (".html", ".htm", ".xhtml")
    if wanted in article.suffixes() and wanted not in made:
        other = "" if wanted != ".html" else "; --format html gives a page with both languages"
        raise GlossaryError(f"{output}: what is written is {made[0]}; name a file that ends so{other}")


def _english(loaded: "Loaded", matched: "Match", parts: "Sequence[Sequence[Part]]") -> bytes:
    from glossary.article import NOWHERE

    published = loaded.publish(parts, language=matched.document.language)
    blocks = loaded.article.blocks
    remarks = [(loss.block, loss.message) for loss in published.losses]
    remarks += [
        (
            index,
            f"left in Chinese, its place in the file is not known; put it in by hand: {shortened(block.text, _SHOWN)}",
        )
        for index, (block, inside) in enumerate(zip(blocks, parts, strict=True))
        if any(place == NOWHERE for _, place in block.places) and any(part.english for part in inside)
    ]
    _list(
        [f"{loaded.article.file}:{blocks[index].line_at(0)}: {message}" for index, message in sorted(remarks)]
    )
    return published.data


def _report(matched: "Match", catalogue: str) -> None:
    """Says what is not translated, with its line."""
    from glossary.publish import State

    for state in (State.FUZZY, State.OPEN):
        _list(
            [
                f"{catalogue}:{each.line}: {state}: {shortened(each.segment.text, _SHOWN)}"
                for each in matched.of(state)
            ]
        )
    missing = matched.of(State.MISSING)
    file = matched.article.file
    _list(
        [
            f"{file}:{each.segment.line}: {State.MISSING}: {shortened(each.segment.text, _SHOWN)}"
            for each in missing
        ]
    )
    if missing:
        count = f"{len(missing):,} of {plural(len(matched.segments), 'segment')}"
        say(
            f"{catalogue}: lacks {count} of {file}: run `glossary annotate` on it again, or name its own PO file"
        )


def _list(lines: list[str]) -> None:
    for line in lines[:_SHOWN]:
        say(line)
    if len(lines) > _SHOWN:
        say(f"and {len(lines) - _SHOWN:,} more")


def _counts(matched: "Match") -> str:
    from glossary.publish import State

    counts = [(state, len(matched.of(state))) for state in State]
    return ", ".join(
        [
            plural(len(matched.segments), "segment"),
            *(f"{count:,} {state}" for state, count in counts if count),
        ]
    )
