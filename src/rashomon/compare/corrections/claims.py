"""Claims joined and parted as readers say."""

from collections.abc import Callable, Iterable, Sequence

from rashomon.compare.corrections.decisions import Decision, places_in, share_most, share_some
from rashomon.model.joined import JoinedClaim, Place, StoryReading
from rashomon.model.reading import Sentence
from rashomon.model.span import Span

Alike = Callable[[Span, Span], bool]
_Pair = tuple[Place, Place]  # a place of a claim, and its core


def heed_claims(
    story: StoryReading, claims: tuple[JoinedClaim, ...], decisions: Sequence[Decision]
) -> tuple[JoinedClaim, ...]:
    """The claims of several places, with what readers joined and without what they took out; the last word holds."""
    for one in decisions:
        if not one.possible:
            continue
        if one.kind == "other_claim":
            claims = _parted(story, claims, *odd_and_rest(story, one))
        elif one.kind == "same_claim":
            claims = _joined(story, claims, places_in(one, story.articles))
    return claims


def odd_and_rest(story: StoryReading, decision: Decision) -> tuple[Place, tuple[Place, ...]]:
    """The place that is no part of a claim, and those that stand for it.

    What its origin carries in the same words stands for nothing else than the place itself, unless nothing else does.
    """
    odd, *rest = places_in(decision, story.articles)
    others = tuple(place for place in rest if not _is_copy(story, place, odd))
    return odd, others or tuple(rest)


def _is_copy(story: StoryReading, one: Place, other: Place) -> bool:
    """True for two places of one origin that have the same words."""
    return story.origin_of[one.article] == story.origin_of[other.article] and _words(story, one) == _words(story, other)


def _words(story: StoryReading, place: Place) -> list[str]:
    return place.span.of(story.articles[place.article].text).split()


def find_holding(
    claims: Sequence[JoinedClaim], odd: Place, rest: Sequence[Place], alike: Alike = share_most
) -> list[int]:
    """The claims that hold a place and half of the others or more."""
    return [
        n
        for n, claim in enumerate(claims)
        if _has(claim, odd, alike) and 2 * sum(_has(claim, place, alike) for place in rest) >= len(rest)
    ]


def _has(claim: JoinedClaim, place: Place, alike: Alike) -> bool:
    return any(_is_one(held, place, alike) for held in claim.places)


def _is_one(one: Place, other: Place, alike: Alike) -> bool:
    return one.article == other.article and alike(one.span, other.span)


def _parted(
    story: StoryReading, claims: tuple[JoinedClaim, ...], odd: Place, rest: Sequence[Place]
) -> tuple[JoinedClaim, ...]:
    """The claims without the odd place where they hold it with most of the rest; what is left alone is no claim.

    Where none holds them as they were cut when the reader said so, those count that hold them cut otherwise. What the
    origin of the place carries in the same words goes with it.
    """
    alike: Alike = share_most if find_holding(claims, odd, rest) else share_some
    holding = find_holding(claims, odd, rest, alike)
    made: list[JoinedClaim] = []
    for n, claim in enumerate(claims):
        for pairs in _sides(story, claim, odd, rest, alike) if n in holding else (_pairs(claim),):
            if len(pairs) > 1:
                made.append(_claim(pairs))
    return tuple(dict.fromkeys(made))


def _sides(
    story: StoryReading, claim: JoinedClaim, odd: Place, rest: Sequence[Place], alike: Alike
) -> tuple[list[_Pair], list[_Pair]]:
    """What stays of a claim, and what goes."""
    own = [place for place in claim.places if _is_one(place, odd, alike)]

    def goes(place: Place) -> bool:
        named = any(_is_one(place, other, alike) for other in rest)
        return place in own or (not named and any(_is_copy(story, place, one) for one in own))

    pairs = _pairs(claim)
    return [pair for pair in pairs if not goes(pair[0])], [pair for pair in pairs if goes(pair[0])]


def _joined(story: StoryReading, claims: tuple[JoinedClaim, ...], places: Sequence[Place]) -> tuple[JoinedClaim, ...]:
    """The claims of the places as one; words that no claim has come to it as the clauses in which they stand."""
    chosen: list[int] = []
    pairs: list[_Pair] = []
    for place in places:
        n = _best(claims, place, places)
        if n is not None:
            chosen.append(n)
        else:
            pairs += [(clauses, clauses) for clauses in _clauses_at(story, place)]
    pairs += [pair for n in dict.fromkeys(chosen) for pair in _pairs(claims[n])]
    merged = _merged(pairs)
    if len(merged) < 2:
        return claims  # nothing of the others is read
    rest = tuple(claim for n, claim in enumerate(claims) if n not in chosen)
    return tuple(dict.fromkeys((*rest, _claim(merged))))


def _best(claims: Sequence[JoinedClaim], place: Place, places: Sequence[Place]) -> int | None:
    """The claim that has the place cut most alike, of equals that with most of the others; None where none has it."""
    for alike in (share_most, share_some):
        found = [(n, claim) for n, claim in enumerate(claims) if _has(claim, place, alike)]
        held = {n: sum(_has(claim, p, alike) for p in places) for n, claim in found}
        if held:
            return max(held, key=lambda n: (_fit(claims[n], place), held[n], -n))
    return None


def _fit(claim: JoinedClaim, place: Place) -> float:
    """The share of the words of both that the place has with the nearest of the claim's, 0..1."""
    here = [held.span for held in claim.places if held.article == place.article]
    shared = [(span.overlap(place.span), len(span) + len(place.span)) for span in here]
    return max(both / (all_of - both) for both, all_of in shared)


def _clauses_at(story: StoryReading, place: Place) -> list[Place]:
    """The clauses that the words stand in, as one stretch of each sentence; none where they are not read."""
    reading = story.readings[place.article]
    stretches = (_stretch(sentence, place.span) for sentence in (*reading.sentences, *reading.captions))
    return [Place(place.article, span) for span in stretches if span is not None]


def _stretch(sentence: Sentence, span: Span) -> Span | None:
    here = [clause for clause in sentence.clauses if clause.overlap(span)]
    return Span(here[0].start, here[-1].end) if here else None


def _pairs(claim: JoinedClaim) -> list[_Pair]:
    return list(zip(claim.places, claim.core or claim.places, strict=True))


def _merged(pairs: Iterable[_Pair]) -> list[_Pair]:
    """In order of article and place; two that overlap are one."""
    kept: list[_Pair] = []
    for place, core in sorted(dict.fromkeys(pairs), key=lambda pair: _order(pair[0])):
        if kept and kept[-1][0].article == place.article and kept[-1][0].span.overlap(place.span):
            kept[-1] = (_hull(kept[-1][0], place), _hull(kept[-1][1], core))
        else:
            kept.append((place, core))
    return kept


def _order(place: Place) -> tuple[int, Span]:
    return place.article, place.span


def _hull(one: Place, other: Place) -> Place:
    return Place(one.article, Span(min(one.span.start, other.span.start), max(one.span.end, other.span.end)))


def _claim(pairs: Sequence[_Pair]) -> JoinedClaim:
    return JoinedClaim(tuple(place for place, _ in pairs), tuple(core for _, core in pairs))
