"""The place where the reports of a story part most: what a list shows of it, in the words of the reports."""

import json
from dataclasses import asdict, dataclass

from rashomon.model.comparison import Difference
from rashomon.model.kept import StoryFigures
from rashomon.render.edition import HARD
from rashomon.serialize import differences_from_json
from rashomon.web.house import House

_VALUES = 4  # shown of one difference; the others are counted
_LONGEST = 60  # signs of a value; longer ones are statements, which a list has no room for


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


def find_parting(house: House, figures: StoryFigures) -> Parting | None:
    """The difference of numbers, else of another kind, that most reports take part in; None where there is none with
    short values.
    """
    key = ("parting", figures.story, figures.digest, figures.when)
    kept = json.loads(house.pages.get(key, lambda: json.dumps(_look_up(house, figures)).encode()))
    return Parting(**{**kept, "values": tuple(kept["values"])}) if kept else None


def choose(differences: tuple[Difference, ...]) -> Parting | None:
    """The one of these to be shown; of several that as many reports take part in, the first."""
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


def _look_up(house: House, figures: StoryFigures) -> dict[str, object] | None:
    comparison = house.store.comparison(figures.story, figures.digest)
    found = choose(differences_from_json(comparison)) if comparison else None
    return asdict(found) if found else None
