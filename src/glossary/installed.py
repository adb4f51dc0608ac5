"""Files of other packages, found without importing these."""

from importlib.util import find_spec
from pathlib import Path

from glossary.errors import GlossaryError


def data_file(package: str, name: str) -> Path:
    """The file of this name in the folder of an installed package.

    Raises:
        GlossaryError: The package is not installed, or lacks the file.
    """
    spec = find_spec(package)
    folders = spec.submodule_search_locations if spec else None
    for path in (Path(folder, name) for folder in folders or ()):
        if path.is_file():
            return path
    raise GlossaryError(f"the package {package} is not installed, or not whole; install zh-glossary again")
