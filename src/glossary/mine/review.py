"""Candidates and renderings as a glossary file for a curator's review.

In the TOML file every entry is commented out, so that the file is a valid glossary at every moment and holds exactly
what somebody has looked at: data stands behind `#` alone, remarks behind `# ` with a blank. An entry that is
uncommented while its `en` is empty is refused by everything that reads glossaries.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from glossary.mine.model import Context, Found, Learnt, Result, Sort, Used
from glossary.model import Term
from glossary.plural import plural

_HEADER = """\
# {what}
#
# For review. Every entry below is commented out, so this file is a valid glossary from the start, and holds what you let
# in. To take an entry in:
#   1. fill in `en` and read the other fields; a proposal is a help and no rendering;
#   2. remove the # that stands directly before [ or a field, in each line of the entry; lines with a blank after the #
#      are remarks, and go;
#   3. run `glossary lint` on the file, and move the entry to its place in the glossaries.
# An entry that is uncommented while `en = ""` is an error, not an empty rendering.

[meta]
title = {title}
licence = "CC0-1.0"
"""


def review(result: Result) -> str:
    """The file for review."""
    source = plural(result.files, "file")
    what = f"Mined from {source}: {plural(len(result.candidates), 'candidate')}"
    if result.learnt:
        what += f", {plural(len(result.learnt), 'term')} that translations render otherwise"
    blocks = [_HEADER.format(what=what, title=_text(f"Candidates from {source}, for review"))]
    if result.learnt:
        blocks.append(f"# ==== rendered otherwise: {len(result.learnt):,}\n")
        blocks += [_learnt(each, result.terms[each.concept]) for each in result.learnt]
    for sort in Sort:
        found = [candidate for candidate in result.candidates if candidate.sort is sort]
        if found:
            blocks.append(f"# ==== {sort.value}: {len(found):,}\n")
            blocks += map(_candidate, found)
    return "\n".join(blocks)


def _candidate(found: Found) -> str:
    en = found.used[0].text if found.used else found.proposal if found.certain else ""
    lines = [f"# {_times(found.count)} in {plural(found.articles, 'file')}", *_contexts(found.contexts)]
    if found.proposal:
        lines.append(f"# composition {'gives' if found.certain else 'proposes'}: {_shown(found.proposal)}")
    if found.parts and not found.certain:
        known = "; ".join(f"{zh} = {en}" for zh, en in found.parts if en)
        unknown = ", ".join(zh for zh, en in found.parts if not en)
        lines.append(f"# known: {_shown(known)}" + (f"; unknown: {unknown}" if unknown else ""))
    lines += _used(found.used)
    lines += _entry(found.zh, {"en": en, "kind": found.sort.value})
    return "\n".join(lines) + "\n"


def _learnt(learnt: Learnt, term: Term) -> str:
    lines = [
        f"# rendered otherwise in {learnt.otherwise} of {plural(learnt.entries, 'entry')}; now in {_shown(term.path)}:{term.line}",
        *_used(learnt.used),
    ]
    fields: dict[str, Any] = {
        "en": term.en,
        "kind": term.kind,
        "allow": [*term.allow, *(used.text for used in learnt.used[:1])],
        "forbid": list(term.forbid),
        "zh": list(term.variants),
        "members": list(term.members),
        "note": term.note,
        "source": term.source,
        "status": term.status.value,
        "since": term.since,
        "until": term.until,
        "free": term.free or None,
    }
    if term.short:
        fields["short"] = {"zh": term.short.zh, "en": term.short.en}
    kept = {name: value for name, value in fields.items() if value not in ("", [], None)}
    return "\n".join([*lines, *_entry(learnt.concept, kept)]) + "\n"


def _entry(zh: str, fields: Mapping[str, Any]) -> Iterator[str]:
    yield f"#[{_text(zh)}]"
    for name, value in fields.items():
        yield f"#{name} = {_value(value)}"


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{name} = {_value(item)}" for name, item in value.items()) + " }"
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    return json.dumps(value) if isinstance(value, bool | int) else _text(value)


def _text(text: str) -> str:
    """A basic string of TOML: JSON's escapes are among its own, but it wants U+007F escaped too."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _contexts(contexts: Iterable[Context]) -> Iterator[str]:
    for context in contexts:
        yield f"#   {_shown(context.file)}:{context.line}: {_shown(context.text)}"


def _used(used: Iterable[Used]) -> Iterator[str]:
    for each in used:
        yield f"# {_times(each.count)} “{_shown(each.text)}” ({each.score:.2f})"
        yield from _contexts([each.context] if each.context else ())


def _shown(text: str) -> str:
    """A text on one line of a comment."""
    return " ".join("".join(character if character.isprintable() else " " for character in text).split())


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count) or f"{count:,} times"
