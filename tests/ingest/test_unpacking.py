"""Compressed bytes, sound, broken and hostile."""

import gzip
import zlib

import pytest

from rashomon.ingest.unpacking import BadCompression, unpack, unpack_pieces

WORDS = b"A ferry ran aground off Port Halven. " * 9000


def bare(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    "pack", [gzip.compress, zlib.compress, bare, lambda data: gzip.compress(data[:99]) + gzip.compress(data[99:])]
)
@pytest.mark.parametrize("size", [1, 1000, 10**7])
def test_every_way_of_packing_in_pieces_of_any_size(pack, size):
    packed = pack(WORDS)
    pieces = [packed[start : start + size] for start in range(0, len(packed), size)]
    assert b"".join(unpack_pieces(pieces)) == WORDS


def test_padding_after_the_end_is_passed_over():
    assert unpack(gzip.compress(WORDS) + b"\0" * 99, 10**6) == WORDS


def test_more_than_allowed_is_nothing():
    assert unpack(gzip.compress(b"\0" * 50_000_000), 1_000_000) is None


def test_no_piece_is_large():
    assert max(map(len, unpack_pieces([gzip.compress(b"\0" * 50_000_000)]))) <= 1 << 16


@pytest.mark.parametrize(
    "data", [b"\x1f\x8bnonsense", gzip.compress(WORDS)[:-20], b"plain words"], ids=["no gzip", "cut gzip", "words"]
)
def test_broken_bytes_are_said_to_be(data):
    with pytest.raises(BadCompression):
        unpack(data, 10**6)
