"""Speakers across the story: a name that one report gives serves the others."""

import pytest

from rashomon.model.article import Article
from rashomon.pipeline import read_story
from rashomon.settings import Settings

FULL = (
    "The ferry sank on Tuesday. “Nobody told us where the boats were kept,” said Iris Vane, the captain.\n\n"
    "Transport Minister Orrin Blay came to the quay."
)


def speakers(text: str) -> list[str | None]:
    story = read_story([Article("a", FULL, language="en"), Article("b", text, language="en")], Settings())
    return [q.speaker.name if q.speaker else None for q in story.readings[1].quotations]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The ferry sank. “We were never told where the boats were,” Vane said.", "Iris Vane"),
        ("The ferry sank. “We were never told where the boats were,” said Ms Vane.", "Iris Vane"),
        ("The ferry sank. “It must never happen again,” the transport minister said.", "Orrin Blay"),
    ],
)
def test_a_short_name_or_office_means_the_one_who_bears_it(text, name):
    assert speakers(text) == [name]


@pytest.mark.parametrize("source", ["a passenger", "one of the divers", "a woman who had been on deck"])
def test_a_source_without_a_name_is_given_none(source):
    assert speakers(f"The ferry sank. “We were never told where the boats were,” {source} said.") == [None]


def test_two_of_one_surname_are_not_taken_for_each_other():
    text = "Orla Vane, the captain's sister, was on board. “We were never told where the boats were,” Orla Vane said."
    assert speakers(text) == ["Orla Vane"]
