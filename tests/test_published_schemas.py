"""What is written keeps to the schemas as others published them; CONTRIBUTING.md says where they are to be had."""

import os
from pathlib import Path

import pytest
from lxml import etree
from shell import Run, shell

_FOLDER = Path(os.environ.get("GLOSSARY_SCHEMAS", ""))
_PROJECT = Path(__file__).parent.parent
_PO = str(_PROJECT / "locale/en/benxi-cooperation.po")
# The core of XLIFF with its modules, so that none of a file is passed over.
_XLIFF = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:import namespace="urn:oasis:names:tc:xliff:document:2.0" schemaLocation="xliff_core_2.0.xsd"/>
<xs:import namespace="urn:oasis:names:tc:xliff:glossary:2.0" schemaLocation="glossary.xsd"/>
<xs:import namespace="urn:oasis:names:tc:xliff:metadata:2.0" schemaLocation="metadata.xsd"/>
</xs:schema>"""


@pytest.fixture
def convert(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """`glossary convert`, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return shell(capsys, monkeypatch, "convert")


def needs(*names: str) -> pytest.MarkDecorator:
    missing = [name for name in names if not (_FOLDER / name).is_file()]
    reason = f"{', '.join(missing)} not in the folder that GLOSSARY_SCHEMAS names"
    return pytest.mark.skipif(not _FOLDER.name or bool(missing), reason=reason)


def faults(schema: etree.RelaxNG | etree.XMLSchema | etree.DTD, path: str) -> list[str]:
    schema.validate(etree.parse(path))
    return [f"{error.line}: {error.message}" for error in schema.error_log]


@needs("TBXcoreStructV03.rng")
def test_the_bundled_glossary_as_tbx(convert: Run) -> None:
    assert convert(str(_PROJECT / "glossaries"), "all.tbx").status == 0
    assert faults(etree.RelaxNG(etree.parse(_FOLDER / "TBXcoreStructV03.rng")), "all.tbx") == []


@needs("xliff_core_2.0.xsd", "glossary.xsd", "metadata.xsd")
def test_the_bundled_translation_as_xliff(convert: Run) -> None:
    assert convert(_PO, "a.xlf").status == 0
    schema = etree.XMLSchema(etree.fromstring(_XLIFF, base_url=f"{_FOLDER}/"))
    assert faults(schema, "a.xlf") == []


@needs("tmx14.dtd")
def test_the_bundled_translation_as_tmx(convert: Run) -> None:
    assert convert(_PO, "a.tmx").status == 0
    assert faults(etree.DTD(str(_FOLDER / "tmx14.dtd")), "a.tmx") == []
