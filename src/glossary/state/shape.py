"""The state of PO files as JSON, for scripts: the shape is a contract, and fields are only ever added.

`{"files": [{"file", "segments", "translated", "fuzzy", "untranslated", "obsolete", "percent",
"percent_of_characters", "stale", "articles": [{"file", "state", "new": [{"line", "text"}], "gone", "fault"}]}],
"changes": [{"term", "old", "new", "entries", "with_old", "with_new"}]}`
"""

from collections.abc import Sequence
from typing import Any

import msgspec

from glossary.state.articles import ArticleState
from glossary.state.changes import summaries
from glossary.state.status import Status


def to_json(statuses: Sequence[Status]) -> str:
    """The state of these files, indented, with a line feed at its end."""
    changes = summaries(change for status in statuses for change in status.changes)
    shape = {"files": list(map(_file, statuses)), "changes": changes}
    return msgspec.json.format(msgspec.json.encode(shape), indent=2).decode() + "\n"


def _file(status: Status) -> dict[str, Any]:
    progress = status.progress
    return {
        "file": status.file,
        "segments": progress.segments,
        "translated": progress.translated,
        "fuzzy": progress.fuzzy,
        "untranslated": progress.untranslated,
        "obsolete": progress.obsolete,
        "percent": progress.percent,
        "percent_of_characters": progress.percent_of_characters,
        "stale": status.stale,
        "articles": list(map(_article, status.articles)),
    }


def _article(article: ArticleState) -> dict[str, Any]:
    return {
        "file": article.file,
        "state": article.standing,
        "new": [{"line": line, "text": text} for line, text in article.new],
        "gone": article.gone,
        "fault": article.fault,
    }
