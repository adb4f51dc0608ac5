"""Entries that no text can be annotated with."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from glossary.checks.model import Finding, Severity
from glossary.compose import labels
from glossary.concept import SHARED_FORM, forms
from glossary.curated import RECOGNISED
from glossary.lint.model import Rule, Run, finding
from glossary.lint.trial import Tried
from glossary.model import Term
from glossary.recognise.model import BOUND, Reading
from glossary.template import escape, fill, keys, slots

_SHORT = 4
"""Forms of so many characters can be set aside because they cut a word; a longer one is tried by itself."""
_FRAMES = (("大家在", "的会上发言"), ("我们对", "进行了说明"), ("近年来，", "有了发展"))
"""What a short form may stand between; it has to be found in one of these."""
_SAMPLES: Mapping[str, str] = {"date": "2019年5月", "number": "3", "ordinal": "3", "person": "王小明"}
"""What stands in slots that recognisers fill."""
_FILLERS = 8
"""In how many ways a template is filled at least, where there are so many names: once with each kind."""

_Trial = tuple[Term, str, str]
"""An entry, a form of it, and the text to try: the form itself, or a template with its slots filled."""


def _check(run: Run) -> Iterable[Finding]:
    shared = {(breach.path, breach.zh) for breach in run.breaches if breach.rule == SHARED_FORM}
    in_force = set(map(id, run.terms))
    tried = [
        entry
        for entry in run.entries
        if id(entry) in in_force and (entry.path, entry.zh) not in shared and BOUND not in labels(entry.kind)
    ]
    fillers = _fillers(run.terms)
    trials = _without_entries(run, [trial for entry in tried for trial in _trials(entry, fillers)])
    found, winners = _outcome(run, trials)
    for entry in tried:
        rivals = winners.get(id(entry))
        if id(entry) not in found and rivals and _is_certain(entry, rivals):
            yield finding(RULE, entry, _message(entry, rivals))


def _without_entries(run: Run, trials: Sequence[_Trial]) -> list[_Trial]:
    """The trials less those of templates that, with these names, are an entry: that one may say something else."""
    return [
        trial
        for trial, key in zip(trials, keys([escape(text) for _, _, text in trials]), strict=True)
        if not slots(trial[1]) or key not in run.owners
    ]


def _outcome(run: Run, trials: Sequence[_Trial]) -> tuple[set[int], dict[int, list[tuple[str, Tried]]]]:
    """The entries that are found somewhere, by identity, and what is found in place of the others in which text."""
    found: set[int] = set()
    lost: dict[int, list[tuple[str, Tried]]] = {}
    for number, (before, behind) in enumerate(_FRAMES):
        left = [
            trial for trial in trials if id(trial[0]) not in found and (number == 0 or _is_short(trial[2]))
        ]
        texts = [(before, text, behind) if _is_short(text) else ("", text, "") for _, _, text in left]
        for (entry, _, text), tried in zip(left, run.trial.stretches(texts), strict=True):
            if _is_own(tried.chosen, entry):
                found.add(id(entry))
            else:
                lost.setdefault(id(entry), []).append((text, tried))
    return found, lost


def _is_short(text: str) -> bool:
    return len(text) <= _SHORT


def _is_own(reading: Reading | None, entry: Term) -> bool:
    term = reading.term if reading else None
    return term is not None and (term.path, term.line, term.zh) == (entry.path, entry.line, entry.zh)


def _trials(entry: Term, fillers: Mapping[str, Sequence[str]]) -> Iterator[_Trial]:
    for form in forms(entry):
        wanted = slots(form)
        if not wanted:
            yield entry, form, form.replace("{{", "{").replace("}}", "}")
            continue
        choices = [fillers.get(slot.label, ()) for slot in wanted]
        if not all(choices):
            continue  # nothing fills it, which is another rule's business
        for number in range(max(map(len, choices))):
            # Two slots of one label take different names.
            values = {
                slot.name: names[(number + place) % len(names)]
                for place, (slot, names) in enumerate(zip(wanted, choices, strict=True))
            }
            yield entry, form, fill(form, values)


def _fillers(terms: Sequence[Term]) -> dict[str, list[str]]:
    """Names that fill slots, by label: one of each kind, and more where there are few kinds."""
    by_label: dict[str, dict[str, list[str]]] = {}
    for term in terms:
        if "{" not in term.zh:
            for label in term.kind.split("."):
                by_label.setdefault(label, {}).setdefault(term.kind, []).append(term.zh)
    fillers = {label: [name] for label, name in _SAMPLES.items()}
    for label, kinds in by_label.items():
        more = islice(
            (name for names in kinds.values() for name in names[1:3]), max(0, _FILLERS - len(kinds))
        )
        fillers.setdefault(label, [*(names[0] for names in kinds.values()), *more])
    return fillers


def _is_certain(entry: Term, rivals: Sequence[tuple[str, Tried]]) -> bool:
    """Whether it is the entry that loses, and not the sample for what a recogniser finds that is a poor one."""
    recognised = any(slot.label in RECOGNISED for form in forms(entry) for slot in slots(form))
    return not recognised or all(tried.chosen for _, tried in rivals)


def _message(entry: Term, rivals: Sequence[tuple[str, Tried]]) -> str:
    for text, tried in rivals:
        if tried.chosen:
            term = tried.chosen.term
            winner = f"the entry {term.zh}" if term else f"the rule for {tried.chosen.kind}"
            return f"{text} is always read by {winner}: leave one of the two out"
    text = rivals[0][0]
    if text == entry.zh:
        return f"{text} is not recognised in any text: correct it, or make it part of longer forms"
    return f"{text} is not recognised in any text, nor is any other form: correct them"


RULE = Rule(
    name="never-matches",
    summary="No text can be annotated with an entry.",
    reason=(
        "Every form is tried as annotate would meet it: long ones by themselves, short ones in sentences, templates"
        " with names in their slots. Where another entry or a rule is chosen each time, or nothing is found because"
        " the form changes when a text is cleaned, the entry is dead weight, and whoever reads it is misled."
    ),
    severity=Severity.ERROR,
    good=(
        '["园林局"]\nen = "Parks Bureau"\nkind = "institution"\n',
        '["{city}园林局"]\nen = "{city} Parks Bureau"\nkind = "institution"\n'
        '["松城"]\nen = "Songcheng"\nkind = "place.city"\n',
    ),
    bad=(
        '["园(yuán)林局"]\nen = "Parks Bureau"\nkind = "institution"\n',
        '["{city}园林局"]\nen = "{city} Parks Bureau"\nkind = "institution"\n'
        '["{place}园林局"]\nen = "Parks Bureau of {place}"\nkind = "institution"\n'
        '["松城"]\nen = "Songcheng"\nkind = "place.city"\n',
    ),
    check=_check,
)
