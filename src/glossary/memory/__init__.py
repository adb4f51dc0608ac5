"""Translation memory: sentences that have been translated before, found again for an article.

A sentence is the same where its match key is: script, width, white space and pinyin glosses do not count. A near one
is the same to a given percentage, digits aside.
"""

from glossary.memory.fill import Filled, Recall, merge
from glossary.memory.find import Match, matches
from glossary.memory.join import Joined, join
from glossary.memory.model import Memory, Unit
from glossary.memory.read import read, units

__all__ = [
    "Filled",
    "Joined",
    "Match",
    "Memory",
    "Recall",
    "Unit",
    "join",
    "matches",
    "merge",
    "read",
    "units",
]
