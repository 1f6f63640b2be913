import pytest

from rashomon.web.sending.lookups import Lookups


def test_what_is_kept_is_not_looked_up_again():
    lookups = Lookups(2)
    assert lookups.get("a", lambda: 1) == 1
    assert lookups.get("a", lambda: 2) == 1


def test_the_latest_used_are_kept_up_to_a_number():
    lookups = Lookups(2)
    for key in ("a", "b", "a", "c"):
        lookups.get(key, lambda: 1)
    assert lookups.get("a", lambda: 2) == lookups.get("c", lambda: 2) == 1
    assert lookups.get("b", lambda: 2) == 2


def test_a_look_up_that_fails_is_tried_again():
    lookups = Lookups(2)
    with pytest.raises(ZeroDivisionError):
        lookups.get("a", lambda: 1 // 0)
    assert lookups.get("a", lambda: 2) == 2
