"""Office documents, DOCX and XLSX: ZIP archives of XML files, refused where opening them could do harm.

What is refused: what unpacks to more than is sensible; XML that declares entities, which can grow without bounds; names
that lead out of the archive, and links, which whoever unpacks it would follow; two parts of one name, of which one
program reads the first and another the second.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from stat import S_ISLNK

import msgspec

from glossary.errors import DataError

_LARGEST = 200 * 1024 * 1024
_LARGE, _DENSEST = 20 * 1024 * 1024, 100
"""What unpacks to more bytes than the first may not unpack to more than that many times its size."""
_ENTITY = tuple("<!ENTITY".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
_BEFORE_XML = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
_CHUNK = 1 << 20
_OUTSIDE = re.compile(r"[/\\]|[A-Za-z]:|(?:.*[/\\])?\.\.(?:[/\\]|\Z)", re.DOTALL)


class Sort(msgspec.Struct, frozen=True, kw_only=True):
    """A sort of Office document, as messages name it."""

    name: str
    """`no DOCX file` is what something else is."""
    holds: str
    """`without a sound Word document` is an archive of something else."""
    again: str
    """What to do about one that is damaged or dangerous."""
    smaller: str
    """What to do about one that is too large."""
    pictures: str = ""
    """The folder of parts that are not read, which may declare what they like."""


def refuse(data: bytes, sort: Sort, *, path: str) -> None:
    """Raises for a document that must not be opened, or is none.

    Raises:
        DataError: It is no archive, is damaged, or is one of what this module refuses.
    """
    with sound(sort, path=path), zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = package.infolist()
        size = sum(part.file_size for part in parts)
        if size > _LARGEST or (size > _LARGE and size > _DENSEST * len(data)):
            raise DataError(path, None, f"unpacks to {size >> 20} MB, too much for {sort.smaller}")
        seen: set[str] = set()
        for part in parts:
            if cause := _odd(part, seen):
                raise DataError(path, None, f"{cause}, which no Office program writes: {sort.again}")
            seen.add(part.filename)
            if not (sort.pictures and part.filename.startswith(sort.pictures)) and _declares(package, part):
                cause = f"{part.filename} declares XML entities, which no Office program does: {sort.again}"
                raise DataError(path, None, cause)


@contextmanager
def sound(sort: Sort, *, path: str, faults: tuple[type[Exception], ...] = ()) -> Iterator[None]:
    """Makes a `DataError` of what libraries let through where a part is missing or is not what it should be.

    Args:
        sort: What is being read.
        path: What errors call it.
        faults: What else the library raises.
    """
    import zlib

    unsound: tuple[type[Exception], ...] = (SyntaxError, LookupError, ValueError, TypeError)
    unsound += (AttributeError, OverflowError, *faults)
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise DataError(path, None, f"is no {sort.name} or is damaged ({error}): {sort.again}") from None
    except unsound as error:
        cause = f"is a ZIP archive without a sound {sort.holds} ({error}): {sort.again}"
        raise DataError(path, None, cause) from None


def _odd(part: zipfile.ZipInfo, seen: set[str]) -> str:
    """What is wrong with a part whatever it holds; nothing where nothing is."""
    # `orig_filename` is the name before zipfile makes it harmless.
    if _OUTSIDE.match(part.orig_filename):
        return f"a part is named {part.orig_filename!r}"
    if S_ISLNK(part.external_attr >> 16):
        return f"the part {part.filename} is a link"
    return f"the part {part.filename} stands twice" if part.filename in seen else ""


def _declares(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether a part is XML that declares entities."""
    with package.open(part) as stream:
        before = stream.read(_CHUNK)
        if not before.lstrip(_BEFORE_XML).startswith(b"<"):
            return False
        while chunk := stream.read(_CHUNK):
            if any(mark in before for mark in _ENTITY):
                return True
            before = before[-32:] + chunk
    return any(mark in before for mark in _ENTITY)
