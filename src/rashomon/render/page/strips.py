"""Strips: one box a report, boxes of one origin touching, so that twelve copies look like one thing."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from rashomon.render.edition import Edition, count

OPEN, SAYS, OTHERWISE = 0, 1, 2
BOX, SHARED, GAP = 9, 7, 4  # units: a box with its rules, one that shares a rule with the next, between origins
WIDEST = 150.0  # px; strips of many reports are drawn narrower to fit
MOST_SPOKEN = 12  # reports named one by one to who cannot see the strip
BASE = "p"  # the symbol of all boxes, open; every other is drawn over it


@dataclass(frozen=True, slots=True)
class Strip:
    """A drawn strip: the symbol that holds it, and what it says in words."""

    symbol: str
    label: str


@dataclass(slots=True)
class Strips:
    """All strips of a page; each pattern is drawn once."""

    edition: Edition
    _symbols: dict[tuple[int, ...], str] = field(default_factory=dict)

    def draw(self, says: Iterable[str], otherwise: Iterable[str] = ()) -> Strip:
        """The strip of the reports that say a thing, and of those that say otherwise."""
        said, struck = set(says), set(otherwise)
        state = tuple(
            OTHERWISE if one.id in struck else SAYS if one.id in said else OPEN for one in self.edition.witnesses
        )
        symbol = self._symbols.setdefault(state, f"p{len(self._symbols)}")
        return Strip(symbol, self._label(said, struck))

    def all_reports(self) -> Strip:
        """The strip with every box filled."""
        return self.draw(one.id for one in self.edition.witnesses)

    @property
    def units(self) -> int:
        """The width of every strip in its own units."""
        boxes = sum(SHARED * len(origin.articles) + BOX - SHARED for origin in self.edition.origins)
        return max(BOX, boxes + GAP * (len(self.edition.origins) - 1))

    @property
    def width(self) -> float:
        """The width of every strip of this page, in px."""
        return min(WIDEST, float(self.units))

    def symbols(self) -> list[tuple[str, list[tuple[int, str]]]]:
        """Each symbol with its paths: the state of the boxes and how they are drawn; the first is under all others."""
        base = (BASE, [(OPEN, "".join(f"M{x}.75 1h7.5v12h-7.5z" for x in self._places()))])
        return [base, *((name, self._paths(state)) for state, name in self._symbols.items())]

    def _paths(self, state: tuple[int, ...]) -> list[tuple[int, str]]:
        """Boxes that say it as one thick line from box to box of an origin; each that says otherwise struck."""
        places, first = self._places(), self._firsts()
        filled, struck, ends = "", "", -1
        for number, (x, kind) in enumerate(zip(places, state, strict=True)):
            if kind == SAYS and (number in first or state[number - 1] != SAYS):
                ends = number + 1
                while ends < len(state) and ends not in first and state[ends] == SAYS:
                    ends += 1
                filled += f"M{x} 7h{places[ends - 1] - x + BOX}"
            elif kind == OTHERWISE:
                struck += f"M{x}.75 1h7.5v12h-7.5zl7.5 12"
        return [(kind, path) for kind, path in ((SAYS, filled), (OTHERWISE, struck)) if path]

    def _places(self) -> list[int]:
        """Where each box begins."""
        places, x = [], 0
        for origin in self.edition.origins:
            places += [x + SHARED * number for number in range(len(origin.articles))]
            x = places[-1] + BOX + GAP
        return places

    def _firsts(self) -> set[int]:
        """The boxes that begin an origin."""
        return {self.edition.place[origin.articles[0]] for origin in self.edition.origins}

    def _label(self, said: set[str], struck: set[str]) -> str:
        edition, heard = self.edition, said | struck
        if len(edition.witnesses) > MOST_SPOKEN:
            label = f"{len(heard)} of {count(len(edition.witnesses), 'report')}"
        elif edition.copied:
            label = ", ".join(self._of_origin(number, heard) for number in range(len(edition.origins)))
        else:
            label = self._named(said - struck) or "none"
        return label + (f"; otherwise {self._named(struck)}" if struck else "")

    def _named(self, articles: Iterable[str]) -> str:
        return ", ".join(self.edition.label(one) for one in self.edition.in_order(articles)[:MOST_SPOKEN])

    def _of_origin(self, number: int, heard: set[str]) -> str:
        articles = self.edition.origins[number].articles
        some = sum(article in heard for article in articles)
        return f"{self.edition.origin_label(number)} {f'{some} of {len(articles)}' if some else 'none'}"


def _short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
