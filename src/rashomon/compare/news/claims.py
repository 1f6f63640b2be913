"""Claims that the later reports added, gained, revised, lost or withdrew."""

from collections.abc import Iterable, Iterator

from rashomon.compare.news.standing import Ground, Placed
from rashomon.model.comparison import Claim, Comparison
from rashomon.model.news import ClaimNews, FormerEvidence
from rashomon.model.span import Evidence, Span

ClaimsOf = dict[str, list[tuple[Span, str]]]  # of each article: places, and the claims they are evidence of


def find_claim_news(before: Comparison, after: Comparison, ground: Ground) -> Iterator[ClaimNews]:
    """First what is there now, in the order of its claims, then what is gone."""
    origin_now, origin_then = _origins(after), _origins(before)
    for claim in after.claims:
        yield from _of_present(claim, ground, origin_now)
    claims_of = _claims_by_article(after)
    for claim in before.claims:
        yield from _of_former(claim, claims_of, ground, origin_then)


def _origins(comparison: Comparison) -> dict[str, str]:
    return {article: origin.id for origin in comparison.origins for article in origin.articles}


def _count(places: Iterable[Placed], origin_of: dict[str, str]) -> int:
    return len({origin_of.get(one.article, one.article) for one in places})


def _of_present(claim: Claim, ground: Ground, origin_of: dict[str, str]) -> Iterator[ClaimNews]:
    standing = [(one, ground.then(one)) for one in claim.evidence]
    old = [one for one, told in standing if told != "gone"]
    fresh = tuple(Evidence(one.article, one.start, one.end, one.text) for one, told in standing if told != "stands")
    then, now = _count(old, origin_of), _count(claim.evidence, origin_of)
    if not fresh:
        return
    if not old:
        yield ClaimNews("added", claim.id, 0, now, fresh, ())
    elif now > then:
        new = tuple(one for one in fresh if ground.then(one) == "gone")
        yield ClaimNews("gained", claim.id, then, now, new, ())
    elif any(told == "revised" for _, told in standing):
        yield ClaimNews("revised", claim.id, then, now, fresh, ())


def _of_former(claim: Claim, claims_of: ClaimsOf, ground: Ground, origin_of: dict[str, str]) -> Iterator[ClaimNews]:
    gone = [one for one in claim.evidence if ground.now(one)[0] == "gone"]
    if not gone:
        return
    left = [one for one in claim.evidence if ground.now(one)[0] != "gone"]
    then, now = _count(claim.evidence, origin_of), _count(left, origin_of)
    former = tuple(FormerEvidence(one.article, one.start, one.end, one.text) for one in gone)
    if not left:
        yield ClaimNews("withdrawn", None, then, 0, (), former)
    elif now < then:
        yield ClaimNews("lost", _heir(left, claims_of, ground), then, now, (), former)


def _claims_by_article(comparison: Comparison) -> ClaimsOf:
    found: ClaimsOf = {}
    for claim in comparison.claims:
        for one in claim.evidence:
            found.setdefault(one.article, []).append((Span(one.start, one.end), claim.id))
    return found


def _heir(left: Iterable[Placed], claims_of: ClaimsOf, ground: Ground) -> str | None:
    """The claim in which the first of the places that are left stands now."""
    for one in left:
        place = ground.now(one)[1]
        for span, claim in claims_of.get(one.article, ()):
            if place and span.overlap(place):
                return claim
    return None
