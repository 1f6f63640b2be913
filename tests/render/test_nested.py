"""Claims under the wider claims that hold them: each stands in one place, and none is lost."""

from dataclasses import dataclass

import pytest

from rashomon.render.nested import in_nests, nest_claims


@dataclass(frozen=True)
class Line:
    """A claim, as far as it matters here."""

    id: str
    within: str | None = None
    origins: int = 2


def ids(claims: list[tuple[str, str | None]]) -> list[tuple[str, list[str]]]:
    nests = nest_claims([Line(id, within) for id, within in claims])
    return [(outer.id, [one.id for one in inner]) for outer, inner in nests]


def test_a_claim_stands_under_the_outermost_that_holds_it():
    assert ids([("c-1", None), ("c-2", "c-1"), ("c-3", None), ("c-4", "c-2")]) == [("c-1", ["c-2", "c-4"]), ("c-3", [])]


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param([("c-1", None), ("c-2", "c-9")], id="within one that is not there"),
        pytest.param([("c-1", "c-2"), ("c-2", "c-1")], id="in a circle"),
        pytest.param([("c-1", "c-1"), ("c-2", None)], id="within itself"),
    ],
)
def test_none_is_lost(claims):
    assert [outer for outer, inner in ids(claims)] == ["c-1", "c-2"]


def test_what_one_origin_tells_alike_stands_with_the_shared_claim_that_holds_it():
    shared, alone = in_nests(
        [Line("c-1"), Line("c-2", origins=1), Line("c-3", "c-1", origins=1), Line("c-4", "c-2", 1)]
    )
    assert [one.id for one in shared] == ["c-1", "c-3"]
    assert [one.id for one in alone] == ["c-2", "c-4"]
