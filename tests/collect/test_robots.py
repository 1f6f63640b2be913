"""What a robots.txt allows, and what its absence means."""

import pytest

from rashomon.collect.asking import Answer, Failed
from rashomon.collect.robots import FORBIDDEN, read_rules
from rashomon.settings import CollectSettings

SETTINGS = CollectSettings()
PAGE = "https://gull.example/news/ferry"


def rules(answer):
    return read_rules(PAGE, lambda url: answer, 100.0, SETTINGS)


def text(words: str) -> Answer:
    return Answer("https://gull.example/robots.txt", 200, {}, words.encode())


@pytest.mark.parametrize(
    ("words", "allowed"),
    [
        ("User-agent: *\nDisallow: /news/", False),
        ("User-agent: *\nDisallow: /news/\nAllow: /news/ferry", True),
        ("User-agent: rashomon\nDisallow: /\nUser-agent: *\nAllow: /", False),
        ("User-agent: *\nDisallow: /\nUser-agent: Rashomon\nAllow: /", True),
        ("User-agent: *\nDisallow:", True),
        ("User-agent: *\nDisallow: /*/ferry$", False),
        ("\ufeffUser-agent: *\nDisallow: /", False),
        ("<html>not found</html>", True),
        ("", True),
        ("\0" * 99, True),
    ],
)
def test_rules_of_the_file(words, allowed):
    assert rules(text(words)).refuses(PAGE) == (None if allowed else FORBIDDEN)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_none_there_allows_all(status):
    assert rules(Answer("", status)).refuses(PAGE) is None


@pytest.mark.parametrize("answer", [Answer("", 500), Answer("", 503), Answer("", 429), Failed("no answer in time")])
def test_not_to_be_had_allows_nothing_for_a_while(answer):
    refused = rules(answer)
    assert "robots.txt could not be had" in (refused.refuses(PAGE) or "")
    assert refused.still_good(100 + 599) and not refused.still_good(100 + 601)


def test_kept_for_a_day_and_no_longer():
    assert rules(text("")).still_good(100 + 86_399) and not rules(text("")).still_good(100 + 86_401)


def test_delay_up_to_a_bound():
    assert rules(text("User-agent: *\nCrawl-delay: 7")).delay == 7
    assert rules(text("User-agent: *\nCrawl-delay: 9999")).delay == SETTINGS.longest_delay
    assert rules(text("User-agent: *\nCrawl-delay: soon")).delay == 0


def test_redirects_are_followed_five_times():
    asked = []

    def ask(url):
        asked.append(url)
        return Answer(url, 301, {"location": f"/robots.txt?{len(asked)}"})

    assert read_rules(PAGE, ask, 0.0, SETTINGS).refuses(PAGE) is None and len(asked) == 6

    def ask_elsewhere(url):
        if "gull" in url:
            return Answer(url, 302, {"location": "https://tern.example/r"})
        return text("User-agent: *\nDisallow: /")

    assert read_rules(PAGE, ask_elsewhere, 0.0, SETTINGS).refuses(PAGE) == FORBIDDEN
