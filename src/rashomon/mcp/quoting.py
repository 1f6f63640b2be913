"""Words of a report for an assistant: verbatim, with what stands around them, where they are from, and their place."""

from dataclasses import dataclass
from typing import Any

from rashomon.model.selector import Selector
from rashomon.model.span import Evidence
from rashomon.store.store import Store
from rashomon.stream.quoting import quote


@dataclass(frozen=True)  # the protocol's library takes slots for defaults
class QuotedWords:
    """`evidence` holds the very words and their place, in code points of the report's text; `before` and `after` are
    what stands around them there. `gone` where the report, as it was last read, has them no more: they are of
    `version`, fetched at `fetched`. `target` is W3C's selector of the place.
    """

    evidence: Evidence
    before: str
    after: str
    citation: str
    story: str | None
    version: int
    versions: int
    fetched: str
    gone: bool
    target: dict[str, Any]


def quote_words(store: Store, asked: Selector, around: int) -> QuotedWords:
    """The words that a selector tells, with up to `around` code points before and after them.

    Raises NoSuchArticle, and NoSuchWords where no version of the report has them.
    """
    found = quote(store, asked)
    text, evidence = found.version.article.text, found.evidence
    return QuotedWords(
        evidence=evidence,
        before=text[max(0, evidence.start - around) : evidence.start],
        after=text[evidence.end : evidence.end + around],
        citation=found.citation,
        story=store.story_of(asked.article),
        version=found.version.number,
        versions=found.latest.number,
        fetched=found.version.fetched,
        gone=found.gone,
        target=found.target,
    )
