import re
import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.selector import Selector
from rashomon.model.span import Span
from rashomon.text.selecting import find_selected, lengthen, select

TEXT = "Ada Penn spoke. The mayor, Ada Penn, left.\nAda Penn slept."
SECOND = Span(TEXT.index("Ada Penn, left"), TEXT.index(", left"))


def marked(text: str, selector: Selector) -> str:
    """The text with the place that was found between brackets."""
    span = find_selected(text, selector)
    return "nothing" if span is None else f"{text[: span.start]}[{span.of(text)}]{text[span.end :]}"


def test_a_selector_has_the_words_and_what_is_around():
    made = select("gull", TEXT, SECOND, around=6)
    assert made == Selector("gull", 27, 35, "Ada Penn", "ayor, ", ", left")
    assert select("gull", TEXT, Span(0, 3)).prefix == ""


@pytest.mark.parametrize(
    ("edited", "found"),
    [
        (TEXT, "Ada Penn spoke. The mayor, [Ada Penn], left.\nAda Penn slept."),
        ("Late. " + TEXT, "Late. Ada Penn spoke. The mayor, [Ada Penn], left.\nAda Penn slept."),
        (TEXT.replace("spoke", "sang"), "Ada Penn sang. The mayor, [Ada Penn], left.\nAda Penn slept."),
        ("The mayor, Ada  \nPenn, left.", "The mayor, [Ada  \nPenn], left."),
        ("Then Ada Penn. Ada Penn. Ada Penn.", "Then Ada Penn. Ada Penn. [Ada Penn]."),
        ("The mayor, Ida Penn, left.", "nothing"),
        ("", "nothing"),
    ],
)
def test_words_are_found_again_where_they_stand_now(edited, found):
    assert marked(edited, select("gull", TEXT, SECOND)) == found


@pytest.mark.parametrize("start", [-5, 0, 10_000])
def test_a_selector_of_which_only_the_words_are_right_finds_them(start):
    assert marked("Ada left.", Selector("gull", start, start + 3, "Ada")) == "[Ada] left."


@pytest.mark.parametrize("words", ["", "  "])
def test_a_selector_without_words_finds_nothing(words):
    assert find_selected("A b.", Selector("gull", 0, 2, words)) is None


def test_a_place_beyond_the_text_has_no_selector():
    with pytest.raises(ValueError, match="ends after"):
        select("gull", "short", Span(0, 9))


@pytest.mark.parametrize(
    ("text", "exact", "around", "found"),
    [
        ("The ferry Marlin ran aground. " * 30_000, "e", "x" * 30_000, Span(2, 3)),
        ("a" * 500_000, "a", "a" * 300, Span(256, 257)),
        ("a " * 20_000, "a  " * 10_000 + "c", "", None),
        ("The ferry ran. " * 50_000, "The\nferry\nran. " * 40_000 + "x", "", None),
        ("The ferry ran. " * 50_000, "ferry\nran. " + "The\nferry\nran. " * 49_999, "", Span(4, 749_999)),
    ],
)
def test_no_selector_takes_long(text, exact, around, found):
    begun = time.perf_counter()
    assert find_selected(text, Selector("gull", 0, 0, exact, around, around)) == found
    assert time.perf_counter() - begun < 5


@given(st.text("ab \n\x1f\u2003", max_size=60), st.data())
def test_words_that_were_set_anew_are_found_where_they_stand(text, data):
    words = data.draw(st.text("ab ", min_size=1, max_size=4))
    span = find_selected(text, Selector("gull", 0, 0, words))
    pattern = r"\s+".join(map(re.escape, words.split()))
    stands = bool(words.strip()) and (words in text or re.search(pattern, text) is not None)
    assert stands == (span is not None)
    assert span is None or span.of(text) == words or re.fullmatch(pattern, span.of(text))


@given(st.text(min_size=1, max_size=60), st.data(), st.text(max_size=20), st.text(max_size=20))
def test_a_place_is_found_whatever_comes_before_and_after(text, data, before, after):
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    made = select("gull", text, span)
    found = find_selected(before + text + after, made)
    if made.exact.strip():
        assert found is not None and found.of(before + text + after) == made.exact
        assert find_selected(text, replace(made, start=span.start, end=span.end)) == span
    else:
        assert found is None


@pytest.mark.parametrize(
    ("text", "words", "longer"),
    [
        ("A bell rang once.", "bell", "bell"),
        ("A bell rang. A bell fell.", "bell", "bell rang."),
        ("The bell. One bell", "bell", "bell."),
        ("One bell rang, one bell", "bell", "bell rang,"),
        ("No no no", "no", "no no"),
        ("ha ha ha", "ha", "ha ha ha"),
    ],
)
def test_words_are_lengthened_until_they_stand_once(text, words, longer):
    start = text.index(words)
    assert lengthen(text, Span(start, start + len(words))).of(text) == longer


@given(st.text(alphabet="ab \n", min_size=1, max_size=40), st.data())
def test_what_is_lengthened_holds_the_place_and_stands_once(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    longer = lengthen(text, span)
    assert longer.holds(span) and text.count(longer.of(text)) == 1
