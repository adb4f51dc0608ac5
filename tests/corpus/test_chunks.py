"""A corpus cut into chunks: what is a document of its own, where it stands, and what cannot be read."""

import io
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.article.model import Article
from glossary.corpus import Reading, chunks
from glossary.corpus import pieces as piece_module
from glossary.corpus.articles import Articles
from glossary.corpus.model import Item
from glossary.corpus.stretches import stretches
from glossary.errors import DataError


def items(sources: Sequence[Path | str], reading: Reading | None = None) -> list[Item | DataError]:
    found = chunks([str(source) for source in sources], reading or Reading())
    return [item for chunk in found for item in chunk.items()]


def articles(sources: Sequence[Path | str], reading: Reading | None = None) -> list[Article]:
    return [item.article for item in items(sources, reading) if isinstance(item, Item)]


def faults(sources: Sequence[Path | str], reading: Reading | None = None) -> list[str]:
    return [str(item) for item in items(sources, reading) if isinstance(item, DataError)]


def texts(article: Article) -> list[tuple[str, int]]:
    return [(block.text, block.line_at(0)) for block in article.blocks]


def records(path: Path, *found: object) -> Path:
    path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in found), encoding="utf-8")
    return path


@given(st.binary(max_size=200), st.integers(1, 30), st.booleans())
def test_stretches_are_the_file_and_end_with_lines(data: bytes, size: int, blank: bool) -> None:
    found = list(stretches(io.BytesIO(data), size, blank=blank))
    assert b"".join(found) == data
    assert all(found)
    assert all(stretch.endswith(b"\n") for stretch in found[:-1])


@given(
    st.lists(st.sampled_from([b"a", b"\n", b"\n\n", b"\r\n\r\n"]), max_size=60).map(b"".join),
    st.integers(1, 9),
)
def test_where_a_stretch_ends_depends_only_on_what_follows_the_one_before(data: bytes, size: int) -> None:
    found = list(stretches(io.BytesIO(data), size, blank=True))
    if found:
        assert list(stretches(io.BytesIO(data[len(found[0]) :]), size, blank=True)) == found[1:]


def test_a_stretch_ends_at_a_blank_line_where_one_is_near() -> None:
    data = b"one\ntwo\n\nthree\nfour\n"
    assert next(stretches(io.BytesIO(data), 14, blank=True)) == b"one\ntwo\n\n"
    assert next(stretches(io.BytesIO(data), 15)) == b"one\ntwo\n\nthree\n"


def test_a_line_longer_than_a_stretch_is_one_of_its_own() -> None:
    data = b"one\n" + b"long" * 9 + b"\ntwo\nthree\n"
    assert list(stretches(io.BytesIO(data), 8)) == [b"one\n", b"long" * 9 + b"\n", b"two\n", b"three\n"]


def test_small_files_share_a_chunk_and_each_is_a_document(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(150)]
    for path in paths:
        path.write_text("国务院\n", encoding="utf-8")
    assert [
        len(chunk.files) for chunk in chunks(list(map(str, paths)), Reading()) if isinstance(chunk, Articles)
    ] == [
        64,
        64,
        22,
    ]
    assert [article.file for article in articles(paths)] == [path.as_posix() for path in paths]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5", "utf-8-sig"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_huge_text_is_cut_between_paragraphs_and_keeps_its_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str, end: str
) -> None:
    monkeypatch.setattr(piece_module, "PIECE", 400)
    lines = [f"第{number}段，研究工作會議內容。" if number % 2 else "" for number in range(100)]
    path = tmp_path / "huge.txt"
    path.write_bytes(end.join(lines).encode(encoding))
    found = articles([path])
    assert len(found) > 3
    assert [text for article in found for text in texts(article)] == [
        (line, number) for number, line in enumerate(lines, 1) if line
    ]


def test_a_text_whose_line_ends_its_bytes_do_not_tell_is_read_as_a_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(piece_module, "PIECE", 400)
    path = tmp_path / "huge.txt"
    path.write_text("會議在北京舉行。\n\n" * 100, encoding="utf-16")
    assert len(articles([path])) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5"])
def test_a_huge_text_may_begin_with_much_ascii_in_any_encoding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    monkeypatch.setattr(piece_module, "PIECE", 400)
    lines = ["Minutes of the meeting", *["agenda"] * 200, *["會議在北京舉行，通過了文件。"] * 20]
    path = tmp_path / "huge.txt"
    path.write_bytes("\n".join(lines).encode(encoding))
    found = articles([path])
    assert len(found) > 3
    assert [text for article in found for text, _ in texts(article)][-1] == lines[-1]


def test_a_fault_in_a_later_piece_has_its_line_in_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(piece_module, "PIECE", 400)
    path = tmp_path / "huge.txt"
    path.write_bytes("会议在北京举行。\n".encode() * 90 + b"\xff\xfe\n" + "闭幕。\n".encode() * 40)
    assert [fault.split(": ")[0] for fault in faults([path])] == [f"{path.as_posix()}:91"]


def test_a_record_is_a_document_and_its_segments_stand_on_its_line(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text('\ufeff{"text": "第一段\\r\\n第二段"}\n\n{"text": "第三段"}', encoding="utf-8")
    assert [texts(article) for article in articles([path])] == [
        [("第一段", 1), ("第二段", 1)],
        [("第三段", 3)],
    ]


def test_another_field_may_hold_the_text_and_others_may_be_kept(tmp_path: Path) -> None:
    path = records(tmp_path / "corpus.txt", {"id": 7, "body": "国务院", "url": "x"}, {"body": "国务院"})
    found = items([path], Reading(field="body", keep=("id",)))
    assert [item.record for item in found if isinstance(item, Item)] == [{"id": 7}, {"id": None}]


@pytest.mark.parametrize("text", [None, "", " \n"])
def test_a_record_without_text_is_a_document_without_blocks(tmp_path: Path, text: str | None) -> None:
    [article] = articles([records(tmp_path / "corpus.jsonl", {"text": text})])
    assert article.blocks == ()


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ('{"text": "国务院"', "is no JSON ("),
        ("国务院", "is no JSON ("),
        ('["国务院"]', "is no JSON object"),
        (
            '{"body": "国务院", "id": 1}',
            "has no field 'text': name the one that holds the text with --field (there are: body, id)",
        ),
        ('{"text": 1}', "the field 'text' holds no text but a number"),
        ('{"text": ["国务院"]}', "the field 'text' holds no text but a list"),
        ("{" * 100_000, "is no JSON ("),
    ],
)
def test_a_broken_record_is_named_with_its_line_and_the_others_are_read(
    tmp_path: Path, line: str, cause: str
) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text(f'{{"text": "国务院"}}\n{line}\n{{"text": "国务院"}}\n', encoding="utf-8")
    assert len(articles([path])) == 2
    [fault] = faults([path])
    assert fault.startswith(f"{path.as_posix()}:2: {cause}")


@pytest.mark.parametrize("content", [b'{"text": "\xff"}', b'{"text": "\\ud83d"}'])
def test_bytes_and_escapes_that_are_no_characters_are_a_broken_record(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_bytes(content)
    assert len(faults([path])) == 1


@pytest.mark.parametrize("name", ["missing.jsonl", "missing.parquet", "missing.txt", "folder.jsonl"])
def test_a_source_that_is_not_there_is_a_fault_among_the_others(tmp_path: Path, name: str) -> None:
    if name == "missing.parquet":
        pytest.importorskip("pyarrow")
    (tmp_path / "folder.jsonl").mkdir()
    good = tmp_path / "good.txt"
    good.write_text("国务院", encoding="utf-8")
    assert len(articles([tmp_path / name, good])) == 1
    assert len(faults([tmp_path / name, good])) == 1


def test_rows_of_parquet_are_records(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    table = arrow.table({"id": [1, 2, 3], "text": ["国务院", None, "全国人大"], "other": [0, 0, 0]})
    parquet.write_table(table, tmp_path / "corpus.parquet", row_group_size=2)
    found = items([tmp_path / "corpus.parquet"], Reading(keep=("id",)))
    read = [(item.record, texts(item.article)) for item in found if isinstance(item, Item)]
    assert read == [({"id": 1}, [("国务院", 1)]), ({"id": 2}, []), ({"id": 3}, [("全国人大", 3)])]


def test_a_parquet_file_with_two_columns_of_one_name_is_refused_where_one_is_meant(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "corpus.parquet"
    columns = [arrow.array(["国务院"]), arrow.array(["本溪"]), arrow.array([1])]
    parquet.write_table(arrow.Table.from_arrays(columns, names=["text", "text", "id"]), path)
    assert faults([path]) == [f"{path}: has 2 columns 'text': give each a name of its own"]
    parquet.write_table(arrow.Table.from_arrays(columns, names=["id", "id", "text"]), path)
    assert faults([path], Reading(field="text")) == [f"{path}:1: the field 'text' holds no text but a number"]


@pytest.mark.parametrize(
    ("columns", "cause"),
    [
        (
            {"body": ["国务院"]},
            "has no column 'text': name the one that holds the text with --field (there are: body)",
        ),
        ({"text": [1]}, "the field 'text' holds no text but a number"),
        ({"text": [b"text"]}, "the field 'text' holds no text but bytes"),
        (None, "is no Parquet file: "),
    ],
)
def test_what_is_no_parquet_of_texts_is_a_fault(
    tmp_path: Path, columns: dict[str, list[object]] | None, cause: str
) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "corpus.parquet"
    if columns is None:
        path.write_text("国务院", encoding="utf-8")
    else:
        parquet.write_table(arrow.table(columns), path)
    [fault] = faults([path])
    assert cause in fault


def test_text_of_parquet_that_is_not_utf8_is_a_fault_with_its_row(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    offsets = arrow.array([0, 2, 3], arrow.int32()).buffers()[1]
    broken = arrow.Array.from_buffers(arrow.string(), 2, [None, offsets, arrow.py_buffer(b"\xff\xfea")])
    parquet.write_table(arrow.table({"text": broken}), tmp_path / "corpus.parquet")
    [fault] = faults([tmp_path / "corpus.parquet"])
    assert fault.startswith(
        f"{(tmp_path / 'corpus.parquet').as_posix()}:1: in this row or the 63 after it is text"
    )
