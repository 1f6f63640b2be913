"""The stories of the day: by day, and within a day by how many independent accounts there are."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import groupby, islice
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from rashomon.model.kept import ListedStory
from rashomon.render.dates import show_date, weekday
from rashomon.store.store import Store
from rashomon.stream.living import stories_with
from rashomon.text.asked import read_day
from rashomon.version import VERSION
from rashomon.web.addresses import page_at
from rashomon.web.house import House, the_house
from rashomon.web.sending.answers import answer_kept
from rashomon.web.sending.packing import QUICKLY
from rashomon.web.story_line import draw_line, put_news
from rashomon.web.templating import fill
from rashomon.web.turning import Turning
from rashomon.web.visits import Visit, remember_list, seen_by

router = APIRouter()
_FOUND = 120  # reports looked through for stories that have the words; more would cost time


@dataclass(frozen=True, slots=True)
class Day:
    """The stories whose latest report of those asked for is of one day; those that one report tells stand apart."""

    day: str
    name: str
    several: tuple[ListedStory, ...]
    alone: tuple[ListedStory, ...]


@dataclass(frozen=True, slots=True)
class _Reader:
    """What this browser has seen: each story, and when the list before this."""

    visits: dict[str, Visit]
    before: str | None

    def news(self, listed: ListedStory) -> str:
        """What is new of a story: reports since it was read, or all of it since the list was."""
        visit, figures = self.visits.get(listed.record.id), listed.figures
        if visit is not None:
            as_read = listed.fresh and figures is not None and figures.digest == visit.digest
            return "" if as_read else "new since you read it"
        return "new since your last visit" if self.before and listed.record.opened > self.before else ""


@router.get("/")
@router.get("/stories", include_in_schema=False)
def stories(
    request: Request,
    house: House = Depends(the_house),
    day: Annotated[str | None, Query(description="Only stories with a report of that day.")] = None,
    words: Annotated[str | None, Query(max_length=400)] = None,
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
) -> Response:
    """The stories, the latest first; of one day, or with all the words, where these are given."""
    mark = house.store.mark()
    asked = read_day("day", day)
    words = words.strip() if words else None
    listed, turning = _listed(house, mark, asked, words, page)
    seen = Response()
    reader = _Reader(seen_by(request), remember_list(request, seen, house.clock(), house.limits))
    days = _by_day(listed, asked)
    news = tuple(reader.news(one) for day in days for one in (*day.several, *day.alone))
    key = ("stories", request.url.path, mark, asked, words, page)
    context = {
        "days": days,
        "line": partial(draw_line, house),
        "turning": turning,
        "asked": asked,
        "words": words,
        "mark": mark,
        "may_write": not house.rules.read_only,
        "this": page_at("/", day=asked, words=words, page=page if page > 1 else None),
        "empty": not listed and asked is None and not words and page == 1,
    }

    def make() -> str:
        return put_news(_for_all(request, house, key, context), news)

    shown = answer_kept(request, house, (*key, news), make, QUICKLY)
    shown.headers["set-cookie"] = seen.headers["set-cookie"]
    return shown


def _for_all(request: Request, house: House, key: tuple[Hashable, ...], context: dict[str, object]) -> str:
    """The page as it is for all readers, with gaps for what is new to one."""
    return house.pages.get((VERSION, *key), lambda: fill(request, "stories.html.j2", **context).encode()).decode()


def _listed(
    house: House, mark: str, asked: date | None, words: str | None, page: int
) -> tuple[tuple[ListedStory, ...], Turning]:
    """The stories to show as they stand under that mark."""
    store, most = house.store, house.limits.stories_shown

    def look_up() -> tuple[tuple[ListedStory, ...], Turning]:
        return (_with_words(store, words, most), Turning()) if words else _of_page(store, asked, page, most)

    return house.lists.get((mark, asked, words, page), look_up)


def _of_page(store: Store, asked: date | None, page: int, most: int) -> tuple[tuple[ListedStory, ...], Turning]:
    since, until = (asked.isoformat(), _following(asked)) if asked else (None, None)
    listed = store.listed_stories(since, until, most + 1, (page - 1) * most)
    turning = Turning(
        earlier=_day_before(store, asked) if asked else None,
        later=_day_after(store, asked) if asked else None,
        following=page_at("/", day=since, page=page + 1) if len(listed) > most else None,
        preceding=page_at("/", day=since, page=page - 1 if page > 2 else None) if page > 1 else None,
    )
    return listed[:most], turning


def _day_before(store: Store, asked: date) -> str | None:
    """The page of the latest day before that has a report."""
    before = store.listed_stories(until=asked.isoformat(), limit=1)
    days = [moment[:10] for one in before for moment in one.moments if moment < asked.isoformat()]
    return page_at("/", day=max(days)) if days else None


def _day_after(store: Store, asked: date) -> str | None:
    """The page of the next day, where there is a report of that or a later one."""
    after = _following(asked)
    return page_at("/", day=after) if after and store.listed_stories(since=after, limit=1) else None


def _following(day: date) -> str | None:
    """The day after; None after the last one that there is."""
    return (day + timedelta(days=1)).isoformat() if day < date.max else None


def _with_words(store: Store, words: str, most: int) -> tuple[ListedStory, ...]:
    """The stories of which a report has all the words, the latest first."""
    found = islice(stories_with(store, words, _FOUND), most)
    return tuple(sorted(found, key=lambda one: one.record.last_published, reverse=True))


def _by_day(listed: tuple[ListedStory, ...], asked: date | None) -> list[Day]:
    days = []
    for day, some in groupby(listed, key=lambda one: asked.isoformat() if asked else one.record.last_published[:10]):
        told = tuple(some)
        several = tuple(one for one in told if one.record.articles > 1)
        alone = tuple(one for one in told if one.record.articles == 1)
        days.append(Day(day, f"{weekday(day)}, {show_date(day)}", several, alone))
    return days
