"""Addresses of one page become one; ids stay."""

import pytest

from rashomon.collect.addresses import id_of_address, own_address, tidy_address


@pytest.mark.parametrize(
    ("written", "tidy"),
    [
        ("HTTPS://Gull.Example/Ferry#top", "https://gull.example/Ferry"),
        ("https://gull.example:443/a?utm_source=x&id=7&fbclid=y", "https://gull.example/a?id=7"),
        ("http://gull.example:8080", "http://gull.example:8080/"),
        ("https://gull.example/a?b=%20c&d=e/f", "https://gull.example/a?b=%20c&d=e/f"),
        ("https://gull.example/fähre", "https://gull.example/f%C3%A4hre"),
        ("https://möwe.example/", "https://xn--mwe-sna.example/"),
        ("https://[2001:db8::1]:99/a", "https://[2001:db8::1]:99/a"),
        (" https://gull.example/a ", "https://gull.example/a"),
        ("https://user:secret@gull.example/a", "https://gull.example/a"),
        ("ftp://gull.example/a", None),
        ("https://", None),
        ("https://gull.example:99999/", None),
        ("https://[::1/", None),
        ("javascript:alert(1)", None),
        ("", None),
    ],
)
def test_tidy(written, tidy):
    assert tidy_address(written) == tidy
    if tidy:
        assert tidy_address(tidy) == tidy


def test_id_is_the_address_without_what_says_nothing():
    assert id_of_address("https://www.gull.example/a/b/") == "gull.example/a/b"
    assert id_of_address("http://gull.example/?p=7") == "gull.example/?p=7"


def test_long_addresses_have_ids_that_differ():
    one, other = (id_of_address(f"https://gull.example/{'a' * 300}{end}") for end in "xy")
    assert one != other and len(one) < 220


@pytest.mark.parametrize(
    ("fetched", "canonical", "own"),
    [
        ("https://m.gull.example/a?x=1", "https://www.gull.example/a", "https://www.gull.example/a"),
        ("https://gull.example/amp/a", "/a", "https://gull.example/a"),
        ("https://gull.example/a", "https://gull.example/", "https://gull.example/a"),
        ("https://gull.example/a", "https://tern.example/a", "https://gull.example/a"),
        ("https://gull.example/a", "http://[", "https://gull.example/a"),
        ("https://gull.example/a?utm_medium=x", None, "https://gull.example/a"),
    ],
)
def test_a_page_is_known_by_what_it_calls_its_own_on_its_own_site(fetched, canonical, own):
    assert own_address(fetched, canonical) == own
