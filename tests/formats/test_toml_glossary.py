import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.errors import DataError, GlossaryError
from glossary.formats._toml_lines import Lines, Places
from glossary.formats.toml import asides, parse, serialise
from glossary.model import Short, Status, Term


def terms(text: str) -> list[Term]:
    return parse(text.encode(), path="g.toml")


def fault(text: str) -> tuple[int | None, str]:
    with pytest.raises(DataError) as caught:
        terms(text)
    assert str(caught.value.path) == "g.toml"
    assert "\n" not in caught.value.cause
    return caught.value.line, caught.value.cause


ENTRY = '["河长制"]\nen = "river chief system"\nkind = "slogan"\n'


def test_an_entry_gives_all_its_fields() -> None:
    (term,) = terms(
        """\
[meta]
title = "Trial"
kind = "slogan"
licence = "CC0-1.0"

["三项清单"]
en = "three checklists"
allow = ["three lists"]
forbid = ["three invoices"]
zh = ["“三项清单”"]
short = { zh = "清单制", en = "checklist rule" }
members = ["甲", "乙", "丙"]
note = "Lower case."
source = "Example Gazette, 2019"
status = "official"
since = 2016
until = 2018
free = true
"""
    )
    assert term == Term(
        zh="三项清单",
        en="three checklists",
        kind="slogan",
        variants=("“三项清单”",),
        allow=("three lists",),
        forbid=("three invoices",),
        short=Short("清单制", "checklist rule"),
        members=("甲", "乙", "丙"),
        note="Lower case.",
        source="Example Gazette, 2019",
        status=Status.OFFICIAL,
        since=2016,
        until=2018,
        free=True,
        path="g.toml",
        line=6,
    )


def test_an_entry_needs_its_rendering_and_a_kind_only() -> None:
    assert terms(ENTRY) == [Term("河长制", "river chief system", "slogan", path="g.toml", line=1)]


def test_the_kind_of_an_entry_goes_before_that_of_the_file() -> None:
    text = '[meta]\nkind = "slogan"\n["甲"]\nen = "A"\n["乙"]\nen = "B"\nkind = "place.city"\n'
    assert [term.kind for term in terms(text)] == ["slogan", "place.city"]


def test_a_byte_order_mark_and_windows_line_ends_are_read() -> None:
    text = "\ufeff" + (ENTRY + '["乙"]\nen = "B"\nkind = "term"\n').replace("\n", "\r\n")
    assert [term.line for term in terms(text)] == [1, 4]


def test_headers_are_found_however_they_are_written() -> None:
    text = r"""# ["甲"] is not here
["\u7532"]  # escaped
en = "A"
# a comment
kind = "term"
note = '''
["乙"]
en = 1
'''
allow = [
  "x",  # ["乙"]
  "y]",
]
   [ '乙' ]
en = "B"
kind = "term"
["丙"."short"]
zh = "丁"
en = "D"
["丙"]
en = "C"
kind = "term"
[GDP]
en = "GDP"
kind = "term"
"""
    assert [(term.zh, term.line) for term in terms(text)] == [("甲", 2), ("乙", 14), ("丙", 20), ("GDP", 23)]


def test_a_field_of_several_lines_keeps_its_line_ends_in_notes_only() -> None:
    assert terms(ENTRY + 'note = """one\ntwo"""\n')[0].note == "one\ntwo"
    assert fault('["甲"]\nkind = "term"\nen = """one\ntwo"""\n')[0] == 3


@pytest.mark.parametrize(
    ("text", "line", "cause"),
    [
        pytest.param(ENTRY + "allow = [\n", 4, "not valid TOML", id="unclosed list"),
        pytest.param('["甲"]\nen = "A\nkind = "term"\n', 2, "close the quotation mark", id="unclosed string"),
        pytest.param(ENTRY + 'note = """x\n\ny\n', 4, "close the quotation mark", id="unclosed note"),
        pytest.param(ENTRY + "since = " + "9" * 5000 + "\n", None, "too long", id="very long number"),
        pytest.param("[河长制]\n", 1, "straight quotation marks", id="bare Chinese key"),
        pytest.param('["甲"]\nen = “A”\n', 2, "straight quotation marks", id="curly quotation marks"),
        pytest.param("x = " + "[" * 5000 + "\n", None, "nested too deeply", id="too deep"),
        pytest.param(ENTRY + "\n" + ENTRY, 5, "河长制 is already on line 1", id="same header"),
        pytest.param(ENTRY + 'en = "again"\n', 4, "`en` is already on line 2", id="same field"),
        pytest.param(ENTRY + '["河長制"]\nen = "x"\nkind = "a"\n', 4, "g.toml:1", id="same in other script"),
        pytest.param(ENTRY + 'allows = ["x"]\n', 4, "did you mean `allow`?", id="misspelt field"),
        pytest.param(ENTRY + 'colour = "red"\n', 4, "known are en, kind", id="unknown field"),
        pytest.param(ENTRY + "line = 7\n", 4, "unknown field `line`", id="place is not a field"),
        pytest.param('[meta]\nkinds = "x"\n', 2, "did you mean `kind`?", id="unknown meta field"),
        pytest.param("[meta]\nkind = 1\n", 2, "text in quotation marks", id="meta of wrong type"),
        pytest.param('meta = "x"\n', 1, "no table", id="meta is no table"),
        pytest.param('title = "x"\n', 1, "outside the entries", id="field before the first entry"),
        pytest.param(ENTRY + 'since = "2016"\n', 4, "a whole number, not text", id="year as text"),
        pytest.param(ENTRY + "note = 1\n", 4, "`note` has to be text", id="note as number"),
        pytest.param(ENTRY + 'zh = "河长"\n', 4, "`zh` has to be a list", id="list as text"),
        pytest.param(ENTRY + 'allow = [\n  "x",\n  # no\n  2,\n]\n', 7, "an item of `allow`", id="item"),
        pytest.param(ENTRY + 'short = "河长"\n', 4, "a table in braces", id="short as text"),
        pytest.param(ENTRY + 'short = { zh = "河长" }\n', 4, "`short` has no `en`", id="half a short form"),
        pytest.param(
            ENTRY + '["河长制".short]\nzh = "河长"\nen = "x"\neng = "y"\n', 7, "`eng` in `short`", id="short"
        ),
        pytest.param(ENTRY + 'free = "yes"\n', 4, "true or false", id="free as text"),
        pytest.param(ENTRY + 'status = "offical"\n', 4, "official, standard, house", id="bad status"),
        pytest.param('["甲"]\nkind = "term"\n', 1, "no `en`", id="no rendering"),
        pytest.param('["甲"]\n\nen = ""\nkind = "term"\n', 3, "`en` is empty", id="empty rendering"),
        pytest.param('\n[""]\nen = "x"\nkind = "term"\n', 2, "`zh` is empty", id="empty key"),
        pytest.param(ENTRY + 'zh = [""]\n', 4, "`zh` is empty", id="empty form"),
        pytest.param('["甲"]\nen = "A"\n', 1, "no kind", id="no kind anywhere"),
        pytest.param('["甲"]\nen = "A"\nkind = "Place City"\n', 3, "lower-case words", id="malformed kind"),
        pytest.param(ENTRY + 'status = "official"\n', 4, "no source", id="official without source"),
        pytest.param(ENTRY + 'status = "standard"\n', 4, "no source", id="standard without source"),
        pytest.param(ENTRY + "until = 2015\nsince = 2016\n", 5, "later than until", id="years exchanged"),
        pytest.param(ENTRY + "since = 20160\n", 4, "a year such as", id="no year"),
        pytest.param(ENTRY + "since = 99999999999999999999999\n", 4, "since", id="huge year"),
        pytest.param(ENTRY + 'forbid = ["x", "river chief system"]\n', 4, "both allowed and", id="forbidden"),
        pytest.param(ENTRY + 'allow = ["x"]\nforbid = ["x"]\n', 5, "both allowed and", id="allowed too"),
        pytest.param(ENTRY + 'note = "a\\u0007"\n', 4, "U+0007", id="control character"),
        pytest.param(ENTRY + 'allow = ["a\\u200Bb"]\n', 4, "U+200B", id="zero-width character"),
        pytest.param(ENTRY + 'allow = ["b "]\n', 4, "white space", id="white space around"),
        pytest.param(ENTRY + '["甲"]\nen="A"\nkind="t"\nzh = ["河長制"]\n', 4, "g.toml:1", id="shared form"),
        pytest.param(
            ENTRY + 'short = { zh = "河長制", en = "x" }\n',
            4,
            "the short form and a full",
            id="short is full",
        ),
    ],
)
def test_a_fault_is_named_with_its_line(text: str, line: int | None, cause: str) -> None:
    found_line, found_cause = fault(text)
    assert found_line == line
    assert cause in found_cause


TEMPLATE = '["{city}市园林局"]\nkind = "institution"\nen = "{city} Parks Bureau"\n'


def test_a_template_names_the_same_slots_in_all_its_forms() -> None:
    (term,) = terms(
        TEMPLATE
        + 'zh = ["{city}园林局"]\nallow = ["Parks Bureau of {city}"]\nforbid = ["Garden Bureau"]\n'
        + 'short = { zh = "园林局", en = "Parks Bureau" }\n'
    )
    assert term.zh == "{city}市园林局"


@pytest.mark.parametrize(
    ("text", "line", "cause"),
    [
        (TEMPLATE.replace('en = "{city}', 'en = "{place}'), 3, "has the slot {place}"),
        (TEMPLATE.replace('en = "{city} ', 'en = "'), 3, "lacks the slot {city}"),
        (TEMPLATE.replace("{city}市园", "{city市园"), 1, "not closed"),
        (TEMPLATE.replace("{city}", "{City}"), 1, "{City} is no slot"),
        (TEMPLATE + 'allow = ["Bureau"]\n', 4, "lacks the slot {city}"),
        (TEMPLATE + 'zh = ["园林局"]\n', 4, "lacks the slot {city}"),
        (TEMPLATE + 'forbid = ["{town} Bureau"]\n', 4, "has the slot {town}"),
        (TEMPLATE + 'short = { zh = "{city}园", en = "Parks" }\n', 4, "lacks the slot {city}"),
        (ENTRY + 'allow = ["{city} system"]\n', 4, "has the slot {city}"),
        ('["{city}与{city}"]\nkind = "t"\nen = "{city}"\n', 1, "stands twice"),
        ('["{city}"]\nkind = "t"\nen = "{city} City"\n', 1, "a slot and nothing else"),
    ],
)
def test_a_faulty_template_is_named_with_its_line(text: str, line: int, cause: str) -> None:
    found_line, found_cause = fault(text)
    assert found_line == line
    assert cause in found_cause


@pytest.mark.parametrize(
    ("data", "line", "cause"),
    [
        (b"", None, "empty"),
        (b"\n \n", None, "empty"),
        (b'# a\n["\xb9\xfa"]\n', 2, "not UTF-8 (byte 0xB9)"),
        (b"\xef\xbb\xbf# a\n\xff\n", 2, "not UTF-8"),
        (ENTRY.encode("utf-16"), None, "UTF-16"),
        (b"PK\x03\x04\n\0\0", 2, "binary"),
    ],
)
def test_bytes_that_are_no_utf8_text_are_refused(data: bytes, line: int | None, cause: str) -> None:
    with pytest.raises(DataError) as caught:
        parse(data, path="g.toml")
    assert caught.value.line == line
    assert cause in caught.value.cause


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


KEYS = st.lists(
    st.text(st.sampled_from("甲乙丙丁戊\"'\\[]#=.ab"), min_size=1, max_size=6), unique=True, max_size=8
)
FILLERS = st.lists(
    st.sampled_from(
        (
            "",
            "# [x]",
            'note = """\n["x"]\n\\""" """',
            "source = '''\n[y]\n''''",
            'members = [\n"[z]", # ]\n\'"\'\n]',
        )
    ),
    unique_by=lambda filler: filler.split(" ")[0],
    max_size=5,
)


@given(st.lists(st.tuples(st.booleans(), FILLERS), min_size=8, max_size=8), KEYS)
def test_every_entry_knows_the_line_of_its_header(
    shapes: list[tuple[bool, list[str]]], keys: list[str]
) -> None:
    text = '[meta]\nkind = "term"\n'
    expected = []
    for (literal, fillers), key in zip(shapes, keys, strict=False):
        expected.append((key, text.count("\n") + 1))
        header = f"['{key}']" if literal and "'" not in key else f"[{quoted(key)}]"
        text += "\n".join((header, *fillers, 'en = "x"', ""))
    assert [(term.zh, term.line) for term in terms(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        '["甲"]\nen = "A"\n\n["乙"] # second\nen = "B"\n',
        '["甲"]\nallow = [\n["乙"]\n]\n["乙"]\nen = "B"\n',
        '["甲"]\nnote = """\n["乙"]\n"""\n["乙"]\nen = "B"\n',
        '["甲"]\nen = "A"\n["甲".short]\nzh = "x"\n[乙]\nen = "B"\n'.replace("[乙]", '[ "乙" ]'),
        '["甲"]\r\nen = "A"\r\n["\\u4e59"]\r\nen = "B"\r\n',
    ],
)
def test_entries_have_their_lines_however_their_headers_are_written(text: str) -> None:
    entries = tomllib.loads(text)
    quick, thorough = Lines(text, entries), Places(text)
    assert [quick.line(key) for key in entries] == [thorough.line(key) for key in entries]


def test_entries_are_written_in_order_with_the_usual_kind_given_once() -> None:
    terms = [
        Term("园林局", "Parks Bureau", "institution", allow=("Bureau of Parks",), variants=("园林处",)),
        Term("丙", "C", "term", note='a\n"b"', since=2016, free=True),
        Term(
            "水务局",
            "Water Bureau",
            "institution",
            short=Short("水局", "WB"),
            status=Status.OFFICIAL,
            source="s",
        ),
    ]
    assert (
        serialise(terms, title="House terms").decode()
        == """\
[meta]
title = "House terms"
kind = "institution"

["丙"]
en = "C"
kind = "term"
note = "a\\n\\"b\\""
since = 2016
free = true

["园林局"]
en = "Parks Bureau"
allow = ["Bureau of Parks"]
zh = ["园林处"]

["水务局"]
en = "Water Bureau"
short = { zh = "水局", en = "WB" }
source = "s"
status = "official"
"""
    )


def test_a_long_list_is_written_with_an_item_a_line() -> None:
    text = serialise([Term("甲", "A", "term", allow=("b" * 60, "c" * 60))], title="").decode()
    assert f'allow = [\n    "{"b" * 60}",\n    "{"c" * 60}",\n]\n' in text


def test_a_concept_with_the_name_of_the_table_about_the_file_is_refused() -> None:
    with pytest.raises(GlossaryError, match="meta"):
        serialise([Term("meta", "A", "term")], title="")


def test_what_is_said_about_the_file_is_named() -> None:
    text = '# one\n[meta]\ntitle = "T"\nlicence = "L"\n# two\n'
    assert asides(text.encode(), path="g.toml") == [
        "comments: 2 lines, first on line 1",
        "[meta]: title and licence",
    ]
