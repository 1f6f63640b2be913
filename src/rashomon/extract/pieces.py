"""A sentence as a row of pieces: words, punctuation, and each quoted stretch as one piece."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model.span import Span

_PIECE = re.compile(
    r"""\d[\d.,:/]*\d(?:-[^\W\d_]+)+ | \d(?:-[^\W\d_]+)+ | \d[\d.,:/]*\d | \d
      | [^\W\d_]+(?:[-’'.&/](?=[^\W_])[^\W_]+)*(?:’s|'s)?\.?(?=\W|$) | [^\W_]+ | [^\w\s\u200b-\u200f\ufeff\u00ad]""",
    re.VERBOSE,
)
_ARABIC = re.compile(r"(?:al|el|ul|as|ar|at|an|ad|ash|bin|ibn)-[A-Z]")  # "al-Shabaab", "el-Sisi"
_DOTTED = re.compile(
    r"(?:[A-Z]\.?)+\.|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Maj|Prof|Rev|St|Jr|Sr|Inc|Corp|Co|Ltd|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\."
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One word, mark or quoted stretch; `low` is its lower-case text, `quoted` true for a quoted stretch."""

    start: int
    end: int
    text: str
    low: str
    quoted: bool = False

    @property
    def is_word(self) -> bool:
        return not self.quoted and (self.text[0].isalnum())

    @property
    def is_capital(self) -> bool:
        return not self.quoted and (self.text[0].isupper() or bool(_ARABIC.match(self.text)))


def find_pieces(text: str, sentence: Span, quoted: Sequence[Span]) -> tuple[Piece, ...]:
    """The pieces of the sentence, in order; `quoted` are the quoted stretches in it, marks included, in order."""
    found: list[Piece] = []
    at = sentence.start
    for stretch in [*quoted, None]:
        found.extend(_words(text, at, stretch.start if stretch else sentence.end))
        if stretch:
            found.append(Piece(stretch.start, stretch.end, stretch.of(text), "“”", True))
            at = stretch.end
    return tuple(found)


def _words(text: str, start: int, end: int) -> list[Piece]:
    found = []
    for m in _PIECE.finditer(text, start, max(start, end)):
        word = m.group()
        if len(word) > 1 and word.endswith(".") and not _DOTTED.fullmatch(word):
            found.append(Piece(m.start(), m.end() - 1, word[:-1], word[:-1].lower()))
            found.append(Piece(m.end() - 1, m.end(), ".", "."))
        else:
            found.append(Piece(m.start(), m.end(), word, word.lower().replace("’", "'")))
    return found
