"""What OpenAPI says of the API is what the API answers, and the reference shows all of it without another's help."""

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from jsonschema import Draft202012Validator
from lxml import html
from tests.web.api.test_answers import V1
from tests.web.reading_room import FERRY, MILL

GULL = quote(FERRY[0].id, safe="")
QUERIES = {  # what must be given besides what stands in the path
    "/evidence": {"article": FERRY[0].id, "exact": "Twelve people"},
    "/search/articles": {"q": "marlin"},
    "/search/claims": {"q": "marlin"},
    "/search/quotations": {"q": "bang"},
}


@pytest.fixture
def description(client):
    return client.get(f"{V1}/openapi.json").json()


def reads(description):
    return [path for path, methods in description["paths"].items() if "get" in methods]


def check(description, method, path, answer):
    """The answer is as it is described: every key described is there, no other is, and each holds what it should."""
    shapes = description["components"]["schemas"].items()
    closed = {
        name: {**shape, "additionalProperties": False} if "properties" in shape else shape for name, shape in shapes
    }
    answers = description["paths"][path][method]["responses"]
    assert str(answer.status_code) in answers and answer.status_code < 300, (path, answer.text)
    told = answers[str(answer.status_code)]["content"]["application/json"]["schema"]
    validator = Draft202012Validator({**told, "components": {"schemas": closed}})
    errors = [f"{method} {path}: {error.json_path}: {error.message}" for error in validator.iter_errors(answer.json())]
    assert not errors, errors


def test_every_answer_is_as_it_is_described(client, store, ferry, description):
    wanted = {"kind": "boilerplate", "places": [{"article": FERRY[0].id, "exact": "She was built in 1961."}]}
    made = client.post(f"{V1}/stories/{ferry}/corrections", json=wanted)
    check(description, "post", "/stories/{story}/corrections", made)
    job = client.post(f"{V1}/stories/{store.story_of(MILL.id)}/comparison")
    check(description, "post", "/stories/{story}/comparison", job)
    given = {"story": ferry, "article": GULL, "key": "mira-oduya", "number": "1", "id": job.json()["id"]}
    for path in reads(description):
        check(description, "get", path, client.get(V1 + path.format(**given), params=QUERIES.get(path)))
    target = client.get(f"{V1}/evidence", params=QUERIES["/evidence"]).json()["target"]
    check(description, "post", "/evidence", client.post(f"{V1}/evidence", json=target))
    check(description, "delete", "/corrections/{number}", client.delete(made.headers["location"]))
    sent = {
        "/add/links": {"json": {"addresses": ["https://gull.example/feed"]}},
        "/add/texts": {"json": {"text": "The ferry was towed free."}},
        "/add/files": {"files": [("files", ("ferry.txt", b"The ferry was towed free."))]},
    }
    for path, given in sent.items():
        check(description, "post", path, client.post(V1 + path, **given))
    assert writes(description) == {*sent, "/evidence", "/stories/{story}/corrections", "/stories/{story}/comparison"}


def writes(description):
    return {path for path, methods in description["paths"].items() if "post" in methods}


def test_every_refusal_is_described_in_the_one_shape(client, description):
    (problem,) = (shape for name, shape in description["components"]["schemas"].items() if name == "Problem")
    Draft202012Validator(problem).validate(client.get(f"{V1}/stories/zzz").json())
    for path, methods in description["paths"].items():
        for told in methods.values():
            for status, answer in told["responses"].items():
                if status >= "400":
                    assert list(answer["content"]) == ["application/problem+json"], (path, status)
    assert not {"HTTPValidationError", "ValidationError"} & description["components"]["schemas"].keys()


def test_every_operation_has_a_name_a_summary_and_every_parameter_a_word(description):
    names = []
    for methods in description["paths"].values():
        for told in methods.values():
            names.append(told["operationId"])
            assert told["summary"] and told["description"] and told["tags"]
            assert all(
                one.get("description")
                for one in told.get("parameters", ())
                if one["name"] not in ("start", "end", "article")
            )
    assert len(names) == len(set(names))


def test_every_item_that_needs_an_id_tells_of_its_absence(description):
    for path, methods in description["paths"].items():
        for told in methods.values():
            assert ("404" in told["responses"]) == ("{" in path or path == "/evidence"), path


def test_names_of_shapes_can_be_read(description):
    assert "StoryShownPortion" in description["components"]["schemas"]
    assert all(re.fullmatch(r"[A-Za-z]+", name) for name in description["components"]["schemas"])


def test_reference_shows_every_operation_and_shape(client, description):
    page = html.fromstring(client.get("/api").text)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    operations = {told["operationId"] for methods in description["paths"].values() for told in methods.values()}
    assert operations | set(description["components"]["schemas"]) <= set(ids)
    assert {link[1:] for link in page.xpath("//a/@href") if link.startswith("#")} <= set(ids)


def test_reference_loads_nothing_from_elsewhere(client):
    page = html.fromstring(client.get("/api").text)
    loaded = [*page.xpath("//@src"), *page.xpath("//link/@href")]
    assert loaded and all(one.startswith(("/static/", "data:,")) for one in loaded)
    assert all(client.get(one).status_code == 200 for one in loaded if "vendor" not in one and one.startswith("/"))


def test_api_has_no_other_documentation(client):
    assert [client.get(V1 + path).status_code for path in ("/docs", "/redoc")] == [404, 404]
    assert not list((Path(__file__).parents[3] / "src/rashomon/web").rglob("*swagger*"))
