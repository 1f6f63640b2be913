from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.web.reading_room import FERRY, NOW, having, keep, page, words

from rashomon.model.article import Article
from rashomon.model.span import Span
from rashomon.render.highlight import Mark
from rashomon.render.html import replace_unsafe
from rashomon.render.marked import Sense, mark_text
from rashomon.settings import Settings
from rashomon.stream.comparing import compare_story
from rashomon.web.addresses import article_at
from rashomon.web.templating import environment

GULL, TERN = FERRY[0], FERRY[1]
LATER = replace(
    GULL,
    headline="Ferry Marlin aground; 14 hurt",
    text=GULL.text.replace("Twelve people", "Fourteen people") + "\n\nAn inquiry was opened.",
    modified="2026-01-19T10:00:00+00:00",
)


class TextOf(HTMLParser):
    """The text of the element whose id is "text", character by character, and that of each mark in it."""

    def __init__(self) -> None:
        super().__init__()
        self.depth, self.text, self.marked, self.marking = 0, "", [], False

    def handle_starttag(self, tag: str, attrs: list) -> None:
        if ("id", "text") in attrs or self.depth:
            self.depth += tag == "div"
            if tag == "mark":
                self.marking = True
                self.marked.append("")

    def handle_endtag(self, tag: str) -> None:
        self.depth -= self.depth > 0 and tag == "div"
        self.marking = self.marking and tag != "mark"

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.text += data
            if self.marking:
                self.marked[-1] += data


def read_text(shown: str) -> TextOf:
    read = TextOf()
    read.feed(shown)
    read.close()
    return read


def test_the_text_stands_on_the_page_character_by_character(client, store):
    for article in store.articles():
        assert read_text(client.get(article_at(article.id)).text).text == article.text


def test_words_are_linked_to_what_the_story_has_of_them(client, ferry):
    shown = page(client, article_at(GULL.id))
    text = shown.get_element_by_id("text")
    (hard,) = [link for link in text.iter("a") if "k" in link.get("class", "").split()]
    assert "Twelve" in hard.text_content()
    assert hard.get("href").startswith(f"/stories/{ferry}#d-")
    (parting,) = [one for held in having(shown, "held") for one in held if words(one).startswith("d-1")]
    assert "Twelve" in words(parting)
    assert "14" in words(parting) and {"Tern", "Skua"} <= {words(link) for link in parting.iter("a")}
    assert all(link.get("href").startswith("/stories/") for link in text.iter("a"))


def test_every_place_that_a_list_links_to_is_on_the_page(client):
    shown = page(client, article_at(TERN.id))
    wanted = {link.get("href")[1:] for link in shown.iter("a") if link.get("href").startswith("#a.")}
    assert wanted
    assert wanted <= {element.get("id") for element in shown.iter() if element.get("id")}


def test_the_words_asked_for_are_marked_without_scripts(client):
    start = GULL.text.index("Twelve people were hurt, the coast guard")
    span = Span(start, start + len("Twelve people were hurt, the coast guard"))
    answer = client.get(article_at(GULL.id, span).partition("#")[0])
    assert "".join(read_text(answer.text).marked) == span.of(GULL.text)
    assert 'id="here"' in answer.text
    assert read_text(answer.text).text == GULL.text


@pytest.mark.parametrize("asked", ["start=5&end=5", "start=9999&end=10001", "start=-3&end=4", "start=3"])
def test_a_place_that_the_text_has_not_is_said(client, asked):
    answer = client.get(f"{article_at(GULL.id)}?{asked}")
    assert answer.status_code == 200
    assert "not in this version" in answer.text and "<mark>" not in answer.text


def test_copies_of_one_origin_are_counted_and_linked(client):
    shown = page(client, article_at("Herald"))
    assert "1 of 3 reports of one origin" in words(shown)
    (kin,) = having(shown, "kin")
    assert {link.get("href") for link in kin.iter("a")} == {"/articles/Desk24", "/articles/Courier"}


def test_what_is_not_known_or_not_compared_is_said(client):
    shown = words(page(client, article_at("oats.example/mill")))
    assert "has not been compared" in shown
    assert "One version was kept" in shown


def test_an_article_that_is_not_kept_is_told_as_such(client):
    answer = client.get(article_at("https://nowhere.example/a?b#c"))
    assert answer.status_code == 404
    assert "nowhere.example" in answer.text


def test_marks_are_carried_over_to_a_version_that_was_not_compared(client, store):
    keep(store, LATER)
    newest = page(client, article_at(GULL.id))
    assert "read another version of this report, version 1" in words(newest)
    linked = [link.text_content() for link in newest.get_element_by_id("text").iter("a")]
    assert "The ferry Marlin ran aground off Port Halven on Sunday" in "".join(linked)
    assert not any("people were hurt" in one or "inquiry" in one for one in linked)
    assert "did not stay as they were" in words(newest)
    assert read_text(client.get(article_at(GULL.id)).text).text == LATER.text
    former = page(client, article_at(GULL.id, version=1))
    assert "This is version 1 of 2" in words(former)
    assert "read another version" not in words(former)
    compare_story(store, store.story_of(GULL.id), NOW, Settings())
    assert "read another version" not in words(page(client, article_at(GULL.id)))


def test_two_versions_stand_side_by_side(client, store):
    keep(store, LATER)
    shown = page(client, article_at(GULL.id, compare="1..2"))
    assert [words(one) for one in shown.iter("ins")][1:] == ["; 14 hurt", "Fourteen", "An inquiry was opened."]
    (known,) = having(shown, "known")
    assert [words(cell) for cell in known.iter("td")] == ["not known", "19 January 2026, 10:00 UTC"]
    assert "1 unchanged paragraph" in words(shown)
    (headline,) = having(shown, "headline")
    assert "off Port Halven" in words(headline)
    assert words(shown) == words(page(client, f"{article_at(GULL.id)}?old=1&new=2"))


def test_the_same_version_twice_has_no_change(client):
    assert "Nothing that is kept" in words(page(client, article_at(GULL.id, compare="1..1")))


@pytest.mark.parametrize(
    ("asked", "status", "told"),
    [
        ("version=7", 404, "no version 7"),
        ("compare=1..9", 404, "no version 9"),
        ("compare=one", 422, "1..2"),
        ("version=x", 422, "version"),
    ],
)
def test_a_version_that_is_not_kept_is_told_as_such(client, asked, status, told):
    answer = client.get(f"{article_at(GULL.id)}?{asked}")
    assert answer.status_code == status
    assert told in answer.text


def test_a_page_is_sent_once(client, store):
    first = client.get(article_at(GULL.id))
    tag = {"if-none-match": first.headers["etag"]}
    assert client.get(article_at(GULL.id), headers=tag).status_code == 304
    keep(store, LATER)
    assert client.get(article_at(GULL.id), headers=tag).status_code == 200


def test_odd_ids_have_their_pages(client, store):
    for id in ("https://gull.example/a b?c=d&e=f#g", "../../etc/passwd", "a/../b", "ferry.example//x", "é🙂"):
        keep(store, Article(id, "A ferry ran aground.", headline=f"Of {id}"))
        assert f"Of {id}" in words(page(client, article_at(id)))


def test_a_million_characters_are_shown(client, store):
    text = "\n".join(f"Line {number} of a very long report." for number in range(30_000))
    keep(store, Article("long", text))
    assert read_text(client.get(article_at("long")).text).text == text


@pytest.mark.parametrize(
    ("given", "tag"),
    [
        ("en", "en"),
        ("en_GB", "en-GB"),
        ("pt-br", "pt-br"),
        ("de_DE.UTF-8", "de-DE"),
        ("English, more", None),
        ('"', None),
    ],
)
def test_the_language_of_a_text_is_told_where_it_is_one(client, store, given, tag):
    keep(store, Article("lark", "Sank.", language=given))
    assert page(client, article_at("lark")).get_element_by_id("text").get("lang") == tag


def test_a_report_in_the_wrong_story_leads_to_where_that_is_mended(client, ferry):
    addresses = [link.get("href") for link in page(client, article_at(GULL.id)).iter("a")]
    assert f"/stories/{ferry}/items/story" in addresses
    assert client.get(f"/stories/{ferry}/items/story").status_code == 200


TEXTS = st.text(st.characters(codec="utf-8") | st.sampled_from("\r\n\t\x0b\x0c\x1c\u2028<&>\"' ab"), max_size=80)


@given(TEXTS, st.lists(st.tuples(st.integers(0, 90), st.integers(1, 30), st.booleans()), max_size=6), st.data())
def test_any_text_survives_its_marks_and_the_page(text, places, data):
    marks = [
        Mark(Span(start, start + length), Sense(hard, 2, -length, "d-1", "conflict", start + length))
        for start, length, hard in places
        if start + length <= len(text)
    ]
    asked = None
    if text:
        start = data.draw(st.integers(0, len(text) - 1))
        asked = Span(start, data.draw(st.integers(start + 1, len(text))))
    marked = mark_text(text, marks, [mark.span for mark in marks], asked, of=3)
    assert "".join(one.breaks + "".join(p.text for p in one.pieces) for one in marked.paragraphs) + marked.rest == text
    shown = environment().get_template("article_text.html.j2").module.text(marked, "a", "s", "en")
    assert read_text(replace_unsafe(shown)).text == replace_unsafe(text)


def test_differences_have_the_numbers_that_the_story_gives_them(client, store, cable_car):
    """In every report: the same marks in the same order on its own page as on the story's, each leading to its own."""
    story = page(client, f"/stories/{cable_car}")
    marked = 0
    for box in story.xpath("//div[@class='tx']"):
        own = page(client, article_at(box.get("data-id"))).get_element_by_id("text")
        there = [(one.get("data-d"), one.get("href")) for one in box.xpath(".//a[@data-d]")]
        here = [(one.get("data-d"), one.get("href")) for one in own.xpath(".//a[@data-d]")]
        assert there == [(number, f"#d-{number}") for number, _ in there]
        assert here == [(number, f"/stories/{cable_car}#d-{number}") for number, _ in there]
        marked += len(here)
    assert marked > 10
