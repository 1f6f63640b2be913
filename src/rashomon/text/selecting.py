"""Places that survive edits: by position where the words still stand there, else by the words and what is around."""

import re
from collections.abc import Iterator

from rashomon.model.selector import Selector
from rashomon.model.span import Span

AROUND = 32  # code points kept before and after; enough to tell two places of the same words apart


def select(article: str, text: str, span: Span, around: int = AROUND) -> Selector:
    """The selector of a place of an article's text. Raises ValueError where the text ends before it."""
    if span.end > len(text):
        raise ValueError(f"{article}: span {span.start}..{span.end} ends after the text ({len(text)})")
    before = text[max(0, span.start - around) : span.start]
    return Selector(article, span.start, span.end, span.of(text), before, text[span.end : span.end + around])


def find_selected(text: str, selector: Selector) -> Span | None:
    """Where the words of a selector stand in a text, which may have been edited since; None where they are gone.

    Their own place first; else, of the places that have the same words, that whose surroundings are most alike, the
    nearest of equals; else the same for words that only stand apart or break differently.
    """
    if not selector.exact.strip():
        return None
    if 0 <= selector.start < selector.end and text[selector.start : selector.end] == selector.exact:
        return Span(selector.start, selector.end)
    return _likeliest(text, selector, _same(text, selector.exact)) or _likeliest(
        text, selector, _reset(text, selector.exact)
    )


def _same(text: str, words: str) -> Iterator[Span]:
    start = text.find(words)
    while start >= 0:
        yield Span(start, start + len(words))
        start = text.find(words, start + 1)


def _reset(text: str, words: str) -> Iterator[Span]:
    """The words with other white space between them, as a page set anew has it."""
    for found in re.finditer(r"\s+".join(map(re.escape, words.split())), text):
        yield Span(*found.span())


def _likeliest(text: str, selector: Selector, places: Iterator[Span]) -> Span | None:
    def fit(place: Span) -> tuple[int, int]:
        return -_alike(text, selector, place), abs(place.start - selector.start)

    return min(places, key=fit, default=None)


def _alike(text: str, selector: Selector, place: Span) -> int:
    """How many signs next to the place are the selector's own, before it and after it."""
    before = text[max(0, place.start - len(selector.prefix)) : place.start]
    after = text[place.end : place.end + len(selector.suffix)]
    return _shared(selector.prefix[::-1], before[::-1]) + _shared(selector.suffix, after)


def _shared(one: str, other: str) -> int:
    """How many signs the two begin with alike, any white space being one sign."""
    pairs = enumerate(zip(one, other, strict=False))
    parted = (n for n, (a, b) in pairs if a != b and not (a.isspace() and b.isspace()))
    return next(parted, min(len(one), len(other)))
