from hypothesis import given
from hypothesis import strategies as st
from tests.factories import make_witness

from rashomon.render.labels import LONGEST_LABEL, name_reports


def names(*witnesses: object) -> list[str]:
    return list(name_reports(witnesses).values())  # type: ignore[arg-type]


def test_a_short_id_is_its_own_label() -> None:
    assert names(make_witness("gull", outlet="The Gull"), make_witness("a")) == ["gull", "a"]


def test_an_address_goes_by_its_outlet_then_by_its_host() -> None:
    assert names(make_witness("gull.example/ferry-aground", outlet=" The  Gull ")) == ["The Gull"]
    assert names(make_witness("https://www.gull.example/ferry")) == ["gull.example"]
    assert names(make_witness("x" * 60, url="https://www.tern.example/ferry")) == ["tern.example"]
    assert names(make_witness("skua.example/ferry")) == ["skua.example"]


def test_a_name_goes_without_the_figures_that_we_put_behind_it() -> None:
    bare = [make_witness(id, outlet=None) for id in ("pasted-dc619740", "pasted-784a2c9c", "auk-0a111167")]
    assert names(*bare) == ["pasted", "pasted 2", "auk"]
    assert names(make_witness("pasted-caeb68b1", outlet="The Gull")) == ["The Gull"]
    assert names(make_witness("20260119", outlet="The Gull")) == ["20260119"]


def test_several_reports_of_one_outlet_are_numbered() -> None:
    one, other = (make_witness(f"gull.example/{n}", outlet="The Gull") for n in (1, 2))
    assert names(one, other) == ["The Gull", "The Gull 2"]
    assert name_reports([make_witness("Gull"), make_witness("gull.example/1", outlet="Gull")]) == {
        "Gull": "Gull",
        "gull.example/1": "Gull 2",
    }


@given(st.lists(st.tuples(st.text(max_size=40), st.text(max_size=60)), unique_by=lambda pair: pair[0], max_size=8))
def test_no_two_reports_have_one_label(given: list[tuple[str, str]]) -> None:
    witnesses = [make_witness(id, outlet=outlet or None) for id, outlet in given]
    labels = name_reports(witnesses)
    assert set(labels) == {id for id, _ in given}
    assert len(set(labels.values())) == len(witnesses)
    assert all(0 < len(label.strip()) <= LONGEST_LABEL + 3 for label in labels.values())
