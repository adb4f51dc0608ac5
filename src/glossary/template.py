"""Forms with slots: `{city}市人民政府` and `{city} Municipal People's Government`.

A slot is lower-case letters in braces. Where one label is needed twice in a form, a digit tells the two
apart: `{city}与{city2}` has two slots with the label `city`. Braces that are meant as such are doubled: `{{`
and `}}`.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

import msgspec

from glossary.normalise import fold

_MARK = re.compile(r"\{\{|\}\}|\{([a-z]+[0-9]?)\}|[{}]")


class Slot(msgspec.Struct, frozen=True):
    """A place in a form that another reading fills."""

    name: str
    """What stands between the braces: unique in a Chinese form, the same in its rendering."""

    @property
    def label(self) -> str:
        """The name without its digit: a component of the kind of what may stand here."""
        return self.name.rstrip("0123456789")


def parts(form: str) -> tuple[str | Slot, ...]:
    """The literal stretches and slots of a form, in order; no literal is empty, no two stand side by side.

    Raises:
        ValueError: A brace is neither doubled nor part of a slot.
    """
    if "{" not in form and "}" not in form:
        return (form,) if form else ()
    return _divided(form)


# A template is filled once for every name that it reads.
@lru_cache(maxsize=1 << 14)
def _divided(form: str) -> tuple[str | Slot, ...]:
    found: list[str | Slot] = []
    literal: list[str] = []
    position = 0
    for mark in _MARK.finditer(form):
        literal.append(form[position : mark.start()])
        position = mark.end()
        if mark[1]:
            found += [*_joined(literal), Slot(mark[1])]
            literal = []
        elif len(mark[0]) == 2:
            literal.append(mark[0][0])
        else:
            raise ValueError(_malformed(form, mark.start()))
    literal.append(form[position:])
    return (*found, *_joined(literal))


def slots(form: str) -> tuple[Slot, ...]:
    """The slots of a form, in order.

    Raises:
        ValueError: As `parts`.
    """
    return tuple(part for part in parts(form) if isinstance(part, Slot))


def fill(rendering: str, values: Mapping[str, str]) -> str:
    """The rendering with its slots filled and its doubled braces made single.

    Args:
        rendering: A form as in a glossary file.
        values: What to put in each slot, by slot name; names that the rendering lacks are not used.

    Raises:
        ValueError: As `parts`, or a slot has no value.
    """
    filled: list[str] = []
    for part in parts(rendering):
        if isinstance(part, str):
            filled.append(part)
        elif part.name in values:
            filled.append(values[part.name])
        else:
            raise ValueError(f"no value for the slot {{{part.name}}} of {rendering!r}")
    return "".join(filled)


def escape(text: str) -> str:
    """The form without slots that stands for `text`: braces doubled."""
    return text.replace("{", "{{").replace("}", "}}")


def key(form: str) -> str:
    """What two forms have in common when they match the same text: the match key, slots by label.

    Raises:
        ValueError: As `parts`.
    """
    if "{" not in form and "}" not in form:
        return fold(form)
    return "".join(
        f"{{{part.label}}}" if isinstance(part, Slot) else escape(fold(part)) for part in parts(form)
    )


def keys(forms: Sequence[str]) -> list[str]:
    """The key of each form, as `key` gives it, but many at a time: folding costs more to start than to do.

    Raises:
        ValueError: As `parts`.
    """
    # Folding leaves line feeds alone and joins nothing across them.
    folded = iter(fold("\n".join(form for form in forms if _is_plain(form))).split("\n"))
    return [next(folded) if _is_plain(form) else key(form) for form in forms]


def _is_plain(form: str) -> bool:
    return "{" not in form and "}" not in form and "\n" not in form


def _joined(literal: list[str]) -> list[str]:
    text = "".join(literal)
    return [text] if text else []


def _malformed(form: str, position: int) -> str:
    if form[position] == "}":
        return f"a }} without its {{ in {form!r}: write }}}} for the character itself"
    end = form.find("}", position)
    if end < 0:
        return f"a {{ that is not closed in {form!r}: write {{{{ for the character itself"
    return (
        f"{form[position : end + 1]} is no slot: a slot is lower-case letters, such as {{city}}, "
        "and {city2} where a second one is needed"
    )
