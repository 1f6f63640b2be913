"""What a stream remembers of an article to know its copies: a small, even sample of its word sequences."""

from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

from rashomon.reuse.sequences import Numbers
from rashomon.settings import CopySettings

Keys = npt.NDArray[np.uint32]
KEY_BITS = 32


@dataclass(frozen=True, slots=True, eq=False)
class CopySketch:
    """`keys` are the leading bits of those of an article's `length` distinct sequences that are in its sample, in
    ascending order. The sample takes the lowest numbers, so that of two articles it takes the same sequences.
    """

    length: int
    keys: Keys

    def to_bytes(self) -> bytes:
        """Four bytes for the length and for each key."""
        return np.concatenate(([np.uint32(self.length)], self.keys)).astype("<u4").tobytes()

    @classmethod
    def from_bytes(cls, kept: bytes) -> Self:
        """The sketch that `to_bytes` gave. Raises ValueError where the bytes are not of one."""
        numbers = np.frombuffer(kept, "<u4").astype(np.uint32)
        if not len(numbers):
            raise ValueError("no bytes of a sketch")
        return cls(int(numbers[0]), numbers[1:])


def take_sketch(sequences: Numbers, settings: CopySettings) -> CopySketch:
    """The sample of an article's sequences, as `read_sequences` gives them."""
    leading = (sequences >> np.uint64(64 - KEY_BITS)).astype(np.uint32)
    sample = leading[: np.searchsorted(leading, _first_beyond(sampled_share(len(sequences), settings)))]
    return CopySketch(len(sequences), sample[np.diff(sample, prepend=~sample[:1]) != 0])


def sampled_share(length: int, settings: CopySettings) -> float:
    """The share of so many sequences that is in the sample."""
    return min(1.0, max(settings.sampled, settings.fewest_sampled / max(1, length)))


def sampled_below(sketch: CopySketch, share: float) -> int:
    """How many of the sketch's sequences a sample of that share takes, of those it has."""
    return int(np.searchsorted(sketch.keys, _first_beyond(share)))


def _first_beyond(share: float) -> np.uint64:
    return np.uint64(share * 2**KEY_BITS)
