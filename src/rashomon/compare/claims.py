"""Joined claims as the contract prints them: wording, relation, counts, evidence."""

from rashomon.model.comparison import Claim, ClaimAttribution, ClaimEvidence, ClaimRelation, Difference
from rashomon.model.joined import JoinedClaim, Place, StoryReading
from rashomon.model.reading import Attribution


def make_claims(
    story: StoryReading, joined: tuple[JoinedClaim, ...], differences: tuple[Difference, ...]
) -> tuple[Claim, ...]:
    """The claims, in the order of `joined`, numbered from "c-1"; `origins` counts independent accounts, not outlets."""
    return tuple(_claim(story, f"c-{n}", claim, differences) for n, claim in enumerate(joined, 1))


def _claim(story: StoryReading, id: str, joined: JoinedClaim, differences: tuple[Difference, ...]) -> Claim:
    here = tuple(d for d in differences if id in d.claims)
    held = sorted({place.article for place in joined.places})
    origins = len({story.origin_of[a] for a in held})
    first = joined.places[0]
    return Claim(
        id=id,
        wording=story.articles[first.article].evidence(first.span),
        relation=_relation(origins, here),
        outlets=len({story.articles[a].outlet or story.articles[a].id for a in held}),
        origins=origins,
        evidence=tuple(_evidence(story, place) for place in joined.places),
        differences=tuple(d.id for d in here),
        not_found_in=tuple(article.id for n, article in enumerate(story.articles) if n not in held),
    )


def _relation(origins: int, differences: tuple[Difference, ...]) -> ClaimRelation:
    relations = {d.relation for d in differences}
    if "dispute" in relations:
        return "disputed"
    if "conflict" in relations:
        return "differ"
    if "update" in relations:
        return "updated"
    return "agree" if origins > 1 else "single"


def _evidence(story: StoryReading, place: Place) -> ClaimEvidence:
    words = story.articles[place.article].evidence(place.span)
    behind = _behind(story.readings[place.article].attributions, place)
    credited = ClaimAttribution(behind.speaker, behind.kind, behind.medium, behind.cue, behind.hedged) if behind else None
    return ClaimEvidence(words.article, words.start, words.end, words.text, credited)


def _behind(attributions: tuple[Attribution, ...], place: Place) -> Attribution | None:
    """The attribution that covers most of the words, if it covers half of them; the narrowest of equals."""
    fitting = [a for a in attributions if 2 * a.span.overlap(place.span) >= len(place.span)]
    return max(fitting, key=lambda a: (a.span.overlap(place.span), -len(a.span)), default=None)
