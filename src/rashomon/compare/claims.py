"""Joined claims as the contract prints them: wording, relation, counts, evidence."""

from collections.abc import Callable
from functools import cache

from rashomon.compare.nesting import find_wider
from rashomon.model.comparison import Claim, ClaimAttribution, ClaimEvidence, ClaimRelation, Difference
from rashomon.model.joined import JoinedClaim, Place, StoryReading
from rashomon.model.reading import Attribution
from rashomon.text.overlaps import SpanIndex
from rashomon.text.tokens import find_tokens

Stems = Callable[[Place], int]  # the different words at a place, which stands in many claims: a bit for each word
MOST_WORDINGS = 40  # of a claim are looked at for its typical one
LONG_WORDING = 220  # characters; of two wordings a shorter one stands for the claim


def make_claims(
    story: StoryReading, joined: tuple[JoinedClaim, ...], differences: tuple[Difference, ...]
) -> tuple[Claim, ...]:
    """The claims, in the order of `joined`, numbered from "c-1"; `origins` counts independent accounts, not outlets."""
    parted: dict[str, list[Difference]] = {}
    for difference in differences:
        for id in dict.fromkeys(difference.claims):
            parted.setdefault(id, []).append(difference)
    behind = tuple(SpanIndex(a.span for a in reading.attributions) for reading in story.readings)

    bits: dict[str, int] = {}

    @cache
    def stems(place: Place) -> int:
        held = {t.stem for t in find_tokens(story.articles[place.article].text, place.span)}
        return sum(1 << bits.setdefault(stem, len(bits)) for stem in held)

    ids = [f"c-{n}" for n in range(1, len(joined) + 1)]
    wider = (None if n is None else ids[n] for n in find_wider(joined))
    return tuple(
        _claim(story, id, claim, within, parted.get(id, []), behind, stems)
        for id, claim, within in zip(ids, joined, wider, strict=True)
    )


def _claim(
    story: StoryReading,
    id: str,
    joined: JoinedClaim,
    within: str | None,
    here: list[Difference],
    behind: tuple[SpanIndex, ...],
    stems: Stems,
) -> Claim:
    held = sorted({place.article for place in joined.places})
    origins = len({story.origin_of[a] for a in held})
    typical = _typical(joined.core or joined.places, stems)
    return Claim(
        id=id,
        wording=story.articles[typical.article].evidence(typical.span),
        relation=_relation(origins, here),
        outlets=len({story.articles[a].outlet or story.articles[a].id for a in held}),
        origins=origins,
        evidence=tuple(_evidence(story, place, behind[place.article]) for place in joined.places),
        differences=tuple(d.id for d in here),
        not_found_in=tuple(article.id for n, article in enumerate(story.articles) if n not in held),
        within=within,
    )


def _typical(places: tuple[Place, ...], stems: Stems) -> Place:
    """The place whose words most of the others share, length counted against it; the first of equals.

    The share of common words (Jaccard 1901) is small for a wording much shorter or much longer than the rest.
    """
    looked_at = places[:MOST_WORDINGS]
    if len(looked_at) < 3:
        return min(looked_at, key=lambda place: len(place.span) > LONG_WORDING)
    words = [stems(place) for place in looked_at]
    shares = [float(bool(held)) for held in words]
    for n, one in enumerate(words):
        for m, other in enumerate(words[:n]):
            shared = (one & other).bit_count()
            share = shared / (one | other).bit_count() if shared else 0.0
            shares[n] += share
            shares[m] += share
    best = max(range(len(looked_at)), key=lambda n: (round(shares[n], 9), -n))
    return looked_at[best]


def _relation(origins: int, differences: list[Difference]) -> ClaimRelation:
    relations = {d.relation for d in differences}
    if "dispute" in relations:
        return "disputed"
    if "conflict" in relations:
        return "differ"
    if "update" in relations:
        return "updated"
    return "agree" if origins > 1 else "single"


def _evidence(story: StoryReading, place: Place, index: SpanIndex) -> ClaimEvidence:
    words = story.articles[place.article].evidence(place.span)
    attributions = story.readings[place.article].attributions
    behind = _behind([attributions[n] for n in index.overlapping(place.span)], place)
    credited = (
        ClaimAttribution(behind.speaker, behind.kind, behind.medium, behind.cue, behind.hedged) if behind else None
    )
    return ClaimEvidence(words.article, words.start, words.end, words.text, credited)


def _behind(attributions: list[Attribution], place: Place) -> Attribution | None:
    """The attribution that covers most of the words, if it covers half of them; the narrowest of equals."""
    fitting = [a for a in attributions if 2 * a.span.overlap(place.span) >= len(place.span)]
    return max(fitting, key=lambda a: (a.span.overlap(place.span), -len(a.span)), default=None)
