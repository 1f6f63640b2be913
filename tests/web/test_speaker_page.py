from dataclasses import replace

import pytest
from tests.web.reading_room import FERRY, NOW, having, keep, page, words

from rashomon.model.article import Article
from rashomon.model.span import Span
from rashomon.settings import Settings
from rashomon.stream.comparing import compare_story
from rashomon.web.addresses import article_at, speaker_at


def links(element):
    return [link.get("href") for link in element.iter("a")]


def test_speakers_are_listed_with_how_often_they_are_quoted(client, store):
    shown = page(client, "/speakers")
    listed = {words(one.find("a")): words(one) for one in having(shown, "who")[0]}
    for speaker in store.speakers():
        assert f"{speaker.quotations} quotation" in listed[speaker.name]
    assert "Mira Oduya" in listed


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("?q=odu", "1 speaker of that name"),
        ("?q=nobody", "Nobody of that name"),
        ("?q=%3F", "no letter to look for"),
        ("?page=7", "There are no more"),
    ],
)
def test_speakers_are_looked_for_by_name(client, asked, told):
    assert told in words(page(client, f"/speakers{asked}"))


def test_every_wording_of_what_one_said_stands_together(client, ferry):
    shown = page(client, speaker_at("mira-oduya"))
    (section,) = shown.iter("section")
    assert links(section.find("h2")) == [f"/stories/{ferry}"]
    (quoted,) = having(section, "quoted")
    assert [words(one) for one in quoted.iter("blockquote")] == [
        "We heard a loud bang and the lights went out,",
        "We heard a very loud bang and all the lights went off,",
    ]
    assert "worded differently" in words(quoted)
    rare = [words(one) for one in quoted.iter("mark")]
    assert "very" in rare and "We heard a" not in rare


def test_a_wording_leads_to_its_place_and_its_item(client, store, ferry):
    shown = page(client, speaker_at("mira-oduya"))
    (finding,) = store.quoted("mira-oduya")
    assert f"/stories/{ferry}#{finding.item}" in links(shown)
    for place in (finding, *finding.also):
        assert article_at(place.article, place.evidence.span) in links(shown)
        assert place.evidence.text == store.article(place.article).text[place.evidence.start : place.evidence.end]


def test_who_printed_it_and_how_it_is_told_stand_beside_it(client, store):
    shown = page(client, speaker_at("radek-ostrin"))
    told = [words(one) for one in shown.iter("li")]
    assert any("The Coast Herald" in one and "Colonel Radek Ostrin" in one and "said" in one for one in told)
    text = store.article("Herald").text
    start = text.index("Colonel Radek Ostrin")
    assert article_at("Herald", Span(start, start + len("Colonel Radek Ostrin"))) in links(shown)
    assert "in reported speech" in words(shown) and "quoted in part" in words(shown)
    assert "Hero rescuer Captain Radek Ostrin" in words(shown)
    assert "may not be the same person" not in words(shown)


def test_one_name_in_two_stories_is_said_to_be_maybe_two_people(client, store):
    other = Article(
        "oats.example/fair",
        "“We sold out of cider by noon,” said Mira Oduya, who runs the fair at Oldacre.\n\nIt opened on 4 May 2025.",
        outlet="Oats",
        headline="Cider sold out at Oldacre fair",
        published="2025-05-04",
    )
    keep(store, other)
    fair = store.story_of(other.id)
    compare_story(store, fair, NOW, Settings())
    shown = page(client, speaker_at("mira-oduya"))
    assert "may not be the same person" in words(shown)
    sections = [links(one.find("h2"))[0] for one in shown.iter("section")]
    assert sections == [f"/stories/{store.story_of(FERRY[0].id)}", f"/stories/{fair}"]


def test_what_a_comparison_has_no_more_is_shown_as_it_was_found(client, store, ferry):
    keep(store, replace(FERRY[0], text="The ferry Marlin ran aground off Port Halven on Sunday."))
    shown = page(client, speaker_at("mira-oduya"))
    assert "We heard a very loud bang" in words(shown)


def test_nobody_of_a_name_is_told_as_such(client):
    answer = client.get(speaker_at("no-one"))
    assert answer.status_code == 404
    assert "no-one" in answer.text


def test_a_story_leads_to_the_pages_of_those_it_quotes(client, cable_car):
    told = [one for one in links(page(client, f"/stories/{cable_car}")) if one.startswith("/speakers/")]
    assert speaker_at("radek-ostrin") in told
    assert all(client.get(one).status_code == 200 for one in told)


def test_reports_of_no_known_outlet_are_told_apart_by_their_words(client, store):
    text = "A barge sank off Port Harrow on Friday.\n\n“Nobody saw the rocks,” said Tilda Brann, the harbour master."
    keep(store, Article("bare", text))
    story = store.story_of("bare")
    compare_story(store, story, NOW, Settings())
    told = words(page(client, "/speakers/tilda-brann"))
    assert "A barge sank off Port Harrow on Friday." in told
    assert "A barge sank off Port Harrow on Friday." in words(page(client, "/search?q=rocks&in=quotations"))
    assert "bare: A barge sank off Port Harrow" in words(page(client, f"/stories/{story}/items/story"))
    assert "outlets not known" in words(page(client, "/articles/bare"))
