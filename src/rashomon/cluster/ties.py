"""What readers decided: which article is held in which story, and from which it is barred, whatever it is like."""

from collections.abc import Iterable

from rashomon.cluster.naming import story_id
from rashomon.model.story import Correction


class Ties:
    """The corrections, the latest of an article holding."""

    def __init__(self, corrections: Iterable[Correction] = ()) -> None:
        self._held: dict[str, str] = {}
        self._barred: dict[str, set[str]] = {}
        self._into: dict[str, str] = {}
        self._joined: set[str] = set()
        for correction in corrections:
            self.add(correction)

    def add(self, correction: Correction) -> None:
        """One more decision, later than those before; one about words holds no article anywhere."""
        if not correction.groups:
            return
        if correction.kind == "merge":
            if correction.other is not None and self.name(correction.other) != self.name(correction.story):
                self._into[self.name(correction.other)] = self.name(correction.story)
                self._joined.add(self.name(correction.story))
            return
        story = home_of(correction)
        for article in correction.articles:
            self._held[article] = story
            barred = self._barred.setdefault(article, set())
            if correction.kind != "pin":
                barred.add(correction.story)
            barred.discard(story)

    def name(self, story: str) -> str:
        """The story that a story was merged into by a reader, or itself."""
        while story in self._into:
            story = self._into[story]
        return story

    def held(self, article: str) -> str | None:
        """The story an article was put in by a reader."""
        story = self._held.get(article)
        return None if story is None else self.name(story)

    def barred(self, article: str) -> frozenset[str]:
        """The stories that an article was taken out of by a reader."""
        held = self.held(article)
        return frozenset(name for name in map(self.name, self._barred.get(article, ())) if name != held)

    def is_whole(self, story: str) -> bool:
        """True for a story that a reader made of two: it is never taken apart."""
        return story in self._joined and story not in self._into


def home_of(correction: Correction) -> str:
    """The story that the articles of a correction are in by it; a split without a name is named after its first."""
    if correction.kind == "pin":
        return correction.story
    if correction.other is not None:
        return correction.other
    return story_id(min(correction.articles, default=correction.story), {correction.story})
