"""The command line as a shell runs it."""

import io
from collections.abc import Callable
from typing import NamedTuple

import pytest

from glossary import cli


class Outcome(NamedTuple):
    status: int
    out: str
    err: str


Run = Callable[..., Outcome]


def shell(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *command: str) -> Run:
    """Runs `glossary`, what `command` says, and the arguments that are given; `given` is standard input, in UTF-8."""

    def call(*arguments: str, given: str | bytes = "") -> Outcome:
        data = given.encode() if isinstance(given, str) else given
        monkeypatch.setattr("sys.argv", ["glossary", *command, *arguments])
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        with pytest.raises(SystemExit) as stop:
            cli.main()
        captured = capsys.readouterr()
        code = stop.value.code
        return Outcome(code if isinstance(code, int) else 0, captured.out, captured.err)

    return call
