"""How far translations are, and whether they have kept up with their glossary and their articles."""

from glossary.state.articles import ArticleState, Standing
from glossary.state.changes import Change, Summary, changes, summaries
from glossary.state.files import File, read, write
from glossary.state.progress import Progress
from glossary.state.refresh import refreshed, stale
from glossary.state.status import Status, status

__all__ = [
    "ArticleState",
    "Change",
    "File",
    "Progress",
    "Standing",
    "Status",
    "Summary",
    "changes",
    "read",
    "refreshed",
    "stale",
    "status",
    "summaries",
    "write",
]
