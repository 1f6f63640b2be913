"""Where joined claims part."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from math import comb

from rashomon.compare.corrections.decisions import Decision
from rashomon.compare.corrections.findings import find_apart_by_readers, without_apart
from rashomon.compare.side_by_side import work_side_by_side
from rashomon.compare.slots.alignment import align
from rashomon.compare.slots.bodies import find_bodies
from rashomon.compare.slots.clock import find_hours
from rashomon.compare.slots.dates import find_dates
from rashomon.compare.slots.described import find_described
from rashomon.compare.slots.details import find_details
from rashomon.compare.slots.directions import find_directions
from rashomon.compare.slots.echoes import read_places, with_echoes
from rashomon.compare.slots.elsewhere import find_days, find_figures
from rashomon.compare.slots.exchanges import find_exchanges
from rashomon.compare.slots.findings import STRENGTH, Finding, as_difference, join_findings, parts_articles
from rashomon.compare.slots.hearers import find_hearers
from rashomon.compare.slots.names import find_full_names, find_spellings
from rashomon.compare.slots.near_names import find_near_names
from rashomon.compare.slots.numbers import find_numbers
from rashomon.compare.slots.orders import find_orders
from rashomon.compare.slots.page import Page, read_pages
from rashomon.compare.slots.phrases import find_parallels
from rashomon.compare.slots.places import find_places
from rashomon.compare.slots.quotations import find_quoted_otherwise
from rashomon.compare.slots.sites import find_sites
from rashomon.compare.slots.sources import find_sources
from rashomon.compare.slots.stances import find_certainty, find_denials
from rashomon.compare.slots.statement import Statement, pairs_of, read_statements
from rashomon.compare.slots.substitutions import find_substitutions
from rashomon.compare.slots.sureness import with_sureness
from rashomon.compare.slots.surnames import find_other_surnames
from rashomon.compare.slots.titles import find_titles
from rashomon.compare.slots.tolls import find_tolls
from rashomon.compare.slots.unjoined import find_unjoined
from rashomon.compare.slots.wordings import find_wordings
from rashomon.model.comparison import Difference, Utterance
from rashomon.model.joined import JoinedClaim, Place, StoryReading
from rashomon.model.span import Span
from rashomon.settings import DifferenceSettings
from rashomon.text.overlaps import SpanIndex
from rashomon.text.tokens import fold

_Laid = dict[tuple[Statement, Statement], tuple[Finding, ...]]
PLACES_A_SHARE = 2000  # from so many places in claims on a second process pays; it changes no output


def find_differences(
    story: StoryReading,
    claims: tuple[JoinedClaim, ...],
    utterances: tuple[Utterance, ...],
    settings: DifferenceSettings,
    decisions: Sequence[Decision] = (),
) -> tuple[Difference, ...]:
    """The places where the reports part, hardest first; claim N of `claims` has the id "c-N" (from 1).

    What readers said is not one claim is not held against each other.
    """
    settings = replace(settings, most_wordings=_most_wordings(claims, settings))
    pages = read_pages(story, settings)
    in_claims = partial(_in_claims, claims=claims, pages=pages, names=_names(story), settings=settings)
    in_pages = partial(_in_pages, story, claims, utterances, pages, settings)
    parts = [in_pages, *(partial(in_claims, share) for share in _shares(claims))]  # the longest first
    several = len(parts) > 2
    on_pages, *on_claims = work_side_by_side(_done, parts, pages) if several else map(_done, parts)
    apart = find_apart_by_readers(story, claims, decisions)
    found = without_apart((*(f for part in on_claims for f in part), *on_pages), apart)
    held = _places_by_article(claims)
    parted = [f for f in join_findings(found) if parts_articles(f)]
    places = read_places(pages)
    echoed = without_apart((with_echoes(f, places, settings) for f in parted), apart)
    joined = sorted((_claimed(f, held) for f in echoed), key=_order)
    told = (with_sureness(f, as_difference(f)) for f in joined)
    return tuple(replace(one, id=f"d-{n}") for n, one in enumerate(told, 1))


def _most_wordings(claims: tuple[JoinedClaim, ...], settings: DifferenceSettings) -> int:
    """How many wordings of each claim to compare with each other, so that the time grows with the claims."""
    places = Counter(len(claim.places) for claim in claims)
    for most in range(settings.most_wordings, settings.fewest_wordings, -1):
        if sum(times * comb(min(most, count), 2) for count, times in places.items()) <= settings.most_pairs:
            return most
    return settings.fewest_wordings


def _done(part: Callable[[], list[Finding]]) -> list[Finding]:
    return part()


def _shares(claims: tuple[JoinedClaim, ...]) -> list[range]:
    """The numbers of the claims, in runs of about PLACES_A_SHARE places."""
    shares, start, places = [], 0, 0
    for n, claim in enumerate(claims, 1):
        places += len(claim.places)
        if places >= PLACES_A_SHARE:
            shares.append(range(start, n))
            start, places = n, 0
    return [*shares, range(start, len(claims))]


def _in_claims(
    numbers: range,
    claims: tuple[JoinedClaim, ...],
    pages: tuple[Page, ...],
    names: dict[str, int],
    settings: DifferenceSettings,
) -> list[Finding]:
    laid: _Laid = {}
    known: dict[tuple[Place, ...], Statement] = {}
    found = []
    for n in numbers:
        if len({place.article for place in claims[n].places}) > 1:
            statements = read_statements(pages, claims[n].places, settings.most_wordings, known)
            found += [replace(f, claims=(n,)) for f in _in_statements(statements, names, laid, settings)]
    return found


def _in_pages(
    story: StoryReading,
    claims: tuple[JoinedClaim, ...],
    utterances: tuple[Utterance, ...],
    pages: tuple[Page, ...],
    settings: DifferenceSettings,
) -> list[Finding]:
    """What parts the reports whether their claims were joined or not."""
    laid: _Laid = {}
    names = _names(story)
    return [
        *(f for pair in find_unjoined(pages, claims, settings) for f in _in_statements(pair, names, laid, settings)),
        *find_quoted_otherwise(pages, utterances, settings),
        *find_tolls(pages, settings),
        *find_figures(pages, settings),
        *find_days(pages, settings),
        *find_hours(pages, settings),
        *find_orders(pages, settings),
        *find_sites(pages, settings),
        *find_directions(pages, settings),
        *find_described(pages, settings),
        *find_bodies(pages, settings),
        *find_other_surnames(pages, story.names),
        *find_spellings(pages, story.names, settings),
        *find_full_names(pages, story.names, settings),
        *find_titles(pages, story.names, settings),
        *find_hearers(pages, story.names),
        *find_denials(pages, settings),
    ]


def _in_statements(
    statements: tuple[Statement, ...],
    names: dict[str, int],
    laid: _Laid,
    settings: DifferenceSettings,
) -> list[Finding]:
    """What parts wordings of one thing, two by two; `laid` keeps what pairs gave that several claims hold."""
    found: list[Finding] = []
    for n, m in pairs_of(statements):
        pair = statements[n], statements[m]
        if pair not in laid:
            laid[pair] = (*_slot_by_slot(pair, names, settings), *_word_by_word(*pair, names, settings))
        found.extend(laid[pair])
    return found


def _slot_by_slot(
    pair: tuple[Statement, Statement], names: dict[str, int], settings: DifferenceSettings
) -> Iterator[Finding]:
    yield from find_numbers(pair, settings)
    yield from find_dates(pair, settings)
    yield from find_wordings(pair, settings)
    yield from find_certainty(pair, settings)
    yield from find_places(pair, names, settings)
    yield from find_sources(pair, settings)
    yield from find_near_names(pair, settings)


def _word_by_word(
    one: Statement, two: Statement, names: dict[str, int], settings: DifferenceSettings
) -> Iterator[Finding]:
    alignment = align(one, two, _least_shared(settings))
    loose = alignment.shared < settings.least_shared  # else exchanged words are compared word by word
    if alignment.substitutions:
        yield from find_substitutions(alignment, names, settings)
        yield from find_exchanges(alignment, settings)
        yield from find_details(alignment, settings)
    yield from (f for f in find_parallels(one, two, settings) if loose or f.kind != "wording")


def _least_shared(settings: DifferenceSettings) -> float:
    return min(settings.least_shared, settings.least_exchanged, settings.least_detailed)


def _places_by_article(claims: tuple[JoinedClaim, ...]) -> dict[int, tuple[SpanIndex, list[tuple[Span, int]]]]:
    held: dict[int, list[tuple[Span, int]]] = {}
    for n, claim in enumerate(claims):
        for place in claim.places:
            held.setdefault(place.article, []).append((place.span, n))
    return {article: (SpanIndex(span for span, _ in places), places) for article, places in held.items()}


def _claimed(finding: Finding, held: dict[int, tuple[SpanIndex, list[tuple[Span, int]]]]) -> Finding:
    """The finding with the claims that hold two of its values; with those it was found in where none holds two."""
    values: dict[int, set[str]] = {}
    for told in finding.told:
        if told.page.number not in held:
            continue
        index, places = held[told.page.number]
        for n in index.overlapping(told.words):
            span, claim = places[n]
            if span.holds(told.words):
                values.setdefault(claim, set()).add(told.key)
    return replace(finding, claims=tuple(n for n in sorted(values) if len(values[n]) > 1) or finding.claims)


def _names(story: StoryReading) -> dict[str, int]:
    return {fold(" ".join(v.text.split())): n for n, name in enumerate(story.names) for v in name.variants}


def _order(finding: Finding) -> tuple[object, ...]:
    first = min((t.page.number, t.words.start, t.words.end) for t in finding.told)
    return (
        STRENGTH.index(finding.relation),
        -len({t.page.number for t in finding.told}),
        first,
        finding.kind,
        finding.about,
    )
