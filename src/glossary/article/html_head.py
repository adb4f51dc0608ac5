"""What a web page says of itself: its language and its encoding."""

import re
from collections.abc import Iterator, Sequence

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


def head_changes(source: str, *, changed: Sequence[Edit]) -> Iterator[Edit]:
    """The changes by which a page says that it is English, in UTF-8.

    Args:
        source: The page.
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
