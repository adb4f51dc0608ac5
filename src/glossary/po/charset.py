"""The character encoding of a PO file, which its header names."""

import codecs
import re
from pathlib import Path

from glossary.errors import DataError

_CHARSET = re.compile(rb'Content-Type:[^\n"]*?charset=([\w.:-]+)', re.IGNORECASE)
# What is declared in Chinese files is often the small brother of what is meant.
_LARGER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}


def charset(header: bytes) -> str:
    """The charset that a header names, as Python calls it; `utf-8` where it names none.

    Raises:
        LookupError: There is no such charset.
    """
    match = _CHARSET.search(header)
    # A template that has not been filled in says CHARSET.
    name = match[1].decode("ascii", "replace") if match else "CHARSET"
    return "utf-8" if name.upper() == "CHARSET" else codecs.lookup(name).name


def declared(data: bytes) -> str:
    """As `charset`, for a PO file, or as much of its beginning as holds the header.

    Raises:
        LookupError: There is no such charset.
    """
    # The header is the first message; a message further down may well be about charsets.
    second = data.find(b"\nmsgid ", data.find(b"msgid ") + 1)
    return charset(data[: second if second >= 0 else len(data)])


def decode(data: bytes, *, path: Path | str) -> str:
    """The text of a PO file, without a byte order mark; lines end as they do in the file.

    Raises:
        DataError: It is binary, names a charset that does not exist, or is no text in the one that it names.
    """
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        raise DataError(path, None, "is UTF-16, which gettext does not read; save it as UTF-8")
    if (nul := data.find(b"\0")) >= 0:
        raise DataError(
            path, None, f"is binary, not a PO file (a zero byte at offset {nul}); name the .po file"
        )
    if data.startswith(codecs.BOM_UTF8):
        data = data[len(codecs.BOM_UTF8) :]
    try:
        name = declared(data)
        return _decode(data, name)
    except LookupError:
        raise DataError(path, None, "names a charset that does not exist; correct Content-Type") from None
    except UnicodeError as error:
        line = data.count(b"\n", 0, getattr(error, "start", 0)) + 1
        fault = f"is not {name} text; save the file as UTF-8 and let Content-Type say charset=UTF-8"
        raise DataError(path, line, fault) from None


def _decode(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        if name not in _LARGER:
            raise
        return data.decode(_LARGER[name])
