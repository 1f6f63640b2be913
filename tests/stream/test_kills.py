"""Killing the stream, in short; `python -m benchmarks.kills_grouping` does it fifty times."""

from benchmarks import kills_grouping


def test_nothing_acknowledged_is_lost_and_every_article_is_in_one_story(address):
    assert kills_grouping.try_job(address, times=2, seed=3).faults == ()
