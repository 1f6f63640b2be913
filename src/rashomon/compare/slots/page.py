"""One article with all that was read in it, searchable by place."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from math import log
from types import MappingProxyType

from rashomon.compare.slots.counts import read_counts
from rashomon.compare.slots.times import read_undated
from rashomon.model.article import Article
from rashomon.model.joined import StoryReading
from rashomon.model.reading import Attribution, DateMention, Mention, Quantity, Reading, Sentence
from rashomon.model.span import Evidence, Span
from rashomon.settings import DifferenceSettings
from rashomon.text.overlaps import SpanIndex
from rashomon.text.tokens import Token, find_tokens, fold

_MARKS = re.compile(r"[\W_]+")


class Page:
    """One article with all that was read in it, searchable by place."""

    def __init__(
        self,
        number: int,
        reading: Reading,
        holders: Mapping[str, frozenset[int]],
        firsts: Mapping[str, tuple[int, int]] = MappingProxyType({}),
        weights: Mapping[str, float] = MappingProxyType({}),
        settings: DifferenceSettings | None = None,
    ) -> None:
        self.number = number
        self.reading = reading
        self.weights = weights  # of a stem in the story: the rarer it is, the more it says
        self.settings = settings or DifferenceSettings()
        self._holders = holders
        self._firsts = firsts
        self.sentences = reading.sentences
        self._starts = [s.span.start for s in reading.sentences]

    @property
    def article(self) -> Article:
        """The article itself."""
        return self.reading.article

    @property
    def published(self) -> str | None:
        """When it was published, as the masthead or the article gives it."""
        return self.reading.masthead.published or self.reading.article.published

    @property
    def published_on(self) -> date | None:
        """The day of publication."""
        try:
            return date.fromisoformat(self.published[:10]) if self.published else None
        except ValueError:
            return None

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Every word of every sentence, in order."""
        return tuple(t for s in self.sentences for t in find_tokens(self.article.text, s.span))

    @cached_property
    def sentence_stems(self) -> tuple[frozenset[str], ...]:
        """The stems of the words of each sentence."""
        return tuple(frozenset(t.stem for t in self.words_in(s.span)) for s in self.sentences)

    @cached_property
    def place_names(self) -> frozenset[str]:
        """The names of places in the article, folded."""
        text = self.article.text
        return frozenset(fold(" ".join(m.name.of(text).split())) for m in self.reading.mentions if m.kind == "place")

    @cached_property
    def roles(self) -> Mapping[str, frozenset[str]]:
        """For the last word of each name, folded, the words of the roles that the article gives it."""
        text, found = self.article.text, dict[str, frozenset[str]]()
        for mention in self.reading.mentions:
            if mention.role is not None:
                last = fold(mention.name.of(text).split()[-1])
                words = frozenset(fold(t.text) for t in self.words_in(mention.role))
                found[last] = found.get(last, frozenset()) | words
        return found

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The quantities as their sentences mean them."""
        return tuple(read_counts(self.article.text, self.reading))

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates, and the times in words that name no day."""
        return (*self.reading.dates, *read_undated(self.article.text, self.reading))

    @cached_property
    def _keys(self) -> tuple[str, ...]:
        return tuple(sentence_key(self.article.text, s.span) for s in self.sentences)

    @cached_property
    def _credits(self) -> SpanIndex:
        return SpanIndex(a.span for a in self.reading.attributions)

    @cached_property
    def _token_starts(self) -> list[int]:
        return [t.span.start for t in self.tokens]

    @cached_property
    def _sorted(self) -> dict[str, tuple[list[int], list[object]]]:
        kinds: dict[str, list[object]] = {
            "quantities": list(self.quantities),
            "dates": list(self.dates),
            "mentions": list(self.reading.mentions),
            "quotations": list(self.reading.quotations),
        }
        return {k: _by_start(v) for k, v in kinds.items()}

    def words_in(self, span: Span) -> tuple[Token, ...]:
        """The words that begin inside the stretch."""
        lo, hi = bisect_left(self._token_starts, span.start), bisect_left(self._token_starts, span.end)
        return self.tokens[lo:hi]

    def found_in(self, kind: str, span: Span) -> tuple[object, ...]:
        """What was read of one kind inside the stretch, in order."""
        starts, things = self._sorted[kind]
        lo, hi = bisect_left(starts, span.start), bisect_left(starts, span.end)
        return tuple(things[lo:hi])

    def mentions_in(self, span: Span) -> tuple[Mention, ...]:
        """The names that begin inside the stretch, in order."""
        return tuple(m for m in self.found_in("mentions", span) if isinstance(m, Mention))

    def attributions_on(self, span: Span) -> tuple[Attribution, ...]:
        """The attributions of words of the stretch, in order."""
        return tuple(self.reading.attributions[n] for n in self._credits.overlapping(span))

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence that holds the place, if one does."""
        n = self._number_at(place)
        return None if n is None else self.sentences[n]

    def _number_at(self, place: int) -> int | None:
        n = bisect_left(self._starts, place + 1) - 1
        return n if n >= 0 and place < self.sentences[n].span.end else None

    def sentence_before(self, place: int) -> Span | None:
        """The sentence before the one that holds the place."""
        n = bisect_left(self._starts, place + 1) - 2
        return self.sentences[n].span if n >= 0 else None

    def holders_of(self, place: int) -> frozenset[int]:
        """The numbers of the articles that have the sentence at the place word for word, this one among them."""
        n = self._number_at(place)
        return (n is not None and self._holders.get(self._keys[n])) or frozenset([self.number])

    def common_place(self, place: int) -> tuple[int, int]:
        """The place, as an article and a place in it; of a sentence that several have, the place in the first."""
        n = self._number_at(place)
        first = None if n is None else self._firsts.get(self._keys[n])
        if n is None or first is None:
            return self.number, place
        return first[0], first[1] + place - self._starts[n]

    def sentence_around(self, words: Span) -> Evidence:
        """The words with the clause or short sentence in which they stand: evidence that can be read by itself."""
        sentence = self.sentence_at(words.start)
        if sentence is None:
            return self.article.evidence(words)
        if len(sentence.span) <= self.settings.shortest_cut:
            return self.article.evidence(sentence.span)
        around = _clauses_around(sentence, words, self.settings.narrowest_evidence)
        return self.article.evidence(_narrowed(self.article.text, around, words, self.settings.widest_evidence))


def _clauses_around(sentence: Sentence, words: Span, narrowest: int) -> Span:
    """The clauses of a sentence that hold the words, with the next ones while they are too narrow to be read.

    The side grows on which less stands around the words.
    """
    clauses = sentence.clauses
    first = max((n for n, c in enumerate(clauses) if c.start <= words.start), default=0)
    last = max((n for n, c in enumerate(clauses) if c.start < words.end), default=first)
    while clauses and clauses[last].end - clauses[first].start < narrowest and last - first + 1 < len(clauses):
        before, after = words.start - clauses[first].start, clauses[last].end - words.end
        back = first > 0 and (before <= after or last + 1 == len(clauses))
        first, last = (first - 1, last) if back else (first, last + 1)
    start, end = (clauses[first].start, clauses[last].end) if clauses else (sentence.span.start, sentence.span.end)
    return Span(min(start, words.start), max(end, words.end))


def _by_start(things: list[object]) -> tuple[list[int], list[object]]:
    placed = sorted(things, key=lambda x: _span_of(x).start)
    return [_span_of(x).start for x in placed], placed


def _span_of(thing: object) -> Span:
    span = getattr(thing, "content", None) or getattr(thing, "span")  # noqa: B009 - a quotation's span is its content
    assert isinstance(span, Span)
    return span


def _narrowed(text: str, sentence: Span, words: Span, widest: int) -> Span:
    """The sentence, cut at white space to the neighbourhood of the words where it is too wide."""
    if len(sentence) <= widest:
        return sentence
    room = max(0, (widest - len(words)) // 2)
    start, end = max(sentence.start, words.start - room), min(sentence.end, words.end + room)
    while start > sentence.start and start < words.start and not text[start - 1].isspace():
        start += 1
    while end < sentence.end and end > words.end and not text[end].isspace():
        end -= 1
    while end > words.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def read_pages(story: StoryReading, settings: DifferenceSettings) -> tuple[Page, ...]:
    """The story's articles, searchable by place, in order."""
    held: dict[str, set[int]] = {}
    firsts: dict[str, tuple[int, int]] = {}
    for n, reading in enumerate(story.readings):
        for sentence in reading.sentences:
            words = sentence_key(reading.article.text, sentence.span)
            held.setdefault(words, set()).add(n)
            firsts.setdefault(words, (n, sentence.span.start))
    holders = {words: frozenset(articles) for words, articles in held.items()}
    weights: dict[str, float] = {}
    pages = tuple(Page(n, reading, holders, firsts, weights, settings) for n, reading in enumerate(story.readings))
    weights.update(_weights(pages))
    return pages


def _weights(pages: tuple[Page, ...]) -> dict[str, float]:
    """For each stem, how much it says: the logarithm of the share of the story's different sentences that have it."""
    seen: Counter[str] = Counter()
    sentences = set()
    for page in pages:
        for sentence in page.sentences:
            words = sentence_key(page.article.text, sentence.span)
            if words not in sentences:
                sentences.add(words)
                seen.update({t.stem for t in page.words_in(sentence.span)})
    return {word: log(1 + len(sentences) / n) for word, n in seen.items()}


def sentence_key(text: str, span: Span) -> str:
    """The words of a sentence without case, marks and spacing: equal for the same sentence in two articles."""
    return _MARKS.sub(" ", span.of(text)).strip().casefold()


def attribution_at(page: Page, words: Span) -> Attribution | None:
    """Who stands behind the words: the narrowest attribution that covers them."""
    covering = [a for a in page.attributions_on(words) if a.span.holds(words)]
    return min(covering, key=lambda a: (len(a.span), a.span.start), default=None)
