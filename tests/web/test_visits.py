"""What a browser remembers of each story: what it saw, and what it saw before that."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.web.visits import Visit, read_visits, visit, write_visits

HALF_AN_HOUR = 1800
names = st.text(min_size=1, max_size=20)


def seen(*digests: tuple[str, int]) -> Visit:
    """What is remembered of a story that was seen under these digests at these moments."""
    visits: dict[str, Visit] = {}
    for digest, moment in digests:
        visits = visit(visits, "ferry", digest, moment, HALF_AN_HOUR)
    return visits["ferry"]


def test_the_first_time_nothing_is_new():
    assert seen(("a", 0)).before is None


def test_what_came_since_the_last_visit_is_new():
    assert seen(("a", 0), ("b", 5000)) == Visit("ferry", "b", 5000, "a")


def test_it_stays_new_when_the_page_is_loaded_again_soon():
    assert seen(("a", 0), ("b", 5000), ("b", 5000 + HALF_AN_HOUR)).before == "a"


def test_it_is_not_new_at_a_later_visit():
    assert seen(("a", 0), ("b", 5000), ("b", 5001 + HALF_AN_HOUR)).before is None


def test_what_comes_during_a_visit_is_new_with_what_was_new_at_its_beginning():
    assert seen(("a", 0), ("b", 5000), ("c", 5100)).before == "a"
    assert seen(("a", 0), ("b", 100)).before == "a"


def test_what_was_taken_back_during_a_visit_leaves_nothing_new():
    assert seen(("a", 0), ("b", 5000), ("a", 5100)).before is None


@given(st.lists(st.builds(Visit, names, names, st.integers(0, 2**40), st.none() | names), max_size=20))
def test_what_is_written_is_read_again_and_fits_a_cookie(visits):
    told = {one.story: one for one in visits}
    written = write_visits(told, most=50)
    assert read_visits(written) == told
    assert not set(written) & set(' ",;\\') and written.isascii() and written.isprintable()


def test_the_stories_seen_longest_ago_are_forgotten_first():
    visits: dict[str, Visit] = {}
    for number in range(60):
        visits = visit(visits, f"{number:012x}", "d" * 16, number, HALF_AN_HOUR)
        visits = visit(visits, f"{number:012x}", "e" * 16, number + 1_800_000_000, HALF_AN_HOUR)
    written = write_visits(visits, most=48)
    assert len(written) < 4000 and list(read_visits(written)) == [f"{number:012x}" for number in range(12, 60)]


@given(st.text())
def test_a_cookie_of_any_kind_is_read_without_complaint(cookie):
    read_visits(cookie)


def test_what_is_too_long_is_not_remembered():
    assert visit({}, "x" * 100, "d", 0, HALF_AN_HOUR) == {}
    assert visit({}, "ferry", "d" * 100, 0, HALF_AN_HOUR) == {}
