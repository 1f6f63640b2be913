"""Strips: one box a report, boxes of one origin touching, so that twelve copies look like one thing."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from rashomon.render.edition import Edition, count

OPEN, SAYS, OTHERWISE = 0, 1, 2
BOX, GAP = 9.0, 4.0  # px, in a strip of few reports
WIDEST = 150.0  # px; strips of many reports are drawn finer to fit
MOST_SPOKEN = 12  # reports named one by one to who cannot see the strip


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
    def width(self) -> float:
        """The width of every strip of this page, in px."""
        boxes, gaps = len(self.edition.witnesses), len(self.edition.origins) - 1
        return min(WIDEST, boxes * BOX + gaps * GAP + 1)

    def symbols(self) -> list[tuple[str, list[tuple[int, str]]]]:
        """Each symbol with its paths: the state of the boxes and how they are drawn."""
        return [(name, self._paths(state)) for state, name in self._symbols.items()]

    def _paths(self, state: tuple[int, ...]) -> list[tuple[int, str]]:
        edition = self.edition
        scale = self.width / (len(state) * BOX + (len(edition.origins) - 1) * GAP + 1)
        box, gap = BOX * scale, GAP * scale
        drawn = {OPEN: "", SAYS: "", OTHERWISE: ""}
        x, number = 0.75, 0
        for origin in edition.origins:
            for _ in origin.articles:
                w = max(0.4, box - (1.0 if scale == 1 else 0.2))
                drawn[state[number]] += f"M{_short(x)} 1h{_short(w)}v12h-{_short(w)}z"
                if state[number] == OTHERWISE:
                    drawn[OTHERWISE] += f"M{_short(x)} 13l{_short(w)} -12"
                x, number = x + (w if len(origin.articles) > 1 and scale == 1 else box), number + 1
            x += gap + (1.0 if len(origin.articles) > 1 and scale == 1 else 0)
        return [(kind, path) for kind, path in drawn.items() if path]

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
