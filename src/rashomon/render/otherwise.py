"""Which reports of a claim say otherwise than its wording."""

from collections.abc import Mapping

from rashomon.model.comparison import Claim, Comparison, Difference
from rashomon.render.edition import HARD


def find_otherwise(comparison: Comparison) -> dict[str, frozenset[str]]:
    """Of each claim that has any: the reports that give another value than its wording, where both cannot stand.

    Of a part of a comparison it is what the whole says, though the difference itself may not be shown.
    """
    if comparison.narrowed:
        return {one.claim: frozenset(one.articles) for one in comparison.narrowed.otherwise}
    differences = {one.id: one for one in comparison.differences}
    found = ((claim.id, _struck(claim, differences)) for claim in comparison.claims)
    return {claim: struck for claim, struck in found if struck}


def _struck(claim: Claim, differences: Mapping[str, Difference]) -> frozenset[str]:
    struck: set[str] = set()
    for identity in claim.differences:
        difference = differences.get(identity)
        if difference is None or difference.relation not in HARD:
            continue
        sides = [{one.article for one in value.evidence} for value in difference.values]
        with_us = next((side for side in sides if claim.wording.article in side), None)
        if with_us is not None:
            others = set().union(*(side for side in sides if side is not with_us))
            struck |= others - with_us
    return frozenset(struck & {one.article for one in claim.evidence})
