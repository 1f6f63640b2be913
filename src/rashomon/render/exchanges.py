"""Where two texts are the same and where the one has other words than the other, as pieces that cover both."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rapidfuzz.distance import Indel

from rashomon.model.span import Span

_WORD = re.compile(r"\S+")
_TOKEN = re.compile(r"\w+(?:['’.,-]\w+)*|[^\w\s]")


class Exchange(NamedTuple):
    """Words of the older text and what stands for them in the newer; None where the one has nothing there."""

    old: Span | None
    new: Span | None


class Piece(NamedTuple):
    """A stretch of both texts, by its places; `same` where the words are, white space apart."""

    old: tuple[int, int]
    new: tuple[int, int]
    same: bool

    @property
    def empty(self) -> bool:
        """True where it holds nothing of either."""
        return self.old[0] == self.old[1] and self.new[0] == self.new[1]

    def split(self, old: int, new: int) -> tuple["Piece", "Piece"]:
        """The piece before a place of both texts, and that from there on."""
        before = Piece((self.old[0], old), (self.new[0], new), self.same)
        return before, Piece((old, self.old[1]), (new, self.new[1]), self.same)

    def moved(self, old: int, new: int) -> "Piece":
        """The piece so many characters farther on."""
        return Piece((self.old[0] + old, self.old[1] + old), (self.new[0] + new, self.new[1] + new), self.same)


def make_pieces(old: str, new: str, exchanges: Iterable[Exchange]) -> tuple[Piece, ...]:
    """What stayed and what was exchanged, in order, covering both texts; none empty, and space follows its word."""
    return tuple(piece for piece in _pieces(old, new, exchanges) if not piece.empty)


def _pieces(old: str, new: str, exchanges: Iterable[Exchange]) -> Iterator[Piece]:
    old_at, new_at = 0, 0
    for gone, come in exchanges:
        # Where one text has nothing, its place is as many letters on as the other text has up to there.
        old_start = gone.start if gone else after(old, old_at, letters(new[new_at : come.start if come else new_at]))
        new_start = come.start if come else after(new, new_at, letters(old[old_at:old_start]))
        old_start, new_start = skip_space(old, old_start), skip_space(new, new_start)
        yield Piece((old_at, old_start), (new_at, new_start), True)
        old_at = max(old_start, skip_space(old, gone.end) if gone else 0)
        new_at = max(new_start, skip_space(new, come.end) if come else 0)
        yield Piece((old_start, old_at), (new_start, new_at), False)
    yield Piece((old_at, len(old)), (new_at, len(new)), True)


def find_exchanges(old: str, new: str) -> Iterator[Exchange]:
    """The words in which two texts differ, by the shortest way from one to the other; a change of space is none."""
    olds = [Span(*found.span()) for found in _TOKEN.finditer(old)]
    news = [Span(*found.span()) for found in _TOKEN.finditer(new)]
    held: Exchange | None = None
    for code in Indel.opcodes([span.of(old) for span in olds], [span.of(new) for span in news]):
        if code.tag == "equal":
            if held:
                yield held
            held = None
            continue
        gone, come = olds[code.src_start : code.src_end], news[code.dest_start : code.dest_end]
        step = Exchange(_over(gone), _over(come))
        held = Exchange(held.old or step.old, held.new or step.new) if held else step
    if held:
        yield held


def letters(text: str) -> int:
    """The number of characters that are no white space."""
    return sum(map(len, text.split()))


def skip_space(text: str, place: int) -> int:
    """The next place that is no white space."""
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _over(spans: list[Span]) -> Span | None:
    return Span(spans[0].start, spans[-1].end) if spans else None


def after(text: str, start: int, count: int) -> int:
    """The place behind so many characters that are no white space."""
    if count <= 0:
        return start
    for word in _WORD.finditer(text, start):
        length = word.end() - word.start()
        if count <= length:
            return word.start() + count
        count -= length
    return len(text)
