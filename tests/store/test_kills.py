"""Killing what writes to a store, in short; `python -m benchmarks.kills` does it fifty times."""

import pytest

from benchmarks import kills


@pytest.mark.parametrize("job", kills.JOBS)
def test_nothing_acknowledged_is_lost_and_nothing_there_twice(address, job):
    tally = kills.try_job(job, address, times=2, seed=7, batches=8)
    assert tally.faults == ()
