"""What is done in the background: by real processes, once each, whatever breaks on the way."""

import itertools
import json
import logging
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
from rashomon.stream.standing import compare_one
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


def test_jobs_over_are_forgotten_at_last_and_those_that_wait_never(store):
    jobs = Jobs(store, store.where, lambda: NOW, Settings(), WebSettings(jobs_kept=1))
    first, second = (jobs.collect(what, ToCollect(NOW)) for what in ("first", "second"))
    assert jobs.all() == (second, first)
    jobs.start()
    try:
        over(jobs, second)
        third = jobs.collect("third", ToCollect(NOW))
        assert [job.id for job in jobs.all() if job.kind == "collect"] == [third.id]
        with pytest.raises(NoSuchJob, match="not any more"):
            jobs.job(first.id)
    finally:
        jobs.close()


def test_a_story_that_breaks_the_comparison_holds_up_no_other(store, monkeypatch):
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


def test_a_comparison_that_failed_is_tried_again_when_a_reader_asks(begun, store):
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


def lost_when_told(store: Store, order: object, tell: object, stop: object) -> None:
    """A comparison that lasts until it is told to die."""
    folder = Path(store.where).parent
    (folder / "under way").touch()
    while not (folder / "die").exists():
        time.sleep(0.02)
    os._exit(1)


def test_a_process_lost_before_it_is_known_that_all_ends_is_no_failure_of_its_story(store, tmp_path, monkeypatch):
    """A signal to the whole service reaches it first."""
    jobs = Jobs(store, store.where, lambda: NOW, Settings(), LIMITS)
    hand = Hand("testing", lost_when_told, store.where, 0)
    monkeypatch.setattr(jobs._comparing, "_hand", hand)
    mill = store.story_of(MILL.id)
    jobs.start()
    try:
        job = jobs.compare(mill)
        until((tmp_path / "under way").exists)
        (tmp_path / "die").touch()
        until(lambda: hand._process is None)
        jobs.end()  # as the signal's handler does
        assert over(jobs, job).state == "stopped"
        assert store.listed_story(mill).failure is None and mill in store.waiting_stories()
    finally:
        jobs.close()


def many(folder: Path) -> tuple[tuple[Path, str], ...]:
    """A file whose reading takes minutes."""
    folder.mkdir()
    lines = (
        json.dumps({"id": f"barge-{n}", "text": f"Barge {n * 7919} sank off Port {n * 31}."}) for n in range(30_000)
    )
    (folder / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return ((folder, "many.jsonl"),)


def test_what_is_read_in_part_when_all_ends_is_named_with_what_is_kept_of_it(begun, store, tmp_path, caplog):
    before = sum(1 for _ in store.articles())
    with caplog.at_level(logging.WARNING, "rashomon.web"):
        job = begun.collect("many.jsonl", ToCollect(NOW, files=many(tmp_path / "many")))
        until(lambda: begun.job(job.id).progress)
        begun.close()
    assert begun.job(job.id).state == "stopped"
    kept = sum(1 for _ in store.articles()) - before
    assert caplog.messages == [f"read in part before the end: many.jsonl, {kept} new; add it again"]


def deaf(store: Store, order: object, tell: Callable[[str], None], stop: object) -> None:
    """Reads on, whatever it is asked."""
    tell("7 new, 0 changed so far; many.jsonl")
    time.sleep(60)


def test_what_is_given_up_when_all_ends_is_named_with_how_far_it_was(store, monkeypatch, caplog):
    jobs = Jobs(store, store.where, lambda: NOW, Settings(), WebSettings(patience=0.2))
    monkeypatch.setattr(jobs._collecting, "_hand", Hand("testing", deaf, store.where, 0))
    jobs.start()
    with caplog.at_level(logging.WARNING, "rashomon.web"):
        job = jobs.collect("many.jsonl", ToCollect(NOW))
        until(lambda: jobs.job(job.id).progress)
        jobs.close()
    assert jobs.job(job.id).state == "stopped"
    line = "read in part before the end: many.jsonl, 7 new, 0 changed so far; many.jsonl; add it again"
    assert caplog.messages == [line]


def test_feeds_that_were_cut_short_are_not_to_be_added_since_they_are_asked_again(store, monkeypatch, caplog):
    store.save_source_state(SourceState("https://gull.example/feed", "feed", next_due="2026-01-01T00:00:00+00:00"))
    jobs = Jobs(store, store.where, lambda: NOW, Settings(), WebSettings(patience=0.2), follow=True)
    monkeypatch.setattr(jobs._collecting, "_hand", Hand("testing", deaf, store.where, 0))
    jobs.start()
    with caplog.at_level(logging.WARNING, "rashomon.web"):
        until(lambda: any(job.progress for job in jobs.all()))
        jobs.close()
    assert not caplog.messages


def test_nothing_is_taken_in_once_all_is_to_end(begun):
    begun.end()
    with pytest.raises(TooManyWait, match="the application is ending; add this when it runs again"):
        begun.collect("one", ToCollect(NOW))
    with pytest.raises(TooManyWait), begun.receiving():
        raise AssertionError("received")


def test_feeds_that_are_due_are_asked_however_much_waits(store, monkeypatch):
    store.save_source_state(SourceState("http://127.0.0.1:9/feed", "feed", next_due="2026-01-01T00:00:00+00:00"))
    jobs = Jobs(store, store.where, lambda: NOW, Settings(), replace(LIMITS, follows=0.1), follow=True)
    look_up = store.sources

    def sources(due: str | None = None) -> object:
        """While readers add as much as may wait."""
        if not jobs.all():
            for number in range(LIMITS.most_waiting):
                jobs.collect(str(number), ToCollect(NOW))
        return look_up(due=due)

    monkeypatch.setattr(store, "sources", sources)
    monkeypatch.setattr(store, "waiting_stories", lambda most: ())
    jobs.start()
    try:
        until(lambda: [job.what for job in jobs.all() if job.over] == ["feeds that are due: 1", "1", "0"])
    finally:
        jobs.close()


def test_what_nobody_foresaw_stops_neither_thread(store, monkeypatch, caplog):
    """It is a fault that the log has; a job that it met has failed; the next is done."""

    def broken(*_: object, **__: object) -> None:
        raise KeyError("a word")

    limits = replace(LIMITS, follows=0.1, tries_again=0.1)
    jobs = Jobs(store, store.where, lambda: NOW, Settings(), limits, follow=True)
    mill = store.story_of(MILL.id)
    with monkeypatch.context() as breaking:
        for name in ("sources", "waiting_stories", "story_digest"):
            breaking.setattr(store, name, broken)
        breaking.setattr(jobs._collecting._hand, "do", broken)
        jobs.start()
        added = over(jobs, jobs.collect("one", ToCollect(NOW)))
        until(lambda: "working in the background: KeyError" in caplog.text)
    try:
        assert added.state == "failed" and "the log of the application says more" in str(added.error)
        assert "reading one: KeyError: 'a word'" in caplog.text
        until(lambda: store.listed_story(mill).fresh)
        assert over(jobs, jobs.collect("another", ToCollect(NOW))).state == "done"
    finally:
        jobs.close()


def test_a_comparison_that_meets_what_nobody_foresaw_has_failed_and_is_made_later(store, monkeypatch, caplog):
    faults = iter([KeyError("a word")])
    jobs = Jobs(store, store.where, lambda: NOW, Settings(), replace(LIMITS, tries_again=0.3))
    do = jobs._comparing._hand.do

    def break_once(*given: Any, **wishes: Any) -> Any:
        if fault := next(faults, None):
            raise fault
        return do(*given, **wishes)

    monkeypatch.setattr(jobs._comparing._hand, "do", break_once)
    mill = store.story_of(MILL.id)
    jobs.start()
    try:
        until(lambda: jobs.all() and jobs.all()[0].state == "failed")
        assert "the log of the application says more" in str(jobs.all()[0].error)
        until(lambda: store.listed_story(mill).fresh)
        assert f"comparing story {mill}: KeyError: 'a word'" in caplog.text
    finally:
        jobs.close()


def begins(jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The stories in the order in which they are given to the process, as that goes on."""
    given: list[str] = []
    do = jobs._comparing._hand.do

    def noting(order: Any, *rest: Any, **wishes: Any) -> Any:
        given.append(order.story)
        return do(order, *rest, **wishes)

    monkeypatch.setattr(jobs._comparing._hand, "do", noting)
    return given


def test_a_story_asked_for_while_it_is_looked_up_what_waits_is_compared_once(store, monkeypatch):
    jobs = Jobs(store, store.where, lambda: NOW, Settings(), LIMITS)
    given, mill, look_up = begins(jobs, monkeypatch), store.story_of(MILL.id), store.waiting_stories
    looks = itertools.count()

    def waiting(most: int) -> tuple[str, ...]:
        found = look_up(most)
        if next(looks) == 0:
            assert jobs.compare(mill).state == "waiting"  # a reader, just now
        return found

    monkeypatch.setattr(store, "waiting_stories", waiting)
    jobs.start()
    try:
        until(lambda: next(looks) and store.listed_story(mill).fresh and jobs.job(f"compare-{mill}").over)
        time.sleep(0.3)
        assert given == [mill]
    finally:
        jobs.close()


def test_a_story_asked_for_just_as_it_is_taken_up_is_compared_once(store, monkeypatch):
    jobs = Jobs(store, store.where, lambda: NOW, Settings(), LIMITS)
    given, mill = begins(jobs, monkeypatch), store.story_of(MILL.id)
    change = jobs._register.change

    def changing(job: Job) -> Job:
        if job.state == "running" and not given:
            assert jobs.compare(mill).what == mill  # another reader, before it is known to be under way
        return change(job)

    monkeypatch.setattr(jobs._register, "change", changing)
    job = jobs.compare(mill)
    jobs.start()
    try:
        assert over(jobs, job).state == "done"
        time.sleep(0.3)
        assert given == [mill] and jobs.job(job.id).state == "done"
    finally:
        jobs.close()


def compare_when_told(store: Store, order: Any, tell: object, stop: object) -> object:
    """A comparison that is not made before it is told to be."""
    while not (Path(store.where).parent / "go").exists():
        time.sleep(0.02)
    return compare_one(store, order.story, order.when, order.settings).failure


def test_what_a_reader_waits_for_goes_before_what_only_waits_in_the_store(store, tmp_path, monkeypatch):
    keep(store, BARGE)
    keep(store, Article("auk.example/1", "Nine tonnes of cheese were stolen from a dairy, its owner wrote."))
    jobs = Jobs(store, store.where, lambda: NOW, Settings(), LIMITS)
    monkeypatch.setattr(jobs._comparing, "_hand", Hand("testing", compare_when_told, store.where, 0))
    given = begins(jobs, monkeypatch)
    first, second, last = store.waiting_stories()
    jobs.start()
    try:
        until(lambda: given)
        jobs.compare(last)
        (tmp_path / "go").touch()
        until(lambda: len(given) == 3)
        assert given == [first, last, second]
    finally:
        jobs.close()


def test_a_reader_who_asks_during_a_look_up_goes_before_what_that_finds(store, monkeypatch):
    keep(store, BARGE)
    jobs = Jobs(store, store.where, lambda: NOW, Settings(), LIMITS)
    given, look_up = begins(jobs, monkeypatch), store.waiting_stories
    found, asked = look_up()

    def waiting(most: int) -> tuple[str, ...]:
        if not jobs.all():
            jobs.compare(asked)
        return look_up(most)

    monkeypatch.setattr(store, "waiting_stories", waiting)
    jobs.start()
    try:
        until(lambda: len(given) == 2)
        assert given == [asked, found]
    finally:
        jobs.close()
