"""Checking again finds what checking anew would, and a rule looks at no more than its scope says."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from given import annotator
from msgspec import structs

from glossary.checks import check, rules
from glossary.checks.again import Checker, Messages
from glossary.checks.messages import annotated
from glossary.checks.model import Example, Finding, Rule, Run, Scope
from glossary.example import run
from glossary.po import Entry

GLOSSARY = '["国务院"]\nen = "State Council"\nallow = ["China\'s Cabinet"]\nforbid = ["State Department"]\nkind = "institution"\n'
ANNOTATE = annotator(GLOSSARY)
NAMES = [rule.name for rule in rules()]


def messages(file: str, *entries: Entry) -> Messages:
    return annotated(file, entries, ANNOTATE)


def entries(*translations: str, zh: str = "国务院开会，马越红到会。", first: int = 1) -> list[Entry]:
    return [Entry(f"{zh}{line}", text, line=line) for line, text in enumerate(translations, first)]


def anew(files: dict[str, Messages]) -> list[Finding]:
    return check(Run(tuple(message for each in files.values() for message in each)), select=NAMES)


def examples() -> Iterator[Example]:
    for rule in rules():
        yield from (*rule.good, *rule.bad)


def all_examples(*, together: bool) -> list[Messages]:
    """The messages of all examples, in one file or in one each; lines tell them apart."""
    found: list[Messages] = []
    line = 1
    for number, example in enumerate(examples()):
        file = "all.po" if together else f"{number}.po"
        made = []
        for message in run(example).messages:
            made.append(structs.replace(message, file=file, entry=replace(message.entry, line=line)))
            line += 1
        found.append(tuple(made))
    return found


def places(findings: list[Finding]) -> list[tuple[int, str, str]]:
    return sorted((each.line, each.rule, each.message) for each in findings)


@pytest.mark.parametrize(
    "rule", [rule for rule in rules() if rule.scope is not Scope.ALL], ids=lambda rule: rule.name
)
def test_a_rule_finds_in_parts_what_it_finds_in_the_whole(rule: Rule) -> None:
    parts = all_examples(together=rule.scope is Scope.ENTRY)
    if rule.scope is Scope.ENTRY:
        parts = [(message,) for part in parts for message in part]
    whole = Run(tuple(message for part in parts for message in part))
    found = places(list(rule.check(whole)))
    assert found
    assert found == places([each for part in parts for each in rule.check(Run(part))])


def test_a_change_in_one_file_is_judged_with_the_others() -> None:
    checker = Checker(rules())
    files = {
        "a.po": messages(
            "a.po", *entries("The State Council met, Ma Yuehong came.", "The State Department.")
        ),
        "b.po": messages("b.po", *entries("China's Cabinet met，Yuehong Ma", "", "It met 国务院.")),
    }
    assert checker.check(files) == anew(files)
    assert checker.check(files) == anew(files)

    files["a.po"] = messages(
        "a.po", *entries("China's Cabinet met, Yuehong Ma.", "The State Department.", first=7)
    )
    found = checker.check(files)
    assert found == anew(files)
    assert {each.line for each in found if each.file == "a.po"} == {7, 8}

    del files["b.po"]
    assert checker.check(files) == anew(files)


def test_comments_that_ignore_and_those_that_ignore_nothing_any_more_are_followed() -> None:
    checker = Checker(rules())
    entry = Entry("国务院", "The State Department", comment=" glossary: ignore[term-forbidden]", line=3)
    files = {"a.po": messages("a.po", entry)}
    assert checker.check(files) == anew(files)
    files["a.po"] = messages("a.po", replace(entry, msgstr="The State Council"))
    assert [found.rule for found in checker.check(files)] == ["unused-ignore"]


def test_messages_are_judged_again_only_where_they_changed() -> None:
    judged: list[int] = []
    rule = next(rule for rule in rules() if rule.name == "han-left")

    def counted(run: Run) -> list[Finding]:
        judged.extend(message.line for message in run.messages)
        return list(rule.check(run))

    checker = Checker([structs.replace(rule, check=counted)])
    old = entries("One", "国务院", "Three")
    checker.check({"a.po": messages("a.po", *old), "b.po": messages("b.po", *old)})
    judged.clear()
    new = [old[0], replace(old[1], msgstr="Two"), replace(old[2], line=9)]
    assert checker.check({"a.po": messages("a.po", *new), "b.po": messages("b.po", *old)})
    assert judged == [2]
