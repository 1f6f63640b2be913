"""Readers' corrections: listed, made, undone. Each is kept with who and when, and honoured by every later run."""

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Body, Depends, Path, Request, Response
from pydantic import Field

from rashomon.errors import BadOption
from rashomon.model.selector import Selector
from rashomon.model.story import KeptCorrection
from rashomon.store.store import Store
from rashomon.stream.correcting import (
    Undone,
    correct_story,
    merge_stories,
    move_article,
    pin_articles,
    split_story,
    undo,
)
from rashomon.stream.labelling import Labelled, label_story
from rashomon.stream.living import living_story
from rashomon.stream.quoting import quote
from rashomon.web.api.asked import MISSING, AskedStory, Housed, the_comparison
from rashomon.web.api.names import CLOSED
from rashomon.web.api.paging import FARTHEST, Paged, Portion
from rashomon.web.door.credentials import clean_name
from rashomon.web.door.readers import reader_of
from rashomon.web.shown import read_kept
from rashomon.web.turns import in_turn

router = APIRouter(tags=["corrections"], dependencies=[Depends(in_turn)])
MOST_ARTICLES = 500  # of one correction; nobody else can write meanwhile
MOST_PLACES = 100  # of one correction; more make it no clearer
Number = Annotated[int, Path(ge=1, le=FARTHEST, description="The number under which it is kept.")]


Kind = Literal[  # all of CorrectionKind in one list, so that what is none of them is told in one line
    "split",
    "merge",
    "move",
    "pin",
    "same_claim",
    "other_claim",
    "same_person",
    "other_person",
    "boilerplate",
    "not_boilerplate",
]


@dataclass(frozen=True, slots=True)
class Words:
    """A place of a report: `start` and `end` where the words stand in its latest version, or `exact` with what stands
    around them, or all of it.
    """

    __pydantic_config__ = CLOSED
    article: str
    start: int = 0
    end: int = 0
    exact: str = ""
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be corrected.

    split: `articles` are a story of their own; merge: `other` is part of this story; move: `articles` belong to
    `other`; pin: `articles` stay here. other_claim: the first of `places` does not make the claim of the rest;
    same_claim: all make one; other_person: the first does not name the person of the rest; same_person: all name one;
    boilerplate, not_boilerplate: each is no part of the report, or is. `by` is who says so; by default the name given
    with the password.
    """

    __pydantic_config__ = CLOSED
    kind: Kind
    other: str | None = None
    articles: Annotated[tuple[str, ...], Field(max_length=MOST_ARTICLES)] = ()
    places: Annotated[tuple[Words, ...], Field(max_length=MOST_PLACES)] = ()
    by: str | None = None


@router.get("/corrections", operation_id="list_corrections", summary="All corrections, undone ones too")
def list_corrections(house: Housed, paging: Paged) -> Portion[KeptCorrection]:
    """The newest last."""
    return paging.within(house.store.kept_corrections())


@router.get("/corrections/{number}", operation_id="get_correction", summary="One correction", responses=MISSING)
def get_correction(house: Housed, number: Number) -> KeptCorrection:
    """`undone` is when it was undone, null where it holds."""
    return house.store.kept_correction(number)


@router.delete("/corrections/{number}", operation_id="undo_correction", summary="Undo a correction", responses=MISSING)
def undo_correction(request: Request, house: Housed, number: Number) -> Undone:
    """It stays on record as undone. Articles go back where they came from; those put elsewhere since stay, as told."""
    return undo(house.store, number, house.clock(), reader_of(request))


@router.get(
    "/stories/{story}/corrections",
    operation_id="list_corrections_of_story",
    summary="Those of one story",
    responses=MISSING,
)
def list_story_corrections(house: Housed, record: AskedStory, paging: Paged) -> Portion[KeptCorrection]:
    """The newest last, undone ones too."""
    return paging.within(house.store.kept_corrections(record.id))


@router.get(
    "/stories/{story}/labels",
    operation_id="get_labels",
    summary="The story as labelled data, as readers corrected it",
    responses=MISSING,
)
def get_labels(response: Response, house: Housed, record: AskedStory) -> Labelled:
    """The lines of `articles.jsonl` and the `gold.json` that `rashomon export --labels` writes. `Rashomon-Fresh` says
    whether they heed every correction (`yes`) or a newer comparison is to come (`no`).
    """
    standing = the_comparison(house, record.id)
    response.headers["rashomon-fresh"] = "yes" if standing.fresh else "no"
    return label_story(record.id, read_kept(standing.comparison))


@router.post(
    "/stories/{story}/corrections",
    operation_id="correct_story",
    summary="Correct the machine",
    status_code=201,
    responses=MISSING,
)
def correct(
    request: Request, response: Response, house: Housed, record: AskedStory, wanted: Annotated[Wanted, Body()]
) -> KeptCorrection:
    """Kept with who and when; the story is compared anew soon. `DELETE` of what `Location` names undoes it."""
    by = clean_name(wanted.by or "") or reader_of(request)
    with house.store.transaction():
        number = _carry_out(house.store, record.id, wanted, house.clock(), by)
        kept = house.store.kept_correction(number)
    house.jobs.compare(record.id)
    response.headers["location"] = f"{request.scope['root_path']}/corrections/{kept.number}"
    return kept


def _carry_out(store: Store, story: str, wanted: Wanted, when: str, by: str) -> int:
    """What is wanted is done, and on record under this number."""
    match wanted.kind:
        case "split":
            _split(store, story, wanted, when, by)
        case "merge":
            _merge(store, story, wanted, when, by)
        case "move":
            _move(store, story, wanted, when, by)
        case "pin":
            _pin(store, story, wanted, when, by)
        case kind:
            return correct_story(store, kind, story, [_place(store, one) for one in wanted.places], when, by)
    return max(
        one.number
        for one in store.kept_corrections(story)
        if (one.correction.kind, one.correction.when, one.correction.by) == (wanted.kind, when, by)
        and set(one.correction.articles) == set(wanted.articles)
    )


def _split(store: Store, story: str, wanted: Wanted, when: str, by: str) -> None:
    if not wanted.articles:
        raise BadOption("split needs articles; name those that are a story of their own")
    split_story(store, story, wanted.articles, when, by)


def _merge(store: Store, story: str, wanted: Wanted, when: str, by: str) -> None:
    if wanted.other is None:
        raise BadOption("merge needs other; give the id of the story that is part of this one")
    merge_stories(store, story, living_story(store, wanted.other).id, when, by)


def _move(store: Store, story: str, wanted: Wanted, when: str, by: str) -> None:
    if wanted.other is None or len(wanted.articles) != 1:
        raise BadOption("move needs one article, and other, the id of the story it belongs to")
    if store.story_of(wanted.articles[0]) != story:
        raise BadOption(f"{wanted.articles[0]} is not in story {story}; move it from the story it is in")
    move_article(store, wanted.articles[0], living_story(store, wanted.other).id, when, by)


def _pin(store: Store, story: str, wanted: Wanted, when: str, by: str) -> None:
    for article in wanted.articles:
        if store.story_of(article) != story:
            raise BadOption(f"{article} is not in story {story}; pin it where it is")
    if not wanted.articles:
        raise BadOption("pin needs articles; name those that stay in this story")
    pin_articles(store, wanted.articles, when, by)


def _place(store: Store, words: Words) -> Selector:
    """The words where they stand now."""
    asked = Selector(words.article, words.start, words.end, words.exact, words.prefix, words.suffix)
    found = quote(store, asked)
    if found.gone:
        raise BadOption(f"{words.article} has the words “{words.exact}” no more; give words of its latest version")
    return found.selector
