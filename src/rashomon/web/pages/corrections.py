"""What readers correct: one button each, kept with who and when, listed, and undone."""

from collections.abc import Sequence
from contextlib import suppress
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Path, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from rashomon.errors import BadOption, NoSuchStory
from rashomon.model.comparison import Comparison
from rashomon.model.selector import Selector
from rashomon.model.span import Evidence, Span
from rashomon.model.story import READING_KINDS, Correction, KeptCorrection
from rashomon.store.store import Store
from rashomon.stream.correcting import correct_story, merge_stories, move_article, split_story, undo
from rashomon.stream.living import living_story
from rashomon.text.selecting import select
from rashomon.web.addresses import evidence_at, story_at
from rashomon.web.api.paging import FARTHEST
from rashomon.web.door.readers import reader_of, remember_reader
from rashomon.web.house import House, the_house
from rashomon.web.items import find_place, find_places
from rashomon.web.shown import kept_comparison, the_standing
from rashomon.web.templating import show
from rashomon.web.turns import in_turn

router = APIRouter(dependencies=[Depends(in_turn)])
MOST_PLACES = 40  # that stand for a claim or a person in one correction; more make it no clearer
PER_PAGE = 100

Texts = Annotated[list[str] | None, Form()]
Text = Annotated[str, Form()]


@router.get("/corrections")
def list_corrections(
    request: Request, page: Annotated[int, Query(ge=1, le=1_000_000)] = 1, house: House = Depends(the_house)
) -> HTMLResponse:
    """All corrections, the latest first, undone ones too."""
    kept = house.store.kept_corrections()[::-1]
    start = max(0, page - 1) * PER_PAGE
    shown = kept[start : start + PER_PAGE]
    return show(
        request,
        "corrections.html.j2",
        corrections=[(one, _links(one.correction)) for one in shown],
        names=_names(house.store, shown),
        number=len(kept),
        page=max(1, page),
        more=len(kept) > start + PER_PAGE,
        reader=reader_of(request),
        may_write=not house.rules.read_only,
    )


@router.post("/corrections/name")
def sign(request: Request, name: Text = "") -> Response:
    """The reader's corrections are kept under this name from now on."""
    answer = RedirectResponse("/corrections", HTTPStatus.SEE_OTHER)
    remember_reader(request, answer, name)
    return answer


@router.post("/corrections/{number}/undo")
def undo_one(
    number: Annotated[int, Path(ge=1, le=FARTHEST)], request: Request, house: House = Depends(the_house)
) -> Response:
    """The correction holds no more; it stays on record as undone."""
    _undo(house, number, reader_of(request))
    return RedirectResponse(f"/corrections#k-{number}", HTTPStatus.SEE_OTHER)


@router.post("/stories/{id}/corrections")
def correct(
    id: str,
    request: Request,
    kind: Text,
    item: Text = "",
    place: Texts = None,
    other: Text = "",
    article: Texts = None,
    digest: Text = "",
    number: Annotated[int, Form(le=FARTHEST)] = 0,
    house: House = Depends(the_house),
) -> Response:
    """One correction of a story, or of words in its reports; leads back to where the button was."""
    by, story = reader_of(request), living_story(house.store, id).id
    said = next((one for one in READING_KINDS if one == kind), None)
    if kind == "undo":
        _undo(house, number, by)
    elif kind in ("split", "merge", "move"):
        story = _regroup(house, kind, story, article or (), other.strip(), by)
        item = ""
    elif said is not None:
        comparison = kept_comparison(house.store, story, digest or the_standing(house.store, story).digest)
        places = [select_in(comparison, one) for one in choose_places(comparison, said, item, place or (), other)]
        correct_story(house.store, said, story, places, house.clock(), by)
    else:
        raise BadOption(f"{kind!r} is no correction; give undo, split, merge, move or {', '.join(READING_KINDS)}")
    house.jobs.compare(story)
    return RedirectResponse(story_at(story, item), HTTPStatus.SEE_OTHER)


def choose_places(
    comparison: Comparison, kind: str, item: str, places: Sequence[str], other: str
) -> tuple[Evidence, ...]:
    """The words that a correction is about, in the order it wants them.

    Parting takes one place off an item, the others stand for what stays; joining puts two items together by the words
    each begins with; boilerplate is of the places themselves. Raises BadOption where something is missing.
    """
    given = tuple(find_place(one, comparison) for one in places)
    if kind.startswith("other_") and len(given) == 1:
        rest = tuple(one for one in find_places(comparison, item).places if one != given[0])
        return (*given, *rest[:MOST_PLACES])
    if kind.startswith("same_") and not given:
        wanted = other.strip()
        wanted = f"{item[:1]}-{wanted}" if wanted.isdecimal() else wanted
        if not wanted or wanted == item:
            raise BadOption("choose a second one that is the same")
        return tuple(find_places(comparison, one).places[0] for one in (item, wanted))
    return given


def select_in(comparison: Comparison, one: Evidence) -> Selector:
    """The selector of words of one of the comparison's reports, as they stood when it was made."""
    text = next(witness.text for witness in comparison.articles if witness.id == one.article)
    return select(one.article, text, Span(one.start, one.end))


def _regroup(house: House, kind: str, story: str, articles: Sequence[str], other: str, by: str) -> str:
    """The story to show next."""
    when = house.clock()
    if kind == "split":
        if not articles:
            raise BadOption("choose the reports that make a story of their own")
        return split_story(house.store, story, articles, when, by)
    if not other:
        raise BadOption("choose the other story")
    if kind == "merge":
        merge_stories(house.store, story, other, when, by)
        return story
    if not articles:
        raise BadOption("choose the reports that belong to the other story")
    into = living_story(house.store, other).id
    with house.store.transaction():
        for article in articles:
            move_article(house.store, article, into, when, by)
    return into


def _undo(house: House, number: int, by: str) -> None:
    undone = undo(house.store, number, house.clock(), by)
    for story in filter(None, (undone.correction.story, undone.correction.other)):
        record = house.store.story(story)
        if record.articles:
            house.jobs.compare(record.id)


def _names(store: Store, kept: Sequence[KeptCorrection]) -> dict[str, str]:
    """What each story that was corrected is called, else its id; one may be known here no more."""
    ids = dict.fromkeys(id for one in kept for id in (one.correction.story, one.correction.other) if id)
    names = {}
    for id in ids:
        with suppress(NoSuchStory):
            now = store.story(id)
            names[id] = now.name if now.id == id else f"story {id}, in “{now.name}” now"
    return names


def _links(correction: Correction) -> tuple[tuple[Selector, str], ...]:
    """The words of a correction, each with the address that finds them again."""
    return tuple((one, evidence_at(one)) for one in correction.places)
