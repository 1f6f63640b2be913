"""The metrics of the public data, on invented rows: who is matched with whom, and what counts as right."""

import pytest

from benchmarks import names, quantities, quotations
from benchmarks.corpus import BadData
from rashomon.model.span import Span


def test_the_largest_overlap_is_tied_first_and_each_once():
    gold = [Span(0, 10), Span(10, 20)]
    assert quotations.tie(gold, [Span(0, 14), Span(2, 10)], 0.3) == {0: 0}
    assert quotations.tie(gold, [Span(4, 10), Span(0, 10)], 0.3) == {0: 1}


def test_the_overlap_must_be_greater_than_asked_for():
    assert quotations.tie([Span(0, 10)], [Span(0, 3)], 0.3) == {}
    assert quotations.tie([Span(0, 10)], [Span(0, 4)], 0.3) == {0: 0}
    assert quotations.tie([Span(0, 10)], [Span(0, 4)], 0.8) == {}


def test_a_prediction_longer_than_twice_the_gold_matches_nothing():
    assert quotations.tie([Span(0, 10)], [Span(0, 20)], 0.3) == {0: 0}
    assert quotations.tie([Span(0, 10)], [Span(0, 21)], 0.3) == {}


@pytest.mark.parametrize(
    ("gold", "found", "right"),
    [
        (Span(0, 5), Span(4, 9), True),
        (Span(0, 5), Span(5, 9), False),
        (Span(0, 5), None, False),
        (None, Span(0, 5), False),
        (None, None, True),
    ],
)
def test_a_speaker_is_right_where_the_words_overlap_or_neither_has_any(gold, found, right):
    assert quotations.same_speaker(gold, found) is right


def row_of(text, *gold):
    spans = [text and words and [text.index(words), text.index(words) + len(words)] for words in gold]
    return {"id": "1", "text": text, "quotes": [{"quote_span": spans[0], "speaker_span": spans[1]}]}


def test_quotations_without_a_place_are_left_out():
    text = "“The river has never stood so high,” Mayor Ines Tolland said on Friday."
    right = quotations.measure([row_of(text, "The river has never stood so high", "Ines Tolland")], False)
    assert right["F1 (overlap > 0.8)"] == right["speaker (overlap > 0.8)"] == 1.0
    without = quotations.measure([row_of(text, None, None)], False)
    assert without["recall (overlap > 0.3)"] == without["precision (overlap > 0.3)"] == 0.0


@pytest.mark.parametrize("span", [[5, 1], [0, 400], ["a", 2], [1]])
def test_a_gold_place_outside_the_text_is_refused(span):
    row = {"id": "1", "text": "Rain fell.", "quotes": [{"quote_span": span, "speaker_span": None}]}
    with pytest.raises(BadData, match="quote_span"):
        quotations.measure([row], False)


def gold(value, unit="tree"):
    return {"value": value, "unit": unit, "normalized_unit": unit}


def test_each_gold_quantity_is_met_once_and_by_an_equal_number():
    found = quantities.read_quantities("The storm felled 12 trees and 12 trees more.")
    pairs, missed, extra = quantities.tie([gold("12.0")], found)
    assert (len(pairs), missed, len(extra)) == (1, [], 1)
    assert quantities.tie([gold("12.01")], found)[0] == []


def test_both_ends_of_a_range_count():
    found = quantities.read_quantities("It felled 12 to 15 trees.")
    assert quantities.tie([gold("12.0-15.0")], found)[0]
    assert not quantities.tie([gold("12.0")], found)[0]


def test_the_unit_is_a_second_figure():
    row = {"text": "The repair cost $5 million.", "quantities": [gold("5000000.0", "euro")]}
    figures = quantities.measure([row], False)
    assert (figures["F1 (value)"], figures["F1 (value and unit)"]) == (1.0, 0.0)
    row["quantities"] = [gold("5000000.0", "dollar")]
    assert quantities.measure([row], False)["F1 (value and unit)"] == 1.0


def test_names_are_told_apart(capsys):
    rows = [
        {"schema": "Person", "name1": "Ines Tolland", "name2": "Ines Tolland", "is_match": "true"},
        {"schema": "Person", "name1": "Ines Tolland", "name2": "Piotr Vance", "is_match": "true"},
        {"schema": "Person", "name1": "Ines Tolland", "name2": "Marek Osric", "is_match": "false"},
    ]
    assert names.measure(rows, True) == {"precision": 1.0, "recall": 0.5, "F1": pytest.approx(2 / 3)}
    assert capsys.readouterr().err.startswith("missed")
