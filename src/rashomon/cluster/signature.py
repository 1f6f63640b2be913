"""What is kept of an article to tell its event: its most telling words, as numbers, and its day."""

import math
import struct
from collections import Counter
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from rashomon.cluster.terms import LONGEST_WORD, find_words, rarity, term_of
from rashomon.model.article import Article
from rashomon.settings import GroupingSettings
from rashomon.text.tokens import stem

UNDATED = 0
_HEAD = struct.Struct("<BiHH")  # version, day, terms, length of the article's id
_VERSION = 1
_STEPS = 8  # a weight is kept in eighths
NAME = 128  # added to the weight of a word that the text writes with a capital or a digit only
_LEAST_RARITY = 0.05  # words that almost every report has tell nothing


@dataclass(frozen=True, slots=True)
class Signature:
    """The telling words of one article, most telling first; `terms`, `weights` and `words` go together.

    A weight, in eighths, grows with how often the word stands in the text, and is larger in the lead; NAME is added to
    those of names and numbers. `day` is the ordinal of the day of publication, 0 where it is unknown.
    """

    article: str
    day: int
    terms: NDArray[np.uint32]
    weights: NDArray[np.uint8]
    words: tuple[str, ...]

    def to_bytes(self) -> bytes:
        """Some 800 bytes, from which the signature can be read again."""
        id = self.article.encode("utf-8", "surrogatepass")
        head = _HEAD.pack(_VERSION, self.day, len(self.terms), len(id))
        words = "\n".join(self.words).encode("utf-8", "surrogatepass")
        return b"".join((head, id, self.terms.astype("<u4").tobytes(), self.weights.tobytes(), words))

    @classmethod
    def from_bytes(cls, kept: bytes) -> "Signature":
        """The signature that was kept. Raises ValueError where it is none."""
        try:
            version, day, count, length = _HEAD.unpack_from(kept)
            at = _HEAD.size + length
            terms = np.frombuffer(kept, "<u4", count, at).astype(np.uint32)
            weights = np.frombuffer(kept, np.uint8, count, at + 4 * count)
            id = kept[_HEAD.size : at].decode("utf-8", "surrogatepass")
            words = kept[at + 5 * count :].decode("utf-8", "surrogatepass")
        except (struct.error, UnicodeDecodeError) as error:
            raise ValueError(f"no signature of an article: {error}") from None
        if version != _VERSION:
            raise ValueError(f"a signature of version {version}; this Rashomon reads {_VERSION}")
        return cls(id, day, terms, weights, tuple(words.split("\n")) if count else ())


def read_signature(article: Article, settings: GroupingSettings) -> Signature:
    """The most telling words of headline and text; none where there are no words."""
    text = f"{article.headline or ''}\n{article.text[: settings.longest_reading]}"[: settings.longest_reading]
    found = [word[:LONGEST_WORD] for word in find_words(text)]
    stems = [stem(word) for word in found]
    lead = set(stems[: settings.lead])
    weighed = []
    for word, count in Counter(stems).items():
        rare = rarity(word)
        if rare > _LEAST_RARITY and word:
            weight = (1 + math.log(count)) * (settings.lead_weight if word in lead else 1.0)
            weighed.append((-weight * rare, word, weight))
    weighed.sort()
    kept = weighed[: settings.terms]
    written = dict(zip(reversed(stems), reversed(found), strict=True))  # as it stands first
    small = {folded for folded, word in zip(stems, found, strict=True) if word[0].islower()}
    return Signature(
        article.id,
        _day_of(article),
        np.array([term_of(word) for _, word, _ in kept], np.uint32),
        np.array([min(NAME - 1, round(v * _STEPS)) + NAME * (word not in small) for _, word, v in kept], np.uint8),
        tuple(written[word] for _, word, _ in kept),
    )


def _day_of(article: Article) -> int:
    try:
        return date.toordinal(article.published_on) if article.published_on else UNDATED
    except ValueError:
        return UNDATED
