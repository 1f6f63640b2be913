"""What assistants are told: found stories, comparisons in short, and words as the reports have them."""

import json
import subprocess
import sys
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import anyio
import pytest
from mcp import Client, StdioServerParameters, stdio_client
from tests.web.reading_room import FERRY, MILL, NOW, keep

from rashomon.mcp.server import make_server
from rashomon.settings import Settings
from rashomon.stream.comparing import compare_story

GULL, TERN, SKUA = FERRY
HURT = "Twelve people were hurt"
VERBS = ["find_stories", "compare", "quote_evidence", "search"]


def ask(store, verb, **asked):
    """The answer of a server in this process; it must be no error."""
    answer = call(store, verb, **asked)
    assert not answer.is_error, answer.content
    assert json.loads(answer.content[0].text) == answer.structured_content
    return answer.structured_content


def refusal(store, verb, **asked):
    answer = call(store, verb, **asked)
    assert answer.is_error
    return answer.content[0].text


def call(store, verb, **asked):
    async def talk():
        async with Client(make_server(store, Settings())) as client:
            return await client.call_tool(verb, asked)

    return anyio.run(talk)


def evidence_in(node):
    """Every piece of evidence in an answer, wherever it stands."""
    if isinstance(node, dict):
        if {"article", "start", "end", "text"} <= node.keys():
            yield node
        node = list(node.values())
    if isinstance(node, list):
        for one in node:
            yield from evidence_in(one)


def check_words(store, answer):
    """Every piece of evidence is the very words of its article at its place; there is some."""
    found = list(evidence_in(answer))
    for one in found:
        assert store.article(one["article"]).text[one["start"] : one["end"]] == one["text"]
    return len(found)


@asynccontextmanager
async def assistant(path: Path):
    """A client that starts the command itself, as assistants do, and speaks with it over its streams."""
    command = StdioServerParameters(command=sys.executable, args=["-m", "rashomon", "mcp", "--store", str(path)])
    async with Client(stdio_client(command)) as client:
        yield client


def test_assistant_finds_compares_and_quotes_over_the_command(filled, store, cable_car):
    async def talk():
        async with assistant(filled) as client:
            tools = (await client.list_tools()).tools
            found = await client.call_tool("find_stories", {})
            compared = await client.call_tool("compare", {"story": cable_car})
            claim = compared.structured_content["claims"][0]["evidence"][0]
            asked = {name: claim[name] for name in ("article", "start", "end")}
            return tools, found, compared, claim, await client.call_tool("quote_evidence", asked)

    tools, found, compared, claim, quoted = anyio.run(talk)
    assert [tool.name for tool in tools] == VERBS
    assert all(tool.annotations.read_only_hint and tool.output_schema and tool.description for tool in tools)
    assert [one["id"] for one in found.structured_content["stories"]][:2] == [
        one.record.id for one in store.listed_stories()
    ][:2]
    assert compared.structured_content["story"] == cable_car
    assert quoted.structured_content["evidence"]["text"] == claim["text"]


def test_command_says_in_one_line_what_is_missing(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "rashomon", "mcp", "--store", str(tmp_path / "none.sqlite")],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 2 and done.stdout == "" and done.stderr.count("\n") == 1 and "no store" in done.stderr


def test_command_names_the_extra_where_the_library_is_not_there(filled):
    program = "import sys; sys.modules['mcp'] = None; from rashomon.cli.main import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", program, "mcp", "--store", str(filled)],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "rashomon: serving assistants needs a few more packages: pip install 'rashomon[mcp]'\n"


def test_stories_are_found_by_time_and_by_words(store, ferry):
    latest = ask(store, "find_stories", since="2026-01-01")
    assert [one["id"] for one in latest["stories"]] == [one.record.id for one in store.listed_stories()]
    (found,) = ask(store, "find_stories", words="marlin aground")["stories"]
    figures = store.listed_story(ferry).figures
    assert (found["id"], found["origins"], found["articles"]) == (ferry, figures.origins, 3)
    assert found["parts"] == dict(figures.parts)
    assert ask(store, "find_stories", words="marlin", until="2026-01-18")["stories"] == []


@pytest.mark.parametrize("words", ["", "on"])
def test_stories_are_found_in_portions(store, words):
    whole = [one["id"] for one in ask(store, "find_stories", words=words)["stories"]]
    walked, offset = [], 0
    while offset is not None:
        portion = ask(store, "find_stories", words=words, limit=1, offset=offset)
        walked += [one["id"] for one in portion["stories"]]
        offset = portion["next_offset"]
    assert walked == whole and len(whole) == 3


def test_outline_counts_what_the_comparison_has(store, cable_car):
    comparison = compare_story(store, cable_car, NOW, Settings())
    outline = ask(store, "compare", story=cable_car)
    for name in ("origins", "differences", "claims", "quotations", "names", "timeline", "left_out", "unresolved"):
        assert outline["lists"][name] == len(getattr(comparison, name))
    assert outline["lists"]["articles"] == len(comparison.articles) and outline["fresh"] and outline["made"] == NOW
    assert outline["claims"][0]["origins"] == max(claim.origins for claim in comparison.claims)
    assert outline["quotations"] is None and outline["filtered"] is None
    assert check_words(store, outline) > 10


@pytest.mark.parametrize("part", ["articles", "origins", "differences", "claims", "quotations", "names", "timeline"])
def test_every_list_is_walked_to_its_end(store, cable_car, part):
    total = ask(store, "compare", story=cable_car)["lists"][part]
    walked, offset = [], 0
    while offset is not None:
        answer = ask(store, "compare", story=cable_car, part=part, offset=offset, limit=7, places=2)
        check_words(store, answer)
        walked += answer[part]
        offset = answer["portion"][part]["next_offset"]
    assert len(walked) == total > 0 and len({json.dumps(one) for one in walked}) == total


def test_evidence_that_is_cut_is_counted(store, cable_car):
    comparison = compare_story(store, cable_car, NOW, Settings())
    claims = ask(store, "compare", story=cable_car, part="claims", places=1, limit=50)["claims"]
    places = {claim.id: len(claim.evidence) for claim in comparison.claims}
    assert all(len(one["evidence"]) == 1 and one["places"] == places[one["id"]] for one in claims)
    assert any(one["places"] > 1 for one in claims)


def test_values_and_quotations_are_counted_by_origin(store, cable_car):
    comparison = compare_story(store, cable_car, NOW, Settings())
    origin_of = {article: origin.id for origin in comparison.origins for article in origin.articles}

    def origins(places):
        return len({origin_of[one.article] for one in places})

    told = ask(store, "compare", story=cable_car, part="differences", limit=50)["differences"]
    known = {one.id: [origins(value.evidence) for value in one.values] for one in comparison.differences}
    assert all([value["origins"] for value in one["values"]] == known[one["id"]] for one in told)
    told = ask(store, "compare", story=cable_car, part="quotations", limit=50)["quotations"]
    assert [one["origins"] for one in told] == [origins(one.variants) for one in comparison.quotations]


def test_filter_narrows_and_says_what_it_keeps_back(store, cable_car):
    comparison = compare_story(store, cable_car, NOW, Settings())
    answer = ask(store, "compare", story=cable_car, part="differences", kind=["number"], limit=50)
    wanted = [one.id for one in comparison.differences if one.kind == "number"]
    assert [one["id"] for one in answer["differences"]] == wanted != []
    assert answer["filtered"].startswith("Filtered:")
    assert "no kind 'colour'" in refusal(store, "compare", story=cable_car, kind=["colour"])


def test_story_that_was_not_compared_is_compared_and_nothing_kept(store):
    mill = store.story_of(MILL.id)
    answer = ask(store, "compare", story=mill)
    assert answer["made"] is None and answer["fresh"] and answer["lists"]["articles"] == 1
    assert store.last_comparison(mill) is None


def test_comparison_of_former_reports_says_so(store, ferry):
    keep(store, replace(TERN, text=TERN.text + " Nobody died."))
    answer = ask(store, "compare", story=ferry)
    assert answer["made"] == NOW and not answer["fresh"]


def test_words_are_quoted_with_what_stands_around_them(store, ferry):
    quoted = ask(store, "quote_evidence", article=GULL.id, words=HURT, around=10)
    start = GULL.text.index(HURT)
    assert quoted["evidence"] == {"article": GULL.id, "start": start, "end": start + len(HURT), "text": HURT}
    assert quoted["before"] == GULL.text[start - 10 : start] and quoted["after"] == GULL.text[start + len(HURT) :][:10]
    assert quoted["citation"].startswith("The Gull") and quoted["story"] == ferry and not quoted["gone"]
    assert quoted["target"]["selector"][1]["exact"] == HURT


def test_words_that_a_report_lost_are_told_as_gone(store):
    keep(store, replace(GULL, text=GULL.text.replace("Twelve", "Fourteen")))
    quoted = ask(store, "quote_evidence", article=GULL.id, words=HURT)
    assert quoted["gone"] and (quoted["version"], quoted["versions"]) == (1, 2)


def test_words_that_no_report_has_are_refused(store):
    assert "Nineteen people" in refusal(store, "quote_evidence", article=GULL.id, words="Nineteen people were hurt")
    assert "no article 'zzz'" in refusal(store, "quote_evidence", article="zzz", words="hurt")
    assert "no words and no place" in refusal(store, "quote_evidence", article=GULL.id)


@pytest.mark.parametrize("kind", ["articles", "claims", "quotations"])
def test_search_finds_words_and_goes_on(store, kind):
    found = ask(store, "search", words="loud bang", kind=kind)
    assert found["hits"] and check_words(store, found) == len(found["hits"])
    assert all((one["item"] is None) == (kind == "articles") for one in found["hits"])
    assert {hit["outlet"] for hit in ask(store, "search", words="marlin", outlet="Tern")["hits"]} == {"Tern"}
    assert ask(store, "search", words="marlin", until="2026-01-18")["hits"] == []
    one = ask(store, "search", words="marlin", limit=1)
    assert one["next_offset"] == 1 and len(one["hits"]) == 1


@pytest.mark.parametrize(
    "verb, asked",
    [
        ("compare", {"story": "zzz"}),
        ("compare", {"part": "weather", "story": "zzz"}),
        ("search", {"words": "?"}),
        ("find_stories", {"since": "yesterday"}),
        ("find_stories", {"limit": 0}),
    ],
)
def test_what_cannot_be_asked_is_an_error_with_its_reason(store, verb, asked):
    told = refusal(store, verb, **asked)
    assert told and "\n" not in told and "pydantic" not in told


@pytest.mark.parametrize("verb", VERBS)
def test_argument_of_no_such_name_is_refused_by_its_name(store, verb):
    needed = {"compare": {"story": "x"}, "quote_evidence": {"article": "x"}, "search": {"words": "x"}}
    told = refusal(store, verb, query="marlin", **needed.get(verb, {}))
    assert told.startswith(f"{verb}: query: no argument of that name; {verb} takes ") and "\n" not in told

    async def schemas():
        async with Client(make_server(store, Settings())) as client:
            return {tool.name: tool.input_schema for tool in (await client.list_tools()).tools}

    schema = anyio.run(schemas)[verb]
    assert schema["additionalProperties"] is False
    assert told.endswith(", ".join(schema["properties"]))


def test_story_without_a_headline_is_told_by_its_title(store):
    bare = replace(GULL, id="bare", headline=None, text="A lighthouse keeper of Penn Rock was found safe on Friday.")
    keep(store, bare)
    title = {"words": bare.text, "kind": "words", "article": "bare"}
    (story,) = ask(store, "find_stories", words="lighthouse")["stories"]
    (hit,) = ask(store, "search", words="lighthouse")["hits"]
    assert (story["headline"], story["title"]) == (hit["headline"], hit["title"]) == (None, title)
    (headed,) = ask(store, "find_stories", words="marlin aground")["stories"]
    assert headed["headline"] and headed["title"] is None


def test_what_was_asked_is_not_repeated_at_length(store):
    assert len(refusal(store, "compare", story="x" * 100_000)) < 1000
