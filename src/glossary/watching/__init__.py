"""PO files checked while they are being edited: what is new and what is mended since the last look."""

from glossary.watching.model import Change, Plan, Update
from glossary.watching.session import Session

__all__ = ["Change", "Plan", "Session", "Update"]
