"""Places that survive edits: by position where the words still stand there, else by the words and what is around."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from rashomon.model.selector import Selector
from rashomon.model.span import Span

AROUND = 32  # code points kept before and after; enough to tell two places of the same words apart
_ONE_BY_ONE = 16  # words; who needs more of them needs many


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


def lengthen(text: str, span: Span) -> Span:
    """The place, with as many words around it as it takes for its words to stand only once in the text."""
    if _stands_once(text, span):
        return span
    words = [Span(*found.span()) for found in re.finditer(r"\S+", text)]
    starts, ends = [word.start for word in words], [word.end for word in words]
    first, last = bisect_right(ends, span.start), bisect_left(starts, span.end)
    for more in _steps(len(words)):
        before = min(span.start, starts[max(0, min(first, len(words) - 1) - more)])
        after = max(span.end, ends[min(len(words), last + more) - 1])
        for longer in (Span(span.start, after), Span(before, span.end), Span(before, after)):
            if _stands_once(text, longer):
                return longer
    return Span(0, len(text))


def _stands_once(text: str, span: Span) -> bool:
    words = span.of(text)
    first = text.find(words)
    return first == span.start and text.find(words, first + 1) < 0


def _steps(most: int) -> Iterator[int]:
    """None, one more each time, then twice as many, so that a text of one word said over and over ends soon."""
    step = 0
    while step < 2 * most:
        yield step
        step = step + 1 if step < _ONE_BY_ONE else step * 2
