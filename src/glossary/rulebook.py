"""Which rules there are in a package, and which of them are to be applied: for translations and glossary files alike."""

from collections.abc import Sequence
from typing import Any, Protocol, TypeVar

from glossary import modules
from glossary.errors import GlossaryError
from glossary.formats import nearest


class Rule(Protocol):
    """What every rule has, whatever it is about."""

    @property
    def name(self) -> str:
        """Kebab-case."""
        ...

    @property
    def default(self) -> bool:
        """Whether it is on without being selected."""
        ...


AnyRule = TypeVar("AnyRule", bound=Rule)


def found(package: str) -> list[Any]:
    """The `RULE` of each module in a package that has one, in order of their names."""
    rules = (module.RULE for module in modules.found(package, "RULE").values())
    return sorted(rules, key=lambda rule: rule.name)


def selected(
    rules: Sequence[AnyRule], *, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> tuple[AnyRule, ...]:
    """The rules to apply: those of `select`, or without any those that are on by default, less those of `ignore`.

    Raises:
        GlossaryError: There is no such rule; the message names the nearest.
    """
    known = tuple(rule.name for rule in rules)
    for name in (*select, *ignore):
        if name not in known:
            raise GlossaryError(f"there is no rule {name}: {nearest(name, known)}")
    return tuple(
        rule
        for rule in rules
        if (rule.name in select if select else rule.default) and rule.name not in ignore
    )
