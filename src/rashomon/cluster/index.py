"""Articles placed one by one, as they come, in the stories of a window of time."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from rashomon.cluster.likeness import Numbers
from rashomon.cluster.mending import Move, mend
from rashomon.cluster.reasons import BY_READER, EMPTY, FIRST, MOST_WORDS, NOTHING_NEW, nearer, shares
from rashomon.cluster.roster import Roster
from rashomon.cluster.signature import Signature
from rashomon.cluster.ties import Ties
from rashomon.cluster.window import View, Window
from rashomon.model.story import ChangeKind, Correction, Membership, StoryChange
from rashomon.settings import GroupingSettings

WE = "rashomon"


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an article was put, first, then the articles that its coming moved; and what that did to stories.

    `when` of the changes is left empty: the caller knows the time.
    """

    memberships: tuple[Membership, ...]
    changes: tuple[StoryChange, ...]

    @property
    def story(self) -> str:
        """The story of the article that was placed."""
        return self.memberships[0].story


class StoryIndex:
    """The stories of a window, held in memory; the same articles in the same order make the same stories."""

    def __init__(self, settings: GroupingSettings, corrections: Iterable[Correction] = ()) -> None:
        self._settings = settings
        self._ties = Ties(corrections)
        self._window = Window(settings)
        self._roster = Roster()
        self._grouped_at = 0  # articles in the window when all were grouped anew

    def __len__(self) -> int:
        return self._window.rows

    def __contains__(self, article: str) -> bool:
        return self._roster.row(article) is not None

    def story_of(self, article: str) -> str | None:
        """The story an article is in now; None where it is not in the window."""
        row = self._roster.row(article)
        return None if row is None else self._roster.ids[self._roster.story[row]]

    def load(self, kept: Iterable[tuple[Signature, str]]) -> None:
        """Takes in articles whose story is known, in the order in which they came."""
        self._window.add_all(self._entered(kept))
        self._grouped_at = self._window.rows

    def _entered(self, kept: Iterable[tuple[Signature, str]]) -> Iterator[Signature]:
        for signature, story in kept:
            if signature.article not in self:
                name = self._ties.held(signature.article) or self._ties.name(story)
                self._roster.enter(signature.article, self._roster.number(name))
                yield signature

    def place(self, signature: Signature) -> Placement:
        """The story of an article: one of the window or a new one. An article placed before stays where it is."""
        story = self.story_of(signature.article)
        if story is not None:
            return Placement((Membership(signature.article, story, 1.0, NOTHING_NEW),), ())
        row = self._window.add(signature)
        held = self._ties.held(signature.article)
        if held is not None:
            number = self._roster.number(held)
            self._roster.enter(signature.article, number)
            return self._told(row, signature, [], BY_READER, len(self._roster.members[number]) == 1)
        view = self._window.view(row)
        near = self._near(view) if len(signature.terms) else []
        best, doubtful = self._choose(view, signature.article, near)
        number = self._roster.open_for(signature.article) if best is None else best
        self._roster.enter(signature.article, number)
        moves = self._mended(doubtful and [number, *near])
        opened = best is None and self._roster.story[row] == number
        if best is None and not opened:
            self._roster.drop(number)  # its name was never told
        return self._told(row, signature, moves, None if len(signature.terms) else EMPTY, opened)

    def _near(self, view: View) -> list[int]:
        """The stories of the articles most alike, best first."""
        found = self._window.find(view.row)
        alike = view.likeness(found)
        best: dict[int, None] = {}
        for n in np.argsort(-alike, kind="stable"):
            if alike[n] < self._settings.worth_a_look or len(best) == self._settings.near_stories:
                break
            best.setdefault(self._roster.story[int(found[n])])
        return list(best)

    def _choose(self, view: View, article: str, near: Sequence[int]) -> tuple[int | None, bool]:
        """The story an article fits best if it fits any, and whether what lies around must be looked at again."""
        barred = self._ties.barred(article)
        allowed = [number for number in near if self._roster.ids[number] not in barred]
        fits = self._fits(view, allowed)
        best = max(allowed, key=lambda number: fits[number][0], default=None)
        if best is None:
            return None, False
        mean, least = fits[best]
        if mean < self._settings.same_story:
            return None, mean > self._settings.same_story - self._settings.clear
        rivals = max((fits[number][0] for number in allowed if number != best), default=0.0)
        return best, least < self._settings.at_ease or rivals > mean - self._settings.clear

    def _fits(self, view: View, stories: Sequence[int]) -> dict[int, tuple[float, float]]:
        """For each story the mean likeness of its articles to one, and the least."""
        standing = [self._standing(number) for number in stories]
        if not standing:
            return {}
        alike = view.likeness(np.concatenate(standing))
        ends = np.cumsum([len(rows) for rows in standing])
        parts = np.split(alike, ends[:-1])
        return {number: (float(part.mean()), float(part.min())) for number, part in zip(stories, parts, strict=True)}

    def _standing(self, number: int) -> Numbers:
        return np.array(self._roster.standing_for(number, self._settings.members), np.int64)

    def _mended(self, around: Sequence[int] | bool) -> list[Move]:
        """What moved: everything is grouped anew while the window is small and words are still being weighed."""
        rows = self._window.rows
        if rows <= self._settings.small_window and rows >= self._grouped_at * self._settings.growth:
            self._grouped_at = rows
            return self.regroup()
        if not around:
            return []
        numbers = sorted(set(around))  # type: ignore[arg-type]
        return mend(self._roster, self._window, self._ties, numbers, self._settings, self._settings.members)

    def regroup(self) -> list[Move]:
        """Groups every article of the window as if all had come at once."""
        every = range(len(self._roster.ids))
        return mend(self._roster, self._window, self._ties, every, self._settings, self._window.rows)

    def _told(
        self, row: int, signature: Signature, moves: Sequence[Move], reason: str | None, opened: bool
    ) -> Placement:
        """The placement of a new article, with what moved besides it."""
        own = self.membership(row, signature, reason)
        opened = opened or any(move.opened and move.rows == (row,) for move in moves)
        kind: ChangeKind = "opened" if opened else "grew"
        changes = [StoryChange(own.story, kind, None, (own.article,), "", WE, own.reason)]
        others = []
        for move in moves:
            rows = [moved for moved in move.rows if moved != row]
            if rows:
                others += [self._moved(moved) for moved in rows]
                changes.append(self._change(move, rows))
        return Placement((own, *others), tuple(changes))

    def _change(self, move: Move, rows: Sequence[int]) -> StoryChange:
        old, new = self._roster.ids[move.old], self._roster.ids[move.new]
        articles = tuple(self._roster.articles[row] for row in rows)
        reason = nearer(len(self._roster.members[move.new]) - 1, self._mean(rows[0]))
        if move.opened:
            return StoryChange(new, "split", old, articles, "", WE, reason)
        if not self._roster.members[move.old]:
            return StoryChange(old, "merged", new, articles, "", WE, reason)
        return StoryChange(old, "moved", new, articles, "", WE, reason)

    def membership(self, row: int, signature: Signature, reason: str | None = None) -> Membership:
        """Why a row is in the story it is in, told with the words of its article."""
        others = self._others(row)
        story = self._roster.ids[self._roster.story[row]]
        if reason is not None or not len(others):
            return Membership(signature.article, story, 1.0, reason or FIRST)
        view = self._window.view(row)
        mean = float(view.likeness(others).mean())
        places, having = view.shared(others, MOST_WORDS)
        if not places:
            return Membership(signature.article, story, self._score(mean), nearer(len(others), mean))
        more = len(others) + 1 < len(self._roster.members[self._roster.story[row]])
        words = [signature.words[n] for n in places]
        return Membership(signature.article, story, self._score(mean), shares(words, having, more, mean))

    def why(self, signature: Signature, reason: str | None = None) -> Membership:
        """The membership of an article of the window, told with its words. Raises KeyError where it is not there."""
        row = self._roster.row(signature.article)
        if row is None:
            raise KeyError(signature.article)
        return self.membership(row, signature, reason)

    def _moved(self, row: int) -> Membership:
        number = self._roster.story[row]
        others = len(self._roster.members[number]) - 1
        mean = self._mean(row)
        score = self._score(mean) if others else 1.0
        return Membership(self._roster.articles[row], self._roster.ids[number], score, nearer(others, mean))

    def _others(self, row: int) -> Numbers:
        rows = self._standing(self._roster.story[row])
        others: Numbers = rows[rows != row]
        return others

    def _mean(self, row: int) -> float:
        others = self._others(row)
        return float(self._window.view(row).likeness(others).mean()) if len(others) else 0.0

    def _score(self, likeness: float) -> float:
        """How surely an article of this mean likeness is of the story, 0..1; a half at the least that is joined."""
        return round(1 / (1 + math.exp((self._settings.same_story - likeness) / self._settings.slope)), 3)
