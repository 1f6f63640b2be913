"""A comparison put into a store as if it had been made there: its reports kept and placed, itself kept."""

from dataclasses import replace

from rashomon.model.article import Article
from rashomon.model.comparison import Comparison
from rashomon.model.story import Membership, StoryChange
from rashomon.serialize import comparison_to_json
from rashomon.store.store import Store

WHEN = "2025-03-06T09:00:00Z"


def keep_story(store: Store, comparison: Comparison, when: str = WHEN) -> str:
    """The id of the story, whose page can be read from now on without anything being compared."""
    story = comparison.story.id
    articles = [
        Article(one.id, one.text, one.outlet, one.url, one.headline, one.byline, one.published, one.modified)
        for one in comparison.articles
    ]
    store.keep_all(articles, "tests", when)
    known = {one.article for one in store.memberships()}
    opened = StoryChange(story, "opened", None, tuple(one.id for one in articles), when, "rashomon", "first report")
    fresh = [one for one in articles if one.id not in known]
    with store.transaction():
        store.place(
            [Membership(one.id, story, 1.0, "the same ferry") for one in fresh], () if known else (opened,), when=when
        )
    keep_comparison(store, comparison, when)
    return story


def keep_comparison(store: Store, comparison: Comparison, when: str = WHEN) -> None:
    """The comparison is that of the story's reports as they stand."""
    story = comparison.story.id
    kept = replace(comparison, new_since=None, narrowed=None)
    store.save_comparison(story, store.story_digest(story), comparison_to_json(kept), when)
