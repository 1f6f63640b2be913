"""Words that two articles share, as evidence on both sides."""

from collections.abc import Iterator

from rashomon.model.article import Article
from rashomon.model.comparison import Passage
from rashomon.model.reading import Reading
from rashomon.model.span import Evidence, Span
from rashomon.reuse.runs import align_runs
from rashomon.reuse.shingles import Run, Words, index_shingles, number_words
from rashomon.reuse.small_words import SMALL_WORDS
from rashomon.settings import ReuseSettings
from rashomon.text.tokens import fold


def find_passages(readings: tuple[Reading, ...], settings: ReuseSettings) -> tuple[Passage, ...]:
    """The stretches that two articles share word for word or lightly edited, in order of article and place.

    A stretch that many articles carry is shown against the first of them only. `quoted` is True where every word of it
    stands in quotation marks: two reporters may quote one statement without either having copied the other.
    """
    texts = number_words(readings)
    runs = align_runs(texts, index_shingles(texts), settings.most_carriers, settings.longest_edit)
    return tuple(
        passage
        for (a, b), shared in runs.items()
        for passage in _passages(readings[a].article, readings[b].article, texts[a], texts[b], shared, settings)
    )


def _passages(
    a: Article, b: Article, in_a: Words, in_b: Words, runs: tuple[Run, ...], settings: ReuseSettings
) -> Iterator[Passage]:
    for run in runs:
        words = range(run.at_a, run.end_a)
        if len(words) < settings.shortest_passage:
            continue
        one, other = _evidence(a, in_a, run.at_a, run.end_a), _evidence(b, in_b, run.at_b, run.end_b)
        if len({fold(word) for word in one.text.split()} - SMALL_WORDS) < settings.fewest_content_words:
            continue
        quoted = all(in_a.quoted[n] for n in words) or all(in_b.quoted[n] for n in range(run.at_b, run.end_b))
        yield Passage(one, other, quoted)


def _evidence(article: Article, words: Words, first: int, after: int) -> Evidence:
    return article.evidence(Span(words.starts[first], words.ends[after - 1]))
