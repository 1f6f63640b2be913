import json
import time

import pytest
from tests.factories import make_empty, make_witness

from rashomon.model.comparison import Comparison
from rashomon.render import render
from rashomon.serialize import comparison_from_json, comparison_to_json

FORMATS = ("terminal", "html", "markdown", "json")


@pytest.mark.parametrize("format", FORMATS)
def test_same_comparison_same_text(comparison: Comparison, format: str) -> None:
    again = comparison_from_json(comparison_to_json(comparison))
    assert render(comparison, format) == render(again, format)  # type: ignore[arg-type]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("reports", [0, 1, 2, 30])
def test_any_number_of_reports_can_be_shown(format: str, reports: int) -> None:
    comparison = make_empty(*(make_witness(f"report {n}", "A ferry.") for n in range(reports)))
    assert render(comparison, format).endswith("\n")  # type: ignore[arg-type]


def test_json_is_the_comparison(comparison: Comparison) -> None:
    assert json.loads(render(comparison, "json"))["format"] == comparison.format


def test_an_unknown_format_names_those_there_are(comparison: Comparison) -> None:
    with pytest.raises(ValueError, match="terminal, html, markdown, json"):
        render(comparison, "pdf")  # type: ignore[arg-type]


def test_the_page_is_made_quickly(comparison: Comparison) -> None:
    render(comparison, "html")
    start = time.process_time()
    render(comparison, "html")
    assert time.process_time() - start < 0.15
