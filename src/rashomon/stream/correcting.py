"""What a reader decides about stories and the words in them: recorded, carried out, and honoured by every later run."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.cluster.naming import story_id
from rashomon.cluster.reasons import BY_READER
from rashomon.cluster.ties import Ties, home_of
from rashomon.errors import BadOption, NoSuchStory
from rashomon.model.selector import Selector
from rashomon.model.story import READING_KINDS, ChangeKind, Correction, Membership, ReadingKind, StoryChange
from rashomon.store.store import Store
from rashomon.stream.living import living_story
from rashomon.text.selecting import find_selected, select

_OF_ONE_PLACE = ("boilerplate", "not_boilerplate")


@dataclass(frozen=True, slots=True)
class Undone:
    """Which articles went back, and which did not because they were put elsewhere since, each with where it stays."""

    correction: Correction
    back: tuple[str, ...] = ()
    stayed: tuple[tuple[str, str], ...] = ()


def split_story(store: Store, story: str, articles: Sequence[str], when: str, by: str) -> str:
    """The articles are a story of their own, whose id is given back. Raises BadOption where they cannot be that."""
    with store.transaction():
        for article in articles:
            _check_in(store, article, story)
        if len(set(articles)) == store.story(story).articles:
            raise BadOption(f"these are all the articles of {story}; name only those that make another story")
        new = story_id(articles[0], _Taken(store))
        store.correct(Correction("split", story, new, tuple(articles), when, by))
        _put(store, "split", new, story, articles, new, when, by)
    return new


def merge_stories(store: Store, story: str, other: str, when: str, by: str) -> None:
    """The articles of `other` are in `story`; the id of `other` leads there from now on.

    Raises NoSuchStory where either is not one living story, and BadOption where they are the same one.
    """
    story, other = living_story(store, story).id, living_story(store, other).id
    if story == other:
        raise BadOption(f"{story} is one story already; name two")
    with store.transaction():
        articles = [one.article for one in store.memberships(other)]
        store.correct(Correction("merge", story, other, (), when, by))
        _put(store, "merged", other, story, articles, story, when, by)


def move_article(store: Store, article: str, story: str, when: str, by: str) -> None:
    """The article is in `story`. Raises NoSuchStory where that is not one living story."""
    story = living_story(store, story).id
    with store.transaction():
        before = _story_of(store, article)
        if before == story:
            raise BadOption(f"{article} is in story {story} already; `rashomon story pin {article}` keeps it there")
        store.correct(Correction("move", before, story, (article,), when, by))
        _put(store, "moved", before, story, [article], story, when, by)


def pin_articles(store: Store, articles: Sequence[str], when: str, by: str) -> None:
    """The articles stay in the stories they are in."""
    with store.transaction():
        held: dict[str, list[str]] = {}
        for article in articles:
            held.setdefault(_story_of(store, article), []).append(article)
        for story, some in held.items():
            store.correct(Correction("pin", story, None, tuple(some), when, by))
            change = StoryChange(story, "pinned", None, tuple(some), when, by, "a reader keeps it here")
            store.place((), (change,), when=when)


def correct_story(store: Store, kind: ReadingKind, story: str, places: Sequence[Selector], when: str, by: str) -> int:
    """The number of what was decided about words of a living story's reports; its comparisons heed it from now on.

    Raises BadOption where a place is not in the story, or too few are given.
    """
    if kind not in READING_KINDS:
        raise BadOption(f"{kind!r} is no correction of words; give one of {', '.join(READING_KINDS)}")
    with store.transaction():
        kept = tuple(dict.fromkeys(_found(store, story, place) for place in places))
        if len(kept) < (1 if kind in _OF_ONE_PLACE else 2):
            needed = "a place" if kind in _OF_ONE_PLACE else "two places or more, of words that are not the same"
            raise BadOption(f"{kind} needs {needed}; give them as ARTICLE:START-END")
        articles = tuple(dict.fromkeys(place.article for place in kept))
        return store.correct(Correction(kind, story, None, articles, when, by, kept))


def _found(store: Store, story: str, place: Selector) -> Selector:
    """The selector of the words where they stand now."""
    _check_in(store, place.article, story)
    text = store.article(place.article).text
    span = find_selected(text, place)
    if span is None:
        raise BadOption(f"{place.article}: its text has no such words, “{place.exact}”; give words as they stand there")
    return select(place.article, text, span)


def undo(store: Store, number: int, when: str, by: str) -> Undone:
    """What became of the articles of a correction that holds no more.

    Raises NoSuchCorrection, and BadOption where it was undone before.
    """
    with store.transaction():
        kept = store.kept_correction(number)
        if kept.undone is not None:
            raise BadOption(f"correction {number} was undone on {kept.undone[:10]} by {kept.undone_by} already")
        store.end_correction(number, when, by)
        correction = kept.correction
        if not correction.groups:
            return Undone(correction)
        if correction.kind == "pin":
            change = StoryChange(
                correction.story, "unpinned", None, correction.articles, when, by, _taken_back(correction)
            )
            store.place((), (change,), when=when)
            return Undone(correction)
        return _put_back(store, correction, when, by)


def _put_back(store: Store, correction: Correction, when: str, by: str) -> Undone:
    """Each article that is still where the correction put it is in the story that it came from, or where another
    correction holds it.
    """
    ties = Ties(store.grouping_corrections())
    before, into = _way(correction)
    back: dict[str, list[str]] = {}
    stayed = []
    for article in _moved(store, correction):
        now = store.story_of(article)
        target = ties.held(article) or ties.name(before)
        if now == ties.name(into) and now != target:
            back.setdefault(target, []).append(article)
        elif now is not None:
            stayed.append((article, now))
    for target, articles in back.items():
        change = _put_change(store, correction, ties.name(into), target, articles, when, by)
        store.place([Membership(article, target, 1.0, BY_READER) for article in articles], (change,), when=when)
    return Undone(correction, tuple(article for some in back.values() for article in some), tuple(stayed))


def _way(correction: Correction) -> tuple[str, str]:
    """The story that its articles were in before, and that which it put them into."""
    if correction.kind == "merge":
        return correction.other or correction.story, correction.story
    return correction.story, home_of(correction)


def _moved(store: Store, correction: Correction) -> tuple[str, ...]:
    """The articles that a correction put elsewhere; of a merge the history of the story knows them."""
    if correction.kind != "merge":
        return correction.articles
    merged = (
        one.articles
        for one in store.history(correction.story)
        if (one.kind, one.story, one.when) == ("merged", correction.other, correction.when)
    )
    return next(merged, ())


def _put_change(
    store: Store, undone: Correction, source: str, target: str, articles: Sequence[str], when: str, by: str
) -> StoryChange:
    """What it does to two stories that articles go back from one to the other; told before they do."""
    reason = _taken_back(undone)
    if len(articles) == sum(1 for _ in store.memberships(source)):
        return StoryChange(source, "merged", target, tuple(articles), when, by, reason)
    if next(store.memberships(target), None) is None:
        return StoryChange(target, "split", source, tuple(articles), when, by, reason)
    return StoryChange(source, "moved", target, tuple(articles), when, by, reason)


def _taken_back(undone: Correction) -> str:
    return f"the {undone.kind} of {undone.when[:10]} was undone"


def _put(
    store: Store,
    kind: ChangeKind,
    story: str,
    other: str,
    articles: Sequence[str],
    into: str,
    when: str,
    by: str,
) -> None:
    change = StoryChange(story, kind, other, tuple(articles), when, by, "a reader decided so")
    store.place([Membership(article, into, 1.0, BY_READER) for article in articles], (change,), when=when)


def _story_of(store: Store, article: str) -> str:
    """The story of an article. Raises NoSuchArticle where it is not kept, BadOption where it is not placed yet."""
    story = store.story_of(article)
    if story is None:
        store.article(article)
        raise BadOption(f"{article} is in no story yet; `rashomon stories` puts it into one")
    return story


def _check_in(store: Store, article: str, story: str) -> None:
    held = _story_of(store, article)
    if held != story:
        raise BadOption(f"{article} is in story {held}, not in {story}; `rashomon show {story}` lists its articles")


class _Taken:
    """The ids that some story has or had."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __contains__(self, id: object) -> bool:
        try:
            self._store.story(str(id))
        except NoSuchStory:
            return False
        return True
