"""The README's tour is real: its commands give the output that it shows."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```console\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
SESSIONS = [
    (command, output)
    for block in BLOCKS
    for command, output in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
]


def test_the_readme_shows_sessions() -> None:
    assert len(SESSIONS) >= 6


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the tour works on, with the PO file as it is before the first run."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("articles", "locale", "glossaries"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "pyproject.toml", folder)
    double = '["国务院"]\nen = "a"\nkind = "x"\n["國務院"]\nen = "b"\nkind = "x"\n'
    (folder / "dup.toml").write_text(double, encoding="utf-8")
    [own] = re.findall(r"^```toml\n(# terms.toml\n.*?)^```$", README, re.DOTALL | re.MULTILINE)
    (folder / "terms.toml").write_text(own, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("command", "output"), SESSIONS, ids=[command for command, _ in SESSIONS])
def test_a_session_goes_as_shown(
    command: str, output: str, checkout: Path, pytestconfig: pytest.Config
) -> None:
    script = checkout / "glossary"
    script.write_text(f"#!{sys.executable}\nfrom glossary.cli import main\nmain()\n", encoding="utf-8")
    script.chmod(0o755)
    environment = {**os.environ, "PATH": f"{checkout}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "100"}
    done = subprocess.run(
        command,
        shell=True,
        cwd=checkout,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if pytestconfig.getoption("--update-golden"):
        readme = ROOT / "README.md"
        shown = readme.read_text(encoding="utf-8")
        written = shown.replace(f"$ {command}\n{output}", f"$ {command}\n{done.stdout}")
        readme.write_text(written, encoding="utf-8")
        return
    assert done.stdout == output


def test_the_entry_in_the_readme_is_in_the_po_file() -> None:
    [entry] = re.findall(r"^```po\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    assert entry in (ROOT / "locale" / "en" / "benxi-cooperation.po").read_text(encoding="utf-8")
