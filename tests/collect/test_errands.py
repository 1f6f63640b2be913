"""One errand a host at a time, at its pace; hosts in turn."""

from rashomon.collect.errands import Errand, Frontier


def errand(address: str) -> Errand:
    return Errand(address, address, "test", "page")


def test_a_host_is_asked_once_at_a_time_and_at_its_pace():
    frontier = Frontier()
    for number in range(2):
        frontier.add(errand(f"http://a.example/{number}"))
    first = frontier.take(0.0)
    assert first and first.address.endswith("/0") and frontier.take(0.0) is None
    frontier.free(first, 2.0)
    assert frontier.take(1.9) is None and frontier.next_ready == 2.0
    second = frontier.take(2.0)
    assert second and second.address.endswith("/1")


def test_hosts_do_not_wait_for_each_other():
    frontier = Frontier()
    for host in "abc":
        frontier.add(errand(f"http://{host}.example/"))
    assert [frontier.take(0.0).address for _ in range(3)] == [f"http://{host}.example/" for host in "abc"]


def test_first_comes_first_and_the_count_is_right():
    frontier = Frontier()
    frontier.add(errand("http://a.example/1"))
    frontier.add(errand("http://a.example/0"), first=True)
    assert len(frontier) == 2
    taken = frontier.take(0.0)
    assert taken.address.endswith("/0") and len(frontier) == 2
    assert frontier.free(taken, 0.0) and len(frontier) == 1
    assert not frontier.free(frontier.take(0.0), 0.0) and len(frontier) == 0


def test_all_that_waits_at_a_host_can_be_dropped():
    frontier = Frontier()
    for number in range(3):
        frontier.add(errand(f"http://a.example/{number}"))
    frontier.add(errand("http://b.example/"))
    taken = frontier.take(0.0)
    assert [one.address[-1] for one in frontier.drop(taken)] == ["1", "2"]
    frontier.free(taken, 0.0)
    assert frontier.take(9.0).address == "http://b.example/" and frontier.take(9.0) is None
