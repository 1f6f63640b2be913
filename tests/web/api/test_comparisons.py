"""A story's comparison as programs get it: the contract's bytes, a part of them, and how to have it made."""

import json
import time
from dataclasses import replace

from starlette.testclient import TestClient
from tests.web.api.test_answers import V1, problem
from tests.web.reading_room import FERRY, HERE, NOW, keep

from rashomon.model.view import View
from rashomon.render import render
from rashomon.render.narrowing import narrow
from rashomon.serialize import comparison_from_json, comparison_to_json
from rashomon.settings import Settings
from rashomon.stream.comparing import compare_story
from rashomon.web.app import make_app

GULL, TERN, _ = FERRY


def asked(client, story, query=""):
    answer = client.get(f"{V1}/stories/{story}/comparison{query}")
    assert answer.status_code == 200, answer.text
    return answer


def test_bytes_are_those_of_the_contract(client, store, cable_car):
    answer = asked(client, cable_car)
    assert answer.text == render(compare_story(store, cable_car, NOW, Settings()), format="json")
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["rashomon-digest"] == store.story_digest(cable_car)
    assert answer.headers["rashomon-fresh"] == "yes"


def test_filters_give_the_part_that_the_page_shows(client, store, cable_car):
    whole = compare_story(store, cable_car, NOW, Settings())
    outlet = whole.articles[0].outlet
    view = View(kinds=("date", "number"), outlets=(outlet,))
    answer = client.get(f"{V1}/stories/{cable_car}/comparison", params={"kind": ["number", "date"], "outlet": [outlet]})
    assert answer.text == comparison_to_json(narrow(whole, view))
    narrowed = answer.json()["narrowed"]
    assert narrowed["view"]["kinds"] == ["date", "number"] and narrowed["of"]["claims"] == len(whole.claims)


def test_filter_that_there_is_not_is_refused(client, ferry):
    assert "colour" in problem(client.get(f"{V1}/stories/{ferry}/comparison?colour=red"), 422)
    assert "Nobody" in problem(client.get(f"{V1}/stories/{ferry}/comparison?outlet=Nobody"), 422)


def test_story_that_was_not_compared_says_how_to_ask(client, store):
    mill = store.story_of("oats.example/mill")
    assert f"POST /api/v1/stories/{mill}/comparison" in problem(client.get(f"{V1}/stories/{mill}/comparison"), 404)


def test_comparison_of_former_reports_says_so_and_names_its_own(client, store, ferry):
    before = asked(client, ferry)
    keep(store, replace(TERN, text=TERN.text + "\n\nNobody died, the coast guard said."))
    after = asked(client, ferry)
    assert after.text == before.text and after.headers["rashomon-fresh"] == "no"
    assert after.headers["rashomon-digest"] == before.headers["rashomon-digest"]


def test_news_since_an_earlier_comparison(client, store, ferry):
    digest = asked(client, ferry).headers["rashomon-digest"]
    keep(store, replace(TERN, text=TERN.text + "\n\nNobody died, the coast guard said."))
    compare_story(store, ferry, "2026-01-19T13:00:00+00:00", Settings())
    assert asked(client, ferry).json()["new_since"] is None
    news = asked(client, ferry, f"?before={digest}").json()["new_since"]
    assert news["since"] == NOW and [one["article"] for one in news["revisions"]] == [TERN.id]


def test_asking_for_a_comparison_begins_one_job(client, store):
    mill = store.story_of("oats.example/mill")
    answer = client.post(f"{V1}/stories/{mill}/comparison")
    assert answer.status_code == 202 and answer.json()["kind"] == "compare" and answer.json()["state"] == "waiting"
    assert client.post(f"{V1}/stories/{mill}/comparison").json() == answer.json()
    assert client.get(answer.headers["location"]).json() == answer.json()
    assert [one["id"] for one in client.get(f"{V1}/jobs").json()["items"]] == [answer.json()["id"]]


def test_asking_for_one_that_is_made_leads_to_it(client, ferry):
    answer = client.post(f"{V1}/stories/{ferry}/comparison", follow_redirects=False)
    assert answer.status_code == 303 and answer.headers["location"] == f"{V1}/stories/{ferry}/comparison"


def test_comparison_that_was_asked_for_is_made(store, tmp_path):
    mill = store.story_of("oats.example/mill")
    with TestClient(make_app(store, lambda: NOW, folder=tmp_path), base_url=HERE) as client:
        where = client.post(f"{V1}/stories/{mill}/comparison", follow_redirects=False).headers["location"]
        for _ in range(300):
            if "comparison" in where or client.get(where).json()["state"] == "done":
                break
            time.sleep(0.1)
        comparison = comparison_from_json(asked(client, mill).text)
    assert [one.id for one in comparison.articles] == ["oats.example/mill"]


def test_former_id_leads_to_the_story_that_took_it_over(client, store, ferry):
    mill = store.story_of("oats.example/mill")
    merged = client.post(f"{V1}/stories/{ferry}/corrections", json={"kind": "merge", "other": mill})
    assert merged.status_code == 201, merged.text
    answer = client.get(f"{V1}/stories/{mill}/comparison?kind=number", follow_redirects=False)
    assert answer.status_code == 307 and answer.headers["location"] == f"{V1}/stories/{ferry}/comparison?kind=number"
    assert client.get(f"{V1}/stories/{mill}").json()["id"] == ferry


def test_comparison_is_the_same_json_on_every_key(client, cable_car):
    """Nothing of the contract is lost or renamed on the way through the API."""
    told = json.loads(asked(client, cable_car).text)
    assert comparison_to_json(comparison_from_json(json.dumps(told))) == asked(client, cable_car).text
