"""Renderings that the glossary rules out for what the source names."""

from collections.abc import Iterable, Iterator

from glossary.checks.demand import is_proper, renderings, term
from glossary.checks.listed import Span, accepted, patterns
from glossary.checks.model import Example, Finding, Message, Repair, Rule, Run, Scope, Severity, finding
from glossary.checks.replace import in_place
from glossary.english import compile_rendering, find
from glossary.excerpt import excerpt
from glossary.model import Annotation


def _check(run: Run) -> Iterable[Finding]:
    for message in run.judged:
        ruled_out = {
            term(note): note for note in _all(message.annotations) if note.forbidden and not note.uncertain
        }
        for name, annotation in ruled_out.items():
            found = _forbidden(message, annotation)
            if found:
                yield _finding(message, name, annotation, found)


def _all(annotations: Iterable[Annotation]) -> Iterator[Annotation]:
    """Annotations and what is inside them: a concept is translated inside a longer one too."""
    for annotation in annotations:
        yield annotation
        yield from _all(annotation.parts)


def _forbidden(message: Message, annotation: Annotation) -> Span | None:
    """Where a forbidden rendering stands, the first one that the glossary lists."""
    return next((span for _, span in _places(message, annotation)), None)


def _places(message: Message, annotation: Annotation) -> Iterator[tuple[str, Span]]:
    """The forbidden renderings that stand in the translation and are no part of an accepted one."""
    right: list[Span] | None = None
    for rendering in annotation.forbidden:
        if "{" in rendering:
            continue  # a template's, which nobody has filled in
        for start, end in find(compile_rendering(rendering, proper=is_proper(annotation)), message.english):
            right = accepted(message) if right is None else right
            if not any(first <= start and end <= last for first, last in right):
                yield rendering, (start, end)


def _repair(message: Message, finding: Finding) -> Repair:
    """The preferred rendering in the place of the one forbidden one."""
    annotation = next(
        note for note in _all(message.annotations) if note.forbidden and term(note) == finding.term
    )
    places = list(_places(message, annotation))
    spans = {span for _, span in places}
    if len(spans) > 1:
        return Repair(declined="it stands there more than once")
    if annotation.free or not annotation.rendering:
        return Repair(declined="the glossary has no one rendering for it")
    if any(find(pattern, message.english) for pattern in patterns(annotation)):
        return Repair(declined="an accepted rendering stands there too")
    (span,) = spans
    return in_place(message.text, span, tuple(wrong for wrong, _ in places), annotation)


def _finding(message: Message, name: str, annotation: Annotation, found: Span) -> Finding:
    expected = renderings(annotation) if annotation.rendering else ()
    wrong = " ".join(message.text[slice(*found)].split())
    instead = f": use “{expected[0]}”" if expected else ""
    return finding(
        RULE,
        message,
        f"“{wrong}” is wrong for {name}{instead}",
        term=name,
        expected=expected[:3],
        found=wrong,
        excerpt=excerpt(message.text, *found),
    )


_COUNCIL = (
    "国务院\tState Council\tinstitution\t\tState Department\n"
    "美国国务院\tUS State Department\tinstitution\tState Department\t"
)

RULE = Rule(
    name="term-forbidden",
    summary="The translation uses a rendering that the glossary rules out.",
    reason=(
        "Some renderings are wrong though they look right: they name something else, or carry a meaning that the"
        " source does not have. The glossary lists them under `forbid`, and they are wrong wherever the concept is"
        " translated, even beside the right rendering. They may be part of an accepted rendering of something"
        " else that the source names."
    ),
    severity=Severity.ERROR,
    scope=Scope.ENTRY,
    good=(
        Example("国务院开会。", "The State Council met.", _COUNCIL),
        Example(
            "国务院回应美国国务院的声明。",
            "The State Council answered the statement of the US State Department.",
            _COUNCIL,
        ),
        Example("外交部开会。", "The State Department was not concerned.", _COUNCIL),
    ),
    bad=(
        Example("国务院开会。", "The State Department met.", _COUNCIL),
        Example(
            "国务院开会，国务院作了部署。",
            "The State Council met, and the State Department gave instructions.",
            _COUNCIL,
        ),
        Example(
            "落实“四个着力”要求。",
            "Meet the requirement of the “four strengths”.",
            "四个着力\tfour focuses\tslogan\t\tfour strengths",
        ),
    ),
    check=_check,
    repair=_repair,
)
