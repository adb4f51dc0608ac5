"""What TBX gives back otherwise than it was given."""

from collections.abc import Sequence

from glossary.formats import loss
from glossary.formats._tbx_words import unfolded
from glossary.formats._tbx_write import languages
from glossary.model import Term

_LAYOUT = "line breaks before blanks become blanks"
_LOSSES = {
    "variants": "put in order of their script",
    "allow": "repetitions left out",
    "forbid": "repetitions left out",
    "note": _LAYOUT,
    "source": _LAYOUT,
}
"""What becomes of a field, where it is not read back as it was."""


def losses(terms: Sequence[Term]) -> list[str]:
    """What of these concepts is read back otherwise, one line a field."""
    found: dict[str, list[Term]] = {}
    for term in terms:
        for field, value in _as_read(term).items():
            if getattr(term, field) != value:
                found.setdefault(field, []).append(term)
    return [loss(field, what, found[field]) for field, what in _LOSSES.items() if field in found]


def _as_read(term: Term) -> dict[str, str | tuple[str, ...]]:
    """The fields that may be read back otherwise, as they are then."""
    words = [word for language, words in languages(term) if language != "en" for word in words]
    variants = [word.text for word in words if not word.type and word.text != term.zh]
    return {
        "variants": tuple(dict.fromkeys(variants)),
        "allow": tuple(dict.fromkeys(text for text in term.allow if text != term.en)),
        "forbid": tuple(dict.fromkeys(term.forbid)),
        "note": unfolded(term.note),
        "source": unfolded(term.source),
    }
