"""Differences that are new, that grew or turned, and those that are told no more, with the reason."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.compare.news.standing import Ground
from rashomon.model.comparison import Comparison, Difference, Value
from rashomon.model.news import DifferenceChange, DifferenceNews, FormerEvidence, FormerValue
from rashomon.model.span import Span


@dataclass(frozen=True, slots=True)
class _Former:
    """A difference of the earlier comparison, with where the words of each value stand now."""

    difference: Difference
    places: tuple[tuple[tuple[str, Span], ...], ...]  # of each value
    stands: tuple[bool, ...]  # of each value: a report has its words still


def find_difference_news(before: Comparison, after: Comparison, ground: Ground) -> Iterator[DifferenceNews]:
    """First what is there now, in the order of its differences, then what is told no more."""
    former = [_former(difference, ground) for difference in before.differences]
    met: set[int] = set()
    for difference in after.differences:
        same = [at for at, one in enumerate(former) if _same(difference, one)]
        met.update(same)
        yield from _of_present(difference, [former[at] for at in same], ground)
    for at, one in enumerate(former):
        if at not in met:
            yield _told_no_more(one)


def _former(difference: Difference, ground: Ground) -> _Former:
    found = [[(one, *ground.now(one)) for one in value.evidence] for value in difference.values]
    places = tuple(tuple((one.article, place) for one, _, place in value if place) for value in found)
    return _Former(difference, places, tuple(any(told == "stands" for _, told, _ in value) for value in found))


def _same(difference: Difference, former: _Former) -> bool:
    """True where two values of each share places."""
    if difference.kind != former.difference.kind:
        return False
    met = [
        (at, number)
        for at, value in enumerate(difference.values)
        for number, places in enumerate(former.places)
        if _share(value, places)
    ]
    return len({at for at, _ in met}) > 1 and len({number for _, number in met}) > 1


def _share(value: Value, places: tuple[tuple[str, Span], ...]) -> bool:
    return any(
        one.article == article and one.start < place.end and place.start < one.end
        for one in value.evidence
        for article, place in places
    )


def _of_present(difference: Difference, former: list[_Former], ground: Ground) -> Iterator[DifferenceNews]:
    known = [places for one in former for places in one.places]
    fresh = [value for value in difference.values if all(ground.then(one) != "stands" for one in value.evidence)]
    new = tuple(one for value in fresh for one in value.evidence)
    if not former:
        every = tuple(one for value in difference.values for one in value.evidence if ground.then(one) != "stands")
        reason = "the words of it that are new make it" if every else "told in the light of what came since"
        yield DifferenceNews("new", difference.id, difference.about, None, every, (), reason)
        return
    relation = former[0].difference.relation
    if any(not any(_share(value, places) for places in known) for value in fresh):
        yield DifferenceNews("grew", difference.id, difference.about, relation, new, (), "a value of it is new")
    elif all(one.difference.relation != difference.relation for one in former):
        reason = f"{relation} then, {difference.relation} now"
        yield DifferenceNews("turned", difference.id, difference.about, relation, new, (), reason)


def _told_no_more(one: _Former) -> DifferenceNews:
    values = tuple(
        FormerValue(
            value.value,
            stands,
            tuple(FormerEvidence(place.article, place.start, place.end, place.text) for place in value.evidence),
        )
        for value, stands in zip(one.difference.values, one.stands, strict=True)
    )
    resolved = sum(one.stands) < 2
    reason = (
        "fewer than two of its values still stand in the reports"
        if resolved
        else "its values still stand, but they are not told apart any more"
    )
    change: DifferenceChange = "resolved" if resolved else "not found again"
    return DifferenceNews(change, None, one.difference.about, one.difference.relation, (), values, reason)
