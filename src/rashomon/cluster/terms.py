"""The words of an article by which its event is known, and how common each is in news."""

import math
import re
import zlib
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from rashomon.text.tokens import stem

_WORD = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:[’'.&](?=[^\W\d_])[^\W\d_]+)*|[^\W_]+")
_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+"
)
_STEP = 20  # the table gives logarithms in twentieths
LONGEST_WORD = 40  # code points; longer runs are no words
UNKNOWN = 4e-4  # share of reports that have a word which is not in the table: a name, mostly


def find_words(text: str) -> list[str]:
    """The words of a text in order; scripts that write no spaces give two signs at a time."""
    found = _WORD.findall(text)
    if text.isascii() or not _UNSPACED.search(text):
        return found
    return [piece for word in found for piece in _pieces(word)]


def find_stems(text: str) -> list[str]:
    """The same words, folded and without common endings."""
    return [stem(word[:LONGEST_WORD]) for word in find_words(text)]


def _pieces(word: str) -> Iterable[str]:
    at = 0
    for run in _UNSPACED.finditer(word):
        if run.start() > at:
            yield word[at : run.start()]
        signs = run.group()
        yield from (signs[n : n + 2] for n in range(max(1, len(signs) - 1)))
        at = run.end()
    if at < len(word):
        yield word[at:]


def term_of(word: str) -> int:
    """The 32-bit number that stands for a folded word."""
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


@lru_cache(maxsize=1)
def load_shares() -> dict[str, float]:
    """For the common words, the share of news reports that have them; built by scripts/build_commonness.py."""
    lines = (resources.files("rashomon.cluster") / "commonness.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" ") for line in lines)
    return {word: math.exp(-int(rarity) / _STEP) for word, rarity in pairs}


@lru_cache(maxsize=200_000)
def rarity(word: str) -> float:
    """The negative logarithm of the share of reports that have a folded word; 0 where all have it."""
    return -math.log(load_shares().get(word, UNKNOWN))


@lru_cache(maxsize=1)
def known_terms() -> tuple[NDArray[np.uint32], NDArray[np.float32]]:
    """The terms of the common words, and the share of reports for each."""
    shares = load_shares()
    terms = np.array([term_of(word) for word in shares], np.uint32)
    return terms, np.array(list(shares.values()), np.float32)
