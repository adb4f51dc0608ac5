"""Files that are no text, known by their first bytes."""

import io

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file: save its text as .txt or .docx"),
    (b"{\\rtf", "an RTF file: save it as .docx or .txt"),
    (_OLE, "an old Office file (.doc, .wps) or a DOCX under a password: save it as .docx without a password"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image: type its text out into a .txt file"),
    (b"\xff\xd8\xff", "a JPEG image: type its text out into a .txt file"),
    (b"GIF8", "a GIF image: type its text out into a .txt file"),
    (b"II*\x00", "a TIFF image: type its text out into a .txt file"),
    (b"MM\x00*", "a TIFF image: type its text out into a .txt file"),
    (b"\x1f\x8b\x08", "a gzip archive: unpack it first"),
    (b"\xfd7zXZ\x00", "an xz archive: unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive: unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive: unpack it first"),
)


def not_text(data: bytes) -> str | None:
    """What the file is instead of text, and what to do with it; None where nothing speaks against text."""
    if data.startswith(_ZIP):
        return _inside_zip(data)
    return not_zip(data)


def not_zip(data: bytes) -> str | None:
    """The same for a file that may be a ZIP archive."""
    return next((meaning for start, meaning in _SIGNATURES if data.startswith(start)), None)


def _inside_zip(data: bytes) -> str:
    import zipfile

    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        names = []
    if "word/document.xml" in names:
        return "a DOCX file: give its name the ending .docx"
    return "a ZIP archive, not text: unpack it first, or save the document as .docx or .txt"
