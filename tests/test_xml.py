"""XML files in: what is read and what is refused."""

import pytest

from glossary.errors import DataError
from glossary.xml import root, unholdable

_LAUGHS = b'<!DOCTYPE a [\n<!ENTITY a "ha">\n' + b"".join(
    b'<!ENTITY %c "%s">\n' % (98 + i, (b"&%c;" % (97 + i)) * 10) for i in range(12)
)


def _refusal(data: bytes | str) -> str:
    with pytest.raises(DataError) as caught:
        root(data.encode() if isinstance(data, str) else data, path="a.xml")
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_comments_and_instructions_leave_the_text_around_them_whole() -> None:
    assert root("<a>中<!-- x --><?y z?>文</a>".encode(), path="a.xml").text == "中文"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_the_encoding_is_the_one_that_the_file_declares(encoding: str) -> None:
    declared = '<?xml version="1.0" encoding="gb18030"?>' if encoding == "gb18030" else ""
    assert root(f"{declared}<a>国务院</a>".encode(encoding), path="a.xml").text == "国务院"


def test_a_document_type_that_is_only_named_is_not_fetched() -> None:
    data = b'<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4">x</tmx>'
    assert root(data, path="a.xml").text == "x"


def test_attributes_declared_in_the_file_itself_do_no_harm() -> None:
    assert root(b'<!DOCTYPE a [<!ATTLIST a b CDATA "x">]><a/>', path="a.xml").tag == "a"


def test_the_word_entity_in_text_declares_none() -> None:
    assert root(b"<a><![CDATA[<!ENTITY x 'y'>]]></a>", path="a.xml").text == "<!ENTITY x 'y'>"


@pytest.mark.parametrize(
    "data",
    [
        '<!DOCTYPE a [\n<!ENTITY x "y">]><a>&x;</a>',
        '<!DOCTYPE a [\n<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>',
        '<!DOCTYPE a [\n<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]><a/>',
        '<!DOCTYPE a [\n<!ENTITY x "y">]><a/>'.encode("utf-16"),
    ],
)
def test_declared_entities_are_refused_with_their_line(data: bytes | str) -> None:
    assert _refusal(data) == "a.xml:2: declares entities in its DOCTYPE, which are not read: remove them"


@pytest.mark.parametrize("use", [b"<a>&m;</a>", b'<a b="&m;"/>', b"<a/>"])
def test_a_billion_laughs_are_refused(use: bytes) -> None:
    assert "declares entities" in _refusal(_LAUGHS + b"]>" + use)


@pytest.mark.parametrize("use", ["<a>\n&nbsp;</a>", '<a>\n<b c="&nbsp;"/></a>'])
def test_an_entity_from_a_document_type_that_is_not_read_is_refused(use: str) -> None:
    assert "a.xml:2: Entity 'nbsp' not defined" in _refusal(f'<!DOCTYPE a SYSTEM "a.dtd">{use}')


def test_what_is_not_well_formed_is_refused_with_its_line() -> None:
    assert _refusal("<a>\n<b>\n</a>").startswith("a.xml:3: is not well-formed XML (")


@pytest.mark.parametrize("data", ["", " \n"])
def test_an_empty_file_is_refused(data: str) -> None:
    assert _refusal(data) == "a.xml: the file is empty: check the path"


def test_an_archive_is_named_for_what_it_is() -> None:
    assert "a gzip archive: unpack it first" in _refusal(b"\x1f\x8b\x08\0")


def test_what_would_take_too_much_memory_is_refused() -> None:
    assert "a.xml:1:" in _refusal("<a>" * 300 + "</a>" * 300)
    assert "a.xml:1:" in _refusal(f"<a>{'x' * 10_500_000}</a>")


def test_control_characters_cannot_be_held() -> None:
    assert unholdable("a\tb\n𠀀\ufffd") is None
    assert unholdable("a\x0bb") == "\x0b"
    assert unholdable("\ufffe") == "\ufffe"
    assert unholdable("\ud800") == "\ud800"
