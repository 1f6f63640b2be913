"""What they share, claim by claim, and what one origin alone has."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rashomon.model.comparison import Claim
from rashomon.render.edition import Edition, count
from rashomon.render.nested import nest_claims
from rashomon.render.otherwise import find_otherwise
from rashomon.render.page.lines import Line, is_fragment, make_lines
from rashomon.render.page.places import Links
from rashomon.render.page.strips import Strip, Strips
from rashomon.render.sections import said_by

MOST_SPEAKERS = 2  # named behind a claim; the others are counted
MOST_GROUPS = 10
BANDS = (1, 2, 3, 4, 6, 10, 20, 50, 100, 200, 500, 1000)  # the least number of origins of each shared group
MOST_SILENT = 30  # reports named as not having it; where there are more they are counted


@dataclass(frozen=True, slots=True)
class DifferenceLink:
    """A link from a claim to where it parts."""

    id: str
    number: str
    relation: str
    about: str


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim."""

    id: str
    relation: str
    words: str
    fragment: bool
    href: str
    strip: Strip
    rests_on: str
    lines: tuple[Line, ...]
    differences: tuple[DifferenceLink, ...]
    silent: str
    within: str  # the address of the wider claim on the page; empty for most
    origins: int
    reports: tuple[str, ...]
    otherwise: frozenset[str]
    inner: tuple["ClaimLine", ...] = ()  # what fewer of its reports tell more alike


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """Claims with one number of origins behind them."""

    origins: int
    head: str
    claims: tuple[ClaimLine, ...]


def make_claims(edition: Edition, links: Links, strips: Strips, numbers: dict[str, str]) -> tuple[ClaimLine, ...]:
    """Every claim, in the order of the comparison."""
    otherwise = find_otherwise(edition.comparison)
    return tuple(
        _claim(edition, links, strips, numbers, claim, otherwise.get(claim.id, frozenset()))
        for claim in edition.comparison.claims
    )


def fold_claims(claims: Sequence[ClaimLine]) -> tuple[ClaimLine, ...]:
    """The claims that no other holds, each with those that it holds."""
    return tuple(replace(outer, inner=inner) if inner else outer for outer, inner in nest_claims(claims))


def group_claims(edition: Edition, claims: Sequence[ClaimLine]) -> tuple[ClaimGroup, ...]:
    """Claims by the number of origins behind them, most first; those that part come first in a group.

    Where there would be more than `MOST_GROUPS` groups, neighbouring numbers share one.
    """
    rank = {"differ": 0, "disputed": 1, "updated": 2}
    held: dict[int, list[ClaimLine]] = {}
    for claim in claims:
        held.setdefault(max(1, claim.origins), []).append(claim)
    groups: dict[int, list[ClaimLine]] = {}
    for origins in sorted(held, reverse=True):
        least = origins if len(held) <= MOST_GROUPS else max(edge for edge in BANDS if edge <= origins)
        groups.setdefault(least, []).extend(sorted(held[origins], key=lambda claim: rank.get(claim.relation, 3)))
    return tuple(
        ClaimGroup(least, _head(least, max(max(1, claim.origins) for claim in some), len(edition.origins)), tuple(some))
        for least, some in groups.items()
    )


def _head(least: int, most: int, of: int) -> str:
    if least < most:
        return f"In {least} to {most} origins"
    if least == of:
        return {1: "In the one origin", 2: "In both origins"}.get(of, f"In all {of} origins")
    return f"In {count(least, 'origin')}" if least > 1 else "In one only"


def _claim(
    edition: Edition,
    links: Links,
    strips: Strips,
    numbers: dict[str, str],
    claim: Claim,
    otherwise: frozenset[str],
) -> ClaimLine:
    articles = edition.in_order(one.article for one in claim.evidence)
    wording = claim.wording
    return ClaimLine(
        id=numbers[claim.id],
        relation=claim.relation,
        words=wording.text,
        fragment=is_fragment(edition.text(wording.article), wording.start),
        href=links.to(wording),
        strip=strips.draw(articles, otherwise),
        rests_on=_rests_on(said_by(one) for one in claim.evidence),
        lines=make_lines(edition, links, claim.evidence),
        differences=tuple(_links(edition, numbers, claim)),
        silent=_silent(edition, claim.not_found_in),
        within=numbers.get(claim.within or "", ""),
        origins=claim.origins,
        reports=tuple(articles),
        otherwise=otherwise,
    )


def _rests_on(speakers: Iterable[str]) -> str:
    named = [one for one in dict.fromkeys(speakers) if one]
    rest = len(named) - MOST_SPEAKERS
    return "; ".join(named[:MOST_SPEAKERS]) + (f" and {rest} more" if rest > 0 else "")


def _links(edition: Edition, numbers: dict[str, str], claim: Claim) -> Iterable[DifferenceLink]:
    for identity in claim.differences:
        difference = edition.differences.get(identity)
        if difference:
            address = numbers[identity]
            yield DifferenceLink(address, address[2:], difference.relation, difference.about)


def _silent(edition: Edition, articles: Sequence[str]) -> str:
    if len(articles) > MOST_SILENT:
        return f"{len(articles)} of {len(edition.witnesses)} reports"
    return ", ".join(map(edition.label, edition.in_order(articles)))
