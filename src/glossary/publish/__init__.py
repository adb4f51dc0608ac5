"""Articles with their PO files into English documents."""

from glossary.publish.bilingual import page
from glossary.publish.match import Match, Rendered, State, match
from glossary.publish.place import parts

__all__ = ["Match", "Rendered", "State", "match", "page", "parts"]
"""An article is read and matched (`match`), then given the English (`parts`, for `article.Loaded.publish`) or set beside it
(`page`)."""
