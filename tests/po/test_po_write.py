import os
from dataclasses import replace
from pathlib import Path

import pytest

from glossary import po
from glossary.errors import DataError, GlossaryError
from glossary.model import Document, Segment
from glossary.po import Catalogue, Entry

FILE = "articles/tea.txt"
LONG = "采茶的姑娘们天不亮就上山了，她们背着竹篓，唱着山歌，把最嫩的芽尖一片一片地摘下来，" * 2
HEADER = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset={}\\n"\n\n'


def merged(existing: Catalogue | None, *texts: str) -> Catalogue:
    segments = tuple(Segment(FILE, line, text) for line, text in enumerate(texts, 1))
    return po.merge(Document(FILE, segments, "zh-Hans"), existing, generator="g")


def untouched(path: Path, catalogue: Catalogue) -> bool:
    """Whether writing leaves the file as it is, and says so."""
    os.utime(path, (1, 1))
    before = path.read_bytes()
    written = po.write(catalogue, path)
    return not written and path.read_bytes() == before and path.stat().st_mtime == 1


def test_a_new_file_is_written_one_line_a_string(tmp_path: Path) -> None:
    assert po.write(merged(None, LONG), tmp_path / "tea.po")
    text = (tmp_path / "tea.po").read_text(encoding="utf-8")
    assert text.endswith(f'\n\n#: {FILE}:1\nmsgid "{LONG}"\nmsgstr ""\n')


def test_line_feeds_in_a_text_start_new_lines_in_the_file() -> None:
    text = po.render(Catalogue((Entry("a\nb\n", "c\n"),)))
    assert text == 'msgid ""\n"a\\n"\n"b\\n"\nmsgstr "c\\n"\n'


def test_a_second_run_leaves_the_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "tea.po"
    po.write(merged(None, LONG, "茶"), path)
    assert untouched(path, merged(po.read(path), LONG, "茶"))
    assert untouched(path, merged(None, LONG, "茶"))


@pytest.mark.parametrize(
    "text",
    [
        '{header}#: articles/tea.txt:1\nmsgid ""\n"茶"\n"叶"\nmsgstr "t"\n"ea"\n',
        '\ufeff{header}#:articles/tea.txt:1\nmsgid "茶叶"\nmsgstr "tea"\n\n\n\n',
        '{header}\n\n\n   #: articles/tea.txt:1\n  msgid   "茶叶"\nmsgstr "tea"',
        '{header}#: articles/tea.txt:1\r\nmsgid "茶叶"\r\nmsgstr "tea"\n\n#~ msgid "x"\n#~ msgstr "y"\n# end\n',
    ],
)
def test_a_file_that_another_tool_wrote_is_left_alone_when_it_says_the_same(
    tmp_path: Path, text: str
) -> None:
    header = po.render(merged(None)) + "\n"
    path = tmp_path / "tea.po"
    path.write_bytes(text.format(header=header).encode())
    assert untouched(path, merged(po.read(path), "茶叶"))


def test_only_what_changed_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "tea.po"
    kept = '#no blank\n#: articles/tea.txt:1\nmsgid "茶"\n"叶"\nmsgstr "t"\n"ea"\n'
    moved = '#mine\n#: articles/tea.txt:7\nmsgid "水"\n"源"\nmsgstr "wa"\n"ter"\n'
    path.write_text(f"{po.render(merged(None))}\n{kept}\n{moved}", encoding="utf-8")
    assert po.write(merged(po.read(path), "茶叶", "水源"), path)
    assert path.read_text(encoding="utf-8").endswith(f"\n{kept}\n{moved.replace(':7', ':2')}")


def test_a_wrapped_file_gets_wrapped_strings(tmp_path: Path) -> None:
    path = tmp_path / "tea.po"
    path.write_text('msgid ""\n"wrapped "\n"here"\nmsgstr ""\n', encoding="utf-8")
    po.write(merged(po.read(path), LONG), path)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert max(map(len, lines)) < 60
    assert po.read(path).entries[0].msgid == LONG


def test_windows_line_ends_stay(tmp_path: Path) -> None:
    path = tmp_path / "tea.po"
    path.write_bytes(po.render(merged(None, "茶")).replace("\n", "\r\n").encode())
    po.write(merged(po.read(path), "茶", "水"), path)
    data = path.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") > 10
    assert [entry.msgid for entry in po.read(path).entries] == ["茶", "水"]


@pytest.mark.parametrize("name", ["gb18030", "GBK", "big5"])
def test_the_charset_of_a_file_stays(tmp_path: Path, name: str) -> None:
    path = tmp_path / "tea.po"
    path.write_bytes((HEADER.format(name) + 'msgid "茶"\nmsgstr "tea"\n').encode(name))
    po.write(merged(po.read(path), "茶", "水"), path)
    assert f'charset={name}\\n"' in path.read_bytes().decode(name)
    assert po.read(path).entries[0].msgstr == "tea"


def test_a_charset_that_lacks_a_character_gives_way_to_utf8(tmp_path: Path) -> None:
    path = tmp_path / "tea.po"
    path.write_bytes((HEADER.format("gb2312") + 'msgid "茶"\nmsgstr "tea"\n').encode("gb2312"))
    po.write(merged(po.read(path), "茶", "𠮷"), path)
    assert 'charset=UTF-8\\n"' in path.read_text(encoding="utf-8")
    assert untouched(path, merged(po.read(path), "茶", "𠮷"))


def test_comments_after_the_last_entry_stay_last(tmp_path: Path) -> None:
    path = tmp_path / "tea.po"
    path.write_text(f'#: {FILE}:1\nmsgid "茶"\nmsgstr "tea"\n\n# to do\n', encoding="utf-8")
    po.write(merged(po.read(path), "茶", "水"), path)
    assert path.read_text(encoding="utf-8").endswith('msgid "水"\nmsgstr ""\n\n# to do\n')


def test_what_is_no_po_file_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("my notes\n")
    with pytest.raises(DataError, match="not a PO file"):
        po.write(merged(None, "茶"), path)
    assert path.read_text() == "my notes\n"


def test_a_folder_is_no_target(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="is a folder"):
        po.write(merged(None, "茶"), tmp_path)


@pytest.mark.parametrize("text", ["a\0b", "a\ud800"])
def test_what_no_po_file_can_hold_is_not_written(tmp_path: Path, text: str) -> None:
    path = tmp_path / "tea.po"
    po.write(merged(None, "茶"), path)
    before = path.read_bytes()
    with pytest.raises(GlossaryError, match="was not written"):
        po.write(merged(None, text), path)
    assert path.read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 1


def test_a_catalogue_that_would_not_read_back_the_same_is_not_written(tmp_path: Path) -> None:
    catalogue = replace(merged(None), entries=(Entry("茶", comment=" one\r \r\ntwo\n"),))
    with pytest.raises(GlossaryError, match="would not read back the same"):
        po.write(catalogue, tmp_path / "tea.po")
    assert list(tmp_path.iterdir()) == []
