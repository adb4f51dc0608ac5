"""A page with the article and its English side by side, and its terms with what the glossary says of them.

It stands alone: no script, no network, and a policy in the page that allows none.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from html import escape as escape_html
from pathlib import Path, PurePath

from glossary.article import BlockKind
from glossary.model import Annotation, Term
from glossary.plural import plural
from glossary.publish.match import Match, Rendered, State
from glossary.publish.place import Placed, placed

escape = partial(escape_html, quote=True)

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page(match: Match, terms: Iterable[Term]) -> str:
    """The page, as HTML.

    Args:
        match: The article with its translation.
        terms: The glossary, for the sources of renderings.
    """
    wanted = {note.concept for each in match.segments for note in each.segment.annotations}
    concepts = {term.zh: term for term in terms if term.zh in wanted}
    language = escape(match.document.language)
    blocks = placed(match)
    title = _title(match, blocks)
    numbers = iter(range(1, 1 + sum(len(each.segment.annotations) for each in match.segments)))
    rows = "\n".join(
        _row(block.kind, inside, concepts, language, numbers)
        for block, inside in zip(match.article.blocks, blocks, strict=True)
        if inside
    )
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
<style>
{Path(__file__).with_name("bilingual.css").read_text(encoding="utf-8")}</style>
</head>
<body>
<header><p>{escape(match.article.file)}: {_counts(match)}</p></header>
<main>
{rows}
</main>
{_list(match, concepts, language)}</body>
</html>
"""


def _title(match: Match, blocks: list[list[Placed]]) -> str:
    """The English of the first heading, or the name of the file."""
    for block, inside in zip(match.article.blocks, blocks, strict=True):
        if block.kind is BlockKind.HEADING and inside and inside[0].rendered.state is State.DONE:
            return inside[0].rendered.english or inside[0].rendered.segment.text
    return PurePath(match.article.file).stem.strip("-") or "Article"


def _counts(match: Match) -> str:
    others = [(state, len(match.of(state))) for state in State if state is not State.DONE]
    said = [
        plural(len(match.segments), "segment"),
        *(f"{count:,} {state}" for state, count in others if count),
    ]
    return ", ".join(said)


def _row(
    kind: BlockKind, inside: list[Placed], concepts: Mapping[str, Term], language: str, numbers: Iterator[int]
) -> str:
    tag = "h2" if kind is BlockKind.HEADING else "p"
    chinese = "".join(_chinese(each.rendered, concepts, numbers) for each in inside)
    english = " ".join(_english(each.rendered) for each in inside)
    return (
        f'<section class="{kind}">\n<{tag} class="zh" lang="{language}">{chinese}</{tag}>\n'
        f'<{tag} class="en">{english}</{tag}>\n</section>'
    )


def _chinese(rendered: Rendered, concepts: Mapping[str, Term], numbers: Iterator[int]) -> str:
    """The Chinese of a segment, each term with a note that shows when it is pointed at."""
    text = rendered.segment.text
    chunks = []
    behind = 0
    for note in rendered.segment.annotations:
        number = next(numbers)
        chunks.append(escape(text[behind : note.start]))
        lines = "".join(f"<span>{escape(line)}</span>" for line in _told(note, concepts))
        chunks.append(
            f'<span class="term" tabindex="0" aria-describedby="t{number}">{escape(note.text)}'
            f'<span class="tip" role="tooltip" lang="en" id="t{number}">{lines}</span></span>'
        )
        behind = note.end
    return "".join([*chunks, escape(text[behind:])])


def _told(note: Annotation, concepts: Mapping[str, Term]) -> Iterator[str]:
    yield note.rendering or "no rendering known"
    doubt = "; uncertain" if note.uncertain else ""
    yield f"{note.kind}, {note.status}{doubt}"
    term = concepts.get(note.concept)
    if term and term.source:
        yield f"Source: {term.source}"


def _english(rendered: Rendered) -> str:
    if rendered.state is State.DONE:
        return escape(rendered.english or rendered.segment.text)
    draft = f": {escape(rendered.english)}" if rendered.english else ""
    told = "to be checked" if rendered.state is State.FUZZY else str(rendered.state)
    return f"<mark>[{told}{draft}]</mark>"


def _list(match: Match, concepts: Mapping[str, Term], language: str) -> str:
    """The terms of the article, in order of appearance, for reading and for print."""
    seen: dict[tuple[str, str], Annotation] = {}
    for each in match.segments:
        for note in each.segment.annotations:
            seen.setdefault((note.text, note.rendering), note)
    if not seen:
        return ""
    rows = "\n".join(
        f'<tr><td lang="{language}">{escape(note.text)}</td><td>{escape(note.rendering)}</td>'
        f"<td>{escape(note.kind)}</td><td>{escape(note.status)}</td><td>{escape(_source(note, concepts))}</td></tr>"
        for note in seen.values()
    )
    heads = "".join(
        f"<th scope=col>{name}</th>" for name in ("Chinese", "English", "Kind", "Status", "Source")
    )
    return (
        f'<aside>\n<h2>Terms</h2>\n<div class="wide"><table>\n<thead><tr>{heads}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table></div>\n</aside>\n"
    )


def _source(note: Annotation, concepts: Mapping[str, Term]) -> str:
    term = concepts.get(note.concept)
    return " ".join(term.source.split()) if term else ""
