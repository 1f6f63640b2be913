"""What is kept stays: an article once, each changed page a version of its own."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from factories import make_article
from rashomon.errors import NoSuchArticle
from rashomon.model.article import Article
from rashomon.model.kept import Kept

NOON, EVENING = "2025-03-04T12:00:00+00:00", "2025-03-04T18:00:00+00:00"
FEED = "https://gull.example/feed"
FERRY = Article(
    "gull.example/ferry",
    "A ferry ran aground off Port Halven.\n\nNine people were hurt.",
    outlet="The Gull",
    url="https://gull.example/ferry",
    headline="Ferry aground",
    byline="Ana Pryce",
    published="2025-03-04T11:30:00+01:00",
    modified="2025-03-04T11:45:00+01:00",
    language="en",
)
LATER = replace(FERRY, text=FERRY.text.replace("Nine", "Twelve"))


def test_an_article_comes_back_as_it_was_given(store):
    assert store.keep(FERRY, FEED, NOON) == Kept(FERRY.id, "new", 1)
    assert store.article(FERRY.id) == FERRY
    (version,) = store.versions(FERRY.id)
    assert (version.article, version.number, version.source, version.fetched) == (FERRY, 1, FEED, NOON)


def test_the_same_article_again_is_the_same(store):
    store.keep(FERRY, FEED, NOON)
    assert store.keep(FERRY, FEED, EVENING) == Kept(FERRY.id, "same", 1)
    assert len(store.versions(FERRY.id)) == 1


def test_a_page_only_stamped_anew_is_the_same(store):
    store.keep(FERRY, FEED, NOON)
    assert store.keep(replace(FERRY, modified=EVENING), FEED, EVENING).outcome == "same"


@pytest.mark.parametrize(
    "changed", [LATER, replace(FERRY, headline="Twelve hurt"), replace(FERRY, byline=None)], ids=["text", "head", "by"]
)
def test_a_changed_page_is_a_new_version(store, changed):
    store.keep(FERRY, FEED, NOON)
    assert store.keep(changed, FEED, EVENING) == Kept(FERRY.id, "changed", 2)
    assert [one.article for one in store.versions(FERRY.id)] == [FERRY, changed]
    assert store.article(FERRY.id) == changed


def test_a_page_changed_back_is_a_third_version(store):
    for article in (FERRY, LATER, FERRY):
        store.keep(article, FEED, NOON)
    assert [one.article for one in store.versions(FERRY.id)] == [FERRY, LATER, FERRY]


def test_one_batch_may_hold_several_versions_of_one_article(store):
    kept = store.keep_all([FERRY, make_article("tern"), LATER, LATER], FEED, NOON)
    assert [(one.outcome, one.version) for one in kept] == [("new", 1), ("new", 1), ("changed", 2), ("same", 2)]
    assert [one.article for one in store.versions(FERRY.id)] == [FERRY, LATER]


def test_a_large_batch_of_changed_pages_is_kept(store):
    first = [make_article(f"a-{number}", f"Report {number}.") for number in range(1200)]
    second = [replace(one, text=one.text + " Corrected.") for one in first]
    store.keep_all(first, FEED, NOON)
    assert {one.outcome for one in store.keep_all(second, FEED, EVENING)} == {"changed"}
    assert list(store.articles()) == second
    assert len(store.search("corrected", limit=2000)) == 1200


def test_articles_are_read_in_the_order_kept(store):
    given_ones = [make_article(f"a-{number}", f"Report {number}.") for number in range(450)]
    store.keep_all(given_ones, FEED, NOON)
    assert list(store.articles()) == given_ones


def test_articles_are_found_by_outlet_and_moment(store):
    store.keep_all([FERRY, make_article("tern", published="2025-03-06"), make_article("skua")], FEED, NOON)
    assert [one.id for one in store.articles(outlet="The Gull")] == [FERRY.id]
    assert [one.id for one in store.articles(since="2025-03-05")] == ["tern"]
    assert [one.id for one in store.articles(since="2025-03-04T11:00:00+00:00")] == ["tern", "skua"]


def test_addresses_that_are_kept_are_known(store):
    store.keep(FERRY, FEED, NOON)
    assert store.known([FERRY.url, "https://gull.example/other"]) == {FERRY.url: FERRY.id}


def test_an_article_that_was_never_kept_is_an_error(store):
    for ask in (store.article, store.versions):
        with pytest.raises(NoSuchArticle, match="no article 'gone' in the store"):
            ask("gone")


def test_an_id_may_be_longer_than_an_index_takes(store):
    ids = ["x" * 10_000 + ending for ending in "ab"]
    store.keep_all([make_article(id) for id in ids], FEED, NOON)
    assert [one.id for one in store.articles()] == ids


@pytest.mark.parametrize("text", ["NUL \0 inside", "\ue000 and \ue0000000", "lone \ud800 surrogate", "🌊 اخبار"])
def test_text_that_a_database_refuses_comes_back_unchanged(store, text):
    article = Article(f"id-{text}", text, headline=text, outlet=text, url=f"https://x.example/{text}")
    store.keep(article, text, NOON)
    assert store.article(article.id) == article
    assert store.versions(article.id)[0].source == text


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.lists(some.builds(Article, some.text(), some.text(), headline=some.none() | some.text()), max_size=5))
def test_any_text_is_kept_and_read(store, articles):
    store.keep_all(articles, FEED, NOON)
    for id in {one.id for one in articles}:
        assert store.article(id) == [one for one in articles if one.id == id][-1]
