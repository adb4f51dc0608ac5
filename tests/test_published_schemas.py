"""What is written keeps to the schemas as others published them; CONTRIBUTING.md says where they are to be had."""

import os
from pathlib import Path

import pytest
from lxml import etree
from schematron import failures
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
@pytest.mark.parametrize("name", ["tbx", "tbx-dct"])
def test_the_bundled_glossary_as_tbx(name: str, convert: Run) -> None:
    assert convert(str(_PROJECT / "glossaries"), "all.tbx", "--to", name).status == 0
    assert faults(etree.RelaxNG(etree.parse(_FOLDER / "TBXcoreStructV03.rng")), "all.tbx") == []


@needs("Min.rng", "Basic.rng")
def test_the_tags_of_the_modules_in_style_dct(convert: Run) -> None:
    assert convert(str(_PROJECT / "glossaries"), "all.tbx", "--to", "tbx-dct").status == 0
    for prefix, name in (("min", "Min.rng"), ("basic", "Basic.rng")):
        schema = etree.RelaxNG(etree.parse(_FOLDER / name))
        stated = list(etree.parse("all.tbx").iter(f"{{http://www.tbxinfo.net/ns/{prefix}}}*"))
        assert stated
        # A tag of a module is judged by itself, as the published NVDL has it.
        tags = {etree.tostring(element, with_tail=False) for element in stated}
        assert [tag for tag in tags if not schema.validate(etree.fromstring(tag))] == []


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        pytest.param(name, rules, marks=needs(rules))
        for name, rules in (
            ("tbx", "TBX-Basic_DCA.sch"),
            ("tbx-dct", "TBX-Basic_DCT.sch"),
            ("tbx-dct", "Min.sch"),
            ("tbx-dct", "Basic.sch"),
        )
    ],
)
def test_the_bundled_glossary_by_the_rules_of_tbx_basic(name: str, rules: str, convert: Run) -> None:
    assert convert(str(_PROJECT / "glossaries"), "all.tbx", "--to", name).status == 0
    assert failures(Path("all.tbx"), _FOLDER / rules) == []


@needs("TBX-Basic_DCA.sch", "TBX-Basic_DCT.sch")
def test_the_rules_of_tbx_basic_find_what_is_wrong(convert: Run) -> None:
    Path("a.tsv").write_text("zh\ten\n甲\tA\n", encoding="utf-8")
    assert convert("a.tsv", "a.tbx").status == 0
    text = Path("a.tbx").read_text(encoding="utf-8")
    Path("a.tbx").write_text(text.replace("preferredTerm-admn-sts", "preferred"), encoding="utf-8")
    assert len(failures(Path("a.tbx"), _FOLDER / "TBX-Basic_DCA.sch")) == 2
    assert [line for line in failures(Path("a.tbx"), _FOLDER / "TBX-Basic_DCT.sch") if "'dct'" in line] != []


@needs("xliff_core_2.0.xsd", "glossary.xsd", "metadata.xsd")
def test_the_bundled_translation_as_xliff(convert: Run) -> None:
    assert convert(_PO, "a.xlf").status == 0
    schema = etree.XMLSchema(etree.fromstring(_XLIFF, base_url=f"{_FOLDER}/"))
    assert faults(schema, "a.xlf") == []


@needs("tmx14.dtd")
def test_the_bundled_translation_as_tmx(convert: Run) -> None:
    assert convert(_PO, "a.tmx").status == 0
    assert faults(etree.DTD(str(_FOLDER / "tmx14.dtd")), "a.tmx") == []
