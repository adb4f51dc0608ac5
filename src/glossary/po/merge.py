"""An article's entries, merged with what translators have written in the PO file before.

No word of a translator is lost: it stays where it was, moves to the sentence that its own has become, or
becomes obsolete. What is in the file and belongs to other articles is left alone.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import msgspec

from glossary.bulk import uncollected
from glossary.model import Document
from glossary.po import match
from glossary.po.comments import standing
from glossary.po.distinct import distinct
from glossary.po.draft import Draft, draft, opened
from glossary.po.duplicates import without_duplicates
from glossary.po.edit import message_lines, with_extracted, with_references
from glossary.po.header import completed, fields, header_for
from glossary.po.model import Catalogue, Entry, Previous
from glossary.po.order import in_order
from glossary.po.sources import Source, name_of, source_of


def merge(document: Document, existing: Catalogue | None, *, generator: str) -> Catalogue:
    """The PO file of an article: one entry for each distinct segment, in the order of the article.

    - A sentence that is still there keeps its translation, translator's comment, flags and context;
      references and extracted comments are made anew, but for those on what a translation memory gave.
    - One that changed in script, width, quotation marks or spaces only keeps its translation as it is; one
      that was reworded keeps it as fuzzy, with what it translates in `#|`.
    - One that went becomes obsolete if a translator has written anything there, and comes back with its
      sentence.
    - Entries whose references name other sources only stay as and where they are.

    Args:
        document: The article.
        existing: The PO file as it is now; None where there is none.
        generator: What X-Generator of a new file says: name and version of the program.
    """
    return merge_drafts((draft(document),), existing, generator=generator)


@uncollected()
def merge_drafts(article: Iterable[Draft], existing: Catalogue | None, *, generator: str) -> Catalogue:
    """As `merge`, for an article in pieces, at least one, which are held one at a time; its language is the first's."""
    first, texts = opened(article)
    wanted = {entry.msgid: entry for entry in distinct(texts, name_of(first.file))}
    old = _with_header_comment(existing or Catalogue())
    entries = without_duplicates(old.entries)
    source = source_of(name_of(first.file), wanted.keys(), entries)
    heirs = _heirs(entries, wanted, source)
    placed = [
        (_merged(entries[heir.seat], fresh, source, heir), _seat(entries, heir, text, source))
        if heir
        else (fresh, None)
        for text, fresh in wanted.items()
        for heir in heirs.get(text) or (None,)
    ]
    fixed, retired = _others(entries, heirs, source)
    fixed |= {seat: entry for entry, seat in placed if seat in fixed}
    return replace(
        old,
        entries=tuple(in_order(placed, fixed, retired)),
        header=_header(
            first, old.header, generator, shared=any(not entry.obsolete for entry in fixed.values())
        ),
    )


class _Heir(msgspec.Struct, frozen=True):
    """The old entry that a sentence of the article takes over."""

    seat: int
    """Its index among the old entries."""
    reworded: bool = False


def _seat(entries: Sequence[Entry], heir: _Heir, text: str, source: Source) -> int | None:
    """The seat that an old entry holds for its sentence; None where it leaves it."""
    entry = entries[heir.seat]
    leaves = entry.obsolete or (entry.msgid != text and source.shares(entry))
    return None if leaves else heir.seat


def _heirs(entries: Sequence[Entry], wanted: Mapping[str, Entry], source: Source) -> dict[str, list[_Heir]]:
    """The old entries that go on in the article, by their sentence as it is now.

    A sentence has several where translators have split it by context.
    """
    heirs: dict[str, list[_Heir]] = {}
    asleep: dict[str, list[int]] = {}
    gone: list[int] = []
    for seat, entry in enumerate(entries):
        if entry.obsolete:
            asleep.setdefault(entry.msgid, []).append(seat)
        elif entry.msgid in wanted:
            heirs.setdefault(entry.msgid, []).append(_Heir(seat))
        elif entry.msgid and entry.has_words and source.owns(entry):
            gone.append(seat)
    for text in wanted:
        if text not in heirs and text in asleep:
            heirs[text] = [_Heir(seat) for seat in asleep.pop(text)]

    missing = [text for text in wanted if text not in heirs]
    olds = [*gone, *(seat for seats in asleep.values() for seat in seats)]
    same = match.same(missing, [entries[seat].msgid for seat in olds])
    heirs |= {missing[new]: [_Heir(olds[old])] for new, old in same.items()}
    taken = {olds[old] for old in same.values()}

    gone = [seat for seat in gone if seat not in taken]
    missing = [text for text in missing if text not in heirs]
    expected = _expected(wanted, heirs, gone)
    similar = match.similar(missing, [entries[seat].msgid for seat in gone], expected=expected)
    return heirs | {missing[new]: [_Heir(gone[old], reworded=True)] for new, old in similar.items()}


def _expected(wanted: Iterable[str], heirs: Mapping[str, Sequence[_Heir]], gone: Sequence[int]) -> list[int]:
    """For each sentence without an heir, the index in `gone` of what stood there if nothing has moved."""
    expected = []
    at = 0
    for text in wanted:
        if known := heirs.get(text):
            at = bisect_right(gone, known[0].seat)
        else:
            expected.append(at)
            at += 1
    return expected


def _merged(old: Entry, fresh: Entry, source: Source, heir: _Heir) -> Entry:
    """An old entry for its sentence as it is now."""
    if not heir.reworded:
        kept = standing(old.extracted, approved=bool(old.translations) and not old.fuzzy)
        fresh = replace(fresh, extracted=(*fresh.extracted, *kept)) if kept else fresh
    flags, previous = old.flags, old.previous
    if heir.reworded and old.translations:
        if not old.fuzzy:
            flags, previous = ("fuzzy", *flags), None
        # A translation that was fuzzy already is one of an older sentence still.
        previous = previous or Previous(old.msgid, old.msgctxt, old.msgid_plural or None)
        if previous.msgid == fresh.msgid:
            previous = None
    elsewhere = old.references if old.msgid == fresh.msgid else ()
    references = source.replaced(elsewhere, fresh.references)
    same_message = old.msgid == fresh.msgid and not old.obsolete
    if same_message and references == old.references:
        return with_extracted(old, fresh.extracted)
    return replace(
        old,
        msgid=fresh.msgid,
        extracted=fresh.extracted,
        references=references,
        flags=flags,
        previous=previous,
        obsolete=False,
        raw=message_lines(old.raw) if same_message else "",
    )


def _others(
    entries: Sequence[Entry], heirs: Mapping[str, Sequence[_Heir]], source: Source
) -> tuple[dict[int, Entry], list[Entry]]:
    """The old entries that keep their seat, and those that become obsolete now.

    An entry that other articles share keeps its seat: the articles of one file must not move it to and fro.
    """
    inherited = {heir.seat for found in heirs.values() for heir in found}
    fixed: dict[int, Entry] = {}
    retired: list[Entry] = []
    for seat, entry in enumerate(entries):
        if entry.obsolete:
            if seat not in inherited:
                fixed[seat] = entry
        elif not entry.msgid or not source.owns(entry) or source.shares(entry):
            fixed[seat] = with_references(entry, source.replaced(entry.references, ()))
        elif seat not in inherited and entry.has_words:
            retired.append(replace(entry, obsolete=True, references=(), extracted=(), raw=""))
    return fixed, retired


def _with_header_comment(catalogue: Catalogue) -> Catalogue:
    """A catalogue whose comments, where it has nothing else, are those of the header to come."""
    if catalogue.header is not None or catalogue.entries or not catalogue.tail:
        return catalogue
    lines = (line.removeprefix("#").strip() for line in catalogue.tail.split("\n"))
    return replace(
        catalogue, header=Entry("", comment="\n".join(f" {line}" if line else "" for line in lines)), tail=""
    )


def _header(first: Draft, old: Entry | None, generator: str, *, shared: bool) -> Entry:
    if old is None or not old.msgstr:
        made = header_for(first, generator=generator)
        return made if old is None else replace(old, msgstr=made.msgstr, raw="")
    # Articles in both scripts that share a file must not change its header to and fro.
    keep = shared and "X-Source-Language" in fields(old)
    return completed(old, source_language=None if keep else first.language)
