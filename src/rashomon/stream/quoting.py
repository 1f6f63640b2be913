"""Words of an article found again, in whichever of its versions has them."""

from dataclasses import dataclass

from rashomon.model.kept import Version
from rashomon.model.selector import Selector
from rashomon.model.span import Evidence, Span
from rashomon.store.store import Store
from rashomon.text.selecting import find_selected, select


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words as they stand in `version`: the latest of its article's versions that has them.

    `latest` is the newest version of all; where it is a later one than `version`, the words have gone from the report.
    `selector` tells the place as it is in `version`.
    """

    evidence: Evidence
    selector: Selector
    version: Version
    latest: Version

    @property
    def gone(self) -> bool:
        """True where the report has these words no more."""
        return self.version.number != self.latest.number


def quote(store: Store, selector: Selector) -> Quoted | None:
    """The words that a selector tells, in the latest version that has them; None where none has.

    A selector without words tells a place of the latest version. Raises NoSuchArticle.
    """
    versions = store.versions(selector.article)
    for version in reversed(versions):
        text = version.article.text
        span = find_selected(text, selector) if selector.exact else _place(text, selector)
        if span is not None:
            return Quoted(version.article.evidence(span), select(selector.article, text, span), version, versions[-1])
        if not selector.exact:
            break
    return None


def _place(text: str, selector: Selector) -> Span | None:
    return Span(selector.start, selector.end) if 0 <= selector.start < selector.end <= len(text) else None
