"""What a report is called on the page: its id where that is short, else its outlet, numbered where one has several."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from rashomon.model.comparison import Witness

LONGEST_ID = 24  # characters; a longer id is an address or a digest, and no one reads those
LONGEST_LABEL = 32  # characters
_MADE = re.compile(r"(?<=[^\W\d_])-[0-9a-f]{8}$")  # what we put behind a name to tell it from others: "pasted-dc619740"


def name_reports(witnesses: Iterable[Witness]) -> dict[str, str]:
    """A label for each report, no two alike: a short id is its own label, others go by outlet, host or number."""
    given = tuple(witnesses)
    labels = {one.id: one.id for one in given if _is_short(one.id)}
    taken = set(labels.values())
    for place, one in enumerate(given, 1):
        if one.id not in labels:
            labels[one.id] = _free(_outlet(one) or f"report {place}", taken)
            taken.add(labels[one.id])
    return labels


def _is_short(id: str) -> bool:
    return 0 < len(id.strip()) <= len(id) <= LONGEST_ID and "/" not in id and not _MADE.search(id)


def _outlet(one: Witness) -> str:
    """The outlet, or the host it was read from, cut where it is too long."""
    own = _MADE.sub("", one.id.partition("/")[0]).strip()
    name = " ".join((one.outlet or "").split()) or _host(one.url) or _host(one.id) or own
    return name if len(name) <= LONGEST_LABEL else name[: LONGEST_LABEL - 1].rstrip() + "…"


def _host(address: str | None) -> str:
    try:
        return (urlsplit(address or "").hostname or "").removeprefix("www.")
    except ValueError:  # no address at all: "https://[gull"
        return ""


def _free(label: str, taken: set[str]) -> str:
    number, free = 1, label
    while free in taken:
        number += 1
        free = f"{label} {number}"
    return free
