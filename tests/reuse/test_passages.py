import time

import pytest

from rashomon.reuse.passages import find_passages
from rashomon.settings import ReuseSettings

FERRY = "The ferry Marlin struck the harbour wall at Port Ansel on Tuesday and nine passengers were taken to hospital."


def words_of(passages):
    return [(p.a.text, p.b.text) for p in passages]


def test_a_sentence_word_for_word_in_two_articles_is_a_passage(reading):
    a = reading("a", f"Winds were light. {FERRY} An inquiry has begun.")
    b = reading("b", f"{FERRY} Nobody answered calls to the company.")
    assert words_of(find_passages((a, b), ReuseSettings())) == [(FERRY[:-1], FERRY[:-1])]


def test_a_small_edit_is_bridged(reading):
    edited = FERRY.replace("nine passengers were", "at least 9 people were")
    passages = find_passages((reading("a", FERRY), reading("b", edited)), ReuseSettings())
    assert words_of(passages) == [(FERRY[:-1], edited[:-1])]


def test_marks_and_capitals_make_no_difference(reading):
    a = "“We heard a long, low sound — it wasn’t thunder,” the lighthouse keeper of Port Ansel told reporters."
    b = '"We heard a long, low sound - it wasn\'t thunder," the Lighthouse Keeper of Port Ansel told reporters.'
    (passage,) = find_passages((reading("a", a), reading("b", b)), ReuseSettings())
    assert not passage.quoted
    assert passage.a.text.startswith("We heard") and passage.b.text.endswith("told reporters")


def test_a_quotation_alone_is_marked_as_such(reading):
    said = "we heard a long low sound and then the whole wall shook"
    a = reading("a", f'The keeper recalled the night. "{said}," he said.')
    b = reading("b", f'Speaking to us by telephone, a man who was on watch told us "{said}" before lunch.')
    (passage,) = find_passages((a, b), ReuseSettings())
    assert passage.quoted


@pytest.mark.parametrize(
    "phrase", ["struck the harbour wall on Tuesday", "it was one of the most that they have had so far"]
)
def test_short_and_empty_phrases_are_no_passage(reading, phrase):
    a = reading("a", f"A boat {phrase} amid fog.")
    b = reading("b", f"Rescuers believe lightning {phrase}, records show.")
    assert find_passages((a, b), ReuseSettings()) == ()


def test_what_was_left_out_is_in_no_passage(reading):
    prompt = "Sign up for our morning letter and never miss a story from the coast."
    a = reading("a", f"{FERRY}\n{prompt}\nDivers went down at noon to look at the hull of the ferry.", gone=prompt)
    b = reading("b", f"{FERRY}\n{prompt}\nDivers went down at noon to look at the hull of the ferry.", gone=prompt)
    passages = find_passages((a, b), ReuseSettings())
    assert len(passages) == 2
    assert all(prompt not in p.a.text and prompt not in p.b.text for p in passages)


def test_a_stretch_that_many_carry_is_shown_against_the_first(reading):
    readings = tuple(reading(f"a{n:02}", FERRY) for n in range(30))
    passages = find_passages(readings, ReuseSettings())
    assert [(p.a.article, p.b.article) for p in passages] == [("a00", f"a{n:02}") for n in range(1, 30)]


def test_one_word_over_and_over_costs_no_more_than_its_length(reading):
    text = "buffalo " * 20_000
    begun = time.perf_counter()
    find_passages((reading("a", text), reading("b", text)), ReuseSettings())
    assert time.perf_counter() - begun < 5
