"""The comments of a PO file, brought up to today's glossary without its article."""

from dataclasses import replace

from glossary import po
from glossary.checks.model import Message
from glossary.state.files import File


def refreshed(file: File) -> po.Catalogue:
    """The catalogue with the comments that `annotate` would write today; all else is as it stands.

    Obsolete entries, which belong to no text any more, and files that `annotate` did not write stay as they are.
    """
    if not file.is_annotated:
        return file.catalogue
    return replace(file.catalogue, entries=tuple(map(_refreshed, file.messages)))


def stale(file: File) -> list[Message]:
    """The messages whose comments are not what `annotate` would write today, in order."""
    if not file.is_annotated:
        return []
    return [message for message in file.messages if _refreshed(message) is not message.entry]


def _refreshed(message: Message) -> po.Entry:
    if message.entry.obsolete or not message.entry.msgid:
        return message.entry
    comments = po.refreshed(message.entry.extracted, message.annotations)
    return po.with_extracted(message.entry, comments)
