"""When what happened."""

from collections import defaultdict

from rashomon.model.comparison import Claim, Happening
from rashomon.model.joined import StoryReading
from rashomon.model.reading import DateMention, Reading
from rashomon.model.span import Evidence, Span
from rashomon.text.overlaps import SpanIndex


def make_timeline(story: StoryReading, claims: tuple[Claim, ...]) -> tuple[Happening, ...]:
    """The dates that the reports give, in order, each with the words that give it and the claims made there.

    A month stands before its days, a year before its months.
    """
    said = _claims_at(claims)
    words: dict[str, list[Evidence]] = defaultdict(list)
    made: dict[str, set[str]] = defaultdict(set)
    for reading in story.readings:
        there = said.get(reading.article.id, [])
        places, homes = SpanIndex(span for span, _ in there), SpanIndex(s.span for s in reading.sentences)
        for mention in reading.dates:
            if mention.date is None:
                continue
            words[mention.date].append(reading.article.evidence(mention.span))
            made[mention.date].update([there[n][1] for n in _told_there(reading, mention, places, homes)])
    order = {claim.id: n for n, claim in enumerate(claims)}
    return tuple(
        Happening(date, tuple(words[date]), tuple(sorted(made[date], key=order.__getitem__))) for date in sorted(words)
    )


def _claims_at(claims: tuple[Claim, ...]) -> dict[str, list[tuple[Span, str]]]:
    """Where each article makes which claim, in order."""
    places: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for claim in claims:
        for evidence in claim.evidence:
            places[evidence.article].append((Span(evidence.start, evidence.end), claim.id))
    return {article: sorted(found) for article, found in places.items()}


def _told_there(reading: Reading, mention: DateMention, places: SpanIndex, homes: SpanIndex) -> tuple[int, ...]:
    """The places of claims that hold the date's own words, else those of its sentence."""
    if at_words := places.overlapping(mention.span):
        return at_words
    near = (reading.sentences[n].span for n in homes.overlapping(mention.span))
    home = next((span for span in near if span.holds(mention.span)), None)
    return places.overlapping(home) if home else ()
