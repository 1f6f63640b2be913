"""About how high the parts of a large page are: they are laid out when they come into sight, and the scroll bar must
not jump by much then.
"""

from collections.abc import Iterable, Sequence

from rashomon.render.page.claims import ClaimGroup, ClaimLine
from rashomon.render.page.names import Names
from rashomon.render.page.said import Speaker

MANY = 200  # claims, quotations and names; fewer are laid out in a blink
_HEAD, _CLAIM, _ROW, _FORM = 6.0, 4.4, 1.62, 2.3  # rem: a section's head, a claim, a row of the grid, a name's form
_SAID, _ONCE, _ALONE, _COLUMNS = 7.0, 2.6, 6.0, 3  # rem: a collation, a quotation, a claim in a narrow column


def find_heights(
    shared: Iterable[ClaimGroup], claims: Sequence[ClaimLine], speakers: Sequence[Speaker], names: Names
) -> dict[str, int]:
    """The height of each large section, in rem; none of a page that is laid out at once."""
    said = sum(len(speaker.said) for speaker in speakers)
    once = sum(len(speaker.once) for speaker in speakers)
    forms = sum(len(row.forms) for row in names.differing)
    outer = sum(not claim.within for claim in claims)  # the others are folded into them
    if outer + said + once + len(names.differing) + len(names.others) <= MANY:
        return {}
    alone = sum(claim.origins <= 1 and not claim.within for claim in claims)
    heights = {
        "share": _CLAIM * sum(len(group.claims) for group in shared),
        "grid": _ROW * len(claims) + 2 * _HEAD,
        "said": _SAID * said + _ONCE * once + 3.0 * len(speakers),
        "single": _ALONE * alone / _COLUMNS,
        "names": _FORM * forms,
    }
    return {section: round(_HEAD + height) for section, height in heights.items()}
