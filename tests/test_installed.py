"""Files of other packages are found without importing these."""

import pytest

from glossary.errors import GlossaryError
from glossary.installed import data_file


def test_a_file_of_a_package_is_found() -> None:
    assert data_file("jieba", "dict.txt").read_bytes()


@pytest.mark.parametrize(("package", "name"), [("jieba", "no.txt"), ("no_such_package", "dict.txt")])
def test_what_is_missing_is_one_line_that_says_what_to_do(package: str, name: str) -> None:
    with pytest.raises(GlossaryError, match=f"package {package} is not installed, or not whole; install"):
        data_file(package, name)
