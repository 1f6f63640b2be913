"""Words of a report, found again by W3C selectors, so that a place that was noted once survives small edits."""

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Body, Query
from pydantic import Field

from rashomon.errors import NoSuchArticle
from rashomon.model.selector import Selector
from rashomon.model.span import Evidence
from rashomon.store.store import Store
from rashomon.stream.quoting import Quoted, quote
from rashomon.web.api.asked import MISSING, Housed
from rashomon.web.api.names import CLOSED

router = APIRouter(tags=["evidence"])


@dataclass(frozen=True, slots=True)
class TextQuoteSelector:
    """W3C Web Annotation: the very words, and what stands before and after them."""

    __pydantic_config__ = CLOSED
    type: Literal["TextQuoteSelector"]
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class TextPositionSelector:
    """W3C Web Annotation: a place in the text, half-open, in code points."""

    __pydantic_config__ = CLOSED
    type: Literal["TextPositionSelector"]
    start: int
    end: int


AnySelector = Annotated[TextQuoteSelector | TextPositionSelector, Field(discriminator="type")]


@dataclass(frozen=True, slots=True)
class Target:
    """The target of a W3C Web Annotation: `source` is the id of the article, or the address that it is kept with."""

    __pydantic_config__ = CLOSED
    source: str
    selector: tuple[AnySelector, ...]
    type: Literal["SpecificResource"] = "SpecificResource"


@dataclass(frozen=True, slots=True)
class Found:
    """Words as they stand: `version` is the latest of the article's versions that has them.

    `gone` where a later version, up to `latest`, has them no more. `target` selects them as they stand in `version`.
    """

    evidence: Evidence
    version: int
    latest: int
    fetched: str
    gone: bool
    story: str | None
    citation: str
    target: Target


@router.get("/evidence", operation_id="get_evidence", summary="Where words of a report stand", responses=MISSING)
def get_evidence(
    house: Housed,
    article: str,
    exact: Annotated[str, Query(description="The very words; none where the place alone is known.")] = "",
    start: Annotated[int, Query(ge=0)] = 0,
    end: Annotated[int, Query(ge=0)] = 0,
    prefix: Annotated[str, Query(description="What stands before them.")] = "",
    suffix: Annotated[str, Query(description="What stands after them.")] = "",
) -> Found:
    """In the latest version that has them: in their own place, else where what stands around them is most alike."""
    return _find(house, Selector(article, start, end, exact, prefix, suffix))


@router.post(
    "/evidence", operation_id="find_evidence", summary="The same for the target of an annotation", responses=MISSING
)
def find_evidence(house: Housed, target: Annotated[Target, Body()]) -> Found:
    """Takes a `TextQuoteSelector`, a `TextPositionSelector`, or both, as this API and assistants are told them."""
    quoted = next((one for one in target.selector if isinstance(one, TextQuoteSelector)), None)
    placed = next((one for one in target.selector if isinstance(one, TextPositionSelector)), None)
    words = (quoted.exact, quoted.prefix, quoted.suffix) if quoted else ("", "", "")
    place = (placed.start, placed.end) if placed else (0, 0)
    return _find(house, Selector(_article_of(house.store, target.source), *place, *words))


def _article_of(store: Store, source: str) -> str:
    """The id of the article that a target is of: its source itself, else that of the article last kept from there."""
    try:
        return store.article(source).id
    except NoSuchArticle:
        return store.known([source]).get(source, source)


def _find(house: Housed, selector: Selector) -> Found:
    return _shown(quote(house.store, selector), house.store.story_of(selector.article))


def _shown(found: Quoted, story: str | None) -> Found:
    place = found.selector
    selectors = (
        TextPositionSelector("TextPositionSelector", place.start, place.end),
        TextQuoteSelector("TextQuoteSelector", place.exact, place.prefix, place.suffix),
    )
    return Found(
        evidence=found.evidence,
        version=found.version.number,
        latest=found.latest.number,
        fetched=found.version.fetched,
        gone=found.gone,
        story=story,
        citation=found.citation,
        target=Target(place.article, selectors),
    )
