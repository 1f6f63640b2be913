"""How the API answers whatever is asked: tags, HEAD, portions, and one shape for everything wrong."""

import gzip

import pytest

V1 = "/api/v1"


def problem(answer, status):
    """What a refusal says; it has that status, in its head and in its body, and the one shape."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert list(told) == ["type", "title", "status", "detail", "instance"] and told["status"] == status
    assert "\n" not in told["detail"] and answer.request.url.path == told["instance"]
    return told["detail"]


def test_what_has_not_changed_is_not_sent_again(client):
    first = client.get(f"{V1}/stories")
    again = client.get(f"{V1}/stories", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304 and again.content == b"" and again.headers["etag"] == first.headers["etag"]
    assert "content-length" not in again.headers and "content-type" not in again.headers


@pytest.mark.parametrize("known", ['"other", {}', "{}", "*", '"other" , W/"more", {}'])
def test_tag_is_found_among_others_and_compared_weakly(client, known):
    tag = client.get(f"{V1}/sources").headers["etag"]
    assert client.get(f"{V1}/sources", headers={"if-none-match": known.format(tag)}).status_code == 304
    strong = known.format(tag.removeprefix("W/"))
    assert client.get(f"{V1}/sources", headers={"if-none-match": strong}).status_code == 304


def test_tag_changes_with_what_it_is_of(client, store, ferry):
    before = client.get(f"{V1}/corrections").headers["etag"]
    wanted = {"kind": "boilerplate", "places": [{"article": "gull.example/ferry", "exact": "She was built in 1961."}]}
    assert client.post(f"{V1}/stories/{ferry}/corrections", json=wanted).status_code == 201
    answer = client.get(f"{V1}/corrections", headers={"if-none-match": before})
    assert answer.status_code == 200 and answer.headers["etag"] != before


def test_head_says_what_get_says_but_the_body(client, ferry):
    for path in ("/stories", f"/stories/{ferry}/comparison", "/openapi.json"):
        head, got = client.head(V1 + path), client.get(V1 + path)
        assert head.status_code == 200 and head.content == b""
        assert dict(head.headers) == dict(got.headers)
    assert client.head(f"{V1}/stories/zzz").status_code == 404


def test_portions_are_walked_by_the_address_of_the_next(client):
    whole = client.get(f"{V1}/stories").json()
    path, walked = f"{V1}/stories?limit=1&since=2020-01-01", []
    while path:
        portion = client.get(path).json()
        assert portion["total"] == whole["total"] == 3 and portion["limit"] == 1
        walked += portion["items"]
        path = portion["next"]
    assert walked == whole["items"] and whole["next"] is None


def test_portion_after_the_end_is_empty_and_leads_nowhere(client):
    beyond = client.get(f"{V1}/stories?offset=99").json()
    assert (beyond["items"], beyond["total"], beyond["next"]) == ([], 3, None)


@pytest.mark.parametrize("query", ["limit=0", "limit=201", "limit=many", "offset=-1", f"offset={10**30}"])
def test_portion_that_cannot_be_is_refused(client, query):
    assert problem(client.get(f"{V1}/stories?{query}"), 422).startswith(query.split("=")[0])


@pytest.mark.parametrize(
    "path, said",
    [
        ("/nowhere", "/api/v1/nowhere"),
        ("/stories/zzz", "no story 'zzz'"),
        ("/stories/zzz/comparison", "no story 'zzz'"),
        ("/articles/zzz", "no article 'zzz'"),
        ("/versions/zzz", "no article 'zzz'"),
        ("/speakers/zzz", "nobody of the name 'zzz'"),
        ("/speakers/zzz/quotations", "nobody of the name 'zzz'"),
        ("/corrections/99", "no correction 99"),
        ("/jobs/zzz", "no job 'zzz'"),
        ("/evidence?article=gull.example/ferry&exact=a+zeppelin", "a zeppelin"),
    ],
)
def test_what_is_not_there_is_told_in_one_line(client, path, said):
    assert said in problem(client.get(V1 + path), 404)


@pytest.mark.parametrize(
    "path, said",
    [
        ("/stories?since=yesterday", "since 'yesterday' is no date"),
        ("/search/articles", "q"),
        ("/search/claims?q=%3F", "no word"),
        ("/evidence?article=gull.example/ferry", "no words and no place"),
    ],
)
def test_what_cannot_be_asked_is_told_in_one_line(client, path, said):
    assert said in problem(client.get(V1 + path), 422)


def test_ways_that_there_are_are_told_where_another_is_tried(client):
    """Those that the description has, and HEAD wherever there is GET."""
    for path, methods in client.get(f"{V1}/openapi.json").json()["paths"].items():
        there = {one.upper() for one in methods} | ({"HEAD"} if "get" in methods else set())
        asked = V1 + path.format(story="x", article="x", key="x", number=1, id="x")
        for way in sorted({"GET", "POST", "PUT", "PATCH", "DELETE"} - there):
            answer = client.request(way, asked)
            problem(answer, 405)
            assert answer.headers["allow"] == ", ".join(sorted(there)), (way, path)


def test_parameter_of_no_such_name_is_refused_with_those_there_are(client, ferry):
    for path, methods in client.get(f"{V1}/openapi.json").json()["paths"].items():
        for way, told in methods.items():
            known = [one["name"] for one in told.get("parameters", ()) if one["in"] == "query"]
            asked = V1 + path.format(story=ferry, article="gull.example%2Fferry", key="mira-oduya", number=1, id="x")
            said = problem(client.request(way, f"{asked}?bogus=1&limit=1"), 422)
            assert said.startswith("bogus: no parameter of that name; ") and said.endswith(", ".join(known))


QUOTE = {"type": "TextQuoteSelector", "exact": "hurt"}
PLACE = {"article": "gull.example/ferry", "exact": "She was built in 1961."}


@pytest.mark.parametrize(
    "path, body",
    [
        ("/add/links", {"addresses": ["https://gull.example/feed"]}),
        ("/add/texts", {"text": "The ferry was towed free."}),
        ("/stories/{}/corrections", {"kind": "boilerplate", "places": [PLACE]}),
        ("/evidence", {"source": "gull.example/ferry", "selector": [QUOTE]}),
    ],
)
def test_field_of_no_such_name_is_refused_and_nothing_done(client, store, ferry, path, body):
    mark, path = store.mark(), V1 + path.format(ferry)
    assert problem(client.post(path, json={**body, "headlin": "Free"}), 422) == "headlin: no field of that name"
    for name in ("places", "selector"):
        if name in body:
            nested = {**body, name: [{**body[name][0], "odd": 1}]}
            assert problem(client.post(path, json=nested), 422) == "odd: no field of that name"
    assert store.mark() == mark and client.get(f"{V1}/jobs").json()["total"] == 0
    assert client.post(path, json=body).status_code < 300


def test_fault_of_ours_is_told_without_its_insides(client, app, monkeypatch):
    def fail(*asked):
        raise RuntimeError("the secret place")

    monkeypatch.setattr(type(app.state.house.store), "source_health", fail)
    said = problem(client.get(f"{V1}/sources"), 500)
    assert "secret" not in said and "fault" in said


def test_writing_from_another_site_is_refused(client, ferry):
    evil = {"origin": "https://evil.example", "sec-fetch-site": "cross-site"}
    wanted = {"kind": "pin", "articles": ["gull.example/ferry"]}
    problem(client.post(f"{V1}/stories/{ferry}/corrections", json=wanted, headers=evil), 403)
    assert client.get(f"{V1}/corrections").json()["total"] == 0


def test_root_says_where_all_stands(client):
    root = client.get(V1).json()
    assert client.get(root["stories"]).status_code == client.get(root["description"]).status_code == 200
    assert root["comparisons"] == "rashomon.comparison/1"


def test_what_is_large_is_sent_packed_to_who_takes_it_so(client, ferry):
    path = f"{V1}/stories/{ferry}/comparison"
    plain = client.get(path, headers={"accept-encoding": "identity"})
    with client.stream("GET", path, headers={"accept-encoding": "br, gzip;q=0.5"}) as packed:
        sent = b"".join(packed.iter_raw())
    assert packed.headers["content-encoding"] == "gzip" and int(packed.headers["content-length"]) == len(sent)
    assert gzip.decompress(sent) == plain.content and len(sent) < len(plain.content) / 2
    assert "content-encoding" not in plain.headers and plain.headers["etag"] == packed.headers["etag"]
    known = client.get(path, headers={"if-none-match": plain.headers["etag"]})
    assert [one.headers["vary"].lower() for one in (plain, packed, known)] == ["accept-encoding"] * 3
    assert known.status_code == 304 and "content-encoding" not in known.headers


@pytest.mark.parametrize("accepted", ["identity", "gzip;q=0", "gzip; q=0.0, *", "br", "*;q=0"])
def test_who_takes_nothing_packed_is_sent_it_plain(client, ferry, accepted):
    answer = client.get(f"{V1}/stories/{ferry}/comparison", headers={"accept-encoding": accepted})
    assert "content-encoding" not in answer.headers and answer.json()["format"]


def test_what_is_small_is_sent_plain(client):
    assert "content-encoding" not in client.get(f"{V1}/", headers={"accept-encoding": "gzip"}).headers
