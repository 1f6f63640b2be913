"""Citations hold what is known and nothing else; their links are built by the rules of text fragments."""

from dataclasses import replace
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import TEXTS, find, make_witness

from rashomon.model.span import Evidence
from rashomon.render.citations import cite, cite_report, link_to_words, target_of
from rashomon.render.fragments import find_directive, point_to

GULL = make_witness(
    "gull",
    TEXTS["gull"],
    outlet="The Gull",
    byline="Ada  Moor",
    headline="Ferry aground",
    published="2025-03-04T10:30:00Z",
    url="https://gull.example/ferry?p=1",
)


def directive(text: str, words: str) -> str:
    start = text.index(words)
    return find_directive(text, start, start + len(words))


def test_a_citation_tells_all_that_is_known() -> None:
    assert cite(GULL, find("gull", "Twelve people were hurt")) == (
        "The Gull, Ada Moor, “Ferry aground”, 4 March 2025, report gull, characters 49–72, "
        "https://gull.example/ferry?p=1#:~:text=Twelve%20people%20were%20hurt"
    )


def test_what_is_not_known_is_left_out() -> None:
    assert cite(make_witness("skua", TEXTS["skua"]), find("skua", "14 people")) == "report skua, characters 52–61"
    address = "https://auk.example/a"
    by_address = make_witness(address, "A ferry ran aground.", url=address)
    assert cite(by_address, Evidence(address, 0, 7, "A ferry")).startswith("characters 0–7, https://auk.example/a#:~:")
    assert cite_report(by_address) == ""


def test_a_report_is_cited_in_full() -> None:
    changed = replace(GULL, modified="2025-03-05", credits=("Wirenet", "AFP"))
    assert cite_report(changed) == (
        "The Gull, Ada Moor, “Ferry aground”, 4 March 2025, 10:30 UTC, changed 5 March 2025, "
        "credited to Wirenet and AFP, report gull"
    )


def test_a_target_has_position_and_words() -> None:
    target = target_of(GULL, find("gull", "Twelve people were hurt"))
    assert target["source"] == GULL.url
    position, words = target["selector"]
    assert position == {"type": "TextPositionSelector", "start": 49, "end": 72}
    assert (words["exact"], words["suffix"][:5]) == ("Twelve people were hurt", ", the")
    assert TEXTS["gull"][:49].endswith(words["prefix"])


def test_signs_of_the_directive_are_encoded() -> None:
    assert directive("A well-known, tested & tried ferry sank.", "well-known, tested & tried") == (
        "text=well%2Dknown%2C%20tested%20%26%20tried"
    )


def test_few_words_and_words_found_twice_bring_what_stands_beside_them() -> None:
    text = "The ferry sank at noon. The ferry sank at night, they said.\nNoon came."
    assert directive(text, "ferry") == "text=The-,ferry,-sank%20at%20noon.%20The"
    second = text.index("ferry sank at", 10)
    assert (
        find_directive(text, second, second + 13)
        == "text=sank%20at%20noon.%20The-,ferry%20sank%20at,-night%2C%20they%20said."
    )


def test_long_quotes_and_those_over_paragraphs_have_a_start_and_an_end() -> None:
    long = " ".join(f"word{n}" for n in range(60))
    assert (
        directive(f"It was {long} then.", long)
        == "text=word0%20word1%20word2%20word3,word56%20word57%20word58%20word59"
    )
    over = "The ferry sank at noon.\n\nNobody on board was hurt."
    assert find_directive(over, 0, len(over)) == "text=The%20ferry%20sank%20at,on%20board%20was%20hurt."


def test_an_end_that_stands_in_between_is_lengthened() -> None:
    text = "one two three four five six seven eight nine ten " * 4 + "by the end of the day and at the end of the day"
    assert unquote(find_directive(text, 0, len(text))).endswith(",day and at the end of the day")


def test_a_place_inside_a_word_is_widened_to_the_word() -> None:
    assert directive("Twelve people were hurt badly.", "lve people were hu") == "text=Twelve%20people%20were%20hurt"


@pytest.mark.parametrize(
    "address", [None, "", "gull", "javascript:alert(1)", "ftp://gull.example/", "https://[gull", "http:///x"]
)
def test_there_is_no_link_where_there_is_no_web_address(address: str | None) -> None:
    assert point_to(address, "A ferry sank today.", 0, 12) == ""


def test_a_fragment_that_is_there_is_kept() -> None:
    assert point_to("https://gull.example/a#top", "A ferry sank.", 0, 12) == (
        "https://gull.example/a#top:~:text=A%20ferry%20sank"
    )
    assert point_to("https://gull.example/a", "   ", 0, 2) == "https://gull.example/a"


words = st.lists(
    st.sampled_from(["ferry", "sank", "a-b", "noon,", "“We", "ran”", "Ä", "\n", "\n\n", " ", "の船"]), max_size=90
)


@given(words, st.data())
def test_a_directive_names_words_of_the_place_and_is_clean(pieces: list[str], data: st.DataObject) -> None:
    text = " ".join(pieces)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = find_directive(text, start, end)
    if not text[start:end].strip():
        assert found == ""
        return
    assert found.startswith("text=") and not set(found) & set(" \n&\"<>'#")
    parts = found.removeprefix("text=").split(",")
    before = parts.pop(0) if parts[0].endswith("-") else "-"
    after = parts.pop() if parts[-1].startswith("-") else "-"
    assert 1 <= len(parts) <= 2 and all("-" not in part for part in (*parts, before[:-1], after[1:]))
    folded = " ".join(text.split())
    assert all(unquote(part) in folded for part in (*parts, before[:-1], after[1:]))
    assert link_to_words(replace(GULL, text=text), Evidence("gull", start, end, text[start:end])).endswith(found)
