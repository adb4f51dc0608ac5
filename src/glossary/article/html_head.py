"""What a web page says of itself: its language, its encoding, its title."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape, unescape

from glossary.article.html_source import Inside
from glossary.article.model import BlockKind
from glossary.article.tags import Sort, Token, tokens
from glossary.normalise.aligned import Edit

_LANGUAGE = re.compile(r"""(\s(?:xml:)?lang\s*=\s*)("[^"]*"|'[^']*'|[^\s>"']+)""", re.IGNORECASE)
_CHINESE = re.compile(r"""["']?zh\b""", re.IGNORECASE)
_CHARSET = re.compile(r"""(\bcharset\s*=\s*["']?\s*)[\w.:-]+""", re.IGNORECASE)
_XML_ENCODING = re.compile(r"""(\bencoding\s*=\s*["'])[\w.:-]+""", re.IGNORECASE)
_CONTENT_LANGUAGE = re.compile(r"""http-equiv\s*=\s*["']?content-language""", re.IGNORECASE)
_CONTENT = re.compile(r"""(\bcontent\s*=\s*)("[^"]*"|'[^']*')""", re.IGNORECASE)
_CHARSET_TAG = '<meta charset="utf-8"/>'  # well-formed in XHTML too
_HEAD_WITHIN = 200
"""A tag that opens the document is among so many tokens."""


def head_changes(source: str, blocks: Iterable[Inside], *, changed: Sequence[Edit]) -> Iterator[Edit]:
    """The changes by which a page says that it is English, in UTF-8, with the title that its headline has.

    Args:
        source: The page.
        blocks: Its blocks with their parts.
        changed: The changes to its text, in order.
    """
    found = list(tokens(source))
    texts = {token.start: source[token.start : token.end] for token in found}
    after = dict(texts)
    _declare(found, after)
    for token in _enclosing(found, changed):
        tag = after[token.start]
        after[token.start] = _LANGUAGE.sub(_english, tag)
    opening = next((token for token in found if token.name == "html" and token.sort is Sort.START), None)
    if opening and not _LANGUAGE.search(after[opening.start]):
        tag = after[opening.start]
        after[opening.start] = f'{tag[:5]} lang="en"{tag[5:]}'
    yield from (
        Edit(token.start, token.end, after[token.start])
        for token in found
        if after[token.start] != texts[token.start]
    )
    yield from _title(source, found, blocks, changed)


def _english(match: re.Match[str]) -> str:
    return f'{match[1]}"en"' if _CHINESE.match(match[2]) else match[0]


def _declare(found: Sequence[Token], texts: dict[int, str]) -> None:
    """Declares UTF-8, where something else is declared or nothing."""
    declared = False
    for token in found:
        text = texts[token.start]
        if token.sort is not Sort.OTHER:
            continue
        if text[:5].lower() == "<?xml":
            texts[token.start] = _XML_ENCODING.sub(r"\1UTF-8", text)
        elif text[:5].lower() == "<meta":
            declared = declared or bool(_CHARSET.search(text))
            texts[token.start] = _CHARSET.sub(r"\1utf-8", text)
            if _CONTENT_LANGUAGE.search(text):
                texts[token.start] = _CONTENT.sub(r'\1"en"', text)
    if not declared and found:
        opening = found[:_HEAD_WITHIN]
        place = next(
            (
                token
                for name in ("head", "html")
                for token in opening
                if (token.sort, token.name) == (Sort.START, name)
            ),
            None,
        )
        if place:
            texts[place.start] += _CHARSET_TAG
        elif found[0].sort is Sort.OTHER:
            texts[found[0].start] += _CHARSET_TAG
        else:
            texts[found[0].start] = f"{_CHARSET_TAG}{texts[found[0].start]}"


def _enclosing(found: Sequence[Token], changed: Sequence[Edit]) -> Iterator[Token]:
    """The start tags of elements in which text has changed; an element that is not closed ends with what it is in."""
    opened: list[Token] = []
    told = 0
    following = 0
    for token in found:
        while following < len(changed) and changed[following].start < token.end:
            yield from opened[told:]
            told = len(opened)
            following += 1
        if token.sort is Sort.START:
            opened.append(token)
        elif token.sort is Sort.END:
            at = next((i for i in range(len(opened) - 1, -1, -1) if opened[i].name == token.name), None)
            if at is not None:
                del opened[at:]
                told = min(told, at)


def _title(
    source: str, found: Sequence[Token], blocks: Iterable[Inside], changed: Sequence[Edit]
) -> Iterator[Edit]:
    """Puts the headline's English into the page's title, where the headline stands in it and nothing has yet."""
    at = next((i for i, token in enumerate(found) if token.name == "title"), None)
    if at is None or at + 1 >= len(found) or found[at].sort is not Sort.START:
        return
    start = end = found[at].end
    for token in found[at + 1 :]:
        if token.sort is Sort.END:
            break
        end = token.end
    if start == end or any(edit.start < end and start < edit.end for edit in changed):
        return
    title = unescape(source[start:end])
    for _, block, parts in blocks:
        english = [part.english for part in parts]
        if block.kind is BlockKind.HEADING and block.text in title and all(english):
            text = " ".join(filter(None, english))
            yield Edit(start, end, escape(title.replace(block.text, text, 1), quote=False))
            return
