"""One source text, translated in two ways."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from glossary.checks.model import Example, Finding, Message, Rule, Run, Severity, finding
from glossary.normalise import fold


def _check(run: Run) -> Iterable[Finding]:
    by_source: defaultdict[tuple[str, str | None], list[Message]] = defaultdict(list)
    for message in run.judged:
        by_source[fold(message.entry.msgid), message.entry.msgctxt].append(message)
    for messages in by_source.values():
        if len(messages) > 1:
            yield from _differing(messages)


def _differing(messages: list[Message]) -> Iterable[Finding]:
    counts = Counter(_plain(message) for message in messages)
    usual = counts.most_common(1)[0][0]  # of two as frequent, the earlier
    first = next(message for message in messages if _plain(message) == usual)
    for message in messages:
        if _plain(message) != usual:
            yield finding(
                RULE,
                message,
                f"the same source is translated differently in {first.file}:{first.line}: use one translation, "
                "or tell the two apart with msgctxt",
                expected=(first.text,),
                found=message.text,
            )


def _plain(message: Message) -> str:
    """The translation without what is no difference in wording: white space."""
    return " ".join(message.text.split())


RULE = Rule(
    name="same-source-different-translation",
    summary="The same source text has two translations.",
    reason=(
        "Headings, captions and set sentences come again, and should read the same each time. Texts are compared"
        " across files, without regard to script and width; the rarer translation is reported. Where"
        " the same words mean different things, a different msgctxt says so."
    ),
    severity=Severity.WARNING,
    good=(
        Example(
            "第一章 总则", "Chapter I General Provisions", beside=(("第二章 附则", "Chapter II Supplement"),)
        ),
        Example("总则", "General Provisions", beside=(("总则", "General  Provisions"),)),
    ),
    bad=(
        Example("总则", "General Rules", beside=(("总则", "General Provisions"),)),
        Example("總則", "General Rules", beside=(("总则", "General Provisions"),)),
    ),
    check=_check,
)
