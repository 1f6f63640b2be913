"""The words by which articles are found, made here and not by the databases, so that both find the same.

They stand in the index of every store: a change here needs a migration that fills the index anew.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice

from rashomon.model.span import Span

_MOST_WORDS = 16_000  # of one article; PostgreSQL tells 16,383 places apart, and the longest report has half as many
_MOST_CHARACTERS = 200_000  # of an article's words together; PostgreSQL takes a megabyte, of four bytes to a character
_LONGEST_WORD = 100  # characters; longer runs are codes and addresses, found by their beginning

_RUN = re.compile(r"\w+(?:[\u0300-\u036f]+\w*)*")  # letters and figures with the accents written after them
_IDEOGRAPH = re.compile(r"([\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])")  # written without spaces, so each is a word
_WITHOUT_MARK = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe"})


def words_of(text: str | None) -> list[str]:
    """The folded words of a text, in order; the first 16,000 of them."""
    if not text:
        return []
    runs: list[str] = _RUN.findall(_parted(text))
    if max(map(len, runs), default=0) > _LONGEST_WORD:
        runs = [run[:_LONGEST_WORD] for run in runs]
    words = list(islice(chain.from_iterable(map(_words_in, runs)), _MOST_WORDS))
    if len(text) > _MOST_CHARACTERS:
        while sum(map(len, words)) > _MOST_CHARACTERS:
            del words[len(words) // 2 :]
    return words


def find_words(text: str) -> Iterator[tuple[Span, str]]:
    """The same words with their places."""
    return islice(_places(text), _MOST_WORDS)


def _places(text: str) -> Iterator[tuple[Span, str]]:
    for found in _RUN.finditer(_parted(text)):
        words = _words_in(found[0][:_LONGEST_WORD])
        if len(words) == 1:
            yield Span(found.start(), found.end()), words[0]
        else:
            start = found.start()
            for piece in _pieces(found[0][:_LONGEST_WORD]):
                if word := _fold(piece):
                    yield Span(start, start + len(piece)), word
                start += len(piece)


def _parted(text: str) -> str:
    """The text with spaces for underscores, which patterns count among letters; no place moves."""
    return text.replace("_", " ")


@lru_cache(maxsize=100_000)
def _words_in(run: str) -> tuple[str, ...]:
    """The words of a run of letters: one, but where ideographs are in it."""
    return tuple(filter(None, map(_fold, _pieces(run))))


def _pieces(run: str) -> list[str]:
    return [run] if run.isascii() else [piece for piece in _IDEOGRAPH.split(run) if piece]


def fold_words(text: str) -> list[str]:
    """The words in lower case and without accents, as names are told apart by them: "Łukasz Moss" is "lukasz moss"."""
    return [word for run in _RUN.findall(_parted(text)) if (word := _folded(run))]


def _fold(word: str) -> str:
    """Lower case, without accents and without the plural's s: "Cafés" and "cafe" are one word. May be empty."""
    return _singular(_folded(word))


def _folded(word: str) -> str:
    word = word.casefold()
    if word.isascii():
        return word
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", word.translate(_WITHOUT_MARK))))


def _singular(word: str) -> str:
    """Harman's rules for the plural (1991): few, so that what is found can be foreseen."""
    if len(word) <= 3 or not word.endswith("s"):
        return word
    if word.endswith("ies") and not word.endswith(("eies", "aies")):
        return word[:-3] + "y"
    if word.endswith("es") and not word.endswith(("aes", "ees", "oes")):
        return word[:-1]
    return word if word.endswith(("us", "ss")) else word[:-1]
