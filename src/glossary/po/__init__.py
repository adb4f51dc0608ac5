"""PO files: what annotations say in them, how they are read, merged with a translator's work, and written.

Follows the GNU gettext manual, "The Format of PO Files". This package is the only one that imports polib.
"""

from glossary.po.comments import annotation_comment, extracted_comments, noted, refreshed
from glossary.po.draft import Draft, draft
from glossary.po.edit import with_extracted, with_translations
from glossary.po.fresh import write_fresh
from glossary.po.merge import merge, merge_drafts
from glossary.po.model import Catalogue, Entry, Previous, Reference
from glossary.po.read import STANDARD_INPUT, parse, read
from glossary.po.render import render
from glossary.po.write import write

__all__ = [
    "STANDARD_INPUT",
    "Catalogue",
    "Draft",
    "Entry",
    "Previous",
    "Reference",
    "annotation_comment",
    "draft",
    "extracted_comments",
    "merge",
    "merge_drafts",
    "noted",
    "parse",
    "read",
    "refreshed",
    "render",
    "with_extracted",
    "with_translations",
    "write",
    "write_fresh",
]
