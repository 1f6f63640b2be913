"""Figures of telephone numbers, and figures that are none."""

import pytest

from rashomon.model.span import Span
from rashomon.text.telephones import in_telephone


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Call police on 0845 125 2222 or go there.", "2222"),
        ("Call the witness line on 0800 555111.", "555111"),
        ("Anyone may call 907-745-4811.", "745"),
        ("The office is at +44 20 7946 0018 by day.", "7946"),
    ],
)
def test_figures_of_a_telephone_number(text: str, figures: str):
    assert in_telephone(text, Span(text.index(figures), text.index(figures) + len(figures)))


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Some 300 000 000 people watched.", "000 000"),
        ("It cost $1,300 100 years ago.", "100"),
        ("The years 2013-2015 were dry.", "2015"),
        ("They met on 12 March 2013 at 9.", "2013"),
    ],
)
def test_figures_of_something_else(text: str, figures: str):
    assert not in_telephone(text, Span(text.index(figures), text.index(figures) + len(figures)))
