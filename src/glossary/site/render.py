"""The page as HTML: one file with its style, its script and its data in it."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

import msgspec

from glossary.plural import plural
from glossary.site.data import Page

_GENERATOR = "zh-glossary build"
_SCRIPTS = "search.js", "entry.js", "page.js"
"""In order, as one module."""
_MARK = re.compile(r"\{\{(\w+)\}\}")
_IN_JSON = str.maketrans({character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"})
"""Characters that end or change a script element, or a line of it, each as JSON may write it too."""


def render(page: Page) -> str:
    """The page as an HTML document.

    Nothing in an entry can become markup: the data is JSON without `<`, `>` and `&`, and the script shows it as
    text. The content security policy allows the page's own style and script by their hashes, and no request.
    """
    style, script = _template("page.css"), "".join(map(_template, _SCRIPTS))
    values = {
        "generator": _GENERATOR,
        "policy": _policy(style, script),
        "extent": extent(page),
        "style": style,
        "data": msgspec.json.encode(page).decode().translate(_IN_JSON),
        "script": script,
    }
    return _MARK.sub(lambda mark: values[mark[1]], _template("page.html"))


def extent(page: Page) -> str:
    """How much there is in a page, for people."""
    return f"{plural(len(page.entries), 'entry')} from {plural(len(page.files), 'file')}"


def is_ours(document: bytes) -> bool:
    """Whether a file is a page that `render` made, and may be written over."""
    return f'<meta name="generator" content="{_GENERATOR}">'.encode() in document[:2000]


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; img-src data:; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


@cache
def _template(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")
