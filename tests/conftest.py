"""What holds for all tests: the cache is theirs alone, and how long an example takes is not what is tested."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Compiled forms of one run of the tests, not the user's."""
    folder = tmp_path_factory.getbasetemp() / "cache"
    monkeypatch.setenv("GLOSSARY_CACHE", str(folder))
    return folder


@pytest.fixture
def bare_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder as the current one, with settings that keep the bundled glossary out."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "glossary.toml").write_text("builtin = false\n", encoding="utf-8")
    return tmp_path


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds `--update-golden`."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")
