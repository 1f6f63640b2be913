"""An index of short word sequences: which reports share words is found in it, never by comparing whole texts."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from rashomon.model.reading import EMBEDDED_POST, Reading
from rashomon.text.tokens import fold

SHINGLE = (
    5  # words; shorter sequences ("in the wake of the") are shared by texts that have nothing to do with each other
)
LONGEST_POST = 320  # characters; what stands further before the signature of an embedded post is the report
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one report in order, folded and numbered; a negative number stands where something was left out."""

    numbers: tuple[int, ...]
    starts: tuple[int, ...]  # code points
    ends: tuple[int, ...]
    quoted: tuple[bool, ...]
    shingles: tuple[int, ...]  # the key of the sequence that begins at each word

    def __len__(self) -> int:
        return len(self.numbers)


@dataclass(frozen=True, slots=True)
class Run:
    """Words `at_a` to `end_a` of one article that are, but for small edits, words `at_b` to `end_b` of another."""

    at_a: int
    end_a: int
    at_b: int
    end_b: int


def number_words(readings: tuple[Reading, ...]) -> tuple[Words, ...]:
    """The words of each report; one folded word has one number in all of them."""
    known = _Numbers()
    gaps = count(2)  # from 2, since Python gives -1 and -2 one hash
    return tuple(_words_of(reading, known, gaps) for reading in readings)


def index_shingles(texts: tuple[Words, ...]) -> dict[int, list[tuple[int, int]]]:
    """Where each sequence of words stands that two texts share: numbers of the text and of the word, in order."""
    first: dict[int, int] = {}
    shared: set[int] = set()
    for n, words in enumerate(texts):
        for key in words.shingles:
            if first.setdefault(key, n) != n:
                shared.add(key)
    places: dict[int, list[tuple[int, int]]] = {}
    for n, words in enumerate(texts):
        for at, key in enumerate(words.shingles):
            if key in shared:
                places.setdefault(key, []).append((n, at))
    return places


class _Numbers(dict[str, int]):
    """The number of each spelling met so far; those of one folded word are the same."""

    def __init__(self) -> None:
        self._folded: dict[str, int] = {}

    def __missing__(self, spelling: str) -> int:
        self[spelling] = number = self._folded.setdefault(fold(spelling), len(self._folded) + 1)
        return number


def _words_of(reading: Reading, known: _Numbers, gaps: Iterator[int]) -> Words:
    text = reading.article.text
    numbers: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _stretches(reading):
        if numbers:
            numbers.append(-next(gaps))  # no other place has this number, so no run crosses it
            starts.append(start)
            ends.append(start)
        spans = [match.span() for match in _WORD.finditer(text, start, end)]
        numbers.extend([known[text[first:after]] for first, after in spans])
        starts.extend([first for first, _ in spans])
        ends.extend([after for _, after in spans])
    shingles = tuple(map(hash, zip(*(numbers[n:] for n in range(SHINGLE)), strict=False)))
    return Words(tuple(numbers), tuple(starts), tuple(ends), _quoted(reading, starts), shingles)


def _stretches(reading: Reading) -> Iterator[tuple[int, int]]:
    """The report without what was left out of it."""
    gaps = sorted(gone.span.start for gone in reading.left_out)
    begin = end = -1
    for sentence in reading.sentences:
        if begin >= 0 and bisect_left(gaps, end) == bisect_left(gaps, sentence.span.start):
            end = sentence.span.end
            continue
        if begin >= 0:
            yield begin, end
        begin, end = sentence.span.start, sentence.span.end
    if begin >= 0:
        yield begin, end


def _quoted(reading: Reading, starts: list[int]) -> tuple[bool, ...]:
    """For each word, whether it stands inside quotation marks."""
    quoted = [False] * len(starts)
    for quotation in reading.quotations:
        if quotation.form != "indirect":
            first, after = bisect_left(starts, quotation.content.start), bisect_left(starts, quotation.content.end)
            quoted[first:after] = [True] * (after - first)
    for start, end in _embedded(reading):
        first, after = bisect_left(starts, start), bisect_left(starts, end)
        quoted[first:after] = [True] * (after - first)
    return tuple(quoted)


def _embedded(reading: Reading) -> Iterator[tuple[int, int]]:
    """Posts set into the text, which any report of the event may show: the line before each signature."""
    text = reading.article.text
    for gone in reading.left_out:
        if gone.reason == EMBEDDED_POST:
            end = len(text[: gone.span.start].rstrip())
            yield max(text.rfind("\n", 0, end) + 1, end - LONGEST_POST), end
