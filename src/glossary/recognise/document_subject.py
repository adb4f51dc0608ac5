"""What the title of a document says it is about, and whose it is, as far as that is known.

What is not known stands in square brackets in Chinese: the words around it are rendered all the same.
"""

from glossary import tables
from glossary.compose.areas import Area, area
from glossary.compose.bodies import of_area
from glossary.compose.english import the, the_country, the_place
from glossary.compose.fieldphrase import fields_at, known_words
from glossary.compose.vocabulary import bodies, joiners, level_words
from glossary.recognise.model import Context, Reading, starting_at

STATE = "中华人民共和国"
_COUNTRY = "place.country"
_GOVERNMENT = "政府"
_VERB = 6
"""The longest verb at the beginning, in characters: 进一步加强."""


def subject(context: Context, start: int, end: int) -> str:
    """What a document is about, in English."""
    end -= context.key[end - 1] == "的"
    led, start = _verb(context.key, start, end)
    whole = _named(context, start, end)
    return led + (whole or _of_its_parts(context, start, end) or _unknown(context, start, end))


def of_a_place(context: Context, start: int, end: int) -> tuple[str, str]:
    """Whose a document is where it begins with that (`of the People's Republic of China`), and what it is about."""
    if not _named(context, start, end):
        if context.key.startswith(STATE, start) and not _joins(context.key, start + len(STATE)):
            return "of the People's Republic of China", subject(context, start + len(STATE), end)
        place, behind = _division(context, start, end)
        if place and behind < end and not _joins(context.key, behind):
            return f"of {the_place(place.nouns[0])}", subject(context, behind, end)
    return "", subject(context, start, end)


def issuer(context: Context, start: int, end: int) -> str:
    """Whose a document is: `of the State Council`, `Between France and Germany`."""
    known = reading_of(context, start, end, "institution")
    if known:
        return f"of {the(known.rendering, known.kind)}"
    return between(context, start, end) or f"of {_body(context, start, end) or _unknown(context, start, end)}"


def _body(context: Context, start: int, end: int) -> str:
    """The body of a division of China that a stretch names, with its article; empty where it names none."""
    place, behind = _division(context, start, end)
    forms = bodies()[""].get(context.key[behind:end])
    found = (of_area(place, form.patterns) for form in forms if place and form.under & place.tokens)
    return next((the(names[0]) for names in found if names), "")


def between(context: Context, start: int, end: int) -> str:
    """The two states that a document is of, where a stretch is their names: `Between France and Germany`."""
    key = context.key
    governments = key.endswith(_GOVERNMENT, start, end)
    size, frame = (len(_GOVERNMENT), "the Government of {}") if governments else (0, "{}")
    for first in starting_at(context.readings, start):
        joint = first.end + size
        if first.kind.startswith(_COUNTRY) and joint < end and _joins(key, joint):
            second = reading_of(context, joint + 1, end - size, _COUNTRY)
            if second and key[first.end : joint] == key[end - size : end]:
                names = (frame.format(the_country(each.rendering)) for each in (first, second))
                return f"Between {' and '.join(names)}"
    return ""


def _joins(key: str, position: int) -> bool:
    """Whether a second name follows: 和 in 《中华人民共和国和法兰西共和国联合声明》."""
    return key[position : position + 1] in joiners("fields")


def _division(context: Context, start: int, end: int) -> tuple[Area | None, int]:
    """The division of China, its level said, that a stretch begins with, and where it ends."""
    for reading in starting_at(context.readings, start):
        if reading.kind.startswith("place"):
            for word in (*level_words(), ""):
                stop = reading.end + len(word)
                if stop > end or not context.key.startswith(word, reading.end):
                    continue
                place = area(reading.kind, reading.rendering, context.key[start:stop])
                if place and place.nouns and place.explicit and "mainland" in place.tokens:
                    return place, stop
    return None, start


def reading_of(context: Context, start: int, end: int, kind: str) -> Reading | None:
    """What is known to stand from `start` to `end` exactly, of a kind that begins so."""
    known = (reading for reading in starting_at(context.readings, start) if reading.end == end)
    return next((each for each in known if each.kind.startswith(kind) and each.rendering), None)


def _verb(key: str, start: int, end: int) -> tuple[str, int]:
    """What is to be done, with a blank behind it, and where the rest starts; nothing where no verb is known."""
    verbs = tables.by_zh("title_verbs", "en")
    sizes = range(min(_VERB, end - start - 1), 0, -1)
    size = next((size for size in sizes if key[start : start + size] in verbs), 0)
    return (f"{verbs[key[start : start + size]]} ", start + size) if size else ("", start)


def _named(context: Context, start: int, end: int) -> str:
    """The name of what stands from `start` to `end`; empty where it is not known."""
    known = reading_of(context, start, end, "")
    if known and not known.kind.startswith(("phrase", "place")):
        return _capitalised(known.rendering)
    key = context.key
    fields = fields_at(key, start, lambda at: list(known_words(key, at)))
    field = next((field.renderings()[0] for field in fields if field.end == end), "")
    if field:  # 合作 is cooperation rather than the city of Hezuo
        return field
    place, behind = _division(context, start, end)
    if place and behind == end:
        return place.nouns[0]
    return _capitalised(known.rendering) if known and known.kind.startswith("place") else ""


def _of_its_parts(context: Context, start: int, end: int) -> str:
    """The name that the stretch ends with, of the place that it begins with; empty where these are not known."""
    for place in starting_at(context.readings, start):
        if place.kind.startswith("place") and place.end < end and (what := _named(context, place.end, end)):
            return f"{what} of {the_place(place.rendering)}"
    return ""


def _unknown(context: Context, start: int, end: int) -> str:
    return f"[{context.clean(start, end)}]"


def _capitalised(rendering: str) -> str:
    """A rendering as in a title: capitals, but not for short words inside."""
    small = tables.column("small_words", "en")
    words = rendering.split(" ")
    return " ".join(
        word if word in small and at else word[:1].upper() + word[1:] for at, word in enumerate(words)
    )
