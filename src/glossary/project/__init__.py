"""New projects: the folder that translators and their CI start from.

What it holds are the files in `template/`, where `dot-` at the start of a name stands for the dot of hidden files:
with it, tools would take them for the settings of this package.
"""

from pathlib import Path

from glossary.atomic import looking_at
from glossary.errors import DataError, GlossaryError

_TEMPLATE = Path(__file__).with_name("template")


def files() -> dict[str, Path]:
    """The files of a new project: their paths in it, sorted, and the templates that they are copies of."""
    templates = (path for path in _TEMPLATE.rglob("*") if path.is_file())
    return dict(sorted((_name(path), path) for path in templates))


def create(folder: Path) -> list[Path]:
    """Makes a new project in a folder, which is made too where it is absent; the files, in order.

    Files that are there and no part of a project stay. What has been made is taken back where something fails.

    Raises:
        GlossaryError: Some of the project's files are there already; the message names them.
        DataError: The folder or a file in it cannot be made.
    """
    _refuse(folder)
    made: list[Path] = []
    folders: list[Path] = []
    try:
        for name, template in files().items():
            target = folder / name
            folders += _made(target.parent)
            with target.open("xb") as stream:
                made.append(target)
                stream.write(template.read_bytes())
    except BaseException as error:
        for path in made:
            path.unlink(missing_ok=True)
        for path in reversed(folders):
            path.rmdir()
        if isinstance(error, OSError):
            fault = f"cannot be made: {error.strerror or error}; choose another place or make room there"
            raise DataError(target, None, fault) from None
        raise
    return made


def _name(template: Path) -> str:
    parts = template.relative_to(_TEMPLATE).parts
    return "/".join(f".{part.removeprefix('dot-')}" if part.startswith("dot-") else part for part in parts)


def _refuse(folder: Path) -> None:
    with looking_at(folder):
        if folder.exists() and not folder.is_dir():
            raise DataError(folder, None, "is a file: name a folder for the project")
        # A link that leads nowhere is there too.
        present = [name for name in files() if (folder / name).exists() or (folder / name).is_symlink()]
    if present:
        raise GlossaryError(
            f"{folder} has {', '.join(present)} already: choose a new folder, or move these away"
        )


def _made(folder: Path) -> list[Path]:
    """Makes a folder and those above it; the ones that were not there, outermost first."""
    new = []
    while not folder.exists():
        new.append(folder)
        folder = folder.parent
    for each in reversed(new):
        each.mkdir()
    return new[::-1]
