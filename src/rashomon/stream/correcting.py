"""What a reader decides about stories: recorded, carried out at once, and honoured whenever grouping runs again."""

from collections.abc import Sequence

from rashomon.cluster.naming import story_id
from rashomon.cluster.reasons import BY_READER
from rashomon.errors import BadOption, NoSuchStory
from rashomon.model.story import ChangeKind, Correction, Membership, StoryChange
from rashomon.store.store import Store


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
    """The articles of `other` are in `story`; the id of `other` leads there from now on."""
    if story == other:
        raise BadOption(f"{story} is one story already; name two")
    with store.transaction():
        articles = [one.article for one in store.memberships(other)]
        store.correct(Correction("merge", story, other, (), when, by))
        _put(store, "merged", other, story, articles, story, when, by)


def move_article(store: Store, article: str, story: str, when: str, by: str) -> None:
    """The article is in `story`."""
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
