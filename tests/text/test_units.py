"""Equal amounts in unequal units."""

import pytest

from rashomon.extract.quantities import find_quantities
from rashomon.model.article import Article
from rashomon.model.reading import Quantity, Sentence
from rashomon.model.span import Span
from rashomon.text.units import UNITS, in_base_units, match_unit, same_amount


def amount(text: str) -> Quantity:
    (found,) = find_quantities(Article("a", text), (Sentence(Span(0, len(text)), 0, ()),))
    return found


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("400 pounds", "181 kg", True),
        ("12 feet", "3.7 metres", True),
        ("2 hours", "120 minutes", True),
        ("41 degrees Fahrenheit", "5 degrees Celsius", True),
        ("60 mph", "97 km/h", True),
        ("400 pounds", "400 kg", False),
        ("12 feet", "12 hours", False),
        ("$5", "£5", False),
    ],
)
def test_amounts_are_compared_across_units(one: str, other: str, same: bool) -> None:
    assert same_amount(amount(one), amount(other), tolerance=0.02) is same


def test_an_unknown_unit_is_its_own_dimension() -> None:
    assert in_base_units(amount("12 goats"))[0] == "count"


def test_every_unit_is_read_under_its_own_name() -> None:
    for name in ("km", "tonne", "percent", "hour", "year-old"):
        assert name in UNITS
    assert match_unit("sq kms", 0, 6, False) is not None
