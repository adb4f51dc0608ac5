"""Comments that ignore what is not found any more."""

from glossary.checks import ignore
from glossary.checks.model import Example, Rule

_TERM = "国务院\tState Council\tinstitution"

RULE = Rule(
    name=ignore.NAME,
    summary="A comment ignores a finding that there is not.",
    reason=(
        "A comment `glossary: ignore[...]` that has outlived its finding hides the next one. It is reported when"
        " the rule that it names was applied and found nothing there, and when there is no such rule."
    ),
    severity=ignore.SEVERITY,
    good=(
        Example(
            "国务院开会。",
            "The Cabinet met.",
            _TERM,
            comment=" glossary: ignore[term-missing] as in the speech",
        ),
        Example("国务院开会。", "The Cabinet met.", _TERM, comment=" glossary: ignore[term-missing: 国务院]"),
    ),
    bad=(
        Example("国务院开会。", "The State Council met.", _TERM, comment=" glossary: ignore[term-missing]"),
        Example("国务院开会。", "The Cabinet met.", _TERM, comment=" glossary: ignore[term-missing: 外交部]"),
        Example("国务院开会。", "The Cabinet met.", _TERM, comment=" glossary: ignore[missing-term]"),
        Example("国务院开会。", "The Cabinet met.", _TERM, comment=" Glossary: ignore"),
    ),
    check=lambda _: (),  # what is unused is known only after all rules: see `ignore.apply`
)
