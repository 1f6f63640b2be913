"""Where joined claims part: each test joins invented sentences by hand, so that only the comparing is tried."""

import pytest

from rashomon.compare.differences import find_differences
from rashomon.compare.names import join_names
from rashomon.model.article import Article
from rashomon.model.comparison import Difference
from rashomon.model.joined import JoinedClaim, Place, StoryReading
from rashomon.pipeline import read_closely
from rashomon.settings import Settings

DAYS = ("2024-03-04", "2024-03-05", "2024-03-06", "2024-03-07")


def compare(*texts: str) -> tuple[Difference, ...]:
    """The differences of reports of which the first sentences are one claim, the second ones another, and so on."""
    settings = Settings()
    readings = tuple(read_closely(Article(f"a{n}", text, published=DAYS[n]), settings) for n, text in enumerate(texts))
    story = StoryReading(readings, join_names(readings, settings.names), tuple(range(len(texts))))
    rows = zip(*(r.sentences for r in readings), strict=False)
    claims = tuple(JoinedClaim(tuple(Place(n, s.span) for n, s in enumerate(row))) for row in rows)
    return find_differences(story, claims, (), settings.differences)


def kinds(*texts: str) -> set[tuple[str, str]]:
    return {(d.kind, d.relation) for d in compare(*texts)}


def test_one_date_in_the_same_words_is_no_difference():
    told = "The station will fall to Earth in {}, the agency said."
    assert "date" not in {kind for kind, _ in kinds(told.format("late 2017"), told.format("2017"))}


def test_identical_reports_have_no_difference():
    text = "The ferry Aurora sank off Karvik on Tuesday, killing 14. Captain Olaf Berg denied overloading it."
    assert compare(text, text, text) == ()


@pytest.mark.parametrize(
    ("one", "two", "kind"),
    [
        ("A ferry sank with 214 people on board.", "A ferry sank with 241 people on board.", "number"),
        ("Judge Anna Keller sent the men home to wait.", "Judge Anna Ostrom sent the men home to wait.", "name"),
        ("The council votes on it on Tuesday morning.", "The council votes on it on Friday morning.", "date"),
        ("I'm Peter Hallam.", "I'm Peter Wendt.", "name"),
        ("The vote is on Monday, April 4, 2016, here.", "The vote is on Friday, April 4, 2016, here.", "date"),
    ],
)  # fmt: skip
def test_changed_word_in_a_copy_is_reported_with_its_kind(one: str, two: str, kind: str):
    assert kind in {d.kind for d in compare(one, two)}


def test_hour_that_stands_for_another_is_no_number():
    told = "The ferry Alma had left the port of Tessen at 6.40 a.m. and struck a reef, the harbour master told the {}."
    found = compare(told.format("Gull"), told.format("Daily"), "It had left Tessen at 6.45 a.m., the operator said.")
    assert [(d.kind, {v.value for v in d.values}) for d in found if "6.4" in d.values[0].value] == [
        ("date", {"6.40 a.m.", "6.45 a.m."})
    ]


def test_not_that_one_report_has_is_shown_between_the_words_that_both_have():
    found = compare("The ferry will go on to the island of Skarn.", "The ferry will not go on to the island of Skarn.")
    (opposed,) = [d for d in found if d.kind == "stance"]
    assert [v.value for v in opposed.values] == ["will go", "will not go"]


def test_other_wordings_of_one_thing_are_shown():
    found = compare("Militants stormed the hotel near the port.", "Gunmen stormed the hotel near the port.")
    assert [(d.kind, d.relation, [v.value for v in d.values]) for d in found] == [
        ("wording", "wording", ["Militants", "Gunmen"])
    ]


def test_denial_is_a_dispute_of_two_speakers():
    found = compare(
        "Governor Paula Reis said the Tavira dam had been sabotaged by miners.",
        "The miners' union denied that the Tavira dam had been sabotaged.",
    )
    assert ("stance", "dispute") in {(d.kind, d.relation) for d in found}


def test_another_surname_in_one_role_is_a_conflict():
    found = compare(
        "US envoy Walter Hobbs will land in Oslo next week.",
        "The talks resume when special envoy Walter Hobart lands in Oslo.",
    )
    assert ("name", "conflict") in {(d.kind, d.relation) for d in found}


def test_every_value_is_tied_to_its_words():
    for difference in compare("At least 14 miners died in the blast.", "The explosion killed 19 miners."):
        assert len(difference.values) > 1
        for value in difference.values:
            assert any(value.value in " ".join(e.text.split()) for e in value.evidence)


def test_several_values_are_one_difference():
    found = [
        d
        for d in compare(
            "The ferry sank with 214 people on board.",
            "The ferry sank with 241 people on board.",
            "The ferry sank with 250 people on board.",
        )
        if d.kind == "number"
    ]
    assert [len(d.values) for d in found] == [3]


def test_hardest_differences_come_first_and_are_numbered_from_one():
    found = compare(
        "Militants stormed the hotel near the port on Monday.", "Gunmen stormed the hotel near the port on Sunday."
    )
    assert [d.id for d in found] == [f"d-{n}" for n in range(1, len(found) + 1)]
    assert [d.relation for d in found] == ["conflict", "wording"]


@pytest.mark.parametrize("text", ["", " ", "\n", "9" * 500, "““““", "not " * 300, "A. " * 200, "\u0000\ud800 5 killed"])
def test_hostile_text_is_compared_without_a_fault(text: str):
    compare(text, text + " 4 killed", "4 killed not")
