"""What every page has, whatever it shows."""

import pytest
from tests.web.reading_room import page

ROOMS = ("/", "/speakers", "/search", "/sources", "/add", "/corrections", "/api")


@pytest.mark.parametrize("path", ROOMS)
def test_what_is_for_programs_is_found_from_every_page(client, path):
    assert page(client, path).xpath("//body/footer/a[@href='/api']/text()") == ["For programs"]


def test_it_is_found_from_a_story_too(client, ferry):
    assert page(client, f"/stories/{ferry}").xpath("//body/footer/a[@href='/api']")


def test_it_is_found_from_what_is_not_there(client):
    assert 'href="/api"' in client.get("/nothing-here").text
