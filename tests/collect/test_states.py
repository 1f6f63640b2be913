"""Whether to ask again, and when."""

from datetime import UTC, datetime, timedelta

import pytest

from rashomon.collect.asking import Answer
from rashomon.collect.states import (
    GONE,
    after_failure,
    after_list,
    after_page,
    after_same,
    look_at,
    moment_of,
    validators,
    wait_asked_for,
)
from rashomon.ingest.listings import Item, Listing
from rashomon.model.kept import SourceState
from rashomon.settings import CollectSettings

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
SETTINGS = CollectSettings()
PAGE = "https://gull.example/a"


def ago(**time) -> str:
    return (NOW - timedelta(**time)).isoformat()


def hours(state: SourceState) -> float | None:
    due = moment_of(state.next_due)
    return (due - NOW).total_seconds() / 3600 if due else None


def test_a_new_page_is_asked():
    assert look_at(None, None, NOW, SETTINGS) == "ask"


def test_a_page_read_before_is_asked_when_it_is_said_to_have_changed_or_is_due():
    state = SourceState(PAGE, "page", last_read=ago(hours=1), next_due=ago(hours=-1))
    assert look_at(state, Item(PAGE), NOW, SETTINGS) == "unasked"
    assert look_at(state, Item(PAGE, modified=ago(hours=2)), NOW, SETTINGS) == "unasked"
    assert look_at(state, Item(PAGE, modified=ago(minutes=5)), NOW, SETTINGS) == "ask"
    assert look_at(state, None, NOW + timedelta(hours=2), SETTINGS) == "ask"


@pytest.mark.parametrize(("age", "again"), [({"minutes": 5}, 1), ({"hours": 5}, 5), ({"days": 8}, None)])
def test_a_page_is_looked_at_again_when_it_is_twice_as_old_until_it_has_settled(age, again):
    state = after_page(PAGE, {"etag": '"1"'}, ago(**age), NOW, SETTINGS)
    assert hours(state) == again and state.etag == '"1"'


def test_a_page_that_stays_the_same_is_looked_at_less_and_less():
    state = after_page(PAGE, {}, ago(hours=5), NOW, SETTINGS)
    later = after_same(state, NOW, SETTINGS)
    assert hours(later) == 10
    for _ in range(5):
        later = after_same(later, NOW, SETTINGS) if later.next_due else later
    assert later.next_due is None


def test_failures_wait_twice_as_long_each_time_and_end():
    state = None
    waits = []
    for _ in range(3):
        state = after_failure(PAGE, "page", state, "no answer in time", NOW, SETTINGS)
        waits.append(hours(state))
    assert waits == [1, 2, 4]
    assert look_at(state, None, NOW + timedelta(days=9), SETTINGS) == "given up"
    assert look_at(after_failure(PAGE, "page", None, "x", NOW, SETTINGS), None, NOW, SETTINGS) == "too soon"


def test_what_is_gone_is_not_asked_again():
    state = after_failure(PAGE, "page", None, GONE, NOW, SETTINGS)
    assert state.next_due is None and look_at(state, None, NOW, SETTINGS) == "given up"


def feed(*gaps: int, every: int | None = None) -> Listing:
    times = [NOW - timedelta(minutes=sum(gaps[:n])) for n in range(len(gaps) + 1)]
    return Listing(
        "feed", items=tuple(Item(f"{PAGE}{n}", published=t.isoformat()) for n, t in enumerate(times)), every=every
    )


@pytest.mark.parametrize(
    ("listing", "wait"),
    [
        (feed(60, 60, 60), 0.5),
        (feed(1, 1, 1), 1 / 12),
        (feed(9999, 9999), 24),
        (feed(60, 60, every=7200), 2),
        (feed(), 0.5),
    ],
)
def test_a_feed_is_due_by_its_word_or_its_pace_within_bounds(listing, wait):
    assert hours(after_list(PAGE, listing, {}, True, NOW, SETTINGS)) == pytest.approx(wait)


def test_validators_are_kept_only_when_all_of_the_list_is_done():
    headers = {"etag": '"1"', "last-modified": "Wed, 04 Mar 2026 08:00:00 GMT"}
    done = after_list(PAGE, feed(), headers, True, NOW, SETTINGS)
    assert validators(done) == {"If-None-Match": '"1"', "If-Modified-Since": "Wed, 04 Mar 2026 08:00:00 GMT"}
    assert not validators(after_list(PAGE, feed(), headers, False, NOW, SETTINGS))
    leading_on = Listing("sitemap index", lists=(PAGE,))
    assert not validators(after_list(PAGE, leading_on, headers, True, NOW, SETTINGS))


def test_validators_that_would_break_a_request_are_not_sent():
    assert not validators(SourceState(PAGE, "feed", etag='"a"\r\nX: y', last_modified="é"))


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("120", 120),
        ("Wed, 04 Mar 2026 12:01:00 GMT", 60),
        ("Wed, 04 Mar 2020 12:01:00 GMT", 0),
        ("soon", None),
        ("", None),
        ("-5", None),
    ],
)
def test_how_long_a_server_asks_to_wait(written, seconds):
    assert wait_asked_for(Answer(PAGE, 503, {"retry-after": written}), NOW) == seconds
