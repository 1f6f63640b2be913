"""Addresses on the page: every place of a report that is linked to, and the name it goes by there."""

import re
from base64 import b32encode
from dataclasses import dataclass
from hashlib import blake2b

from rashomon.render.edition import AnyEvidence, Edition

_UNSAFE = re.compile(r"[^A-Za-z0-9_.-]")
LONGEST_ADDRESS = 32  # characters; a longer id, as of an article found on the web, would be half of a page's weight


@dataclass(frozen=True, slots=True)
class Place:
    """A link to a place, under the name of its report; `article` is the report's id."""

    article: str
    label: str
    href: str


def safe_id(article: str) -> str:
    """The id of a report as it stands in an address: letters, digits and `_.-` as they are, others as `~hex~`; where
    it is long, `~` and 8 signs of its digest.

    Two short ids never become one, and two long ones in one of a trillion pairs.
    """
    if len(article) > LONGEST_ADDRESS:
        digest = blake2b(article.encode("utf-8", "surrogatepass"), digest_size=5).digest()
        return "~" + b32encode(digest).decode().lower()
    return _UNSAFE.sub(lambda match: f"~{ord(match.group()):x}~", article)


def report_id(article: str) -> str:
    """The address of a whole report; the colon keeps it from being the address of a place."""
    return f"r:{safe_id(article)}"


def item_id(identity: str, letter: str, number: int) -> str:
    """The address of an item: its own id where that is of the usual form ("c-7"), else its place in the list."""
    return identity if re.fullmatch(rf"{letter}-\d+", identity) else f"{letter}-{number}"


class Links:
    """Makes the links to places and remembers them, so that the reports hold a target for every one."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self.cited: dict[str, set[tuple[int, int]]] = {}

    def to(self, evidence: AnyEvidence) -> str:
        """The link to a place; to the reports at large where the comparison does not hold that report."""
        return self.at(evidence.article, evidence.start, evidence.end)

    def place(self, evidence: AnyEvidence) -> Place:
        """The link to a place, with the name of its report."""
        return Place(evidence.article, self._edition.label(evidence.article), self.to(evidence))

    def report_place(self, article: str) -> Place:
        """The link to a whole report, with its name."""
        return Place(article, self._edition.label(article), self.report(article))

    def report(self, article: str) -> str:
        """The link to a whole report; to the reports at large where the comparison does not hold it."""
        return f"#{report_id(article)}" if article in self._edition.place else "#reports"

    def at(self, article: str, start: int, end: int) -> str:
        """The link to a stretch of a report."""
        if article not in self._edition.place:
            return "#reports"
        self.cited.setdefault(article, set()).add((start, end))
        return f"#{safe_id(article)}.{start}-{end}"
