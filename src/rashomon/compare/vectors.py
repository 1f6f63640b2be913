"""Small static word vectors: words of like use lie near each other. Built by scripts/build_vectors.py."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]  # single precision; arithmetic is typed wider than it is
_ROWS, _SCALE, _WORDS = "vectors.npy", "vectors_scale.npy", "vectors_words.txt"  # not packed
_RANKS = 30_522  # word pieces of the vocabulary the table was cut from; a rank is a measure of how common a word is


@dataclass(frozen=True, slots=True)
class VectorTable:
    """One row of eight-bit numbers a word piece, in order of how common the piece is, with the scale of each row."""

    rows: NDArray[np.int8]
    scale: Floats
    place: dict[str, int]

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        return int(self.rows.shape[1])

    def vectors(self, words: Sequence[str]) -> Floats:
        """The vectors of folded words, a row each, of length one; all zero where no piece of a word is known."""
        pieces = [self._pieces(word) for word in words]
        counts = [len(held) for held in pieces]
        held = np.array([row for rows in pieces for row in rows], np.intp)
        scaled: Floats = self.rows[held] * self.scale[held, None]
        total = np.zeros((len(words), self.dimensions), np.float32)
        np.add.at(total, np.repeat(np.arange(len(words)), counts), scaled)
        length = np.sqrt((total * total).sum(axis=1, keepdims=True))
        unit: Floats = np.divide(total, length, out=total, where=length > 0)
        return unit

    def vector(self, word: str) -> Floats:
        """The vector of one folded word."""
        alone: Floats = self.vectors([word])[0]
        return alone

    def rarity(self, word: str) -> float:
        """0 for the commonest words to 1 for the rarest and the unknown, by rank (Zipf)."""
        rank = self.place.get(word)
        return 1.0 if rank is None else min(1.0, math.log1p(rank) / math.log(_RANKS))

    def _pieces(self, word: str) -> list[int]:
        """Longest known beginnings, one after another, as WordPiece cuts a word (Wu et al. 2016)."""
        found: list[int] = []
        at, mark = 0, ""
        while at < len(word):
            for end in range(min(len(word), at + 20), at, -1):
                row = self.place.get(mark + word[at:end])
                if row is not None:
                    found.append(row)
                    at, mark = end, "##"
                    break
            else:
                return found
        return found


@lru_cache(maxsize=1)
def load_vectors() -> VectorTable:
    """The table shipped with the package; read once."""
    package = resources.files("rashomon.compare")
    words = (package / _WORDS).read_text(encoding="utf-8").split("\n")
    with resources.as_file(package / _ROWS) as rows, resources.as_file(package / _SCALE) as scale:
        table = np.asarray(np.load(rows, mmap_mode="r"))
        return VectorTable(table, np.load(scale), {word: n for n, word in enumerate(words)})
