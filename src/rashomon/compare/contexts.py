"""What a word means where it stands: a vector for each word of a sentence, which the words beside it bear on.

Three layers of attention (Vaswani et al. 2017), taught by scripts/train_contexts.py to give what all-MiniLM-L6-v2
gives: the "contact" and the "communication" that were lost lie near each other, the "control" that was lost does not.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np

from rashomon.compare.function_words import FUNCTION_WORDS
from rashomon.compare.vectors import Floats, load_vectors
from rashomon.text.tokens import Token, fold

_WEIGHTS = "contexts.npz"
SIGNS = 7  # of a word: how rare it is, a function word, a capital, a digit, a pause before, a quotation mark, the first
INPUTS = 128 + SIGNS  # numbers of a word as it comes in
HEADS = 4
LONGEST = 64  # words read together; longer sentences are read in runs, since none so long was learned from
_TOGETHER = 4096  # words of a batch; more take more memory and no less time
_POSITIONS = 1000.0  # the longest wave of a position; sentences are short
_PAUSES, _QUOTES = frozenset(",;:-–—("), frozenset('"“”‘')


@dataclass(frozen=True, slots=True)
class Encoder:
    """The layers, by the names that the training gives their parts; a matrix is in x out."""

    lines: dict[str, tuple[Floats, Floats]]  # name -> matrix, bias
    layers: int

    def read(self, sentences: Sequence[Floats]) -> list[Floats]:
        """Each sentence (words x INPUTS) as words x outputs, rows of length one."""
        runs = [words[k : k + LONGEST] for words in sentences for k in range(0, len(words), LONGEST)]
        read = [np.zeros((0, len(self.lines["leave"][1])), np.float32)]
        for batch in _batches(runs):
            read.append(self._forward(np.concatenate(batch), [len(run) for run in batch]))
        together, ends = np.concatenate(read), np.cumsum([len(words) for words in sentences])
        return [together[end - len(words) : end] for words, end in zip(sentences, ends, strict=True)]

    def _forward(self, words: Floats, lengths: list[int]) -> Floats:
        """The words of several runs, one after another; each hears those of its own run only."""
        starts = np.cumsum([0, *lengths[:-1]])
        place = np.arange(len(words)) - np.repeat(starts, lengths)
        alike = [starts[np.array(lengths) == length][:, None] + np.arange(length) for length in sorted(set(lengths))]
        x = self._line("enter", words)
        x += positions(LONGEST, x.shape[1])[place]
        for n in range(self.layers):
            asked, heard = self._line(f"{n} ask", _normal(x)), np.empty_like(x)
            for run in alike:  # runs of one length at once, so that none is filled up
                heard[run] = self._heard(asked[run])
            x += self._line(f"{n} give", heard)
            wide = self._line(f"{n} widen", _normal(x))
            x += self._line(f"{n} narrow", np.maximum(wide, 0, out=wide))
        given = self._line("leave", _normal(x))
        given /= np.sqrt((given * given).sum(axis=1, keepdims=True)) + np.float32(1e-9)
        return given

    def _line(self, name: str, x: Floats) -> Floats:
        matrix, bias = self.lines[name]
        result: Floats = x @ matrix
        result += bias
        return result

    @staticmethod
    def _heard(asked: Floats) -> Floats:
        """What each word takes from the others of its sentence: queries, keys and values side by side."""
        many, words, width = asked.shape
        q, k, v = asked.reshape(many, words, 3, HEADS, -1).transpose(2, 0, 3, 1, 4)
        near = q @ k.transpose(0, 1, 3, 2) * np.float32(1 / math.sqrt(q.shape[-1]))
        near = np.exp(near - near.max(axis=-1, keepdims=True))
        near /= near.sum(axis=-1, keepdims=True)
        heard: Floats = (near @ v).transpose(0, 2, 1, 3).reshape(many, words, width // 3)
        return heard


def _batches(runs: list[Floats]) -> Iterator[list[Floats]]:
    batch: list[Floats] = []
    held = 0
    for run in runs:
        if batch and held + len(run) > _TOGETHER:
            yield batch
            batch, held = [], 0
        batch.append(run)
        held += len(run)
    if batch:
        yield batch


def word_inputs(text: str, words: Sequence[Token]) -> Floats:
    """The words of one sentence as the encoder reads them: words x INPUTS."""
    folded = [fold(word.text) for word in words]
    table = load_vectors()
    signs, last = [], words[0].span.start if words else 0
    for n, (word, plain) in enumerate(zip(words, folded, strict=True)):
        between = text[last : word.span.start]
        last = word.span.end
        signs.append(
            (
                table.rarity(plain), plain in FUNCTION_WORDS, word.text[0].isupper(), word.text[0].isdigit(),
                not _PAUSES.isdisjoint(between), not _QUOTES.isdisjoint(between), n == 0,
            )
        )  # fmt: skip
    return np.hstack([table.vectors(folded), np.array(signs, np.float32).reshape(-1, SIGNS)])


@lru_cache(maxsize=LONGEST)
def positions(words: int, width: int) -> Floats:
    """Words x width: waves that tell the places of words, small beside what the words are."""
    place = np.arange(words)[:, None] * np.exp(-np.arange(0, width, 2) / width * math.log(_POSITIONS))
    return (0.3 * np.stack([np.sin(place), np.cos(place)], axis=-1).reshape(words, width)).astype(np.float32)


def _normal(x: Floats) -> Floats:
    """Each row less its mean, over its deviation; what scales and shifts it lies in the line that follows."""
    x = x - x.mean(axis=-1, keepdims=True)
    result: Floats = x / np.sqrt((x * x).mean(axis=-1, keepdims=True) + np.float32(1e-5))
    return result


@lru_cache(maxsize=1)
def load_encoder() -> Encoder:
    """The encoder shipped with the package; read once."""
    with resources.as_file(resources.files("rashomon.compare") / _WEIGHTS) as path, np.load(path) as stored:
        names = [name[:-2] for name in stored.files if name.endswith(" b")]
        lines = {name: (stored[f"{name} m"] * stored[f"{name} m scale"], stored[f"{name} b"]) for name in names}
    return Encoder(lines, sum(name.endswith(" ask") for name in names))
