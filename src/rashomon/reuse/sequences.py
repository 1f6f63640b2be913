"""The word sequences of a whole article as numbers, read in a few passes over its characters.

A word is a run of letters, digits and marks in lower case; of a script that sets no spaces between words, each
character. Numbers are the same in every process, so that they can be kept.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

import numpy as np
import numpy.typing as npt

from rashomon.reuse.shingles import SHINGLE

Numbers = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]
_LAST = 0x20000  # from here on all that is assigned are ideographs
_UNSPACED = (  # scripts that set no spaces between words: first and last code point
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x31FF),  # radicals, kana, bopomofo
    (0x3400, 0x9FFF),  # ideographs
    (0xF900, 0xFAFF),
    (_LAST, _LAST),
)
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"  # hyphens and joiners that no reader sees
_OF_PLACE, _OF_WORD = 0xD1342543DE82EF95, np.uint64(0x9E3779B97F4A7C15)  # odd factors, so that no bit is lost
_PIECE = 1 << 16  # characters read at a time


def read_sequences(text: str) -> Numbers:
    """The distinct sequences of five words in the text, each as a number of 64 bits, in ascending order.

    Two different sequences have one number by a chance of about 1 in 10^18.
    """
    return next(read_all_sequences((text,)))


def read_all_sequences(texts: Iterable[str]) -> Iterator[Numbers]:
    """Those of each text, in order; short texts are read together."""
    waiting: list[str] = []
    length = 0
    for text in map(_plain, texts):
        if waiting and length + len(text) >= _PIECE:
            yield from _sequences_of(waiting)
            waiting, length = [], 0
        waiting.append(text)
        length += len(text) + 1
    if waiting:
        yield from _sequences_of(waiting)


def count_shared(one: Numbers, other: Numbers) -> int:
    """The number of sequences that stand in both."""
    if len(one) > len(other):
        one, other = other, one
    if not len(one):
        return 0
    at = np.searchsorted(other, one)
    at[at == len(other)] = 0
    return int(np.count_nonzero(other[at] == one))


def _plain(text: str) -> str:
    """The text in lower case, each letter with its marks written in one way."""
    text = text.lower()
    if text.isascii():
        return text
    for character in _INVISIBLE:
        text = text.replace(character, "")
    return unicodedata.normalize("NFC", text)


def _sequences_of(texts: list[str]) -> Iterator[Numbers]:
    words, starts = _words_of("\n".join(texts))
    ends = np.cumsum([len(text) + 1 for text in texts])
    counts = np.searchsorted(starts, ends) if len(texts) > 1 else [len(words)]
    places = max(0, len(words) - SHINGLE + 1)
    sums = words[:places].copy()
    for n in range(1, SHINGLE):
        sums *= _OF_WORD
        sums += words[n : n + places]
    numbers = _mixed(sums)
    begin = 0
    for end in counts:
        yield _distinct(numbers[begin : max(begin, end - SHINGLE + 1)])
        begin = end


def _distinct(numbers: Numbers) -> Numbers:
    if not len(numbers):
        return numbers
    numbers.sort()
    new = np.empty(len(numbers), bool)
    new[0] = True
    np.not_equal(numbers[1:], numbers[:-1], out=new[1:])
    return numbers[new]


def _words_of(text: str) -> tuple[Numbers, Places]:
    """A number for each word of the text, in order, and the place of its first character."""
    if len(text) < _PIECE:
        return _words_of_piece(text)
    pieces, at = [], 0
    while at < len(text):
        cut = text.rfind(" ", at, at + _PIECE - 1) if len(text) - at >= _PIECE else len(text)
        cut = cut if cut > at else at + _PIECE - 1
        words, starts = _words_of_piece(text[at:cut])
        pieces.append((words, starts + at))
        at = cut
    return np.concatenate([words for words, _ in pieces]), np.concatenate([starts for _, starts in pieces])


def _words_of_piece(text: str) -> tuple[Numbers, Places]:
    points = _code_points("\n" + text)
    letters = _letters().take(points, mode="clip")
    inside = letters > 0
    parted = ~inside[:-1]
    if points.itemsize > 1:
        sole = _soles().take(points, mode="clip")
        parted |= sole[:-1] | sole[1:]
    starts = np.flatnonzero(inside[1:] & parted)
    if not len(starts):
        return np.empty(0, np.uint64), starts
    to, back = _powers()
    letters *= to[: len(letters)]
    words: Numbers = np.add.reduceat(letters, starts + 1)
    words *= back[starts]
    return words, starts


def _code_points(text: str) -> npt.NDArray[np.uint8] | npt.NDArray[np.uint32]:
    if text.isascii():
        return np.frombuffer(text.encode("ascii"), np.uint8)
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def _mixed(numbers: Numbers) -> Numbers:
    """The numbers with every bit spread over all of them: each goes to another, evenly (splitmix64, Steele 2014)."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))


@cache
def _powers() -> tuple[Numbers, Numbers]:
    """A factor for each place in a piece, and what undoes it, so that a word is one number wherever it stands."""
    factors = (_OF_PLACE, pow(_OF_PLACE, -1, 1 << 64))
    to, back = (np.cumprod(np.full(_PIECE, factor, np.uint64), dtype=np.uint64) for factor in factors)
    return to, back


@cache
def _letters() -> Numbers:
    """For each code point that is part of a word a number, 0 for others; the last stands for all beyond."""
    parts = (unicodedata.category(chr(point))[0] in "LMN" for point in range(_LAST + 1))
    return np.where(np.fromiter(parts, bool), _mixed(np.arange(1, _LAST + 2, dtype=np.uint64)), np.uint64(0))


@cache
def _soles() -> npt.NDArray[np.bool_]:
    """For each code point whether it is a word by itself."""
    soles = np.zeros(_LAST + 1, bool)
    for first, last in _UNSPACED:
        soles[first : last + 1] = True
    return soles
