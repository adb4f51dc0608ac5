"""`glossary build`: the glossary as a web page to search and read."""

from pathlib import Path
from typing import Annotated

import typer

from glossary.atomic import looking_at, write_text
from glossary.commands._console import put, say
from glossary.commands._options import Glossaries, NoBuiltin, task
from glossary.errors import DataError, GlossaryError


def build(
    output: Annotated[
        str,
        typer.Option("-o", "--output", metavar="DIR|-", help="Where to write; - for standard output."),
    ] = "glossary-site",
    glossary: Glossaries = None,
    no_builtin: NoBuiltin = False,
) -> None:
    """Write the glossary as a web page: search as you type, from disk, without a network.

    It is one file, index.html, which a browser opens by a double click and any web server can serve.
    """
    from glossary import config
    from glossary.batch import compiled
    from glossary.curated import bundled
    from glossary.site import extent, page, render

    target = None if output == "-" else _target(Path(output))
    settings = config.load()
    used = task(settings, glossary, no_builtin=no_builtin)
    terms = compiled(used.glossaries, builtin=used.builtin).terms()
    folders = {bundled(): "bundled"} if used.builtin else {}
    made = page(terms, folders=folders | {settings.root: ""})
    if not made.entries:
        raise GlossaryError("no entries to show: name a glossary with --glossary, or use the bundled one")
    document = render(made)
    if target is None:
        put(document, "-")
    else:
        _write(target, document)
        size = len(document.encode()) / 1e6
        say(f"{target}: {extent(made)}, {size:.1f} MB; open it in a browser")


def _target(folder: Path) -> Path:
    """The page in that folder; refused where a file stands there that is none of ours."""
    from glossary.site import is_ours

    target = folder / "index.html"
    with looking_at(folder):
        if folder.exists() and not folder.is_dir():
            raise DataError(folder, None, "is a file; name a folder for the page with -o")
        ours = not target.exists() or (target.is_file() and is_ours(target.read_bytes()))
    if not ours:
        cause = "is no page that `glossary build` made; remove it, or name another folder with -o"
        raise DataError(target, None, cause)
    return target


def _write(target: Path, document: str) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        cause = f"cannot be created: {error.strerror or error}; name another folder with -o"
        raise DataError(target.parent, None, cause) from None
    write_text(target, document)
