"""Corrections made, listed and undone by programs."""

import base64
import json
from dataclasses import asdict
from typing import get_args

import pytest
from starlette.testclient import TestClient
from tests.web.api.test_answers import V1, problem
from tests.web.reading_room import FERRY, HERE, MILL, NOW

from rashomon.model.story import CorrectionKind
from rashomon.settings import Settings
from rashomon.stream.labelling import label_stories
from rashomon.web.api.corrections import Kind
from rashomon.web.app import make_app
from rashomon.web.door.rules import Rules

GULL, TERN, SKUA = FERRY


def post(client, story, status=201, **wanted):
    answer = client.post(f"{V1}/stories/{story}/corrections", json=wanted)
    assert answer.status_code == status, answer.text
    return answer


def place(article, words):
    return {"article": article.id, "exact": words}


def test_correction_is_kept_with_who_and_when_and_undone(client, ferry):
    made = post(client, ferry, kind="boilerplate", places=[place(GULL, "She was built in 1961.")], by=" Ana  Lind ")
    kept = made.json()
    assert (kept["correction"]["by"], kept["correction"]["when"], kept["undone"]) == ("Ana Lind", NOW, None)
    assert kept["correction"]["places"][0]["start"] == GULL.text.index("She was built")
    where = made.headers["location"]
    assert client.get(where).json() == kept
    assert client.get(f"{V1}/stories/{ferry}/corrections").json()["items"] == [kept]
    assert client.delete(where).json()["correction"] == kept["correction"]
    assert client.get(where).json()["undone"] == NOW
    assert "undone" in problem(client.delete(where), 422)


def test_what_is_kept_again_is_told_by_its_own_number(client, ferry):
    first, second = "She was built in 1961.", "Twelve people were hurt"
    made = [post(client, ferry, kind="boilerplate", places=[place(GULL, one)]) for one in (first, second, first)]
    assert made[2].headers["location"] == made[0].headers["location"] != made[1].headers["location"]
    assert made[2].json() == made[0].json()


def test_place_may_be_told_by_its_figures_alone(client, ferry):
    start = GULL.text.index("She was built")
    kept = post(
        client, ferry, kind="boilerplate", places=[{"article": GULL.id, "start": start, "end": start + 22}]
    ).json()
    assert kept["correction"]["places"][0]["exact"] == "She was built in 1961."


def test_claims_and_persons_are_joined_and_parted(client, ferry):
    for kind in ("other_claim", "same_claim"):
        places = [place(GULL, "Twelve people were hurt"), place(TERN, "14 people were hurt")]
        assert post(client, ferry, kind=kind, places=places).json()["correction"]["kind"] == kind
    for kind in ("same_person", "other_person"):
        places = [place(GULL, "Mira Oduya"), place(TERN, "Mira Oduya")]
        assert post(client, ferry, kind=kind, places=places).json()["correction"]["kind"] == kind
    assert client.get(f"{V1}/corrections").json()["total"] == 4


def test_reports_are_split_off_moved_and_put_back(client, store, ferry):
    split = post(client, ferry, kind="split", articles=[SKUA.id])
    other = store.story_of(SKUA.id)
    assert other != ferry and split.json()["correction"]["other"] == other
    post(client, other, kind="move", articles=[SKUA.id], other=ferry)
    assert store.story_of(SKUA.id) == ferry
    post(client, ferry, kind="pin", articles=[SKUA.id])
    assert client.get(f"{V1}/stories/{other}", follow_redirects=False).status_code == 307


def test_merge_is_undone(client, store, ferry, cable_car):
    merged = post(client, ferry, kind="merge", other=cable_car)
    assert store.story_of(GULL.id) == ferry and store.story(ferry).articles == 11
    undone = client.delete(merged.headers["location"]).json()
    assert len(undone["back"]) == 8 and undone["stayed"] == [] and store.story(ferry).articles == 3


def test_labels_are_those_that_the_command_line_writes(client, store, ferry):
    post(client, ferry, kind="boilerplate", places=[place(GULL, "She was built in 1961.")], by="Ana")
    assert client.get(f"{V1}/stories/{ferry}/labels").headers["rashomon-fresh"] == "no"
    (labelled,) = label_stories(store, [ferry], NOW, Settings())
    answer = client.get(f"{V1}/stories/{ferry}/labels")
    assert answer.headers["rashomon-fresh"] == "yes"
    assert answer.json() == json.loads(json.dumps(asdict(labelled)))
    assert "not compared yet" in problem(client.get(f"{V1}/stories/{store.story_of(MILL.id)}/labels"), 404)


def test_every_kind_of_correction_can_be_asked_for():
    kinds = [kind for some in get_args(CorrectionKind) for kind in (get_args(some) or (some,))]
    assert sorted(get_args(Kind)) == sorted(kinds)


@pytest.mark.parametrize(
    "wanted, said",
    [
        ({"kind": "split"}, "split needs articles"),
        ({"kind": "split", "articles": [one.id for one in FERRY]}, "all the articles"),
        ({"kind": "merge"}, "merge needs other"),
        ({"kind": "move", "articles": [GULL.id]}, "move needs one article"),
        ({"kind": "move", "articles": ["oats.example/mill"], "other": "zzz"}, "is not in story"),
        ({"kind": "pin"}, "pin needs articles"),
        ({"kind": "pin", "articles": ["oats.example/mill"]}, "is not in story"),
        ({"kind": "boilerplate"}, "needs a place"),
        ({"kind": "boilerplate", "places": [{"article": GULL.id}]}, "no words and no place"),
        ({"kind": "same_claim", "places": [place(GULL, "Twelve people")]}, "two places"),
        ({"kind": "blame"}, "kind: Input should be 'split'"),
        ({}, "kind"),
    ],
)
def test_correction_that_cannot_be_is_refused_and_leaves_nothing(client, ferry, wanted, said):
    assert said in problem(client.post(f"{V1}/stories/{ferry}/corrections", json=wanted), 422)
    assert client.get(f"{V1}/corrections").json()["total"] == 0


def test_words_that_do_not_stand_there_are_refused(client, ferry):
    wanted = {"kind": "boilerplate", "places": [place(GULL, "Nineteen people")]}
    assert "Nineteen people" in problem(client.post(f"{V1}/stories/{ferry}/corrections", json=wanted), 404)


def test_name_given_with_the_password_stands_for_who_corrects(store, ferry, tmp_path):
    app = make_app(store, lambda: NOW, rules=Rules(password="open sesame"), folder=tmp_path)
    client = TestClient(app, base_url=HERE)
    wanted = {"kind": "pin", "articles": [GULL.id]}
    problem(client.post(f"{V1}/stories/{ferry}/corrections", json=wanted), 401)
    told = {"authorization": "Basic " + base64.b64encode(b"Ana:open sesame").decode()}
    kept = client.post(f"{V1}/stories/{ferry}/corrections", json=wanted, headers=told).json()
    assert kept["correction"]["by"] == "Ana"


def test_read_only_server_takes_no_correction(store, ferry, tmp_path):
    client = TestClient(make_app(store, lambda: NOW, rules=Rules(read_only=True), folder=tmp_path), base_url=HERE)
    problem(client.post(f"{V1}/stories/{ferry}/corrections", json={"kind": "pin", "articles": [GULL.id]}), 403)
