"""Small static word vectors: words of like use lie near each other. Built by scripts/build_vectors.py."""

import math
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]  # single precision; arithmetic is typed wider than it is
_TABLE = "vectors.npz"
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

    def vector(self, word: str) -> Floats:
        """The vector of a folded word, of length one; all zero for a word none of whose pieces are known."""
        pieces = self._pieces(word)
        if not pieces:
            return np.zeros(self.dimensions, np.float32)
        total: Floats = (self.rows[pieces] * self.scale[pieces, None]).sum(axis=0, dtype=np.float32)
        length = float(np.sqrt((total * total).sum()))
        return total / np.float32(length) if length else total

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
    with resources.as_file(resources.files("rashomon.compare") / _TABLE) as path, np.load(path) as stored:
        words = str(stored["words"]).split("\n")
        return VectorTable(stored["q"], stored["scale"], {word: n for n, word in enumerate(words)})
