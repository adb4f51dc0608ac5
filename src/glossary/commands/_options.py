"""Options that several commands have."""

from pathlib import Path
from typing import Annotated

import typer

Glossaries = Annotated[
    list[Path] | None,
    typer.Option("--glossary", metavar="PATH", help="Glossary file or folder; later ones win. Repeatable."),
]
NoBuiltin = Annotated[bool, typer.Option("--no-builtin", help="Leave the bundled glossary out.")]
Jobs = Annotated[int, typer.Option(min=1, metavar="N", help="How many processes to use.")]
Output = Annotated[
    str, typer.Option("-o", "--output", metavar="FILE|-", help="Where to write; - for standard output.")
]
Encoding = Annotated[
    str | None, typer.Option(metavar="NAME", help="Encoding of the articles, where detection is wrong.")
]
