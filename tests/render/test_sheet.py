"""The comparison as rows: every piece of evidence, with its citation, and nothing a spreadsheet would act on."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import TEXTS, find, make_comparison, make_empty, make_witness
from tests.render.test_narrowing import with_news

from rashomon.model.comparison import Comparison, Corrected
from rashomon.model.view import View
from rashomon.render import render
from rashomon.render.narrowing import narrow
from rashomon.render.sheet import COLUMNS


def read(comparison: Comparison) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render(comparison, "csv"), newline=""), strict=True))


def in_section(rows: list[dict[str, str]], section: str) -> list[dict[str, str]]:
    return [row for row in rows if row["section"] == section]


def test_every_piece_of_evidence_has_a_row_with_the_very_words(comparison: Comparison) -> None:
    rows = read(comparison)
    assert tuple(rows[0]) == COLUMNS
    for row in rows:
        if row["start"]:
            assert TEXTS[row["article"]][int(row["start"]) : int(row["end"])] == row["words"]
            assert f"characters {row['start']}–{row['end']}" in row["citation"]
    numbers = {section: len(in_section(rows, section)) for section in dict.fromkeys(row["section"] for row in rows)}
    assert numbers == {
        "report": 3, "apart": 1, "difference": 5, "claim": 7, "quotation": 3, "name": 3, "date": 2, "passage": 2,
        "left out": 1, "unresolved": 1,
    }  # fmt: skip


def test_a_value_counts_the_origins_and_outlets_behind_it(comparison: Comparison) -> None:
    twelve, *fourteen = in_section(read(comparison), "difference")[:3]
    assert [(row["value"], row["origins"], row["outlets"]) for row in (twelve, *fourteen)] == [
        ("Twelve", "1", "1"),
        ("14", "1", "2"),
        ("14", "1", "2"),
    ]
    assert (twelve["speaker"], twelve["confidence"], twelve["reason"]) == (
        "the coast guard", "0.6", "two figures for one count",
    )  # fmt: skip


def test_a_claim_says_where_it_parts_and_where_it_was_not_found(comparison: Comparison) -> None:
    reasons = {row["id"]: row["reason"] for row in in_section(read(comparison), "claim")}
    assert reasons == {"c-1": "parts at d-1", "c-2": "", "c-3": "not found in gull, skua"}


def test_what_has_no_evidence_has_a_row_too() -> None:
    comparison = make_comparison()
    unread = replace(comparison.unresolved[0], what="moth.html", evidence=(), reason="no text")
    decided = Corrected("other_claim", "Ada", "2025-03-05T10:00:00Z", (), False, "the words are gone")
    rows = read(replace(comparison, unresolved=(unread,), corrected=(decided,)))
    assert [(row["about"], row["reason"], row["start"]) for row in in_section(rows, "unresolved")] == [
        ("moth.html", "no text", "")
    ]
    assert in_section(rows, "correction")[0]["relation"] == "not carried out"


def test_a_filter_is_the_first_row(comparison: Comparison) -> None:
    rows = read(narrow(comparison, View(kinds=("wording",))))
    assert rows[0]["section"] == "filter" and rows[0]["reason"].startswith("Filtered: differences of kind wording.")
    assert {row["id"] for row in in_section(rows, "difference")} == {"d-2"}
    assert not in_section(read(comparison), "filter")


def test_what_is_new_is_told_with_the_words_that_are_gone() -> None:
    rows = in_section(read(with_news()), "new")
    assert [row["relation"] for row in rows] == [
        "report came", "report left", "headline revised", "sentence revised", "sentence revised", "sentence withdrawn",
        "claim gained", "claim withdrawn", "difference new",
    ]  # fmt: skip
    assert (rows[1]["outlet"], rows[3]["words"], rows[3]["form"]) == ("Auk", "Ten people were hurt", "former text")
    assert rows[-1]["value"] == "people hurt"


@pytest.mark.parametrize("opening", ["=", "+", "-", "@", "\t=", "\r=", "\n=", "＝", "＋", "－", "＠"])
def test_no_cell_opens_a_formula(opening: str) -> None:
    hostile = f'{opening}HYPERLINK("https://evil.example","a, b")'
    text = f"{hostile} they wrote."
    one = make_witness("gull", text, outlet=hostile, headline=hostile)
    claims = make_comparison().claims[:1]
    claim = replace(
        claims[0], wording=find("gull", text, {"gull": text}), evidence=(), differences=(), not_found_in=("gull",)
    )
    credited = replace(make_comparison().left_out[0], article="gull", start=0, end=len(text), text=text, reason=hostile)
    for row in read(replace(make_empty(one), claims=(claim,), left_out=(credited,))):
        for cell in row.values():
            assert not cell.startswith((opening, opening[0]))


def test_lines_and_quotes_of_a_report_stay_in_their_cell() -> None:
    text = 'A "ferry",\r\nran;\naground.\rNow'
    gone = replace(make_comparison().left_out[0], article="gull", start=0, end=len(text), text=text)
    rows = read(replace(make_empty(make_witness("gull", text)), left_out=(gone,)))
    assert in_section(rows, "left out")[0]["words"] == text


@given(st.text(min_size=1, max_size=60), st.text(max_size=30), st.text(max_size=30))
def test_any_words_can_be_read_back_from_their_row(text: str, outlet: str, reason: str) -> None:
    gone = replace(make_comparison().left_out[0], article="gull", start=0, end=len(text), text=text, reason=reason)
    (row,) = in_section(
        read(replace(make_empty(make_witness("gull", text, outlet=outlet)), left_out=(gone,))), "left out"
    )
    for column, given_words in (("words", text), ("outlet", outlet), ("reason", reason)):
        assert row[column].removeprefix("'") == given_words.replace("\0", "\ufffd").removeprefix("'")
