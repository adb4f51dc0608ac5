"""Places and people in English by their names alone: as a glossary has them, else by rule."""

from collections.abc import Iterable

from glossary.concept import forms
from glossary.model import Term
from glossary.normalise import fold
from glossary.place_names import divide, place_name
from glossary.romanise import person_name

EXAMPLES = {
    "辽宁": "Liaoning",
    "辽宁省": "Liaoning Province",
    "內蒙古自治區": "Inner Mongolia Autonomous Region",
    "吉林市": "Jilin City",
    "浑南区": "Hunnan District",
    "乾县": "Qianxian County",
    "纽约市": "New York",
    "双井子镇": "Shuangjingzi Town",
    "乐村": None,
    "Benxi": None,
    "": None,
}
"""By the bundled glossary; 乐 has two readings in names of places."""


class People:
    """The people of a glossary, by name."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms = _named("person", terms)

    def spell(self, name: str) -> str | None:
        """A person's name in Latin letters, in either script; None where neither the glossary nor the rules tell."""
        term = self._terms.get(fold("".join(name.split())))
        return term.en if term else person_name(name)


class Places:
    """The places of a glossary, by name."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms = _named("place", terms)

    def spell(self, name: str) -> str | None:
        """A place in English; None where neither the glossary nor the rules tell.

        Args:
            name: In either script, with or without the word for its level.
        """
        folded = fold("".join(name.split()))
        if not folded:
            return None
        term = self._terms.get(folded)
        if term:
            return term.en
        return self._without_level(folded) or _by_rule(folded)

    def _without_level(self, name: str) -> str | None:
        """辽宁省 where the glossary has 辽宁."""
        parts = divide(name)
        term = self._terms.get(parts.proper) if parts.level and not parts.groups else None
        labels = term.kind.split(".") if term else []
        if term and parts.level == "市" and "city" in labels:
            return term.en
        if term and parts.level == "省" and "province" in labels:
            return f"{term.en} {parts.level_in_english}"
        return None


def _named(sort: str, terms: Iterable[Term]) -> dict[str, Term]:
    """The terms of one sort by the match keys of their forms; of two with one form, the first counts."""
    found: dict[str, Term] = {}
    for term in terms:
        if term.kind.partition(".")[0] == sort:
            for form in forms(term):
                found.setdefault(fold(form), term)
    return found


def _by_rule(name: str) -> str | None:
    spelt = place_name(name)
    return spelt.en if spelt and not spelt.doubtful else None
