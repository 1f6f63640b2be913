"""Claims and quotations: which are found, by which of their places they are shown; both databases find the same."""

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from tests.store.conftest import EVENING, FERRY, NOON, place, save

from factories import TEXTS, credited, find, make_article, make_claim, make_comparison, make_empty, make_witness
from rashomon.errors import BadOption
from rashomon.model.comparison import QuotedSpeaker, Utterance, Variant
from rashomon.model.span import Evidence


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("aground", ["c-2"]),
        ("HURT", ["c-1"]),
        ('"14 people"', ["c-1"]),
        ("twelve 14", []),  # no report has both
        ("captain polic*", ["c-3"]),
        ("bang", ["q-1"]),
        ("went out", ["q-1"]),
        ("went all", ["q-1"]),
        ('"out we"', []),
        ("oduya bang", ["q-1"]),  # who says it, and what
        ("passenger lights", ["q-1"]),  # in the words by which a report says who it is
        ('"passenger we"', []),  # no phrase reaches from the speaker into the words
        ("newsletter", []),  # left out as furniture
    ],
)
def test_words_are_found_in_claims_and_quotations(ferry, asked, found):
    assert [one.item for one in ferry.find_findings(asked)] == found
    assert ferry.count_findings(asked) == len(found)


def test_only_one_kind_is_found_where_that_is_asked(ferry):
    assert [one.item for one in ferry.find_findings("a")] == ["c-2", "q-1"]
    assert [one.item for one in ferry.find_findings("a", kind="claim")] == ["c-2"]
    assert [one.item for one in ferry.find_findings("a", kind="quotation")] == ["q-1"]
    assert ferry.count_findings("a", kind="claim") == 1


def test_a_finding_is_shown_by_the_place_that_has_the_words(ferry):
    (one,) = ferry.find_findings("14 hurt")
    assert (one.kind, one.story, one.item) == ("claim", "ferry", "c-1")
    assert (one.article, one.outlet, one.published, one.headline) == ("tern", "Tern", "2025-03-05", "14 hurt")
    assert one.evidence == find("tern", "14 people were hurt")
    assert [word.of(TEXTS["tern"]) for word in one.words] == ["14", "hurt"]
    assert [place.article for place in one.also] == ["gull", "skua"]
    assert one.also[0].evidence == find("gull", "Twelve people were hurt")
    assert (one.outlets, one.origins) == (3, 2)


def test_a_quotation_names_its_speaker_and_counts_origins(ferry):
    (one,) = ferry.find_findings("lights")
    assert (one.speaker, one.key, one.article) == ("Mira Oduya", "mira-oduya", "gull")
    assert (one.outlets, one.origins) == (3, 2)  # gull; tern and skua have one origin
    assert all(one.evidence.span.holds(word) for word in one.words)


def test_a_finding_by_its_speaker_alone_sets_off_no_words(ferry):
    (one,) = ferry.find_findings("mira oduya")
    assert one.words == () and one.article == "gull"


def test_claims_are_found_by_who_is_credited(store):
    store.keep(make_article("gull"), "feed", NOON)
    place(store, "ferry", "gull")
    claim = credited(make_claim(1, find("gull", "Twelve people were hurt"), origins=1), "the coast guard")
    save(store, "ferry", dataclasses.replace(make_empty(make_witness("gull", TEXTS["gull"])), claims=(claim,)))
    (one,) = store.find_findings('"coast guard" twelve')
    assert (one.speaker, one.key) == ("the coast guard", None)


def test_the_newest_come_first_and_go_on_from_page_to_page(ferry):
    words = "A ferry was seen again."
    ferry.keep(make_article("late", words, published="2025-03-09"), "feed", NOON)
    place(ferry, "later", "late")
    claim = make_claim(1, Evidence("late", 0, len(words), words), origins=1)
    save(ferry, "later", dataclasses.replace(make_empty(make_witness("late", words)), claims=(claim,)))
    assert [(one.story, one.item) for one in ferry.find_findings("ferry a")] == [("later", "c-1"), ("ferry", "c-2")]
    assert [one.story for one in ferry.find_findings("ferry a", limit=1, offset=1)] == ["ferry"]
    assert ferry.find_findings("ferry a", limit=1, offset=2) == ()


def test_what_a_newer_comparison_does_not_have_is_found_no_more(ferry):
    ferry.keep(make_article("tern", "Other words."), "feed", EVENING)
    assert ferry.find_findings("captain")
    made = make_comparison()
    save(ferry, "ferry", dataclasses.replace(made, claims=made.claims[:2]), EVENING)
    assert ferry.find_findings("captain") == ()
    assert [one.item for one in ferry.find_findings("hurt")] == ["c-1"]


def test_what_a_story_said_that_is_no_more_is_found_no_more(ferry):
    place(ferry, "elsewhere", *TEXTS)
    assert ferry.find_findings("ferry") == () and ferry.speakers() == ()
    save(ferry, "elsewhere", make_comparison())
    assert [one.story for one in ferry.find_findings("aground")] == ["elsewhere"]


def test_saving_again_finds_nothing_twice(ferry):
    for _ in range(2):
        save(ferry, "ferry", make_comparison())
    assert ferry.count_findings("aground") == 1


def test_a_finding_of_a_report_that_the_store_has_not_is_shown_by_its_words(ferry):
    words = "A ferry was lost."
    claim = make_claim(9, Evidence("unknown", 0, len(words), words), origins=1)
    made = dataclasses.replace(make_empty(make_witness("unknown", words)), claims=(claim,))
    ferry.keep(make_article("tern", "Other words."), "feed", EVENING)
    save(ferry, "ferry", made, EVENING)
    (one,) = ferry.find_findings("lost")
    assert (one.article, one.outlet, one.headline, one.evidence.text) == ("unknown", None, None, words)


def test_words_that_no_report_has_are_no_evidence(ferry):
    made, twelve = make_comparison(), find("gull", "Twelve people were hurt")
    forged = (
        Evidence("gull", twelve.start, twelve.end, "Forged people were hurt"),
        Evidence("nobody", 0, 6, "Forged"),
        Evidence("gull", 9000, 9006, "Forged"),
    )
    claims = (make_claim(7, *forged, origins=1), make_claim(8, *forged, twelve, origins=1))
    ferry.keep(make_article("tern", "Other words."), "feed", EVENING)
    save(ferry, "ferry", dataclasses.replace(made, claims=claims), EVENING)
    assert ferry.find_findings("forged") == ()
    (one,) = ferry.find_findings("twelve")
    assert (one.item, one.also) == ("c-8", ())


def test_copies_of_one_wording_are_all_told(store):
    articles = [f"copy {number}" for number in range(30)]
    words = "The captain was questioned."
    store.keep_all([make_article(id, words) for id in articles], "feed", NOON)
    place(store, "ferry", *articles)
    claim = make_claim(1, *(Evidence(id, 0, len(words), words) for id in articles), origins=1)
    save(
        store, "ferry", dataclasses.replace(make_empty(*(make_witness(id, words) for id in articles)), claims=(claim,))
    )
    (one,) = store.find_findings("captain")
    assert [one.article, *(place.article for place in one.also)] == articles


@pytest.mark.parametrize("asked", ["", '""', "— … *"])
def test_a_question_without_words_is_refused(store, asked):
    with pytest.raises(BadOption, match="word"):
        store.find_findings(asked)
    with pytest.raises(BadOption, match="word"):
        store.count_findings(asked)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.text(min_size=1), some.text(min_size=1) | some.none(), some.text(min_size=1))
def test_any_words_of_any_speaker_are_kept_and_found(store, text, name, asked):
    store.keep(make_article("any", text), "feed", NOON)
    place(store, "any story", "any")
    variant = Variant("any", 0, len(text), text, "direct", None, None)
    said = Utterance("q-1", QuotedSpeaker(name, None, name is not None), "single", (variant,))
    save(store, "any story", dataclasses.replace(make_empty(make_witness("any", text)), quotations=(said,)))
    for question in (text, asked):
        try:
            found = store.find_findings(question)
        except BadOption:
            continue
        assert all(one.evidence.text == text and one.speaker == name for one in found)
        assert all(one.evidence.span.holds(word) for one in found for word in one.words)
        if question is text and '"' not in text and "*" not in text:
            assert found
    for speaker in store.speakers():
        assert [one.evidence.text for one in store.quoted(speaker.key)] == [text]


def test_reports_are_named_as_their_latest_versions_are(ferry):
    ferry.keep(make_article("gull", **FERRY["gull"] | {"headline": "Ferry afloat"}), "feed", EVENING)
    assert ferry.find_findings("lights")[0].headline == "Ferry afloat"
