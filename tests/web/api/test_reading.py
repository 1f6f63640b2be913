"""Stories, articles, evidence, searches and speakers, as programs read them."""

from dataclasses import replace
from urllib.parse import quote

import pytest
from tests.web.api.test_answers import V1, problem
from tests.web.reading_room import FERRY, MILL, keep

from rashomon.mcp.quoting import quote_words
from rashomon.model.selector import Selector

GULL, TERN, SKUA = FERRY
HURT = "Twelve people were hurt"


def got(client, path, **params):
    answer = client.get(V1 + path, params=params)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_stories_of_the_latest_day_come_first_with_their_origins(client, store):
    items = got(client, "/stories")["items"]
    assert [one["id"] for one in items] == [one.record.id for one in store.listed_stories()]
    assert all(one["origins"] is None or one["origins"] <= one["articles"] for one in items)
    assert {one["id"]: one["parts"] for one in items if one["compared"] is None} == {store.story_of(MILL.id): None}


def test_stories_of_a_time(client, store, ferry):
    some = got(client, "/stories", since="2026-01-04", until="2026-01-17")
    assert [one["id"] for one in some["items"]] == [store.story_of(MILL.id)] and some["total"] == 1
    late = got(client, "/stories", since="2026-01-19T08:30+01:00", limit=1)
    assert late["total"] == 2 and len(late["items"]) == 1


def test_story_with_its_figures(client, store, ferry):
    told, figures = got(client, f"/stories/{ferry}"), store.listed_story(ferry).figures
    assert (told["articles"], told["origins"], told["claims"]) == (3, figures.origins, figures.claims)
    assert told["parts"] == dict(figures.parts) and told["fresh"] and told["page"] == f"/stories/{ferry}"
    assert len(told["moments"]) == 3 and told["undated"] == 0


def test_reports_of_a_story_and_why_they_are_in_it(client, ferry):
    items = got(client, f"/stories/{ferry}/articles")["items"]
    assert [one["article"] for one in items] == [GULL.id, TERN.id, SKUA.id]
    assert all(one["reason"] and 0 <= one["score"] <= 1 for one in items)


def test_history_of_a_story(client, ferry):
    assert [one["kind"] for one in got(client, f"/stories/{ferry}/history")["items"]] == ["opened"]


def test_article_and_each_of_its_versions(client, store):
    revised = replace(GULL, text=GULL.text.replace("Twelve", "Fourteen"))
    keep(store, revised)
    id = quote(GULL.id, safe="")
    assert got(client, f"/articles/{id}")["text"] == revised.text
    first = got(client, f"/articles/{id}", version=1)
    assert first["text"] == GULL.text and (first["version"], first["versions"]) == (1, 2)
    assert [one["number"] for one in got(client, f"/versions/{id}")["items"]] == [1, 2]
    (edit,) = got(client, f"/edits/{id}")["items"]
    assert (edit["before"], edit["after"], edit["part"]) == ("Twelve", "Fourteen", "text")
    assert got(client, f"/edits/{id}", old=2, new=1)["items"][0]["after"] == "Twelve"
    assert "there are 2" in problem(client.get(f"{V1}/articles/{id}?version=3"), 404)


def test_article_whose_id_is_an_address_with_a_query(client, store):
    odd = replace(MILL, id="https://oats.example/a b?id=1&x=/versions#top", url=None)
    keep(store, odd)
    told = got(client, f"/articles/{quote(odd.id, safe='')}")
    assert told["id"] == odd.id and told["page"] == f"/articles/{quote(odd.id, safe='')}"


def test_words_are_found_where_they_moved_to(client, store, ferry):
    keep(store, replace(GULL, text="Updated at noon. " + GULL.text))
    at = GULL.text.index(HURT)
    found = got(client, "/evidence", article=GULL.id, exact=HURT, start=at, end=at + len(HURT))
    assert found["evidence"]["start"] == at + len("Updated at noon. ") and found["evidence"]["text"] == HURT
    assert (found["version"], found["latest"], found["gone"], found["story"]) == (2, 2, False, ferry)
    assert found["citation"].startswith("The Gull")


def test_target_of_an_annotation_leads_back_to_its_words(client, store):
    found = got(client, "/evidence", article=GULL.id, exact=HURT)
    assert [one["type"] for one in found["target"]["selector"]] == ["TextPositionSelector", "TextQuoteSelector"]
    again = client.post(f"{V1}/evidence", json=found["target"])
    assert again.status_code == 200 and again.json() == found
    for selector in found["target"]["selector"]:
        alone = client.post(f"{V1}/evidence", json={**found["target"], "selector": [selector]})
        assert alone.json()["evidence"] == found["evidence"]


def test_target_by_an_address_leads_to_the_report_kept_with_it(client, store):
    """So an assistant is told places."""
    told = quote_words(store, Selector(GULL.id, 0, 0, HURT), around=10).target
    assert told["source"] == GULL.url and told["type"] == "SpecificResource"
    found = client.post(f"{V1}/evidence", json=told)
    assert found.status_code == 200 and found.json() == got(client, "/evidence", article=GULL.id, exact=HURT)
    assert found.json()["target"] == {**told, "source": GULL.id}
    nowhere = {**told, "source": "https://gull.example/nothing"}
    assert "no article 'https://gull.example/nothing'" in problem(client.post(f"{V1}/evidence", json=nowhere), 404)


def test_id_that_is_the_address_of_another_report_is_the_id(client, store):
    keep(store, replace(MILL, id=GULL.url, url=None))
    told = {"source": GULL.url, "selector": [{"type": "TextQuoteSelector", "exact": "flour mill"}]}
    assert client.post(f"{V1}/evidence", json=told).json()["evidence"]["article"] == GULL.url


def test_words_gone_are_told_with_the_version_that_had_them(client, store):
    keep(store, replace(GULL, text=GULL.text.replace("Twelve", "Fourteen")))
    found = got(client, "/evidence", article=GULL.id, exact=HURT)
    assert found["gone"] and (found["version"], found["latest"]) == (1, 2)


def test_target_without_a_selector_is_refused(client):
    assert "selector" in problem(client.post(f"{V1}/evidence", json={"source": GULL.id}), 422)
    assert "no words" in problem(client.post(f"{V1}/evidence", json={"source": GULL.id, "selector": []}), 422)


@pytest.mark.parametrize("kind", ["articles", "claims", "quotations"])
def test_searches_find_words_in_their_places(client, store, kind):
    found = got(client, f"/search/{kind}", q="loud bang")
    assert found["total"] == len(found["items"]) > 0
    for one in found["items"]:
        text = store.article(one["article"]).text
        assert text[one["evidence"]["start"] : one["evidence"]["end"]] == one["evidence"]["text"]
        assert all(text[span["start"] : span["end"]].lower() in ("loud", "bang") for span in one["words"])


def test_search_is_narrowed_to_days_and_to_an_outlet(client):
    narrowed = got(client, "/search/articles", q="marlin", since="2026-01-19", outlet="Tern")
    assert [one["outlet"] for one in narrowed["items"]] == ["Tern"] and narrowed["total"] == 1
    assert got(client, "/search/claims", q="marlin", until="2026-01-18")["total"] == 0
    assert "no date" in problem(client.get(f"{V1}/search/articles?q=a&since=monday"), 422)


def test_search_in_portions_counts_all(client):
    first = got(client, "/search/articles", q="marlin", limit=2)
    assert first["total"] == 3 and len(first["items"]) == 2
    following = client.get(first["next"]).json()
    assert len(following["items"]) == 1 and following["next"] is None


def test_speaker_and_all_that_is_quoted_of_her(client):
    (speaker,) = got(client, "/speakers", q="oduya")["items"]
    assert speaker["name"] == "Mira Oduya" and got(client, f"/speakers/{speaker['key']}") == speaker
    quoted = got(client, f"/speakers/{speaker['key']}/quotations")
    assert quoted["total"] == speaker["quotations"] == len(quoted["items"])
    assert all(one["kind"] == "quotation" for one in quoted["items"])


def test_sources_and_what_came_from_them(client):
    came = {one["state"]["url"]: one["articles"] for one in got(client, "/sources")["items"]}
    assert came == {"demo.jsonl": 8, "https://gull.example/feed": 3, "oats.jsonl": 1}
