"""Compressed bytes unpacked within a bound, so that a kilobyte can never fill the memory."""

import zlib
from collections.abc import Iterable, Iterator

GZIP = b"\x1f\x8b"
_PIECE = 1 << 16  # bytes unpacked at once
_HEAD = 2  # bytes of a header that tell it from bare deflate
_GZIP_OR_ZLIB, _BARE = 47, -15  # zlib's window bits: with either header, with none


class BadCompression(ValueError):
    """The bytes are not what they are said to be compressed by, or break off."""


def unpack(data: bytes, most: int) -> bytes | None:
    """The unpacked bytes of a gzip file; None where there would be more than `most`. Raises BadCompression."""
    unpacked = bytearray()
    for piece in unpack_pieces([data]):
        unpacked += piece
        if len(unpacked) > most:
            return None
    return bytes(unpacked)


def unpack_pieces(packed: Iterable[bytes]) -> Iterator[bytes]:
    """The unpacked bytes of a stream of gzip or deflate, never more than 64 KiB at once. Raises BadCompression."""
    stream, begun = None, False
    for rest in _with_whole_head(packed):
        while rest:
            if stream is None:
                if begun and not rest.startswith(GZIP[:1]):
                    return  # padding after the last member
                stream = zlib.decompressobj(_BARE if _is_bare(rest) and not begun else _GZIP_OR_ZLIB)
                begun = True
            try:
                unpacked = stream.decompress(rest, _PIECE)
            except zlib.error as error:
                raise BadCompression(str(error)) from None
            if unpacked:
                yield unpacked
            rest = stream.unconsumed_tail
            if stream.eof:
                rest, stream = stream.unused_data, None
            elif not rest and len(unpacked) == _PIECE:
                yield from _held_back(stream)
    if stream is not None:
        raise BadCompression("it breaks off")


def _with_whole_head(packed: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces, the first of them two bytes at least: by these it is told how they are packed."""
    head = b""
    for piece in packed:
        if len(head) < _HEAD:
            head += piece
            if len(head) >= _HEAD:
                yield head
        else:
            yield piece
    if len(head) < _HEAD:
        yield head


def _held_back(stream: "zlib._Decompress") -> Iterator[bytes]:
    """What zlib still holds after the last byte went in."""
    while unpacked := stream.decompress(b"", _PIECE):
        yield unpacked


def _is_bare(data: bytes) -> bool:
    """True of deflate without a header, as some servers send it: its first bytes make no zlib header."""
    return not data.startswith(GZIP[:1]) and (
        len(data) < 2 or (data[0] & 15) != 8 or (data[0] * 256 + data[1]) % 31 != 0
    )
