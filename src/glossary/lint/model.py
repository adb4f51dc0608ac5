"""What the rules on glossary files are given, and what they are."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import msgspec

from glossary.checks.model import Finding, Severity
from glossary.concept import Breach, forms
from glossary.lint.trial import Trial
from glossary.model import Term
from glossary.template import keys


@dataclass(frozen=True)
class Run:
    """Everything that is linted together.

    No slots: what several rules need is worked out once and kept.
    """

    entries: tuple[Term, ...]
    """The sound entries of the files that are linted, file by file, in the order of each file."""
    terms: tuple[Term, ...]
    """The glossary in force: these entries and all others that they are used with."""
    breaches: tuple[Breach, ...] = ()
    """What broke the rules of the formats in these files."""

    @cached_property
    def owners(self) -> Mapping[str, Term]:
        """The entry of each Chinese form in force, by the key of the form (see `template.key`)."""
        pairs = [(form, term) for term in self.terms for form in forms(term)]
        found: dict[str, Term] = {}
        for form_key, (_, term) in zip(keys([form for form, _ in pairs]), pairs, strict=True):
            found.setdefault(form_key, term)
        return found

    @cached_property
    def trial(self) -> Trial:
        """The glossary in force, ready to be tried on texts."""
        return Trial(self.terms)


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A rule on glossary files: what it says, why, and how it is done.

    Each module in this package has one, named `RULE`.
    """

    name: str
    """Kebab-case, as the module in snake_case."""
    summary: str
    """One line."""
    reason: str
    """Why it matters and what to do, for the person who meets the finding; a paragraph."""
    severity: Severity
    default: bool = True
    """Whether it is on without being selected."""
    good: tuple[str, ...]
    """Glossary files it is silent about: TSV where the first line has tabs, else TOML. All examples run as tests."""
    bad: tuple[str, ...]
    """Glossary files it finds fault with."""
    check: Callable[[Run], Iterable[Finding]]


def finding(rule: Rule, entry: Term, message: str, *, found: str = "") -> Finding:
    """What a rule says of an entry, at the line where the entry starts."""
    return Finding(
        rule=rule.name,
        severity=rule.severity,
        file=entry.path,
        line=entry.line,
        message=message,
        term=entry.zh,
        found=found,
    )


def broken(rule: Rule, run: Run) -> Iterator[Finding]:
    """What reading the files has already found against a rule."""
    for breach in run.breaches:
        if breach.rule == rule.name:
            yield Finding(
                rule=rule.name,
                severity=rule.severity,
                file=breach.path,
                line=breach.line or 1,
                message=breach.cause,
                term=breach.zh,
            )
