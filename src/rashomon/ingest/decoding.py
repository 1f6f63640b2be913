"""Bytes to characters: which encoding a file is in, and whether it is text at all."""

import codecs
import re
import unicodedata

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins the same
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FORMATS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"BZh", "bzip2-compressed"),
    (b"\xfd7zXZ", "xz-compressed"),
    (b"SQLite format 3", "a database"),
)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_EMPTY_SIGNS = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # a letter or sign by its kind, and nothing to be seen
_LOOKED_AT = 8192  # bytes; text has no NUL in its first page


def find_format(data: bytes) -> str | None:
    """What a file is that is not text ("a PDF"); None where it may be text."""
    for magic, name in _FORMATS:
        if data.startswith(magic):
            return name
    if not data.startswith(tuple(mark for mark, _ in _MARKS)) and b"\0" in data[:_LOOKED_AT]:
        return "a binary file"
    return None


def decode(data: bytes) -> str:
    """The characters of `data`, line ends as they are; a byte-order mark is dropped. Never fails.

    UTF-8, UTF-16 or UTF-32 by their mark; else UTF-8; else Windows-1252, in which most old English text is. Text that
    is UTF-8 but for a few broken bytes stays UTF-8, the broken bytes replaced by U+FFFD.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return without_surrogates(data[len(mark) :].decode(encoding, "replace"))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    lenient = data.decode("utf-8", "replace")
    broken = lenient.count("\ufffd")
    sound = sum(1 for byte in data if byte >= 0xC2) - broken  # lead bytes of sequences that did decode
    return lenient if broken < sound / 4 else _windows(data)


def without_surrogates(text: str) -> str:
    """`text` with each lone surrogate replaced by U+FFFD, so that it can be written as UTF-8; no offset moves."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def is_blank(text: str) -> bool:
    """True where nothing of it is seen: no sign at all, or spaces, controls and marks without width alone."""
    return not any(unicodedata.category(sign)[0] in "LNPS" and sign not in _EMPTY_SIGNS for sign in text)


def _windows(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:  # one of the five bytes that Windows-1252 leaves undefined
        return data.decode("latin-1")
