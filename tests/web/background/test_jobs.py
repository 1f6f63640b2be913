"""What is done in the background: by real processes, once each, whatever breaks on the way."""

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.stores import address
from tests.web.reading_room import MILL, NOW, fill, keep

from rashomon.errors import NoSuchJob, StoreLocked, StoreUnreachable, TooManyWait
from rashomon.model.article import Article
from rashomon.model.kept import SourceState
from rashomon.settings import Settings, WebSettings
from rashomon.store.opening import open_store
from rashomon.store.store import Store
from rashomon.web.background.hands import Hand
from rashomon.web.background.job import Job
from rashomon.web.background.jobs import Jobs
from rashomon.web.background.tasks import ToCollect

__all__ = ["address"]
LIMITS = WebSettings(patience=10, most_waiting=2)
BARGE = Article("barge.example/1", "A barge sank off Port Harrow on Friday. Two people drowned, police said.")


def until(true: Callable[[], Any], seconds: float = 60) -> Any:
    """What becomes true in the end."""
    end = time.monotonic() + seconds
    while not (found := true()) and time.monotonic() < end:
        time.sleep(0.05)
    assert found
    return found


def over(jobs: Jobs, job: Job) -> Job:
    return until(lambda: (now := jobs.job(job.id)).over and now)


@pytest.fixture
def begun(store: Store) -> Iterator[Jobs]:
    jobs = Jobs(store, store.where, lambda: NOW, Settings(), LIMITS)
    jobs.start()
    yield jobs
    jobs.close()


@pytest.fixture
def resting(store: Store) -> Jobs:
    """Jobs that are never begun."""
    return Jobs(store, store.where, lambda: NOW, Settings(), LIMITS)


def test_what_waits_is_compared_without_being_asked_on_both_databases(address):
    with open_store(address) as store:
        fill(store)
        keep(store, BARGE)
        jobs = Jobs(store, address, lambda: NOW, Settings(), LIMITS)
        jobs.start()
        try:
            until(lambda: all(one.fresh for one in store.listed_stories()))
            assert {job.state for job in jobs.all()} <= {"done", "running"}
        finally:
            jobs.close()


def test_what_comes_later_is_compared_when_the_store_is_looked_at(begun, store):
    until(lambda: not store.waiting_stories())
    keep(store, BARGE)
    story = store.story_of(BARGE.id)
    begun.look()
    until(lambda: store.listed_story(story).fresh)


def test_a_story_asked_for_twice_is_one_job(resting, ferry):
    first = resting.compare(ferry)
    assert resting.compare(ferry) == first and resting.all() == (first,)
    assert (first.state, first.what) == ("waiting", ferry)


def test_the_store_is_asked_nothing_of_a_story_whose_comparison_is_on_its_way(resting, store, ferry, monkeypatch):
    first = resting.compare(ferry)
    monkeypatch.setattr(store, "story_digest", lambda story: pytest.fail("read again"))
    assert resting.compare(ferry) is first


def test_a_job_that_was_done_may_be_asked_for_again(begun, ferry):
    job = over(begun, begun.compare(ferry))
    assert job.state == "done" and job.ended == NOW
    assert over(begun, begun.compare(ferry)).state == "done"


def test_a_job_that_is_not_known_is_said_not_to_be(resting):
    with pytest.raises(NoSuchJob, match="no job 'none'"):
        resting.job("none")


def test_files_are_collected_into_their_stories_and_their_account_is_given(begun, store, tmp_path):
    given = tmp_path / "given"
    given.mkdir()
    (given / "barge.txt").write_text(BARGE.text, encoding="utf-8")
    (given / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    files = ((given, "barge.txt"), (given, "picture.txt"))
    job = over(begun, begun.collect("two files", ToCollect(NOW, files=files)))
    assert job.state == "done" and job.account is not None
    assert job.account.new == 1 and job.account.skipped[0].examples == ("picture.txt",)
    ((article, story),) = job.placed
    assert store.story_of(article) == story and job.stories == (story,)
    assert store.versions(article)[0].source == "barge.txt"


def test_too_much_that_waits_is_refused(resting):
    for number in range(2):
        resting.collect(str(number), ToCollect(NOW))
    with pytest.raises(TooManyWait, match="2 things wait"):
        resting.collect("one more", ToCollect(NOW))


def test_nothing_is_fetched_from_this_machine_or_its_neighbours(begun):
    job = over(begun, begun.collect("a neighbour", ToCollect(NOW, addresses=("http://127.0.0.1:9/report",))))
    assert job.account is not None and job.account.new == 0
    assert "private" in job.account.skipped[0].reason or "loopback" in job.account.skipped[0].reason


def test_jobs_over_are_forgotten_at_last_and_those_that_wait_never(store, ferry):
    jobs = Jobs(store, store.where, lambda: NOW, Settings(), WebSettings(jobs_kept=1))
    first = jobs.collect("first", ToCollect(NOW))
    jobs.collect("second", ToCollect(NOW))
    assert first in jobs.all() and len(jobs.all()) == 2


def test_a_story_that_breaks_the_comparison_holds_up_no_other(store, tmp_path, monkeypatch):
    jobs = Jobs(store, store.where, lambda: NOW, Settings(), LIMITS)
    monkeypatch.setattr(jobs._comparing, "_hand", Hand("testing", dying, store.where, 0))
    mill = store.story_of(MILL.id)
    keep(store, BARGE)
    jobs.start()
    try:
        until(lambda: store.listed_story(mill).failure)
        until(lambda: store.listed_story(store.story_of(BARGE.id)).failure)
        assert store.waiting_stories() == ()
        assert jobs.compare(mill).state == "failed"  # not tried again before its reports change
    finally:
        jobs.close()


def test_a_comparison_that_failed_is_tried_again_when_a_reader_asks(begun, store, monkeypatch):
    mill = store.story_of(MILL.id)
    until(lambda: store.listed_story(mill).fresh)
    keep(store, replace(MILL, text=f"{MILL.text} The mill was closed."))
    store.fail_comparison(mill, store.story_digest(mill), "the process ended")
    assert store.listed_story(mill).failure
    assert over(begun, begun.compare(mill, again=True)).state == "done"
    assert store.listed_story(mill).fresh


def test_a_story_for_which_the_store_failed_is_compared_a_while_later(store, monkeypatch):
    """Though nothing changes that would say so, and nobody asks."""
    faults = iter([StoreLocked("store.sqlite: another process is writing to it")])
    read = store.story_digest

    def digest(story: str) -> str:
        if fault := next(faults, None):
            raise fault
        return read(story)

    monkeypatch.setattr(store, "story_digest", digest)
    jobs = Jobs(store, store.where, lambda: NOW, Settings(), replace(LIMITS, tries_again=0.3))
    mill = store.story_of(MILL.id)
    jobs.start()
    try:
        until(lambda: jobs.all() and jobs.job(f"compare-{mill}").state == "failed")
        until(lambda: store.listed_story(mill).fresh)
    finally:
        jobs.close()


def test_what_waits_is_looked_up_again_where_the_store_failed(store, monkeypatch):
    faults = iter([StoreUnreachable("the database has gone")])
    look_up = store.waiting_stories

    def waiting(most: int) -> tuple[str, ...]:
        if fault := next(faults, None):
            raise fault
        return look_up(most)

    monkeypatch.setattr(store, "waiting_stories", waiting)
    jobs = Jobs(store, store.where, lambda: NOW, Settings(), replace(LIMITS, tries_again=0.3))
    jobs.start()
    try:
        until(lambda: store.listed_story(store.story_of(MILL.id)).fresh)
    finally:
        jobs.close()


def dying(store: Store, order: object, tell: object, stop: object) -> None:
    """A comparison that takes its process down."""
    os._exit(1)


def test_feeds_that_are_due_are_asked_where_they_are_followed_and_not_again_at_once(store):
    due = "http://127.0.0.1:9/feed"  # which is refused without being asked, and stays due
    store.save_source_state(SourceState(due, "feed", next_due="2026-01-01T00:00:00+00:00"))
    store.save_source_state(SourceState("https://gull.example/1", "page", next_due="2026-01-01T00:00:00+00:00"))
    store.save_source_state(SourceState("https://gull.example/later", "feed", next_due="2027-01-01T00:00:00+00:00"))
    jobs = Jobs(store, store.where, lambda: NOW, Settings(), WebSettings(follows=0.1), follow=True)
    jobs.start()
    try:
        asked = until(lambda: [job for job in jobs.all() if job.kind == "collect"])
        done = over(jobs, asked[0])
        assert done.what == "feeds that are due: 1" and done.account.skipped[0].examples == (due,)
        time.sleep(0.5)
        assert len([job for job in jobs.all() if job.kind == "collect"]) == 1
    finally:
        jobs.close()


def test_no_feed_is_asked_where_nobody_wished_for_it(begun, store):
    store.save_source_state(SourceState("http://127.0.0.1:9/feed", "feed", next_due="2026-01-01T00:00:00+00:00"))
    begun.look()
    time.sleep(0.3)
    assert not [job for job in begun.all() if job.kind == "collect"]


def test_a_process_that_cannot_be_begun_fails_one_job_and_not_the_next(begun, monkeypatch):
    order = ToCollect(NOW, pasted=b'{"id": "auk", "text": "A barge sank."}\n')

    def begin(*_: object) -> None:
        raise OSError(24, "Too many open files")

    with monkeypatch.context() as broken:
        broken.setattr("multiprocessing.context.ForkServerContext.Pipe", begin)
        failed = over(begun, begun.collect("auk", order))
    assert failed.state == "failed" and "could not be begun" in str(failed.error)
    assert over(begun, begun.collect("auk", order)).state == "done"


def put_down(folder: Path, name: str = "auk.txt") -> tuple[tuple[Path, str], ...]:
    folder.mkdir(exist_ok=True)
    written = folder / ".written"
    written.write_text("A barge sank off Port Harrow on Friday.", encoding="utf-8")
    written.replace(folder / name)
    return ((folder, name),)


def test_files_are_cleared_away_once_nobody_waits_for_them(resting, tmp_path):
    files = put_down(tmp_path / "one")
    resting.collect("one", ToCollect(NOW, files=files))
    resting.clear_away(files)
    assert (tmp_path / "one" / "auk.txt").exists()
    resting.close()
    assert not (tmp_path / "one").exists()


def test_files_are_not_received_where_too_much_waits(resting):
    for _ in range(LIMITS.most_waiting):
        resting.collect("one", ToCollect(NOW))
    with pytest.raises(TooManyWait), resting.receiving():
        raise AssertionError("received")


def test_files_given_again_while_they_are_read_are_there_to_be_read_again(begun, tmp_path):
    jobs = []
    for _ in range(8):
        until(lambda: sum(not begun.job(one.id).over for one in jobs) < 2)
        with begun.receiving():
            jobs.append(begun.collect("one", ToCollect(NOW, files=put_down(tmp_path / "one"))))
    accounts = [over(begun, one).account for one in jobs]
    assert [one.new + one.same + one.unchanged for one in accounts if one] == [1] * 8
    assert not (tmp_path / "one").exists()
