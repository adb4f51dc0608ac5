"""The command line as one run after another: each reads the glossaries as they are by then."""

import pytest
from shell import Outcome, Run, shell

from glossary.batch import annotator


def afresh(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """As `shell`, but no glossary is remembered from one call to the next, as none is between two processes."""
    call = shell(capsys, monkeypatch)

    def run(*arguments: str, given: str | bytes = "") -> Outcome:
        annotator.cache_clear()
        return call(*arguments, given=given)

    return run
