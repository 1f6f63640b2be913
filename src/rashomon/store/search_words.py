"""The words by which articles are found, made here and not by the databases, so that both find the same.

They stand in the index of every store: a change here needs a migration that fills the index anew.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from rashomon.model.span import Span

MOST_WORDS = 16_000  # of one article; PostgreSQL tells no more positions apart, and the longest report has half as many
_MOST_CHARACTERS = 200_000  # of an article's words together; PostgreSQL takes a megabyte, of four bytes to a character
_LONGEST_WORD = 100  # characters; longer runs are codes and addresses, found by their beginning

_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"  # written without spaces, so each is a word
_MARKS = "\u0300-\u036f"
_WORD = re.compile(rf"[{_IDEOGRAPHS}]|(?:(?![{_IDEOGRAPHS}])[^\W_])(?:(?![{_IDEOGRAPHS}])[^\W_]|[{_MARKS}])*")
_WITHOUT_MARK = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe"})


def find_words(text: str) -> Iterator[tuple[Span, str]]:
    """The words of a text with their places, folded; the first 16,000 of them."""
    characters = 0
    for number, found in enumerate(_WORD.finditer(text)):
        word = fold(found[0])
        characters += len(word)
        if number >= MOST_WORDS or characters > _MOST_CHARACTERS:
            return
        if word:
            yield Span(found.start(), found.end()), word


def words_of(text: str | None) -> list[str]:
    """The folded words of a text, in order."""
    return [word for _, word in find_words(text)] if text else []


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """Lower case, without accents and without the plural's s: "Réfugiés" and "refugee" are not one, "Cafés" and "cafe"
    are. Empty where nothing is left.
    """
    word = word[:_LONGEST_WORD].casefold()
    if not word.isascii():
        parts = unicodedata.normalize("NFKD", word.translate(_WITHOUT_MARK))
        word = "".join(filter(str.isalnum, parts))
    return _singular(word)


def _singular(word: str) -> str:
    """Harman's rules for the plural (1991): few, so that what is found can be foreseen."""
    if len(word) <= 3 or not word.endswith("s"):
        return word
    if word.endswith("ies") and not word.endswith(("eies", "aies")):
        return word[:-3] + "y"
    if word.endswith("es") and not word.endswith(("aes", "ees", "oes")):
        return word[:-1]
    return word if word.endswith(("us", "ss")) else word[:-1]
