"""The jobs that are known: those that go on, and the latest of those that are over."""

from dataclasses import replace

import pytest

from rashomon.errors import NoSuchJob
from rashomon.web.background.job import Job, JobKind
from rashomon.web.background.register import Register


def job(id: str, kind: JobKind = "collect") -> Job:
    return Job(id, kind, "a report", "2026-01-19T12:00:00+00:00")


def test_a_job_is_known_as_it_stands():
    register = Register(10)
    first = register.begin(job("a"))
    running = register.change(replace(first, state="running"))
    assert register.job("a") == register.find("a") == running


def test_the_latest_is_named_first_and_one_begun_anew_is_the_latest():
    register = Register(10)
    for id in "aba":
        register.begin(job(id))
    assert [one.id for one in register.all()] == ["a", "b"]


def test_of_those_that_are_over_the_latest_are_kept():
    register = Register(2)
    for id in "abc":
        register.change(replace(register.begin(job(id)), state="done"))
    register.begin(job("d"))
    assert [one.id for one in register.all()] == ["d", "c"]


def test_jobs_of_one_kind_push_out_none_of_another():
    register = Register(2)
    register.change(replace(register.begin(job("added")), state="done"))
    for id in "abcd":
        register.change(replace(register.begin(job(id, "compare")), state="done"))
    assert [one.id for one in register.all()] == ["d", "c", "added"]


def test_none_that_goes_on_is_forgotten():
    register = Register(1)
    for id in "abc":
        register.begin(job(id))
    assert len(register.all()) == 3


def test_one_that_is_not_known_is_said_not_to_be():
    register = Register(1)
    assert register.find("a") is None
    with pytest.raises(NoSuchJob, match="no job 'a'"):
        register.job("a")
