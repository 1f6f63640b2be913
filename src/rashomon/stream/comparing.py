"""A story of the store, compared; and what is new in it since an earlier comparison, or since a moment."""

import dataclasses
import json

from rashomon import version
from rashomon.compare.news.since import find_new_since
from rashomon.errors import BadOption
from rashomon.model.article import Article
from rashomon.model.comparison import Comparison
from rashomon.model.news import NewSince
from rashomon.model.story import Correction
from rashomon.pipeline import compare_articles
from rashomon.serialize import comparison_from_json, comparison_to_json
from rashomon.settings import Settings
from rashomon.store.shelving import read_kept
from rashomon.store.store import Store

_DAY = len("2025-11-27")


def compare_story(store: Store, story: str, when: str, settings: Settings) -> Comparison:
    """The comparison of a living story's articles, as readers corrected it.

    It is made and kept where the store has none of these very versions under the same corrections.
    """
    digest = store.story_digest(story)
    kept = read_kept(store.comparison(story, digest))
    if kept is not None and _made_alike(kept, settings):
        store.shelve_comparison(story, digest)  # after a report came and went, lists show what was made of others
        return kept
    digest, articles, corrections = _as_it_stands(store, story)
    comparison = compare_articles(articles, settings=settings, corrections=corrections)
    store.save_comparison(story, digest, comparison_to_json(comparison), when)
    return comparison


def _as_it_stands(store: Store, story: str) -> tuple[str, tuple[Article, ...], tuple[Correction, ...]]:
    """The digest of a story with the very reports and corrections that it stands for, whatever is written meanwhile."""
    while True:
        digest = store.story_digest(story)
        articles, corrections = tuple(store.articles(story=story)), store.readings_corrected(story)
        if store.story_digest(story) == digest:
            return digest, articles, corrections


def _made_alike(comparison: Comparison, settings: Settings) -> bool:
    """True where the comparison would be made the same now."""
    wanted = json.dumps(dataclasses.asdict(settings), sort_keys=True)
    made_by = comparison.made_by
    return made_by.version == version.VERSION and json.dumps(made_by.settings, sort_keys=True) == wanted


def new_since_last(store: Store, story: str, now: Comparison, settings: Settings) -> NewSince | None:
    """What is new since the last comparison of other versions; None where there is none."""
    versions, before = _versions(store.story_digest(story)), None
    while (found := store.last_comparison(story, before)) is not None:
        digest, before, comparison = found
        if _versions(digest) != versions:
            return find_new_since(comparison_from_json(comparison), now, before, settings.news)
    return None


def _versions(digest: str) -> str:
    """The part of a story's digest that tells its versions; a correction is no news of the reports."""
    return digest.partition("-")[0]


def new_since_moment(store: Store, story: str, now: Comparison, moment: str, settings: Settings) -> NewSince:
    """What is new since a day (its beginning) or a time: against the versions of the reports fetched before.

    Raises BadOption where none was.
    """
    then = [old for article in store.articles(story=story) if (old := _as_of(store, article.id, moment))]
    if not then:
        raise BadOption(f"no report of story {story} was kept before {moment}; give a later date")
    before = compare_articles(then, settings=settings, corrections=store.readings_corrected(story))
    return find_new_since(before, now, moment, settings.news)


def _as_of(store: Store, article: str, moment: str) -> Article | None:
    """The last version of an article that was fetched before a moment."""
    versions = [one for one in store.versions(article) if one.fetched[: max(len(moment), _DAY)] < moment]
    return versions[-1].article if versions else None
