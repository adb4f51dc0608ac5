"""How lines of a file become the text of one block."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple
from unicodedata import category, east_asian_width

from glossary.article.model import NOWHERE, Block, BlockKind
from glossary.normalise.aligned import AlignedText, Edit

ZERO_WIDTH_SPACE = "\u200b"
_BLANK = (
    " \t\n\r\x0b\x0c\x1a\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff\u200b"
    + "".join(map(chr, range(0x2000, 0x200B)))
)
_BREAK = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_ANY_BREAK = re.compile("[\n\x0b\x0c\x85\u2028\u2029]")
_WORD = re.compile("[^ \t\n\x0b\x0c\x85\u2028\u2029]+")


class Line(NamedTuple):
    """A line of a file, or what a format leaves of it."""

    text: str
    number: int
    place: int = NOWHERE
    """Where its text starts, in the coordinates of `Block.places`."""


class Piece(NamedTuple):
    """Text of a format in which a line break is white space like any other."""

    text: str
    line: int
    """The line of the file on which it starts."""
    linked: bool = False
    """It is the text of a link."""
    place: int = NOWHERE
    """Where it starts, in the coordinates of `Block.places`."""


def strip(text: str) -> str:
    """`text` without white space, ideographic spaces and invisible marks at its ends."""
    return text.strip(_BLANK)


def numbered_lines(text: str) -> Iterator[Line]:
    """The lines of `text`.

    Form feeds, vertical tabs, NEL, LINE and PARAGRAPH SEPARATOR end a line too (Unicode Standard Annex
    14), but editors do not count them, so what follows them has the same number.
    """
    exotic = _BREAK.search(text) is not None
    place = 0
    for number, line in enumerate(text.split("\n"), 1):
        for part in _BREAK.split(line) if exotic else (line,):
            yield Line(part, number, place)
            place += len(part) + 1


def joint(before: str, after: str) -> str:
    """What stands for the line break between two lines of one paragraph: nothing, or a space.

    Nothing between two wide characters, or between a wide one and punctuation whose width is ambiguous, or
    beside a zero-width space; after CSS Text Module Level 4, "Segment Break Transformation Rules", for
    Chinese.
    """
    if not before or not after:
        return ""
    left, right = before[-1], after[0]
    if ZERO_WIDTH_SPACE in (left, right):
        return ""
    if _is_wide(left):
        return "" if _is_wide(right) or _is_ambiguous_punctuation(right) else " "
    return "" if _is_wide(right) and _is_ambiguous_punctuation(left) else " "


def _is_wide(character: str) -> bool:
    hangul = "\u1100" <= character <= "\u11ff" or "\uac00" <= character <= "\ud7ff"
    return east_asian_width(character) in "FWH" and not hangul


def _is_ambiguous_punctuation(character: str) -> bool:
    return east_asian_width(character) == "A" and category(character)[0] in "PS"


def single(line: Line, *, kind: BlockKind) -> Block | None:
    """A block from one line of the file; None where nothing but white space is on it."""
    text = strip(line.text)
    return Block(_on_one_line(text), kind, ((0, line.number),), ((0, _place(line, text)),)) if text else None


def joined(lines: Iterable[Line], *, kind: BlockKind) -> Block | None:
    """One block from several lines; None where nothing but white space is on them."""
    chunks: list[str] = []
    points: list[tuple[int, int]] = []
    places: list[tuple[int, int]] = []
    length = 0
    for line in lines:
        if text := strip(line.text):
            gap = joint(chunks[-1], text) if chunks else ""
            points.append((length + len(gap), line.number))
            places.append((length + len(gap), _place(line, text)))
            chunks.append(gap + text)
            length += len(gap) + len(text)
    return Block(_on_one_line("".join(chunks)), kind, tuple(points), tuple(places)) if chunks else None


def without(block: Block, spans: Sequence[tuple[int, int]]) -> Block | None:
    """A block without these stretches of its text, which are in order; None where nothing but white space is left."""
    aligned = AlignedText(block.text).apply([Edit(start, end) for start, end in spans])
    text = strip(aligned.text)
    if not text:
        return None
    first = aligned.text.index(text)
    begin, behind = aligned.original(first, first + len(text))
    inner = (span for span in spans if begin <= span[0] and span[1] <= behind)
    edges = [begin, *chain.from_iterable(inner), behind]
    lines: list[tuple[int, int]] = []
    places: list[tuple[int, int]] = []
    length = 0
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if start == end:
            continue
        inside = [at for at, _ in block.lines if start < at < end]
        lines += ((length + at - start, block.line_at(at)) for at in (start, *inside))
        inside = [at for at, _ in block.places if start < at < end]
        places += ((length + at - start, block.place_at(at)) for at in (start, *inside))
        length += end - start
    return Block(text, block.kind, _changes(lines), tuple(places))


def _place(line: Line, text: str) -> int:
    """Where the text of a line starts, which is the line without the white space around it."""
    return NOWHERE if line.place == NOWHERE else line.place + line.text.index(text)


def _on_one_line(text: str) -> str:
    return _ANY_BREAK.sub(" ", text)


def collapsed(pieces: Sequence[Piece], *, kind: BlockKind) -> Block | None:
    """One block from pieces of text: white space becomes one space, or nothing where `joint` wants nothing.

    None where there is nothing but white space.
    """
    raw = "".join(piece.text for piece in pieces)
    if not (stripped := strip(raw)):
        return None
    begin = raw.index(stripped)
    chunks: list[str] = []
    words: list[tuple[int, int, int]] = []
    length = end = 0
    for word in _WORD.finditer(raw, begin, begin + len(stripped)):
        gap = ""
        if words:
            broken = _ANY_BREAK.search(raw, end, word.start())
            gap = joint(chunks[-1], word.group()) if broken else " "
        words.append((word.start(), word.end(), length + len(gap)))
        chunks += (gap, word.group())
        length, end = words[-1][2] + len(word.group()), word.end()
    points = _points(words, _line_starts(pieces))
    return Block("".join(chunks), kind, points, tuple(_places(words, pieces)))


def _places(words: Sequence[tuple[int, int, int]], pieces: Iterable[Piece]) -> Iterator[tuple[int, int]]:
    """(offset in the block, place) wherever a word starts, or a piece inside one; words as for `_points`."""
    position = index = 0
    for piece in pieces:
        behind = position + len(piece.text)
        while index < len(words) and words[index][0] < behind:
            start, end, offset = words[index]
            inside = max(start, position)
            place = NOWHERE if piece.place == NOWHERE else piece.place + inside - position
            yield offset + inside - start, place
            if end > behind:
                break  # the word goes on in the next piece
            index += 1
        position = behind


def _line_starts(pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """(offset in the pieces' text, line) wherever a line or a piece starts."""
    position = 0
    for piece in pieces:
        yield position, piece.line
        for number, feed in enumerate(re.finditer("\n", piece.text), piece.line + 1):
            yield position + feed.end(), number
        position += len(piece.text)


def _points(
    words: Sequence[tuple[int, int, int]], line_starts: Iterable[tuple[int, int]]
) -> tuple[tuple[int, int], ...]:
    """The lines of a block from those of the raw text; what starts between two words moves to the second.

    A word is (start in the raw text, end there, start in the block).
    """
    points: dict[int, int] = {}
    index = 0
    for offset, line in line_starts:
        while index < len(words) and words[index][1] <= offset:
            index += 1
        if index == len(words):
            break
        start, _, place = words[index]
        points[place + max(0, offset - start)] = line
    return _changes(list(points.items()))


def _changes(points: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The points at which the line changes."""
    return tuple(point for i, point in enumerate(points) if i == 0 or point[1] != points[i - 1][1])
