import pytest
from tests.web.reading_room import figure, having, keep, page, words

from rashomon.model.article import Article
from rashomon.web.addresses import article_at, page_at


def found(shown):
    return list(having(shown, "found")[0])


def counts(shown):
    return {where: int(words(figure(shown, where)[0]).split()[0]) for where in ("articles", "claims", "quotations")}


def test_the_three_lists_are_counted_and_each_is_what_the_store_finds(client, store):
    for where, kind in (("articles", None), ("claims", "claim"), ("quotations", "quotation")):
        shown = page(client, page_at("/search", q="bang", in_=where))
        assert counts(shown) == {
            "articles": store.count_matches("bang"),
            "claims": store.count_findings("bang", "claim"),
            "quotations": store.count_findings("bang", "quotation"),
        }
        wanted = store.find_findings("bang", kind) if kind else store.search("bang")
        assert len(found(shown)) == len(wanted) > 0


def test_the_words_are_marked_in_their_place(client):
    shown = page(client, "/search?q=loud+bang")
    assert {words(one).casefold() for one in shown.iter("mark")} == {"loud", "bang"}
    phrase = page(client, page_at("/search", q='"a loud bang"'))
    assert [words(one) for one in phrase.iter("mark")] == ["a loud bang"]


def test_a_match_leads_to_its_words_in_the_article_and_to_its_story(client, store, ferry):
    (match,) = store.search('"a loud bang"')
    (line,) = found(page(client, page_at("/search", q='"a loud bang"')))
    addresses = [link.get("href") for link in line.iter("a")]
    assert addresses == [article_at(match.article, match.evidence.span), f"/stories/{ferry}"]
    assert "The Gull · 18 January 2026" in words(line)


def test_a_quotation_leads_to_who_said_it_and_to_its_item(client, ferry):
    (line,) = found(page(client, page_at("/search", q="bang", in_="quotations")))
    addresses = [link.get("href") for link in line.iter("a")]
    assert "/speakers/mira-oduya" in addresses
    assert any(one.startswith(f"/stories/{ferry}#q-") for one in addresses)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("", "Articles are found by the words"),
        ("q=zeppelin", "Nothing was found in articles"),
        ("q=zeppelin&in=claims", "stories that were compared"),
        ("q=%22%22", "no word to look for"),
        ("q=bang&page=9", "There is no page 9"),
    ],
)
def test_what_is_empty_says_why(client, query, told):
    assert told in words(page(client, f"/search?{query}"))


@pytest.mark.parametrize("query", ["q=a&in=nowhere", "q=a&page=0", "q=a&page=x"])
def test_a_question_that_cannot_be_asked_is_told_as_such(client, query):
    assert client.get(f"/search?{query}").status_code == 422


def test_pages_follow_each_other_and_leave_nothing_out(client, store):
    keep(
        store,
        *(Article(f"gannet.example/{n}", f"Note {n} of the gannet colony.", headline=f"Note {n}") for n in range(45)),
    )
    seen: list[str] = []
    address = "/search?q=gannet"
    while address:
        shown = page(client, address)
        seen += [words(one.find("h3")) for one in found(shown)]
        address = next((link.get("href") for link in shown.iter("a") if link.get("rel") == "next"), "")
    assert sorted(seen) == sorted(f"Note {n}" for n in range(45))


@pytest.mark.parametrize(
    ("narrowed", "outlets"),
    [
        ({"since": "2026-01-19"}, {"Tern", "Skua"}),
        ({"until": "2026-01-18"}, {"The Gull"}),
        ({"since": "2026-01-18", "until": "2026-01-18"}, {"The Gull"}),
        ({"outlet": "Tern"}, {"Tern"}),
        ({"outlet": "Tern", "until": "2026-01-18"}, set()),
    ],
)
def test_a_search_is_narrowed_to_days_and_to_an_outlet(client, narrowed, outlets):
    shown = page(client, page_at("/search", q="marlin", **narrowed))
    assert {words(one.find_class("from")[0]).partition(" · ")[0] for one in found(shown)} == outlets
    assert counts(shown)["articles"] == len(outlets)
    quotations = page(client, page_at("/search", q="bang", in_="quotations", **narrowed))
    assert counts(quotations)["quotations"] == len(found(quotations))
    for link in shown.iter("a"):
        if link.get("href", "").startswith("/search?") and "in=" in link.get("href"):
            assert all(f"{name}={value}" in link.get("href") for name, value in narrowed.items()) or not outlets


def test_a_day_that_is_none_is_told_as_such(client):
    answer = client.get("/search?q=marlin&since=monday")
    assert answer.status_code == 422 and "monday" in answer.text
    assert client.get("/search?q=marlin&until=9999-12-31").status_code == 200


def test_what_is_typed_stays_in_the_field_and_is_no_markup(client):
    shown = page(client, page_at("/search", q='<b>"bang" & more'))
    assert shown.get_element_by_id("q").get("value") == '<b>"bang" & more'


def test_the_page_is_made_anew_when_the_store_has_changed(client, store):
    first = client.get("/search?q=gannet")
    assert client.get("/search?q=gannet", headers={"if-none-match": first.headers["etag"]}).status_code == 304
    keep(store, Article("gannet.example/1", "Note of the gannet colony.", headline="Note"))
    assert len(found(page(client, "/search?q=gannet"))) == 1
