"""Start-up time is a feature: naming the commands loads none of what is heavy."""

import subprocess
import sys

HEAVY = "daachorse docx jieba lxml markdown_it msgspec openpyxl polib pypinyin rapidfuzz watchfiles zipfile"


def test_the_command_line_loads_nothing_heavy() -> None:
    code = "import sys; from glossary.cli import _app; _app([]); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(HEAVY.split()) & set(done.stdout.split()) == set()
