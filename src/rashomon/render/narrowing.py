"""The part of a comparison that a reader asked to see, as a comparison: pages, exports and programs show the same."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from rashomon.model.comparison import Claim, Comparison, Difference
from rashomon.model.news import DifferenceNews, FormerEvidence, NewSince, Revision
from rashomon.model.view import Counts, Narrowed, Numbers, Otherwise, View
from rashomon.render.edition import AnyEvidence
from rashomon.render.otherwise import find_otherwise
from rashomon.render.views import find_reports

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a view asks for in one comparison: the reports, and of these the words of some differences alone.

    `words` are the stretches of each report, in order and disjoint; None where any words will do.
    """

    reports: frozenset[str]
    differences: tuple[Difference, ...]
    words: dict[str, list[tuple[int, int]]] | None

    def stands_in(self, places: Iterable[AnyEvidence]) -> bool:
        """True where one of the places is in a report asked for."""
        return any(one.article in self.reports for one in places)

    def shows(self, places: Iterable[AnyEvidence]) -> bool:
        """True where one of the places is in a report asked for, and in the words asked for."""
        return any(one.article in self.reports and self._has_words(one) for one in places)

    def _has_words(self, one: AnyEvidence) -> bool:
        if self.words is None:
            return True
        stretches = self.words.get(one.article, [])
        at = bisect_left(stretches, one.end, key=lambda stretch: stretch[0])  # the first that begins behind the place
        return at > 0 and stretches[at - 1][1] > one.start

    def shows_claim(self, claim: Claim) -> bool:
        """True where a report asked for makes the claim and, where differences are asked for, it parts there."""
        if not self.stands_in(claim.evidence):
            return False
        parting = (one.id in claim.differences or claim.id in one.claims for one in self.differences)
        return self.words is None or any(parting)


def narrow(comparison: Comparison, view: View) -> Comparison:
    """What is seen of the comparison under a view, with `narrowed` saying so; the comparison itself where that is all.

    All reports, origins, passages and corrections stay, so that who copied whom is told whole. Every item that stays is
    whole too: what others say beside it is what it is compared with. Asked for some reports, it keeps the differences
    in which they give a value, and the claims, quotations, names, dates and so on that stand in them. Asked for kinds
    or relations, it keeps those differences, the claims that part there, and the quotations, names and dates that stand
    in their words; what was left out or is unresolved stays, as it bears on every line. What refers to an item that is
    not seen is taken out; ids stay what they were.
    """
    if view.everything:
        return comparison
    asked = _ask(comparison, view)
    dates, timeline = _number(comparison.timeline, lambda one: asked.shows(one.evidence))
    stretches, left_out = _number(comparison.left_out, lambda one: asked.stands_in((one,)))
    things, unresolved = _number(comparison.unresolved, lambda one: not one.evidence or asked.stands_in(one.evidence))
    part = replace(
        comparison,
        apart=tuple(one for one in comparison.apart if one.article in asked.reports),
        claims=tuple(one for one in comparison.claims if asked.shows_claim(one)),
        differences=asked.differences,
        quotations=tuple(one for one in comparison.quotations if asked.shows(one.variants)),
        names=tuple(
            one for one in comparison.names if asked.shows(place for form in one.variants for place in form.evidence)
        ),
        timeline=timeline,
        left_out=left_out,
        unresolved=unresolved,
    )
    part = _without_dangling(part)
    if comparison.new_since:
        part = replace(part, new_since=_narrow_news(comparison.new_since, part, asked))
    numbers = Numbers(dates, stretches, things)
    narrowed = Narrowed(view, count_items(part), count_items(comparison), numbers, tuple(_otherwise(comparison, part)))
    return replace(part, narrowed=narrowed)


def _otherwise(comparison: Comparison, part: Comparison) -> Iterable[Otherwise]:
    """Who says otherwise of the claims that are shown, in their order: also by differences that are not."""
    found = find_otherwise(comparison)
    return (Otherwise(one.id, tuple(sorted(found[one.id]))) for one in part.claims if one.id in found)


def _ask(comparison: Comparison, view: View) -> Asked:
    reports = find_reports(comparison, view)
    differences = tuple(
        one
        for one in comparison.differences
        if (not view.kinds or one.kind in view.kinds)
        and (not view.relations or one.relation in view.relations)
        and any(place.article in reports for value in one.values for place in value.evidence)
    )
    return Asked(reports, differences, _words_of(differences) if view.kinds or view.relations else None)


def _words_of(differences: Iterable[Difference]) -> dict[str, list[tuple[int, int]]]:
    """The stretches of each report that the values stand in; those that overlap are one."""
    found = sorted({(e.article, e.start, e.end) for one in differences for value in one.values for e in value.evidence})
    words: dict[str, list[tuple[int, int]]] = {}
    for article, start, end in found:
        held = words.setdefault(article, [])
        if held and start < held[-1][1]:
            held[-1] = (held[-1][0], max(end, held[-1][1]))
        else:
            held.append((start, end))
    return words


def _number(items: tuple[Item, ...], seen: Callable[[Item], bool]) -> tuple[tuple[int, ...], tuple[Item, ...]]:
    """The items that are seen, under the numbers they have among all."""
    kept = [(number, one) for number, one in enumerate(items, 1) if seen(one)]
    return tuple(number for number, _ in kept), tuple(one for _, one in kept)


def _without_dangling(part: Comparison) -> Comparison:
    """The comparison with no reference to a claim or difference that it does not have."""
    claims, differences = {one.id for one in part.claims}, {one.id for one in part.differences}

    def held(ids: tuple[str, ...], among: set[str]) -> tuple[str, ...]:
        return tuple(id for id in ids if id in among)

    return replace(
        part,
        claims=tuple(
            replace(
                one,
                differences=held(one.differences, differences),
                within=one.within if one.within in claims else None,
            )
            for one in part.claims
        ),
        differences=tuple(replace(one, claims=held(one.claims, claims)) for one in part.differences),
        timeline=tuple(replace(one, claims=held(one.claims, claims)) for one in part.timeline),
    )


def _narrow_news(news: NewSince, part: Comparison, asked: Asked) -> NewSince:
    """What is new of what is seen. What is told no more is kept by its reports, but not among differences asked for."""
    items = {one.id for one in part.claims} | {one.id for one in part.differences}
    any_words = asked.words is None

    def shows(item: str | None, former: Iterable[FormerEvidence]) -> bool:
        return item in items if item else any_words and asked.stands_in(former)

    def shows_revision(one: Revision) -> bool:
        return asked.shows((one.after,)) if one.after else any_words and one.article in asked.reports

    kept = replace(
        news,
        came=tuple(one for one in news.came if one in asked.reports),
        left=tuple(one for one in news.left if one in asked.reports),
        headlines=tuple(one for one in news.headlines if one.article in asked.reports),
        revisions=tuple(one for one in news.revisions if shows_revision(one)),
        claims=tuple(one for one in news.claims if shows(one.claim, one.former)),
        differences=tuple(one for one in news.differences if shows(one.difference, _former_words(one))),
    )
    told = asked.reports.union(
        (one.before.former for one in kept.revisions if one.before),
        (place.former for one in kept.claims for place in one.former),
        (place.former for one in kept.differences for place in _former_words(one)),
    )
    return replace(kept, former=tuple(one for one in news.former if one.id in told))


def _former_words(one: DifferenceNews) -> Iterable[FormerEvidence]:
    return (place for value in one.former for place in value.evidence)


def count_items(comparison: Comparison) -> Counts:
    """How many items each of its lists has; `news` counts all that is new together."""
    news = comparison.new_since
    lists = (news.came, news.left, news.headlines, news.revisions, news.claims, news.differences) if news else ()
    return Counts(
        differences=len(comparison.differences),
        claims=len(comparison.claims),
        quotations=len(comparison.quotations),
        names=len(comparison.names),
        timeline=len(comparison.timeline),
        apart=len(comparison.apart),
        left_out=len(comparison.left_out),
        unresolved=len(comparison.unresolved),
        news=sum(map(len, lists)),
    )
