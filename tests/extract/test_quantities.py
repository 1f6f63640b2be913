"""Numbers, with what they count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.extract.quantities import find_quantities
from rashomon.model.article import Article
from rashomon.model.reading import Quantity, Sentence
from rashomon.model.span import Span


def read(text: str) -> tuple[Quantity, ...]:
    return find_quantities(Article("a", text), (Sentence(Span(0, len(text)), 0, ()),) if text else ())


def words(text: str) -> list[str]:
    return [q.span.of(text) for q in read(text)]


def only(text: str) -> Quantity:
    (quantity,) = read(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The ferry cost 1,250 crowns an hour.", 1250),
        ("They sold 143million tickets.", 143e6),
        ("They sold 2.5 bn tickets.", 2.5e9),
        ("Some twenty-eight windows broke.", 28),
        ("It took two and a half hours.", 2.5),
        ("It took half a million bricks.", 500_000),
        ("He bought a dozen eggs.", 12),
        ("About one-fifth of the crop was lost.", 0.2),
        ("It grew by four hundred and five metres.", 405),
        ("The lake holds 3½ billion litres.", 3.5e9),
        ("It took three-and-a-half hours.", 3.5),
        ("It took an hour and a half.", 1.5),
        ("Three quarters of a million tiles fell.", 750_000),
        ("The odds are one in a million.", 1e-6),
        ("A grain weighs 2.5 × 10^-3 grams.", 0.0025),
        ("Output fell by a third.", 1 / 3),
        ("He is 6ft 3in tall.", 6.25),
        ("They back 2-in-5 bids.", 0.4),
        ("It killed 2.1 per 100,000 people.", 2.1),
    ],
)
def test_a_figure_has_its_value(text: str, value: float) -> None:
    assert only(text).high == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The hull weighs 40 tonnes.", "tonne"),
        ("A fine of $4.2m was set.", "USD"),
        ("A fine of £3bn was set.", "GBP"),
        ("A fine of 90 lakh rupees was set.", "INR"),
        ("The rate rose 12 per cent.", "percent"),
        ("They burned 12 square kilometres.", "km2"),
        ("The wind reached 90 mph.", "mile/hour"),
        ("The rent is €900 a month.", "EUR per month"),
        ("It fell to -5C.", "celsius"),
        ("A 58-year-old was held.", "year-old"),
        ("Berta Moll, 41, was held.", "year-old"),
        ("They drew 1.2m visitors.", "count"),
        ("It is 37m (or so) tall.", "m"),
        ("He lost 30 pounds in weight.", "lb"),
        ("A fine of N5 million was set.", "NGN"),
        ("A fine of PS3bn was set.", "GBP"),
        ("Milk is £1.20 a pint.", "GBP per pint"),
        ("The lamp blinks 70 times a minute.", "count per minute"),
        ("The wind reached 90 kt.", "knot"),
        ("It was an eighth of an inch.", "inch"),
        ("A magnitude 6.1 tremor was felt.", "magnitude"),
        ("The tremor measured 6.1 on the Richter scale.", "magnitude"),
        ("Moll, who was 41, was held.", "year-old"),
        ("The plumber, 41, was held.", "year-old"),
        ("She ran it in 9.8s.", "second"),
        ("It rained for a day or two.", "day"),
        ("He left 20-odd years back.", "year"),
        ("He weighs 14st 3lb.", "stone"),
    ],
)
def test_a_unit_has_one_name(text: str, unit: str) -> None:
    assert only(text).unit == unit


@pytest.mark.parametrize(
    ("text", "bound", "ends"),
    [
        ("about 20 goats", "about", (20, 20)),
        ("nearly 20 goats", "about", (20, 20)),
        ("more than 20 goats", "more than", (20, None)),
        ("no fewer than 20 goats", "at least", (20, None)),
        ("20 goats or more", "exact", (20, 20)),
        ("20 or more goats", "at least", (20, None)),
        ("up to 20 goats", "at most", (None, 20)),
        ("fewer than 20 goats", "less than", (None, 20)),
        ("between 10 and 12 goats", "range", (10, 12)),
        ("10-12 goats", "range", (10, 12)),
        ("3 to 5 million goats", "range", (3e6, 5e6)),
        ("dozens of goats", "vague", (24, 120)),
        ("several hundred goats", "vague", (300, 1000)),
    ],
)
def test_words_around_a_number_bound_it(text: str, bound: str, ends: tuple[float | None, float | None]) -> None:
    quantity = only(f"The farm lost {text} in the storm.")
    assert (quantity.bound, (quantity.low, quantity.high)) == (bound, ends)
    assert quantity.head == "goat"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("At least 12 people were killed and 30 others injured.", [("people", "killed"), ("other", "injured")]),
        ("The slide left 12 dead and 300 homeless.", [("people", "killed"), ("homeless", "displaced")]),
        ("The toll rose to 44.", [("people", "killed")]),
        ("A bomb went off, killing at least 12.", [("people", "killed")]),
        ("Four people with broken bones were hurt; 9 were arrested.", [("people", "injured"), ("people", "arrested")]),
        ("It sank with 103 passengers aboard.", [("passenger", "aboard")]),
        ("Some 44 villagers, including 3 children, were killed.", [("villager", "killed"), ("child", "killed")]),
    ],
)
def test_people_counted_have_a_role(text: str, told: list[tuple[str, str]]) -> None:
    assert [(q.head, q.role) for q in read(text)] == told


@pytest.mark.parametrize(
    "text",
    [
        "He left at 5.30am, or 11:20 GMT, on 27 November 2024.",
        "Flight 370, a Boeing 737, took off from gate 12.",
        "He won 6-2, 6-3.",
        "One of the men fled and no one saw it.",
        "Call 555-0199 or see www.example.org/12.",
        "The 1990s were better, he said in 2015.",
        "He lives at No. 10 and drives an A42.",
        "The office at 16-18 Mill Road has closed.",
        "The fair runs from 10 to 12 May, or May 14 to 16.",
        "They shut junctions 9 and 10 after a 2-all draw.",
        "He played it on a PS5 in an N95 mask.",
    ],
)
def test_numbers_that_count_nothing_are_no_quantities(text: str) -> None:
    assert words(text) == []


def test_a_change_is_two_amounts_and_a_range_is_one() -> None:
    assert words("The fare rose from $10 to $12.") == ["$10", "$12"]
    assert words("Fares range from $10 to $12.") == ["from $10 to $12"]


def test_a_sum_outside_a_bracket_keeps_what_is_inside() -> None:
    assert [q.unit for q in read("They offered C$6 (US$4) per share.")] == ["CAD per share", "USD"]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("He has two older brothers.", "brother"),
        ("Three smaller firms closed.", "firm"),
        ("They sent 300 U.S. troops home.", "troop"),
        ("They flew 12 F-16 fighters home.", "fighter"),
        ("They met two Red Caps fans.", "fan"),
        ("A 3,000-strong crowd gathered.", "crowd"),
        ("It sells 1,450 Comet X vans.", "van"),
        ("Eight million 250ml bottles were filled.", "bottle"),
        ("A crowd of 45,000 watched.", None),
        ("They want another goal or two.", "goal"),
    ],
)
def test_a_number_counts_its_noun(text: str, head: str | None) -> None:
    assert read(text)[0].head == head


def test_numbers_of_one_list_or_one_move_share_a_noun() -> None:
    assert [q.unit for q in read("The girls, aged four, six and nine, are safe.")] == ["year-old"] * 3
    assert [q.head for q in read("The index fell 62 points, or 2 per cent, to 7,425.")] == ["point", None, "point"]
    assert [q.unit for q in read("It costs 2,400 yen ($22) here and 2,300 ($21) there.")] == ["JPY", "USD"] * 2


def test_a_number_shares_the_noun_of_its_neighbour() -> None:
    assert [q.head for q in read("They built 12 houses in the valley and 5 in the port.")] == ["house", "house"]


@given(st.text(alphabet="0123456789 ,.-–/:$£€%½ab ehilmnortuvxMNT'\n(", max_size=80))
def test_any_text_gives_spans_in_order_inside_it(text: str) -> None:
    last = 0
    for quantity in read(text):
        assert last <= quantity.span.start < quantity.span.end <= len(text)
        assert quantity.span.holds(quantity.number)
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
        last = quantity.span.end


@given(
    st.lists(
        st.sampled_from("one two hundred thousand million trillion and a half of 9999999999 $ to from 1/0 lakh".split())
    )
)
def test_any_heap_of_number_words_is_read(heap: list[str]) -> None:
    for quantity in read(" ".join(heap)):
        assert quantity.high is None or quantity.high < 1e18
