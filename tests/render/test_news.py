"""What is new, in every format."""

import dataclasses
import json

import pytest
from lxml import html
from tests.factories import find, make_comparison

from rashomon.model.comparison import Comparison
from rashomon.model.news import (
    ClaimNews,
    DifferenceNews,
    FormerEvidence,
    FormerText,
    FormerValue,
    NewHeadline,
    NewSince,
    Revision,
)
from rashomon.render import render

THEN = "Nine people were hurt. The sea was calm."
NEWS = NewSince(
    since="2025-03-04T12:00:00+00:00",
    came=("skua",),
    left=("owl",),
    former=(FormerText("gull", "The Gull", "Ferry hits rock", None, None, THEN),),
    headlines=(NewHeadline("gull", "Ferry hits rock", "Ferry aground"),),
    revisions=(
        Revision("gull", "revised", FormerEvidence("gull", 0, 22, THEN[:22]), find("gull", "Twelve people were hurt")),
        Revision("gull", "withdrawn", FormerEvidence("gull", 23, 40, THEN[23:]), None),
    ),
    claims=(
        ClaimNews("gained", "c-1", 1, 2, (find("skua", "14 people were hurt"),), ()),
        ClaimNews("withdrawn", None, 1, 0, (), (FormerEvidence("gull", 23, 40, THEN[23:]),)),
    ),
    differences=(
        DifferenceNews("new", "d-1", "people hurt", None, (find("skua", "14 people were hurt"),), (), "new words"),
        DifferenceNews(
            "resolved",
            None,
            "the sea",
            "conflict",
            (),
            (FormerValue("calm", False, (FormerEvidence("gull", 35, 39, "calm"),)),),
            "fewer than two of its values still stand in the reports",
        ),
    ),
)


@pytest.fixture
def compared() -> Comparison:
    """The story of the ferry, held against an earlier comparison."""
    return dataclasses.replace(make_comparison(), new_since=NEWS)


@pytest.mark.parametrize("format", ["terminal", "markdown", "html"])
def test_all_that_is_new_is_told_with_its_words(compared: Comparison, format: str) -> None:
    shown = render(compared, format, everything=True)  # type: ignore[arg-type]
    text = html.document_fromstring(shown).text_content() if format == "html" else shown
    flat = " ".join(text.split()).lower()
    for words in (
        "new since 4 march 2025, 12:00 utc",
        "nine people were hurt.",
        "the sea was calm.",
        "ferry hits rock",
        "sentence withdrawn",
        "more origins: 1 origin then, 2 now",
        "difference resolved",
        "owl",
    ):
        assert words in flat, words


def test_former_words_are_never_linked_to_the_present_text(compared: Comparison) -> None:
    page = html.document_fromstring(render(compared, "html"))
    ids = set(page.xpath("//@id"))
    assert "new" in ids and "gull.23-40" not in ids
    assert {href[1:] for href in page.xpath("//a/@href") if href.startswith("#")} <= ids
    assert "(#gull.23-40)" not in render(compared, "markdown")
    assert "[gull (former text) 23-40]" in render(compared, "terminal", everything=True)


@pytest.mark.parametrize("format", ["terminal", "markdown", "html"])
def test_nothing_is_said_of_news_that_nobody_asked_for(format: str) -> None:
    assert "new since" not in render(make_comparison(), format).lower()  # type: ignore[arg-type]


def test_that_nothing_is_new_is_said(compared: Comparison) -> None:
    nothing = NewSince(NEWS.since, (), (), (), (), (), (), ())
    assert nothing.empty and not NEWS.empty
    for format in ("terminal", "markdown", "html"):
        assert "Nothing is new." in render(dataclasses.replace(compared, new_since=nothing), format)  # type: ignore[arg-type]


def test_json_has_it_under_one_key(compared: Comparison) -> None:
    told = json.loads(render(compared, "json"))["new_since"]
    assert told["revisions"][0]["before"] == {"former": "gull", "start": 0, "end": 22, "text": THEN[:22]}
    assert json.loads(render(make_comparison(), "json"))["new_since"] is None
