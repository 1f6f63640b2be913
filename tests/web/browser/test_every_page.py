"""What holds of every page: anybody can read it, on any screen, in any light, with scripts or without."""

import pytest
from tests.browsers import OF_LOOKS, violations_of
from tests.web.browser.library import KINDS

WIDTHS = (320, 390, 768, 1280, 1920)


@pytest.mark.parametrize("kind", KINDS)
def test_anybody_can_read_it(visit, library, kind):
    page = visit(library.address + library.pages[kind])
    assert violations_of(page) == []
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 390, "height": 844})
    assert violations_of(page, OF_LOOKS) == []


@pytest.mark.parametrize("kind", KINDS)
def test_it_fits_any_screen(visit, library, kind):
    page = visit(library.address + library.pages[kind])
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


@pytest.mark.parametrize("kind", KINDS)
def test_it_reads_without_scripts(visit, library, kind):
    page = visit(library.address + library.pages[kind], java_script_enabled=False)
    heading = page.locator("main h1")
    assert heading.count() == 1 and heading.is_visible() and heading.inner_text().strip()
    assert page.title().strip()
    assert page.locator("nav[aria-label=Rooms] a").count() >= 6
