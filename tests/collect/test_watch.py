"""Feeds that are followed: read again when due, whatever happens, until stopped."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

from misbehaving import body, in_turn, report, rss, status
from rashomon.collect.job import collect
from rashomon.collect.wishes import Wishes
from rashomon.settings import CollectSettings
from rashomon.store.opening import open_store

QUICK = CollectSettings(pace=0.0)


def stopped_when(done, within=8.0):
    """An event that is set as soon as `done()`, or time is up."""
    stop = threading.Event()

    def look():
        end = time.monotonic() + within
        while not done() and time.monotonic() < end:
            time.sleep(0.05)
        stop.set()

    threading.Thread(target=look, daemon=True).start()
    return stop


def wait_until(done, within=20.0):
    end = time.monotonic() + within
    while not done() and time.monotonic() < end:
        time.sleep(0.05)


def test_new_items_come_as_the_feed_gets_them(site, store, run):
    links = [f"{site.root}/ferry-{n}" for n in range(3)]
    site.behaviours |= {f"/ferry-{n}": body(report(f"Ferry {n}", number=n)) for n in range(3)}
    site.behaviours["/feed"] = in_turn(*(body(rss(*links[:n]), "text/xml") for n in (1, 2, 3)))
    stop = stopped_when(lambda: site.times_asked("/ferry-2") and site.times_asked("/feed") > 3)
    account = run(f"{site.root}/feed", watch=True, stop=stop, least_due=0.2, most_due=0.2)
    assert account.new == 3 and account.stopped
    assert all(site.times_asked(f"/ferry-{n}") == 1 for n in range(3))


def test_a_feed_that_fails_is_tried_again_and_one_that_is_gone_is_not(site, run):
    site.behaviours |= {"/ferry": body(report("Ferry")), "/gone": status(410)}
    site.behaviours["/feed"] = in_turn(
        status(500), body(b"\0\0"), status(404), body(rss(f"{site.root}/ferry"), "text/xml")
    )
    stop = stopped_when(lambda: site.times_asked("/ferry"))
    account = run(f"{site.root}/feed", f"{site.root}/gone", watch=True, stop=stop, least_due=0.1, most_due=0.3)
    assert account.new == 1 and site.times_asked("/gone") == 1


def test_feeds_of_a_list_are_followed_each_by_itself(site, run):
    site.behaviours["/opml"] = body(f'<opml><body><outline xmlUrl="{site.root}/feed"/></body></opml>', "text/xml")
    site.behaviours["/feed"] = body(rss(), "text/xml")
    stop = stopped_when(lambda: site.times_asked("/feed") > 2)
    run(f"{site.root}/opml", watch=True, stop=stop, least_due=0.2, most_due=0.2)
    assert site.times_asked("/feed") > 2


def test_what_is_passed_over_each_time_is_counted_once(site, run):
    site.behaviours["/robots.txt"] = body("User-agent: *\nDisallow: /secret\n", "text/plain")
    site.behaviours["/ferry"] = body(report("Ferry"))
    site.behaviours["/feed"] = body(rss(f"{site.root}/secret", f"{site.root}/ferry"), "text/xml")
    site.behaviours["/opml"] = body(f'<opml><body><outline xmlUrl="{site.root}/feed"/></body></opml>', "text/xml")
    stop = stopped_when(lambda: site.times_asked("/opml") > 3 and site.times_asked("/feed") > 3)
    account = run(f"{site.root}/opml", watch=True, stop=stop, least_due=0.2, most_due=0.2, most_lists=1)
    assert (account.new, account.lists, account.unasked) == (1, 2, 0)
    assert [one.count for one in account.skipped] == [1]


def test_a_host_whose_robots_fail_is_tried_again(site, run):
    site.behaviours["/robots.txt"] = in_turn(status(500), status(404))
    site.behaviours |= {"/ferry": body(report("Ferry")), "/feed": body(rss(f"{site.root}/ferry"), "text/xml")}
    stop = stopped_when(lambda: site.times_asked("/ferry"))
    assert (
        run(f"{site.root}/feed", watch=True, stop=stop, least_due=0.1, most_due=0.1, robots_missing_kept=0.2).new == 1
    )


def test_a_store_that_another_process_writes_to_is_waited_for(site, tmp_path):
    site.behaviours |= {"/ferry": body(report("Ferry")), "/feed": body(rss(f"{site.root}/ferry"), "text/xml")}
    path, stop, wishes = tmp_path / "store.sqlite", threading.Event(), Wishes(watch=True, allow_private=True)
    with open_store(path, wait=0.1) as store, open_store(path) as other, ThreadPoolExecutor(1) as crew:
        with other.transaction():
            run = crew.submit(collect, [f"{site.root}/feed"], store, None, wishes, settings=QUICK, stop=stop)
            wait_until(lambda: site.times_asked("/ferry"))
            time.sleep(0.5)
            assert not run.done()
        wait_until(lambda: list(other.articles()))
        stop.set()
        assert run.result(10).new == 1


def test_stopping_takes_no_time_though_nothing_is_due(site, run):
    site.behaviours["/feed"] = body(rss(), "text/xml")
    stop = stopped_when(lambda: site.times_asked("/feed"))
    began = time.monotonic()
    assert run(f"{site.root}/feed", watch=True, stop=stop).stopped and time.monotonic() - began < 3
