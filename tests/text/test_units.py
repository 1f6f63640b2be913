"""Equal amounts in unequal units."""

from math import isclose

import pytest

from rashomon.extract.quantities import find_quantities
from rashomon.model.article import Article
from rashomon.model.reading import Quantity, Sentence
from rashomon.model.span import Span
from rashomon.text.units import UNITS, in_base_unit, match_unit, measure_of


def amount(text: str) -> Quantity:
    (found,) = find_quantities(Article("a", text), (Sentence(Span(0, len(text)), 0, ()),))
    return found


def comes_to(one: str, other: str) -> bool:
    """Whether two amounts are one, in whatever units; a converted figure is a rounded one."""
    (kind, x), (other_kind, y) = (based(amount(text)) for text in (one, other))
    return kind == other_kind and isclose(x, y, rel_tol=0.02)


def based(found: Quantity) -> tuple[str, float]:
    known = measure_of(found.unit)
    assert found.low is not None
    return known.dimension if known else found.unit, in_base_unit(found.low, found.unit)


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
    assert comes_to(one, other) is same


def test_a_length_by_the_hour_is_a_speed() -> None:
    assert comes_to("60 km an hour", "60 km/h") and not comes_to("60 km a day", "60 km/h")


def test_an_unknown_unit_measures_nothing() -> None:
    assert measure_of("count") is None and in_base_unit(12, "count") == 12


def test_every_unit_is_read_under_its_own_name() -> None:
    for name in ("km", "tonne", "percent", "hour", "year-old"):
        assert name in UNITS
    assert match_unit("sq kms", 0, 6, False) is not None
