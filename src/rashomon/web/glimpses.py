"""What a list shows of a story's comparison: its origins, drawn, and the words in which its reports part most."""

import json
from dataclasses import asdict, dataclass

from rashomon.model.comparison import Difference
from rashomon.model.kept import StoryFigures
from rashomon.render.edition import HARD, make_edition
from rashomon.render.page.timeline import event_date
from rashomon.serialize import differences_from_json, origins_from_json
from rashomon.web.house import House
from rashomon.web.shown import read_kept

_VALUES = 4  # shown of one difference; the others are counted
_LONGEST = 60  # signs of a value; longer ones are statements, which a list has no room for

_BOX, _SHARED, _GAP, _HIGH = 9, 7, 4, 10  # pixels: a lone box, one joined to the next, between origins, of height
_WIDEST = 150  # pixels; strips of many reports are drawn narrower


@dataclass(frozen=True, slots=True)
class Parting:
    """A difference in which not all values can stand: what it is about, and its values as the reports have them.

    `more` are values that are not shown; `item` is its id in the comparison.
    """

    item: str
    relation: str
    about: str
    values: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Glimpse:
    """How many reports each origin has, in the order of the comparison; and where they part, if they do."""

    origins: tuple[int, ...]
    parting: Parting | None

    @property
    def strip(self) -> tuple[int, str]:
        """A box a report, those of one origin joined, as on the story's own page: its width in pixels, and the path."""
        boxes = _SHARED * sum(self.origins) + (_BOX - _SHARED) * len(self.origins)
        scale = min(1.0, (_WIDEST - _GAP * (len(self.origins) - 1)) / max(boxes, 1))
        if scale <= 0:  # so many that no gap could be seen
            return _WIDEST, f"M0 0h{_WIDEST}v{_HIGH}h-{_WIDEST}z"
        path, x = "", 0.0
        for size in self.origins:
            width = scale * (_SHARED * size + _BOX - _SHARED)
            path += f"M{x:.4g} 0h{width:.4g}v{_HIGH}h-{width:.4g}z"
            x += width + _GAP
        return round(x - _GAP), path


def find_glimpse(house: House, figures: StoryFigures) -> Glimpse:
    """What there is to be shown of the comparison that these figures are of; looked up once."""
    key = ("glimpse", figures.story, figures.digest, figures.when)
    kept = json.loads(house.pages.get(key, lambda: json.dumps(asdict(_look_up(house, figures))).encode()))
    parting = kept["parting"]
    return Glimpse(
        tuple(kept["origins"]), Parting(**{**parting, "values": tuple(parting["values"])}) if parting else None
    )


def find_day(house: House, figures: StoryFigures) -> str:
    """The day that most of the story's origins tell of, as its own page names it; "" where none is. Looked up once."""
    key = ("day", figures.story, figures.digest, figures.when)
    return house.pages.get(key, lambda: _day_of(house, figures).encode()).decode()


def choose(differences: tuple[Difference, ...]) -> Parting | None:
    """The difference of numbers, else of another kind, that most reports take part in, the first of several; None
    where there is none with two short values.
    """
    fit = [one for one in differences if one.relation in HARD and len(_values(one)) > 1]
    if not fit:
        return None
    chosen = max(fit, key=lambda one: (one.kind == "number", len(_reports(one))))
    shown = _values(chosen)[:_VALUES]
    return Parting(chosen.id, chosen.relation, chosen.about, shown, len(chosen.values) - len(shown))


def _values(difference: Difference) -> tuple[str, ...]:
    """The words of the values that are short enough."""
    return tuple(one.value for one in difference.values if len(one.value) <= _LONGEST)


def _reports(difference: Difference) -> set[str]:
    return {place.article for value in difference.values for place in value.evidence}


def _day_of(house: House, figures: StoryFigures) -> str:
    kept = house.store.comparison(figures.story, figures.digest)
    found = event_date(make_edition(read_kept(kept))) if kept else None
    return found[0] if found else ""


def _look_up(house: House, figures: StoryFigures) -> Glimpse:
    comparison = house.store.comparison(figures.story, figures.digest)
    if comparison is None:  # a newer one took its place since the list was read
        return Glimpse((), None)
    sizes = tuple(len(origin.articles) for origin in origins_from_json(comparison))
    parts = any(number for relation, number in figures.parts if relation in HARD)
    return Glimpse(sizes, choose(differences_from_json(comparison)) if parts else None)
