"""Search for an assistant: reports, claims and quotations by their words."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.kept import Finding, Match, Title, Within
from rashomon.model.span import Evidence
from rashomon.store.store import Store

Kind = Literal["articles", "claims", "quotations"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A report, claim or quotation that has the words; `evidence` shows them, null where only a headline has them.

    `title` stands for a headline that the report has not. `item` is the claim's or quotation's id in the comparison of
    `story`; `origins` are those behind it.
    """

    article: str
    outlet: str | None
    headline: str | None
    title: Title | None
    published: str | None
    story: str | None
    evidence: Evidence | None
    item: str | None = None
    speaker: str | None = None
    origins: int | None = None


@dataclass(frozen=True)  # the protocol's library takes slots for defaults
class Found:
    """`next_offset` is where to go on, null at the end."""

    hits: tuple[Hit, ...]
    next_offset: int | None


def search_store(store: Store, words: str, kind: Kind, within: Within, limit: int, offset: int) -> Found:
    """What has all the words, the newest first. Raises BadOption where there is no word."""
    hits = _hits(store, words, kind, within, limit + 1, offset)
    return Found(hits[:limit], offset + limit if len(hits) > limit else None)


def _hits(store: Store, words: str, kind: Kind, within: Within, limit: int, offset: int) -> tuple[Hit, ...]:
    if kind == "articles":
        return tuple(map(_of_article, store.search(words, limit, offset, within)))
    found = store.find_findings(words, "claim" if kind == "claims" else "quotation", limit, offset, within)
    return tuple(map(_of_finding, found))


def _of_article(match: Match) -> Hit:
    return Hit(
        article=match.article,
        outlet=match.outlet,
        headline=match.headline,
        title=match.title,
        published=match.published,
        story=match.story,
        evidence=match.evidence,
    )


def _of_finding(found: Finding) -> Hit:
    return Hit(
        article=found.article,
        outlet=found.outlet,
        headline=found.headline,
        title=found.title,
        published=found.published,
        story=found.story,
        evidence=found.evidence,
        item=found.item,
        speaker=found.speaker,
        origins=found.origins,
    )
