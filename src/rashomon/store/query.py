"""What a reader looks for: words, "quoted phrases" and beginn*, all of which an article must have."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.errors import BadOption
from rashomon.model.span import Span
from rashomon.store.search_words import find_words, words_of

_ASKED = re.compile(r"[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]?|([^\s\"“”„«»]+)")
_MOST_PHRASES = 100  # more are a text pasted by mistake


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that follow each other, one or more; `open_ended` where the last is only the beginning of a word."""

    words: tuple[str, ...]
    open_ended: bool


def read_query(written: str) -> tuple[Phrase, ...]:
    """The phrases asked for, none twice. Raises BadOption where there is no word in it."""
    phrases: dict[Phrase, None] = {}
    for quoted, bare in _ASKED.findall(written):
        asked = quoted or bare
        if words := words_of(asked):
            phrases[Phrase(tuple(words), asked.endswith("*"))] = None
    if not phrases:
        raise BadOption(f'{written[:40]!r} has no word to look for; give one, or several, or a "quoted phrase"')
    if len(phrases) > _MOST_PHRASES:
        raise BadOption(f"{len(phrases)} words to look for; give {_MOST_PHRASES} at most")
    return tuple(phrases)


def find_places(phrases: Sequence[Phrase], text: str) -> list[tuple[Span, int]]:
    """Where each phrase stands in a text, with its number, in the order of the text."""
    found = list(find_words(text))
    words = [word for _, word in found]
    places = []
    for number, phrase in enumerate(phrases):
        length = len(phrase.words)
        first, only = phrase.words[0], phrase.open_ended and length == 1
        for at, word in enumerate(words):
            begins = word == first or (only and word.startswith(first))
            if begins and _stands(phrase, words[at : at + length]):
                places.append((Span(found[at][0].start, found[at + length - 1][0].end), number))
    return sorted(places)


def _stands(phrase: Phrase, words: list[str]) -> bool:
    if not phrase.open_ended:
        return tuple(words) == phrase.words
    return (
        len(words) == len(phrase.words)
        and tuple(words[:-1]) == phrase.words[:-1]
        and words[-1].startswith(phrase.words[-1])
    )
