"""Places that survive edits: by position where the words still stand there, else by the words and what is around."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from heapq import nsmallest
from itertools import accumulate

from rashomon.model.selector import Selector
from rashomon.model.span import Span

AROUND = 32  # code points kept before and after; enough to tell two places of the same words apart
_MOST_AROUND = 256  # code points around a place that are looked at; more tell no two places apart
_MOST_PLACES = 1000  # of the same words, the nearest; a single letter stands in a book a million times
_ONE_BY_ONE = 16  # words; who needs more of them needs many
_Place = tuple[int, int]  # start and end, of places by the million


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


def _same(text: str, words: str) -> Iterator[_Place]:
    return ((start, start + len(words)) for start in _starts(text, words))


def _starts(text: str, words: str) -> Iterator[int]:
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _reset(text: str, words: str) -> Iterator[_Place]:
    """The words with other white space between them, as a page set anew has it.

    Looked for with one space between all words: a pattern of many words would take time by the square of the text.
    """
    wanted = " ".join(words.split())
    starts = [found.start() for found in re.finditer(r"\S+", text)]
    told = text.split()
    set_anew = list(accumulate((len(word) + 1 for word in told), initial=0))

    def place(at: int) -> int:
        word = bisect_right(set_anew, at) - 1
        return starts[word] + at - set_anew[word]

    for start in _starts(" ".join(told), wanted):
        yield place(start), place(start + len(wanted) - 1) + 1


def _likeliest(text: str, selector: Selector, places: Iterable[_Place]) -> Span | None:
    before, after = selector.prefix[-_MOST_AROUND:][::-1], selector.suffix[:_MOST_AROUND]

    def far(place: _Place) -> int:
        return abs(place[0] - selector.start)

    def alike(place: _Place) -> int:
        """How many signs next to the place are the selector's own, before it and after it."""
        start, end = place
        around = text[max(0, start - len(before)) : start][::-1]
        return _shared(before, around) + _shared(after, text[end : end + len(after)])

    best = max(nsmallest(_MOST_PLACES, places, key=far), key=alike, default=None)
    return Span(*best) if best else None


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
