import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from glossary.article import Block
from glossary.article.docx import parse
from glossary.errors import DataError

W = nsdecls("w")


def data_of(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def blocks(document: Any) -> tuple[Block, ...]:
    return parse(data_of(document), file="a.docx", encoding=None).blocks


def found(document: Any) -> list[tuple[str, str, int]]:
    return [(block.kind.value, block.text, block.lines[0][1]) for block in blocks(document)]


def with_paragraph(inside: str) -> Any:
    """A document of one paragraph, from WordprocessingML."""
    document = docx.Document()
    document.element.body.insert(0, parse_xml(f"<w:p {W}>{inside}</w:p>"))
    return document


def test_paragraphs_headings_items_and_cells_come_in_document_order() -> None:
    document = docx.Document()
    document.add_heading("防汛通知", 0)
    document.add_heading("总则", 1)
    document.add_paragraph("　　各乡镇： ")
    document.add_paragraph("")
    document.add_paragraph("检查堤坝", style="List Number")
    document.add_table(1, 2).cell(0, 1).text = "东乡"
    document.add_paragraph("图一", style="Caption")
    assert found(document) == [
        ("heading", "防汛通知", 1),
        ("heading", "总则", 2),
        ("paragraph", "各乡镇：", 3),
        ("item", "检查堤坝", 5),
        ("cell", "东乡", 7),
        ("caption", "图一", 8),
    ]


def test_the_encoding_is_empty_and_one_that_is_given_means_nothing() -> None:
    document = docx.Document()
    document.add_paragraph("正文")
    article = parse(data_of(document), file="a.docx", encoding="gb18030")
    assert (article.file, article.encoding, len(article.blocks)) == ("a.docx", "", 1)


def test_merged_cells_are_read_once() -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "横"
    table.cell(1, 0).text = "左"
    tall = document.add_table(2, 1)
    tall.cell(0, 0).merge(tall.cell(1, 0)).text = "竖"
    assert [text for _, text, _ in found(document)] == ["横", "左", "竖"]


def test_a_nested_table_is_read_in_its_place() -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "外"
    cell.add_table(1, 1).cell(0, 0).text = "内"
    assert [text for _, text, _ in found(document)] == ["外", "内"]


def test_ruby_gives_its_base_text() -> None:
    document = with_paragraph(
        "<w:r><w:ruby><w:rt><w:r><w:t>guó</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>國</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>家</w:t></w:r>"
    )
    assert found(document) == [("paragraph", "國家", 1)]


def test_tracked_deletions_are_out_and_insertions_are_in() -> None:
    document = with_paragraph(
        "<w:r><w:t>全</w:t></w:r><w:del><w:r><w:delText>省</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>县</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom>"
    )
    assert found(document) == [("paragraph", "全县", 1)]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    document = with_paragraph("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>全县的</w:t></w:r>")
    document.element.body.insert(1, parse_xml(f"<w:p {W}><w:r><w:t>水库</w:t></w:r></w:p>"))
    (block,) = blocks(document)
    assert (block.text, block.lines) == ("全县的水库", ((0, 1), (3, 2)))


def test_hidden_text_and_field_codes_are_out_and_field_results_are_in() -> None:
    document = with_paragraph(
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>"
        "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>明</w:t></w:r>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink>"
    )
    assert found(document) == [("paragraph", "明链接", 1)]


def test_line_breaks_end_a_block_and_tabs_are_spaces() -> None:
    document = with_paragraph(
        "<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>"
        "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>"
    )
    assert found(document) == [("paragraph", "甲 乙", 1), ("paragraph", "丙", 1)]


def test_content_controls_are_read_and_their_placeholders_are_not() -> None:
    document = docx.Document()
    for text, state in (("正文", ""), ("单击此处", "<w:showingPlcHdr/>")):
        content = f"<w:sdtContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:sdtContent>"
        control = f"<w:sdt {W}><w:sdtPr>{state}</w:sdtPr>{content}</w:sdt>"
        document.element.body.insert(0, parse_xml(control))
    assert [text for _, text, _ in found(document)] == ["正文"]


def test_a_text_box_is_read_once_after_the_paragraph_that_it_hangs_on() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    document = with_paragraph(
        f"<w:r><mc:AlternateContent {mc}><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent><w:t>框外</w:t></w:r>"
    )
    assert found(document) == [("paragraph", "框外", 1), ("paragraph", "框内", 2)]


def with_footnote(document: Any) -> Any:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    inside = "<w:footnote w:id='2'><w:p><w:r><w:t>脚注</w:t></w:r></w:p></w:footnote>"
    note = f"<w:footnotes {W}>{inside}</w:footnotes>"
    content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), content_type, note.encode(), document.part.package)
    document.part.relate_to(
        part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    )
    return document


def test_a_footnote_follows_the_paragraph_that_refers_to_it() -> None:
    document = with_footnote(with_paragraph("<w:r><w:t>正文</w:t><w:footnoteReference w:id='2'/></w:r>"))
    document.add_paragraph("后文")
    assert found(document) == [("paragraph", "正文", 1), ("paragraph", "脚注", 1), ("paragraph", "后文", 2)]


def test_a_footnote_of_a_paragraph_that_goes_on_in_the_next_follows_both() -> None:
    document = with_footnote(
        with_paragraph(
            "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
            "<w:r><w:t>正</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r>"
        )
    )
    document.element.body.insert(1, parse_xml(f"<w:p {W}><w:r><w:t>文</w:t></w:r></w:p>"))
    assert [text for _, text, _ in found(document)] == ["正文", "脚注"]


def test_page_headers_and_footers_with_chinese_follow_the_text() -> None:
    document = docx.Document()
    document.add_paragraph("正文")
    document.sections[0].header.paragraphs[0].text = "县水务局文件"
    document.sections[0].footer.paragraphs[0].text = "- 1 -"
    document.sections[0].footer.add_paragraph("内部资料")
    document.add_section()  # with the header and footer of the one before
    document.add_section().header.is_linked_to_previous = False
    document.sections[2].header.paragraphs[0].text = "附件"
    count = len(document.paragraphs)
    assert found(document) == [
        ("paragraph", "正文", 1),
        ("paragraph", "县水务局文件", count + 1),
        ("paragraph", "内部资料", count + 3),
        ("paragraph", "附件", count + 4),
    ]


def test_the_outline_level_and_the_parent_of_a_style_make_a_heading() -> None:
    document = docx.Document()
    style = document.styles.add_style("Section", 1)
    style.base_style = document.styles["Heading 2"]
    document.add_paragraph("第一章", style=style)
    document.element.body.insert(
        0, parse_xml(f"<w:p {W}><w:pPr><w:outlineLvl w:val='0'/></w:pPr><w:r><w:t>卷首</w:t></w:r></w:p>")
    )
    document.element.body.insert(
        0, parse_xml(f"<w:p {W}><w:pPr><w:outlineLvl w:val='9'/></w:pPr><w:r><w:t>正文</w:t></w:r></w:p>")
    )
    assert [(kind, text) for kind, text, _ in found(document)] == [
        ("paragraph", "正文"),
        ("heading", "卷首"),
        ("heading", "第一章"),
    ]


def test_a_table_of_contents_is_left_out() -> None:
    document = docx.Document()
    document.add_paragraph("总则 1", style=document.styles.add_style("toc 1", 1))
    document.add_paragraph("正文")
    assert found(document) == [("paragraph", "正文", 2)]


def zipped(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return buffer.getvalue()


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def without_document(data: bytes) -> bytes:
    package = zipfile.ZipFile(io.BytesIO(data))
    return zipped({name: package.read(name) for name in package.namelist() if name != "word/document.xml"})


def with_broken_xml(data: bytes) -> bytes:
    package = zipfile.ZipFile(io.BytesIO(data))
    files = {name: package.read(name) for name in package.namelist()}
    return zipped({**files, "word/document.xml": b"<w:document"})


def with_another_root(data: bytes) -> bytes:
    package = zipfile.ZipFile(io.BytesIO(data))
    files = {name: package.read(name) for name in package.namelist()}
    return zipped({**files, "word/document.xml": b"<html/>"})


@pytest.mark.parametrize(
    "damage",
    [
        cut,
        without_document,
        with_broken_xml,
        with_another_root,
        lambda _: b"plain",
        lambda _: zipped({"a.txt": b"a"}),
    ],
)
def test_a_broken_document_is_an_error_that_says_what_to_do(damage: Callable[[bytes], bytes]) -> None:
    document = docx.Document()
    document.add_paragraph("正文")
    with pytest.raises(DataError, match=r"^a\.docx: is .*save it again as \.docx"):
        parse(damage(data_of(document)), file="a.docx", encoding=None)


def test_an_old_or_protected_office_file_is_named() -> None:
    with pytest.raises(DataError, match="password"):
        parse(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), file="a.docx", encoding=None)


def test_a_file_that_unpacks_to_far_more_than_a_document_is_refused() -> None:
    with pytest.raises(DataError, match="unpacks to 24 MB"):
        parse(zipped({"word/document.xml": bytes(24 << 20)}), file="a.docx", encoding=None)


def test_the_last_paragraph_is_read_though_its_end_was_deleted() -> None:
    document = with_paragraph("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>全县的</w:t></w:r>")
    assert found(document) == [("paragraph", "全县的", 1)]
