"""What became of readers' corrections: each is looked for in the comparison as it was made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.compare.corrections.claims import find_holding, odd_and_rest
from rashomon.compare.corrections.decisions import MARKS, Decision, places_in, share_some
from rashomon.compare.corrections.names import name_at
from rashomon.model.comparison import Corrected, Name, Unresolved
from rashomon.model.joined import JoinedClaim, Place, StoryReading
from rashomon.model.span import Evidence
from rashomon.model.story import IN_WORDS

_REASONS = {
    "same_claim": "words that are left out of a report make no claim",
    "other_claim": "these words are one statement, which is not taken apart",
    "same_person": "no name was found at these words",
    "other_person": "these words are one name, which is not taken apart",
    "boilerplate": "some of these words are read all the same",
    "not_boilerplate": "no statement was found in these words",
}
_FAMILIES = (("same_claim", "other_claim"), ("same_person", "other_person"), MARKS)


@dataclass(frozen=True, slots=True)
class Made:
    """What the corrections are looked for in."""

    story: StoryReading
    claims: tuple[JoinedClaim, ...]
    names: tuple[Name, ...]


def tell_corrections(decisions: Sequence[Decision], made: Made) -> tuple[Corrected, ...]:
    """Each correction, whether the comparison is as it says, and if not or not in all places, why."""
    return tuple(_corrected(one, decisions[n + 1 :], made) for n, one in enumerate(decisions))


def find_unheeded(corrected: Iterable[Corrected]) -> tuple[Unresolved, ...]:
    """What of the corrections could not be carried out, wholly or in part."""
    return tuple(
        Unresolved(f"correction: {IN_WORDS[one.kind]}", one.places, one.reason) for one in corrected if one.reason
    )


def _corrected(one: Decision, later: Sequence[Decision], made: Made) -> Corrected:
    correction = one.correction
    so = one.possible and _is_so(one, made)
    reasons = list(one.lost)
    if one.possible and not so:
        reasons.append(_why_not(one, later))
    elif not so and not reasons:
        reasons.append("it names too few places to say anything")
    return Corrected(one.kind, correction.by, correction.when, one.places, so, "; ".join(reasons))


def _is_so(one: Decision, made: Made) -> bool:
    if one.kind in MARKS:
        boilerplate = one.kind == "boilerplate"
        return all(_is_read(place, boilerplate, made) != boilerplate for place in one.places)
    if one.kind == "same_person":
        names = {_name_at(made, place) for place in one.places}
        return len(names) == 1 and None not in names
    if one.kind == "other_person":
        return _is_told_apart(one, made)
    if one.kind == "other_claim":
        odd, rest = odd_and_rest(made.story, one)
        return not find_holding(made.claims, odd, rest) and not _is_one_place(made.claims, odd, rest)
    places = places_in(one, made.story.articles)
    return any(all(_has(claim, place) for place in places) for claim in made.claims)


def _name_at(made: Made, place: Evidence) -> str | None:
    name = name_at(made.names, place)
    return None if name is None else name.id


def _is_told_apart(one: Decision, made: Made) -> bool:
    """True where the first is another name than those of other articles, which none of its own can stand for."""
    odd, *rest = one.places
    elsewhere = [place for place in rest if place.article != odd.article]
    others = elsewhere or [place for place in rest if not place.span.overlap(odd.span)]
    name = _name_at(made, odd)
    return bool(others) and (name is None or name not in {_name_at(made, place) for place in others})


def _is_one_place(claims: Sequence[JoinedClaim], odd: Place, rest: Sequence[Place]) -> bool:
    """True where one place of a claim has the odd words and half of the others or more."""
    return any(
        _shares(held, odd) and 2 * sum(_shares(held, place) for place in rest) >= len(rest)
        for claim in claims
        for held in claim.places
    )


def _shares(held: Place, place: Place) -> bool:
    return held.article == place.article and share_some(held.span, place.span)


def _has(claim: JoinedClaim, place: Place) -> bool:
    return any(_shares(held, place) for held in claim.places)


def _is_read(place: Evidence, boilerplate: bool, made: Made) -> bool:
    """True where some of its words are read; a caption that states something is, though it is left out."""
    reading = next(one for one in made.story.readings if one.article.id == place.article)
    read = (*reading.sentences, *reading.captions) if boilerplate else reading.sentences
    return any(sentence.span.overlap(place.span) for sentence in read)


def _why_not(one: Decision, later: Sequence[Decision]) -> str:
    family = next(kinds for kinds in _FAMILIES if one.kind in kinds)
    if any(other.kind in family and _touch(one, other) for other in later if other.possible):
        return "a later correction says otherwise"
    return _REASONS[one.kind]


def _touch(one: Decision, other: Decision) -> bool:
    return any(a.article == b.article and a.span.overlap(b.span) for a in one.places for b in other.places)
