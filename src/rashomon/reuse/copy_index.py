"""The copies of each article of a stream among those before it, at a cost that does not grow with their number."""

from collections.abc import Callable, Iterable
from itertools import islice
from math import sqrt

import numpy as np

from rashomon.model.article import Article
from rashomon.reuse.copies import CopyPair
from rashomon.reuse.copy_sketch import CopySketch, sampled_below, sampled_share, take_sketch
from rashomon.reuse.key_table import KeyTable
from rashomon.reuse.sequences import Numbers, count_shared, read_sequences
from rashomon.settings import CopySettings

ReadText = Callable[[str], str | None]
_AT_ONCE = 4096  # articles taken in together
_FEWEST_HITS = 3  # sampled sequences shared, to believe a share without the text; fewer may be one phrase


class CopyIndex:
    """The articles in the window, each as a sketch; the newest carriers of a text are found, at least the last dozen.

    `read_text` gives the text of an article by its id, or None. It is asked only where the sample cannot tell whether
    a pair is one, and makes its containment exact; without it the sample decides.
    """

    def __init__(self, settings: CopySettings, read_text: ReadText | None = None) -> None:
        self._settings = settings
        self._read_text = read_text
        self._ids: list[str] = []
        self._lengths = np.zeros(1024, np.uint32)  # distinct sequences of each article
        self._sampled = np.zeros(1024, np.uint32)  # keys of each in the table
        self._table = KeyTable()

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def nbytes(self) -> int:
        """The bytes of its arrays, without the ids."""
        return self._table.nbytes + self._lengths.nbytes + self._sampled.nbytes

    def add(self, article: Article) -> tuple[CopyPair, ...]:
        """The pairs that the article makes with those before it, oldest first, each with the older article as `a`.

        Another version of an article is no copy of it.
        """
        sequences = read_sequences(article.text)
        sketch = take_sketch(sequences, self._settings)
        found = self._pairs(article.id, sketch, sequences)
        self.load([(article.id, sketch)])
        return found

    def load(self, kept: Iterable[tuple[str, CopySketch]]) -> None:
        """Takes in articles by their sketches, oldest first, without looking for pairs."""
        long_enough = ((name, sketch) for name, sketch in kept if sketch.length >= self._settings.fewest_sequences)
        while new := list(islice(long_enough, _AT_ONCE)):
            first, after = len(self._ids), len(self._ids) + len(new)
            while after > len(self._lengths):
                self._lengths, self._sampled = (np.append(x, np.zeros_like(x)) for x in (self._lengths, self._sampled))
            self._ids.extend(name for name, _ in new)
            self._lengths[first:after] = [sketch.length for _, sketch in new]
            self._sampled[first:after] = sizes = [len(sketch.keys) for _, sketch in new]
            owners = np.repeat(np.arange(first, after, dtype=np.uint64), sizes)
            self._table.insert(np.concatenate([sketch.keys for _, sketch in new]), owners)

    def forget(self, ids: Iterable[str]) -> None:
        """Drops these articles, as they leave the window; costs as much as the window is long."""
        gone = frozenset(ids)
        stays = np.array([name not in gone for name in self._ids], bool)
        if stays.all():
            return
        count = int(stays.sum())
        for numbers in (self._lengths, self._sampled):
            numbers[:count] = numbers[: len(stays)][stays]
        self._ids = [name for name in self._ids if name not in gone]
        self._table.renumber(stays)

    def _pairs(self, article_id: str, sketch: CopySketch, sequences: Numbers) -> tuple[CopyPair, ...]:
        if sketch.length < self._settings.fewest_sequences:
            return ()
        owners, counts = np.unique(self._table.owners_of(sketch.keys), return_counts=True)
        pairs = (
            self._pair(owner, hits, article_id, sketch, sequences)
            for owner, hits in zip(owners.tolist(), counts.tolist(), strict=True)
        )
        return tuple(pair for pair in pairs if pair)

    def _pair(self, owner: int, hits: int, name: str, sketch: CopySketch, sequences: Numbers) -> CopyPair | None:
        least, other, sampled = self._settings.least_contained, self._ids[owner], self._both_sampled(owner, sketch)
        share = min(1.0, hits / sampled)
        doubt = self._settings.doubt * sqrt(least * (1 - least) / sampled)
        if other == name or share < least - doubt:
            return None
        exact = self._exact(other, sequences) if share < least + doubt else None
        if exact is not None:
            return CopyPair(other, name, exact) if exact >= least else None
        return CopyPair(other, name, share, exact=False) if share >= least and hits >= _FEWEST_HITS else None

    def _both_sampled(self, owner: int, sketch: CopySketch) -> float:
        """How many sequences of the shorter article are in the samples of both, or would be if the other had them."""
        length, sampled = int(self._lengths[owner]), int(self._sampled[owner])
        mine, other = sampled_share(sketch.length, self._settings), sampled_share(length, self._settings)
        if sketch.length <= length:
            return max(1.0, sampled_below(sketch, other))
        return max(1.0, sampled if other <= mine else length * mine)

    def _exact(self, other: str, sequences: Numbers) -> float | None:
        """The containment by the texts, None where the other's is not to be had."""
        text = self._read_text(other) if self._read_text else None
        if text is None:
            return None
        theirs = read_sequences(text)
        return count_shared(sequences, theirs) / max(1, min(len(sequences), len(theirs)))
