"""Numbers over time as a browser draws them: every mark in its place, no words on others, at any width."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from tests.browsers import violations_of
from tests.factories import find, make_empty, make_witness

from rashomon.model.comparison import Comparison, Difference, Value
from rashomon.model.view import View
from rashomon.render import render
from rashomon.render.narrowing import narrow

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

PUBLISHED = {
    "gull": "2025-03-04T10:30:00Z",
    "tern": "2025-03-04T11:05:00Z",
    "skua": "2025-03-04T18:20:00Z",
    "auk": "2025-03-05T07:00:00Z",
    "kite": None,
}
TEXT = "Twelve people were hurt; 14 people were; about 15 people; up to 25 people in the two boats; 13 people."
BOXES = """() => {
  const box = one => { const r = one.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom] };
  const seen = one => one.getClientRects().length > 0;
  const all = found => [...document.querySelectorAll(found)].filter(seen).map(box);
  return { plot: box(document.querySelector('.when .plot')), dots: all('.when i'), words: all('.when .nms span'),
           times: all('.when .ts b'),
           wide: document.documentElement.scrollWidth };
}"""


def give(words: str, number: int, bound: str, *articles: str) -> Value:
    texts = dict.fromkeys(PUBLISHED, TEXT)
    return Value(
        words, {"number": number, "unit": "count", "bound": bound}, None, tuple(find(a, words, texts) for a in articles)
    )


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    values = (
        give("Twelve people", 12, "exact", "gull", "tern"),
        give("14 people", 14, "exact", "skua"),
        give("about 15 people", 15, "about", "auk", "skua"),
        give("up to 25 people in the two boats", 25, "at most", "auk"),
        give("13 people", 13, "exact", "kite"),
    )
    hurt = Difference("d-1", "number", "conflict", "people hurt", values, (), 0.9, "they part")
    witnesses = (make_witness(id, TEXT, published=when) for id, when in PUBLISHED.items())
    return replace(make_empty(*witnesses), differences=(hurt,))


@pytest.mark.parametrize("width", [320, 390, 1000])
def test_marks_lie_in_the_drawing_and_words_on_nothing(
    browser: Any, comparison: Comparison, tmp_path: Path, width: int
) -> None:
    (tmp_path / "page.html").write_text(render(comparison, "html"), encoding="utf-8")
    page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
    page.goto((tmp_path / "page.html").as_uri())
    found = page.evaluate(BOXES)
    left, top, right, bottom = found["plot"]
    assert len(found["dots"]) == 6 and len(found["words"]) == 5
    for one in found["dots"]:
        assert left - 8 <= one[0] and one[2] <= right + 8 and top - 8 <= one[1] and one[3] <= bottom + 8
    words = sorted(found["words"], key=lambda one: one[1])
    assert all(below[1] >= above[3] - 1.5 for above, below in pairwise(words))
    times = sorted(found["times"])
    assert all(later[0] >= one[2] for one, later in pairwise(times))
    assert found["wide"] <= width
    page.context.close()


def test_it_is_told_in_words_to_who_does_not_see_it(browser: Any, comparison: Comparison, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(render(comparison, "html"), encoding="utf-8")
    page = browser.new_context().new_page()
    page.goto((tmp_path / "page.html").as_uri())
    drawing = page.get_by_role(
        "img", name="Twelve people, published 4 March 2025, 10:30 UTC to 4 March 2025, 11:05 UTC"
    )
    assert drawing.count() == 1
    assert "13 people, time of publication not known" in drawing.get_attribute("aria-label")
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("part", [View(), View(kinds=("number",))])
def test_everyone_can_read_it(browser: Any, comparison: Comparison, tmp_path: Path, scheme: str, part: View) -> None:
    (tmp_path / "page.html").write_text(render(narrow(comparison, part), "html"), encoding="utf-8")
    page = browser.new_context(color_scheme=scheme).new_page()
    page.goto((tmp_path / "page.html").as_uri())
    assert violations_of(page) == []
    page.context.close()
