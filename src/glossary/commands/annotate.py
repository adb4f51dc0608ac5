"""`glossary annotate`: articles in, PO files with the renderings to use out."""

from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glossary import __version__
from glossary.atomic import looking_at
from glossary.commands._console import progress, refuse_inputs, say
from glossary.commands._options import Encoding, Glossaries, Jobs, NoBuiltin
from glossary.errors import GlossaryError
from glossary.plural import plural
from glossary.segment import Unit

if TYPE_CHECKING:  # what is only named here is loaded where it is needed: start-up time is a feature
    from glossary.memory import Recall
    from glossary.model import Document

_NOTICES_SHOWN = 20
_GENERATOR = f"zh-glossary {__version__}"
_CUTS_SHOWN = 5


class Format(StrEnum):
    """What is written."""

    PO = "po"
    JSONL = "jsonl"


def annotate(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE...", help="Articles: .txt .md .html .docx; - for standard input."),
    ],
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE|DIR|-", help="Where to write; - for standard output."),
    ] = None,
    glossary: Glossaries = None,
    no_builtin: NoBuiltin = False,
    segment: Annotated[Unit, typer.Option(help="How large a segment is.")] = Unit.SENTENCE,
    format: Annotated[Format, typer.Option(help="What to write.")] = Format.PO,  # noqa: A002  # the option's name
    tm: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="PATH", help="Translation memory: PO, TMX, or a folder; first wins. Repeatable."
        ),
    ] = None,
    tm_threshold: Annotated[
        int, typer.Option(min=60, max=100, metavar="PERCENT", help="How near a sentence of a memory must be.")
    ] = 75,
    encoding: Encoding = None,
    jobs: Jobs = 1,
) -> None:
    """Write PO files: a segment an entry, with the renderings to use above it.

    What translators have written in an existing PO file is kept; what is empty is filled from translation memories,
    as fuzzy where the sentence is not the same. Without -o, a PO file goes to the project's
    `locale` folder (as its settings have it) or beside its article, and JSON lines go to standard output.
    """
    from glossary import config
    from glossary.batch import Task, annotate_files, recalled

    settings = config.load()
    task = Task(
        glossaries=settings.sources(glossary or ()),
        builtin=settings.builtin and not no_builtin,
        unit=segment,
        encoding=encoding,
    )
    sources = list(dict.fromkeys(sources))
    refuse_inputs(output, (*sources, *(glossary or ())))
    locale = settings.path(settings.locale) if settings.locale else None
    targets = _targets(sources, output, locale) if format is Format.PO else {}
    recall = recalled(settings.memories(tm or ()), tm_threshold, task) if targets else None
    documents = list(
        progress(annotate_files(sources, task, jobs=jobs), total=len(sources), label="Annotating")
    )
    if locale and locale in {target.parent for target in targets.values() if target}:
        locale.mkdir(parents=True, exist_ok=True)
    if format is Format.JSONL:
        _write_jsonl(documents, output)
        results = [""] * len(documents)
    elif None in targets.values():
        results = _show_po(documents, recall)
    else:
        results = [
            _write_po(document, targets[source] or Path(), recall)
            for source, document in zip(sources, documents, strict=True)
        ]
    for document, result in zip(documents, results, strict=True):
        _report(document, result)


def _targets(sources: list[str], output: str | None, locale: Path | None) -> dict[str, Path | None]:
    """The PO file of each source; None for standard output."""
    if output == "-" or (output is None and sources == ["-"]):
        return dict.fromkeys(sources)
    if "-" in sources and (output is None or _is_folder(output)):
        raise GlossaryError("standard input has no name for its PO file; give one with -o FILE")
    if output is not None and not _is_folder(output):
        return dict.fromkeys(sources, Path(output))
    folder = Path(output) if output is not None else locale
    targets: dict[str, Path | None] = {
        source: (folder or Path(source).parent) / f"{Path(source).stem}.po" for source in sources
    }
    for target, count in Counter(targets.values()).items():
        if count > 1:
            raise GlossaryError(
                f"{target}: {count} articles would be written there; annotate them one by one with -o"
            )
    return targets


def _is_folder(output: str) -> bool:
    with looking_at(output):
        return output.endswith(("/", "\\")) or Path(output).is_dir()


def _write_jsonl(documents: "list[Document]", output: str | None) -> None:
    from glossary import jsonl
    from glossary.atomic import write_text

    lines = (line for document in documents for line in jsonl.lines(document))
    if output in (None, "-"):
        stream = typer.get_text_stream("stdout", encoding="utf-8")
        for line in lines:
            stream.write(line)
    else:
        write_text(Path(output or ""), "".join(lines))


def _show_po(documents: "list[Document]", recall: "Recall | None") -> list[str]:
    """Writes all documents to standard output, as one PO file; what was done for each, in words."""
    from glossary import memory, po

    catalogue = None
    results = []
    for document in documents:
        filled = memory.merge(document, catalogue, recall, generator=_GENERATOR)
        catalogue = filled.catalogue
        results.append(filled.summary)
    if catalogue:
        typer.echo(po.render(catalogue), nl=False)
    return results


def _write_po(document: "Document", target: Path, recall: "Recall | None") -> str:
    """Writes one document; what was done, in words."""
    from glossary import memory, po

    with looking_at(target):
        exists = target.exists()
    existing = po.read(target) if exists else None
    filled = memory.merge(document, existing, recall, generator=_GENERATOR)
    changed = po.write(filled.catalogue, target)
    state = "unchanged" if not changed else "new" if existing is None else "updated"
    return f"{filled.summary} -> {target} ({state})"


def _report(document: "Document", result: str) -> None:
    annotations = [note for segment in document.segments for note in segment.annotations]
    kinds = Counter(note.kind for note in annotations).most_common()
    by_kind = f" ({', '.join(f'{count} {kind}' for kind, count in kinds)})" if kinds else ""
    uncertain = sum(note.uncertain for note in annotations)
    doubt = f", {uncertain} uncertain" if uncertain else ""
    count = plural(len(document.segments), "segment")
    say(f"{document.file}: {count}, {plural(len(annotations), 'term')}{by_kind}{doubt}{result}")
    for candidate in document.candidates:
        context = f" ({candidate.context})" if candidate.context != candidate.text else ""
        say(f"{candidate.file}:{candidate.line}: not in the glossary: {candidate.text}{context}")
    for notice in document.notices[:_NOTICES_SHOWN]:
        say(f"{notice.file}:{notice.line}: {notice.message}")
    if document.set_aside:
        shown = "; ".join(
            f"{notice.message} (line {notice.line})" for notice in document.set_aside[:_CUTS_SHOWN]
        )
        rest = ", ..." if len(document.set_aside) > _CUTS_SHOWN else ""
        say(f"{document.file}: {plural(len(document.set_aside), 'match')} left out: {shown}{rest}")
    if (more := len(document.notices) - _NOTICES_SHOWN) > 0:
        say(f"{document.file}: {plural(more, 'more notice')}")
