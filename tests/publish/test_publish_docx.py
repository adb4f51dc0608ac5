import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import given, settings
from hypothesis import strategies as st
from publish.writing import Written, loaded, numbered, write

from glossary.article import docx as form

W = nsdecls("w", "r")
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ENGLISH = {
    "会议开始。": "The meeting began.",
    "兰州市人民政府召开会议。": "The Lanzhou Municipal People's Government met.",
    "详见水库安全的通知。": "See the circular.",
    "散会": "Closed",
}


MEETING = {
    "今天，兰州市人民政府召开会议。": "The meeting of the Lanzhou Municipal People's Government was today.",
    "兰州市人民政府召开会议。": "The Lanzhou Municipal People's Government met.",
}


def data_of(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def published(document: Any, english: dict[str, str] | None = None) -> Written:
    return write(form, data_of(document), ENGLISH if english is None else english)


def opened(written: Written) -> Any:
    return docx.Document(io.BytesIO(written.data))


def paragraph(inside: str) -> Any:
    document = docx.Document()
    document.element.body.insert(0, parse_xml(f"<w:p {W}>{inside}</w:p>"))
    return document


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def runs(written: Written) -> list[tuple[str, list[str]]]:
    """(text, names of properties) of the runs of the first paragraph that have text, those in links too."""
    found = []
    for element in opened(written).paragraphs[0]._p.iter(qn("w:r")):
        text = "".join(each.text or "" for each in element.iter(qn("w:t")))
        properties = element.find(qn("w:rPr"))
        names = [child.tag.rpartition("}")[2] for child in properties] if properties is not None else []
        if text:
            found.append((text, names))
    return found


def whole_document() -> Any:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "页眉"
    document.sections[0].footer.paragraphs[0].text = "页脚"
    document.add_heading("水库检查", 1)
    document.add_paragraph("　　会议开始。").add_run("散会了。").bold = True
    document.add_paragraph("检查；", style="List Number")
    table = document.add_table(2, 2, style="Table Grid")
    table.cell(0, 0).merge(table.cell(0, 1)).text = "单位"
    table.cell(1, 0).text = "水务局"
    table.cell(1, 1).text = "东乡"
    notes = (
        f'<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>'
        f"{run(' 注文一句。')}</w:p></w:footnote></w:footnotes>"
    )
    package = document.part.package
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, notes.encode(), package)
    document.part.relate_to(part, f"{OFFICE}/footnotes")
    document.add_paragraph("结语")._p.append(parse_xml(f'<w:r {W}><w:footnoteReference w:id="2"/></w:r>'))
    return document


def test_the_structure_is_that_of_the_document() -> None:
    document = whole_document()
    english = numbered(loaded(form, data_of(document)).article)
    done = opened(published(document, english))
    assert [(p.style.name, p.text) for p in done.paragraphs] == [
        ("Heading 1", "Words1."),
        ("Normal", "Words2. Words3."),
        ("List Number", "Words4."),
        ("Normal", "Words8."),
    ]
    assert done.paragraphs[1].runs[-1].bold
    assert [[cell.text for cell in row.cells] for row in done.tables[0].rows] == [
        ["Words5.", "Words5."],
        ["Words6.", "Words7."],
    ]
    assert done.tables[0].style.name == "Table Grid"
    assert done.sections[0].header.paragraphs[0].text == "Words10."
    assert done.sections[0].footer.paragraphs[0].text == "Words11."


def test_notes_are_translated_in_their_own_part() -> None:
    document = whole_document()
    english = numbered(loaded(form, data_of(document)).article)
    done = published(document, english)
    notes = zipfile.ZipFile(io.BytesIO(done.data)).read("word/footnotes.xml").decode()
    assert english["注文一句。"] in notes
    assert "footnoteRef" in notes
    assert "footnoteReference" in zipfile.ZipFile(io.BytesIO(done.data)).read("word/document.xml").decode()


def test_the_rest_of_the_package_is_the_same_byte_for_byte() -> None:
    document = whole_document()
    data = data_of(document)
    done = write(form, data, numbered(loaded(form, data).article))
    before, after = (zipfile.ZipFile(io.BytesIO(each)) for each in (data, done.data))
    assert before.namelist() == after.namelist()
    changed = {name for name in before.namelist() if before.read(name) != after.read(name)}
    texts = {"word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/footer1.xml"}
    assert texts <= changed <= texts | {"word/styles.xml"}


def test_the_language_of_the_styles_is_english() -> None:
    document = paragraph(run("散会"))
    language = document.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    language.set(qn("w:val"), "zh-CN")
    done = opened(published(document)).styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    assert done.get(qn("w:val")) == "en-US"


def test_a_bold_term_is_bold_where_its_rendering_stands() -> None:
    done = published(paragraph(run("兰州市人民政府", "<w:b/>") + run("召开会议。")))
    assert runs(done) == [("The ", []), ("Lanzhou Municipal People's Government", ["b"]), (" met.", [])]


def test_an_emphasis_that_is_not_found_is_left_out_and_said() -> None:
    done = published(paragraph(run("会议") + run("开始", "<w:i/>") + run("。")))
    assert runs(done) == [("The meeting began.", [])]
    assert done.messages == ("emphasis left out, its English was not found: 开始",)


def test_fonts_are_those_of_most_of_the_sentence_without_the_hint_that_widens_quotation_marks() -> None:
    font = '<w:rFonts w:hint="eastAsia" w:eastAsia="SimSun"/>'
    done = published(paragraph(run("会议开", font) + run("始。", "<w:sz w:val='30'/>")))
    assert runs(done) == [("The meeting began.", ["rFonts"])]
    assert "hint" not in opened(done).paragraphs[0]._p.xml


def test_a_link_stays_a_link() -> None:
    def link(text: str) -> str:
        return f'<w:hyperlink w:anchor="x">{run(text)}</w:hyperlink>'

    whole = opened(published(paragraph(run("会议开始。") + link("散会")))).paragraphs[0]
    assert [each.text for each in whole.hyperlinks] == [" Closed"]
    term = opened(published(paragraph(link("兰州市人民政府") + run("召开会议。")))).paragraphs[0]
    assert [each.text for each in term.hyperlinks] == ["Lanzhou Municipal People's Government"]
    lost = opened(published(paragraph(run("详见") + link("水库安全的通知") + run("。散会")))).paragraphs[0]
    assert lost.text == "See the circular. (水库安全的通知) Closed"
    assert [each.text for each in lost.hyperlinks] == ["水库安全的通知"]


def field(code: str, *texts: str) -> str:
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{separate}{''.join(map(run, texts))}{end}"


def order(paragraph: Any) -> list[str]:
    """The marks, instructions and texts of a paragraph."""
    return [
        a or b
        for a, b in re.findall(r'fldCharType="(\w+)"|<w:(?:t|instrText)\b[^>]*>([^<]*)<', paragraph._p.xml)
    ]


def test_a_link_made_with_a_field_that_is_not_found_follows_the_sentence() -> None:
    link = field("HYPERLINK x", "水库安全", "的通知")
    done = opened(published(paragraph(f"{run('详见')}{link}{run('。散会')}"))).paragraphs[0]
    assert done.text == "See the circular. (水库安全的通知) Closed"
    assert order(done) == [
        *("See the circular. (", "begin", "HYPERLINK x", "separate", "水库安全的通知", "end"),
        *(")", " Closed"),
    ]


def test_a_link_made_with_a_field_stands_where_its_rendering_stands() -> None:
    link = field("HYPERLINK x", "兰州市", "人民政府")
    done = opened(published(paragraph(f"{run('今天，')}{link}{run('召开会议。')}"), MEETING)).paragraphs[0]
    assert order(done) == [
        *("The meeting of the ", "begin", "HYPERLINK x", "separate"),
        *("Lanzhou Municipal People's Government", "end", " was today."),
    ]
    done = opened(published(paragraph(f"{link}{run('召开会议。')}"), MEETING)).paragraphs[0]
    assert order(done) == [
        *(
            "The ",
            "begin",
            "HYPERLINK x",
            "separate",
            "Lanzhou Municipal People's Government",
            "end",
            " met.",
        ),
    ]


def test_a_field_around_a_whole_segment_stays_around_its_english() -> None:
    done = opened(published(paragraph(field("HYPERLINK x", "散", "会")))).paragraphs[0]
    assert order(done) == ["begin", "HYPERLINK x", "separate", "Closed", "end"]


def test_page_numbers_in_headers_and_footers_stay_fields() -> None:
    document = docx.Document()
    document.add_paragraph("散会")
    footer = document.sections[0].footer.paragraphs[0]._p
    pages = '<w:fldSimple w:instr="NUMPAGES"><w:r><w:t>12</w:t></w:r></w:fldSimple>'
    for element in parse_xml(
        f"<w:p {W}>{run('第')}{field('PAGE', '1')}{run('页，共')}{pages}{run('页')}</w:p>"
    ):
        footer.append(element)
    document.sections[0].header.paragraphs[0].text = "- 1 -"
    done = opened(published(document, {"散会": "Closed", "第1页，共12页": "Page 1 of 12"}))
    footer = done.sections[0].footer.paragraphs[0]
    assert order(footer) == ["Page ", "begin", "PAGE", "separate", "1", "end", " of ", "12"]
    assert footer._p.xml.count("NUMPAGES") == 1
    assert done.sections[0].header.paragraphs[0].text == "- 1 -"


def test_what_is_not_translated_is_highlighted_in_its_place() -> None:
    done = published(paragraph(run("天晴。会议开始。", "<w:b/><w:sz w:val='30'/>")))
    assert runs(done) == [("天晴。", ["b", "sz", "highlight"]), (" The meeting began.", ["b", "sz"])]


def test_pictures_notes_and_breaks_inside_a_paragraph_stay() -> None:
    inside = (
        "<w:r><w:t>会议</w:t><w:footnoteReference w:id='9'/><w:t>开始。</w:t><w:br/><w:t>散会</w:t></w:r>"
        "<w:bookmarkStart w:id='1' w:name='x'/><w:bookmarkEnd w:id='1'/>"
    )
    xml = opened(published(paragraph(inside))).paragraphs[0]._p.xml
    order = re.findall(r"The meeting began\.|footnoteReference|<w:br/>|Closed|bookmarkStart", xml)
    assert order == ["The meeting began.", "footnoteReference", "<w:br/>", "Closed", "bookmarkStart"]


def test_ruby_goes_and_so_does_the_ideographic_indent() -> None:
    ruby = (
        "<w:r><w:ruby><w:rt><w:r><w:t>sàn</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>散</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    )
    done = opened(published(paragraph(run("　　会议开始。") + ruby + run("会")))).paragraphs[0]
    assert done.text == "The meeting began. Closed"
    assert "ruby" not in done._p.xml


def test_characters_that_xml_does_not_have_are_left_out() -> None:
    done = published(paragraph(run("散会")), {"散会": "Closed\x07 & <b>"})
    assert opened(done).paragraphs[0].text == "Closed & <b>"


TEXTS = st.sampled_from(["会议", "检查。", "结束！", "国务院", " ", "　　", "128", "天晴。散会"])
PROPERTIES = st.sampled_from(["", "<w:b/>", "<w:i/>", "<w:sz w:val='30'/>"])
ODDS = st.sampled_from(
    [
        "<w:r><w:tab/></w:r>",
        "<w:r><w:br/></w:r>",
        "<w:r><w:drawing/></w:r>",
        "<w:proofErr w:type='spellStart'/>",
    ]
)
RUNS = st.one_of(st.tuples(TEXTS, PROPERTIES).map(lambda made: run(*made)), ODDS)
FIELDS = st.lists(TEXTS, min_size=1, max_size=2).map(lambda inside: field("PAGE", *inside))
LINKS = st.lists(RUNS, min_size=1, max_size=3).map(
    lambda inside: f'<w:hyperlink w:anchor="x">{"".join(inside)}</w:hyperlink>'
)


@settings(max_examples=60)
@given(st.lists(st.one_of(RUNS, LINKS, FIELDS), min_size=1, max_size=6).map("".join))
def test_whatever_the_runs_every_translation_is_there_and_links_and_pictures_stay(inside: str) -> None:
    document = paragraph(run("占位"))
    document.element.body.insert(1, parse_xml(f"<w:p {W}>{inside}</w:p>"))
    data = data_of(document)
    source = loaded(form, data).article
    english = numbered(source)
    done = write(form, data, english)
    after = loaded(form, done.data).article
    words = [word for block in after.blocks for word in re.findall(r"Words\d+\.", block.text)]
    assert set(words) == {rendered for text, rendered in english.items()}
    assert done.data.count(b"PK") > 1
    xml = opened(done).element.xml
    assert xml.count("<w:drawing/>") == inside.count("<w:drawing/>")
    assert re.findall(r'fldCharType="(\w+)"', xml) == ["begin", "separate", "end"] * inside.count("PAGE")
    linked = re.findall(r"<w:hyperlink(?:(?!</w:hyperlink>).)*[\u4e00-\u9fff]", inside, re.DOTALL)
    assert xml.count("<w:hyperlink") >= bool(linked)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="soffice is not installed")
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    document = whole_document()
    (tmp_path / "done.docx").write_bytes(
        published(document, numbered(loaded(form, data_of(document)).article)).data
    )
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "fodt", "done.docx"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=120,
    )
    text = (tmp_path / "done.fodt").read_text(encoding="utf-8")
    assert [text.count(f"Words{number}.<") for number in (1, 7, 9, 10, 11)] == [1, 1, 1, 1, 1]
    assert not re.search("[\u4e00-\u9fff]", text[text.index("<office:master-styles>") :])
