"""Candidates and renderings as JSON, for scripts."""

import json
from typing import Any

from glossary.mine.model import Context, Found, Learnt, Result, Used
from glossary.model import Term


def to_json(result: Result) -> str:
    """The result as one JSON object; the shape is a contract, and fields are only ever added.

    `{"files", "candidates": [{"zh", "kind", "count", "articles", "score", "contexts": [{"file", "line", "text"}],
    "proposal", "certain", "parts": [{"zh", "en"}], "used": [{"en", "count", "score", "context"}]}],
    "renderings": [{"zh", "en", "allow": [], "file", "line", "entries", "otherwise", "used": [...]}]}`. `renderings` are
    glossary terms that translations render otherwise; `used` is best first in both; `context` may be null.
    """
    shape = {
        "files": result.files,
        "candidates": list(map(_candidate_shape, result.candidates)),
        "renderings": [_learnt_shape(each, result.terms[each.concept]) for each in result.learnt],
    }
    return json.dumps(shape, ensure_ascii=False, indent=1) + "\n"


def _candidate_shape(found: Found) -> dict[str, Any]:
    return {
        "zh": found.zh,
        "kind": found.sort.value,
        "count": found.count,
        "articles": found.articles,
        "score": found.score,
        "contexts": list(map(_context_shape, found.contexts)),
        "proposal": found.proposal,
        "certain": found.certain,
        "parts": [{"zh": zh, "en": en} for zh, en in found.parts],
        "used": list(map(_used_shape, found.used)),
    }


def _learnt_shape(learnt: Learnt, term: Term) -> dict[str, Any]:
    return {
        "zh": term.zh,
        "en": term.en,
        "allow": list(term.allow),
        "file": term.path,
        "line": term.line,
        "entries": learnt.entries,
        "otherwise": learnt.otherwise,
        "used": list(map(_used_shape, learnt.used)),
    }


def _context_shape(context: Context) -> dict[str, Any]:
    return {"file": context.file, "line": context.line, "text": context.text}


def _used_shape(used: Used) -> dict[str, Any]:
    context = _context_shape(used.context) if used.context else None
    return {"en": used.text, "count": used.count, "score": used.score, "context": context}
