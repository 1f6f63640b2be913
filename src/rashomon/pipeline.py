"""The one path, from articles to their comparison, top to bottom."""

import dataclasses
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial

from rashomon import version
from rashomon.compare.bywords import add_bywords
from rashomon.compare.calendar import resolve_dates
from rashomon.compare.claims import make_claims
from rashomon.compare.corrections.decisions import Decision, find_decisions, find_marks
from rashomon.compare.corrections.names import settle_names, told_names
from rashomon.compare.corrections.told import Made, find_unheeded, tell_corrections
from rashomon.compare.differences import find_differences
from rashomon.compare.joining import join_claims
from rashomon.compare.names import join_names
from rashomon.compare.side_by_side import work_side_by_side
from rashomon.compare.speakers import resolve_speakers
from rashomon.compare.timeline import make_timeline
from rashomon.compare.utterances import group_quotations
from rashomon.errors import BadArticle
from rashomon.extract.attributions import find_attributions
from rashomon.extract.dates import find_dates
from rashomon.extract.furniture import find_furniture
from rashomon.extract.marked import heed_marks
from rashomon.extract.mentions import find_mentions
from rashomon.extract.quantities import find_quantities
from rashomon.extract.quotations import find_quotations
from rashomon.model.article import Article, Unread
from rashomon.model.comparison import (
    FORMAT,
    Comparison,
    Headline,
    LeftOutEvidence,
    MadeBy,
    Origin,
    Story,
    Unresolved,
    Witness,
)
from rashomon.model.joined import StoryReading
from rashomon.model.reading import LeftOut, Reading, Sentence
from rashomon.model.span import Span
from rashomon.model.story import Correction
from rashomon.reuse.apart import find_apart
from rashomon.reuse.origins import find_origins
from rashomon.reuse.passages import find_passages
from rashomon.settings import Settings
from rashomon.text.clauses import find_clause_spans
from rashomon.text.sentences import find_paragraph_spans, find_sentence_spans

Marks = Sequence[tuple[Span, bool]]
MANY_ARTICLES = 12  # from so many on it pays to start a process a processor; it changes no output


def compare_articles(
    articles: Iterable[Article],
    unread: Sequence[Unread] = (),
    settings: Settings | None = None,
    corrections: Sequence[Correction] = (),
) -> Comparison:
    """What the articles share and where they part. `unread` is listed as unresolved, so that nothing vanishes.

    The order of the articles does not matter; of `corrections` it does, the latest come last. Raises BadArticle where
    there is no article, or two have one id.
    """
    settings = settings or Settings()
    given = checked(articles)
    decisions = find_decisions(given, corrections)
    story = read_story(given, settings, decisions)
    utterances = group_quotations(story, settings.quotations)
    joined = join_claims(story, utterances, settings.claims, decisions)
    differences = find_differences(story, joined, utterances, settings.differences, decisions)
    claims = make_claims(story, joined, differences)
    names = settle_names(add_bywords(story.names, story.readings), story.readings, decisions)
    corrected = tell_corrections(decisions, Made(story, joined, names))
    return Comparison(
        format=FORMAT,
        made_by=MadeBy(version.VERSION, dataclasses.asdict(settings)),
        story=_story(story),
        articles=tuple(_witness(reading) for reading in story.readings),
        origins=story.origins,
        passages=story.passages,
        apart=find_apart(story.readings, settings.reuse),
        claims=claims,
        differences=differences,
        quotations=utterances,
        names=names,
        timeline=make_timeline(story, claims),
        left_out=_left_out(story.readings),
        unresolved=(*_unread(unread), *_unresolved(story.readings), *find_unheeded(corrected)),
        corrected=corrected,
    )


def read_story(articles: Iterable[Article], settings: Settings, decisions: Sequence[Decision] = ()) -> StoryReading:
    """All articles read closely, then in each other's light: dates, names, speakers, and who carries whose text."""
    given = checked(articles)
    read = partial(_read_marked, settings=settings, marks=find_marks(decisions))
    several = len(given) >= MANY_ARTICLES
    readings = in_story_order(work_side_by_side(read, given) if several else map(read, given))
    readings = resolve_dates(readings, settings.dates)
    names = join_names(readings, settings.names, decisions)
    readings = resolve_speakers(readings, names, told_names(names, decisions))
    passages = find_passages(readings, settings.reuse)
    origins = find_origins(readings, passages, settings.reuse)
    return StoryReading(readings, names, _origin_of(readings, origins), origins, passages)


def checked(articles: Iterable[Article]) -> tuple[Article, ...]:
    """The articles by id. Raises BadArticle where there is none, two have one id, or a date is none."""
    ordered = tuple(sorted(articles, key=lambda article: article.id))
    if not ordered:
        raise BadArticle("no article to compare; give files, folders, addresses or - for standard input")
    seen: set[str] = set()
    for article in ordered:
        if article.id in seen:
            raise BadArticle(f"two articles have the id {article.id!r}; give each its own")
        seen.add(article.id)
        _check_day(article)
    return ordered


def _check_day(article: Article) -> None:
    try:
        _ = article.published_on
    except ValueError:
        raise BadArticle(
            f"{article.id}: published {article.published!r} is no date; give ISO 8601, as 2025-11-27, or None"
        ) from None


def in_story_order(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """The readings by publication, as given or found in the text, those without a date last, then by id."""
    return tuple(sorted(readings, key=lambda r: (*_published(r.masthead.published), r.article.id)))


def _published(published: str | None) -> tuple[bool, str]:
    """A key by which moments of several zones come in order; a day alone comes before the times of that day."""
    if published is None:
        return True, ""
    try:
        moment = datetime.fromisoformat(published)
        return False, moment.astimezone(UTC).isoformat() if moment.tzinfo else published
    except (ValueError, OverflowError):
        return False, published


def _read_marked(article: Article, settings: Settings, marks: Mapping[str, Marks]) -> Reading:
    return read_closely(article, settings, marks.get(article.id, ()))


def read_closely(article: Article, settings: Settings, marks: Marks = ()) -> Reading:
    """One article with everything that can be found in it alone; `marks` say what readers took for boilerplate."""
    masthead, found = find_furniture(article, settings.furniture)
    left_out = heed_marks(article.text, found, marks)
    sentences = _sentences(article.text, find_paragraph_spans(article.text, [gone.span for gone in left_out]))
    captions = _sentences(
        article.text, [line for gone in left_out if gone.stated for line in _lines(article.text, gone)]
    )
    by_place = tuple(sorted((*sentences, *captions), key=lambda sentence: sentence.span))
    mentions = find_mentions(article, sentences, settings.names)
    quotations = find_quotations(article, sentences, mentions, settings.quotations)
    return Reading(
        article=article,
        masthead=masthead,
        left_out=left_out,
        sentences=sentences,
        captions=captions,
        mentions=mentions,
        quantities=find_quantities(article, sentences),
        dates=find_dates(article, by_place, masthead, settings.dates),
        quotations=quotations,
        attributions=find_attributions(article, sentences, mentions, quotations, settings.quotations),
    )


def _sentences(text: str, paragraphs: Sequence[Span]) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(span, number, find_clause_spans(text, span))
        for number, paragraph in enumerate(paragraphs)
        for span in find_sentence_spans(text, paragraph)
    )


def _lines(text: str, gone: LeftOut) -> list[Span]:
    start = gone.span.start
    return [Span(start + line.start, start + line.end) for line in find_paragraph_spans(gone.span.of(text))]


def _origin_of(readings: tuple[Reading, ...], origins: tuple[Origin, ...]) -> tuple[int, ...]:
    number = {article: n for n, origin in enumerate(origins) for article in origin.articles}
    return tuple(number[reading.article.id] for reading in readings)


def _story(story: StoryReading) -> Story:
    published = [r.masthead.published for r in story.readings if r.masthead.published]
    digest = hashlib.sha256(
        "\x00".join(sorted(a.id + "\x01" + a.text for a in story.articles)).encode("utf-8", "replace")
    )
    return Story(
        id=digest.hexdigest()[:12],
        headline=_headline(story),
        first_published=published[0] if published else None,
        last_published=published[-1] if published else None,
    )


def _headline(story: StoryReading) -> Headline | None:
    """The headline of the first report that has one."""
    for reading in story.readings:
        head = reading.masthead.headline
        if head:
            span = reading.masthead.headline_span
            return Headline(reading.article.id, head, span.start if span else None, span.end if span else None)
    return None


def _witness(reading: Reading) -> Witness:
    article, masthead = reading.article, reading.masthead
    return Witness(
        id=article.id,
        outlet=article.outlet,
        url=article.url,
        headline=masthead.headline,
        byline=masthead.byline,
        dateline=masthead.dateline,
        published=masthead.published,
        modified=article.modified,
        language=masthead.language,
        credits=masthead.credits,
        text=article.text,
    )


def _left_out(readings: tuple[Reading, ...]) -> tuple[LeftOutEvidence, ...]:
    found = ((reading.article.evidence(gone.span), gone) for reading in readings for gone in reading.left_out)
    return tuple(LeftOutEvidence(e.article, e.start, e.end, e.text, _reason(gone)) for e, gone in found)


def _reason(gone: LeftOut) -> str:
    return f"{gone.reason}; what it states is read all the same" if gone.stated else gone.reason


def _unread(unread: Sequence[Unread]) -> tuple[Unresolved, ...]:
    return tuple(Unresolved(f"not read: {one.where}", (), one.reason) for one in unread)


def _unresolved(readings: tuple[Reading, ...]) -> tuple[Unresolved, ...]:
    """Dates that could not be placed and quotations whose speaker was not found."""
    dates = (
        Unresolved("date", (reading.article.evidence(date.span),), date.basis)
        for reading in readings
        for date in reading.dates
        if date.date is None
    )
    speakers = (
        Unresolved("speaker", (reading.article.evidence(q.content),), "no speaker was found near these words")
        for reading in readings
        for q in reading.quotations
        if q.speaker is None
    )
    return (*dates, *speakers)
