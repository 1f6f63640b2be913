"""A story as a list shows it: drawn once as it stands, for all readers, with a gap for what is new of it to one."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from rashomon.model.kept import ListedStory
from rashomon.render.edition import HARD, PLURAL, RELATIONS, SIGNS
from rashomon.web.addresses import story_at
from rashomon.web.coming import draw_coming
from rashomon.web.glimpses import find_day, find_glimpse
from rashomon.web.house import House
from rashomon.web.templating import draw

_GAP = "<!--news-->"  # no text of a report can hold it: what is printed there is escaped


@dataclass(frozen=True, slots=True)
class Part:
    """How many places of one relation there are in which the reports of a story part."""

    relation: str
    sign: str
    count: int
    words: str


def draw_line(house: House, listed: ListedStory, day: str) -> Markup:
    """The story in the list of a day ("2025-11-27"), with the gap; drawn anew only where it changed."""
    drawn = house.pages.get(("line", day, listed), lambda: _draw(house, listed, day).encode())
    return Markup(drawn.decode())


def put_news(drawn: str, news: Iterable[str]) -> str:
    """The list with what is new put in, a text for each of its stories as they stand; "" where nothing is."""
    gaps = drawn.split(_GAP)
    told = (f' <em class="new">{escape(one)}</em>' if one else "" for one in news)
    return "".join(piece for both in zip(gaps, (*told, ""), strict=True) for piece in both)


def _draw(house: House, listed: ListedStory, day: str) -> str:
    figures = listed.figures
    return draw(
        "stories_line.html.j2",
        listed=listed,
        address=story_at(listed.record.id),
        coming=draw_coming(listed.moments, day, listed.undated, listed.record.articles),
        parts=None if figures is None else _parts(dict(figures.parts)),
        glimpse=find_glimpse(house, figures) if figures and listed.record.articles > 1 else None,
        told=find_day(house, figures) if figures and listed.undated else "",
        signs=SIGNS,
        news=Markup(_GAP),
    )


def _parts(counted: dict[str, int]) -> tuple[Part, ...]:
    """The relations that there are, those that cannot stand side by side first."""
    return tuple(
        Part(relation, SIGNS[relation], number, relation if number == 1 and relation in HARD else PLURAL[relation])
        for relation in RELATIONS
        if (number := counted.get(relation, 0))
    )
