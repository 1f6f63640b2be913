"""A story's page in the browser: claims into which no other is folded, and when what is shown is fresh."""

from typing import Any

from tests.browsers import expect

FLAT = "#share > .claims > .claim:not(:has(.claim))"


def await_fresh(page: Any) -> None:
    """What is shown is of the reports and corrections as they stand; asked for anew where the page offers that."""
    offered = page.locator("[data-events]:not([hidden]) a")
    expect(page.locator("#shown .state:empty").or_(offered).first).to_be_attached()
    if offered.count():
        offered.click()
    expect(page.locator("#shown[data-digest] .state")).to_have_text("")
