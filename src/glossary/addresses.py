"""What stands in a text but is not read: addresses, link targets, tags, character references."""

import re

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[!-~]+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]+|</?[A-Za-z][^<>]*>|\]\([^()\s]*\)|&#?\w{1,8};",
    re.ASCII,
)
_MAY_BEGIN = re.compile(r"[@<&]|\]\(|://|www\.")


def blanked(text: str) -> str:
    """The text with blanks in the place of all that is not read; offsets stay."""
    if not _MAY_BEGIN.search(text):
        return text
    return _ADDRESS.sub(lambda match: " " * len(match[0]), text)
