"""Searching: what is found, and by which words it is shown; both databases find the same."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from factories import TEXTS, make_article
from rashomon.errors import BadOption
from rashomon.model.article import Article
from rashomon.model.story import Membership

NOON = "2025-03-04T12:00:00+00:00"


@pytest.fixture
def ferry(store):
    """The three reports of the ferry."""
    days = {"gull": "2025-03-04", "tern": "2025-03-06", "skua": "2025-03-05"}
    store.keep_all([make_article(id, headline=f"Ferry: {id}", published=days[id]) for id in TEXTS], "feed", NOON)
    return store


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("ferry", ["tern", "skua", "gull"]),  # the newest first
        ("FERRIES", ["tern", "skua", "gull"]),
        ("lights bang", ["tern", "gull"]),
        ("lights captain", ["tern"]),
        ('"lights went"', ["tern", "gull"]),
        ('"lights went off"', ["tern"]),
        ("“lights went off”", ["tern"]),
        ('"went lights"', []),
        ("Oduj*", ["skua"]),
        ('"mira odu*"', ["tern", "skua", "gull"]),
        ("Oduya 14", ["tern"]),
        ("halven, (4 March)", ["tern"]),
        ("ferry submarine", []),
        ("ferry: skua", ["skua"]),  # in the headline
        ('"tern HALVEN"', []),  # headline and text are apart
        ("AND", ["tern", "skua", "gull"]),
        ('"unbalanced', []),
        ("mira' & !'oduya | (", ["tern", "gull"]),
    ],
)
def test_words_are_found(ferry, asked, found):
    assert [match.article for match in ferry.search(asked)] == found


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("The café in Łódź", "CAFE lodz"),
        ("Zelensky’s plane", "zelensky"),
        ("Zelensky’s plane", "Zelensky's"),
        ("the U.S. envoy", '"U.S. envoy"'),
        ("1,100 km of road", "1,100"),
        ("e\u0301lite", "élite"),
        ("東京で火事", "火事"),
        ("Straße", "strasse"),
        ("COVID-19 cases", '"covid 19 case"'),
        ("½ of them ⑴", "⑴"),
        ("a_b", "b"),
        ("🌊 wave", "🌊 wave"),
    ],
)
def test_one_word_written_two_ways_is_found(store, text, asked):
    store.keep(make_article("a", text), "feed", NOON)
    (match,) = store.search(asked)
    assert match.evidence is not None and match.words


def test_results_go_on_from_page_to_page(ferry):
    assert [match.article for match in ferry.search("ferry", limit=2)] == ["tern", "skua"]
    assert [match.article for match in ferry.search("ferry", limit=2, offset=2)] == ["gull"]


def test_a_match_shows_the_very_words(ferry):
    (match,) = ferry.search("captain police")
    assert match.evidence is not None
    assert match.evidence.text == "The captain was questioned by police."
    assert TEXTS["tern"][match.evidence.start : match.evidence.end] == match.evidence.text
    assert [word.of(TEXTS["tern"]) for word in match.words] == ["captain", "police"]
    assert (match.headline, match.published, match.story) == ("Ferry: tern", "2025-03-06", None)


def test_the_stretch_shown_is_the_one_with_most_of_the_words(store):
    text = "A ferry sailed. " + "Nothing happened at all. " * 30 + "Then the ferry hit the harbour wall."
    store.keep(make_article("a", text), "feed", NOON)
    (match,) = store.search("ferry harbour")
    assert match.evidence is not None and "ferry hit the harbour" in match.evidence.text
    assert len(match.evidence.text) <= 240


def test_a_match_in_the_headline_alone_shows_no_stretch(store):
    store.keep(make_article("a", "Nine people were hurt.", headline="Ferry aground"), "feed", NOON)
    (match,) = store.search("ferry")
    assert match.evidence is None and match.words == ()


def test_a_match_names_its_story(ferry):
    ferry.place([Membership("skua", "ferry", 1.0, "")], when=NOON)
    assert [match.story for match in ferry.search("oduja")] == ["ferry"]


def test_only_the_latest_version_is_found(ferry):
    ferry.keep(make_article("skua", "It was a trawler."), "feed", NOON)
    assert [match.article for match in ferry.search("trawler")] == ["skua"]
    assert ferry.search("oduja") == ()
    ferry.keep(make_article("skua"), "feed", NOON)
    assert ferry.search("trawler") == ()
    assert [match.article for match in ferry.search("oduja")] == ["skua"]


@pytest.mark.parametrize("asked", ["", "  ", '""', "— … *", "word " * 101 + " ".join(map(str, range(101)))])
def test_a_question_without_words_or_with_too_many_is_refused(store, asked):
    with pytest.raises(BadOption, match="word"):
        store.search(asked)


def test_an_enormous_text_is_kept_and_found_by_its_beginning(store):
    store.keep(make_article("long", " ".join(f"w{number}" for number in range(120_000))), "feed", NOON)
    store.keep(make_article("run", "x" * 2_000_000), "feed", NOON)
    store.keep(make_article("wide", " ".join("\U00020000" * 90 + str(n) for n in range(20_000))), "feed", NOON)
    assert [match.article for match in store.search('"w700 w701"')] == ["long"]
    assert [match.article for match in store.search("xxxx*")] == ["run"]


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.text(min_size=1), some.text())
def test_any_text_is_found_by_its_own_words_and_any_question_is_answered(store, text, asked):
    store.keep(Article("any", text), "feed", NOON)
    for question in (text, asked, f'"{asked}"', f"{asked}*"):
        try:
            found = store.search(question)
        except BadOption:
            continue
        for match in found:
            if match.evidence is not None:
                assert text[match.evidence.start : match.evidence.end] == match.evidence.text
                assert all(match.evidence.span.holds(word) for word in match.words)
        if question is text and '"' not in text and "*" not in text:
            assert found


def test_headlines_of_later_versions_are_found(store):
    article = make_article("a", headline="Ferry aground")
    store.keep(article, "feed", NOON)
    store.keep(replace(article, headline="Twelve hurt"), "feed", NOON)
    assert store.search('"ferry aground"') == () and len(store.search("twelve")) == 1
