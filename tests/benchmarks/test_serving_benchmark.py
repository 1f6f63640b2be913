"""The benchmark of readers at once, in short: nothing may go wrong while reports are collected."""

from benchmarks.readers import percentile
from benchmarks.serving import measure


def test_nobody_is_answered_with_an_error(capsys):
    *_, errors = measure(readers=4, seconds=2, pause=0, articles=60, large=(5, 100))
    printed = capsys.readouterr()
    assert errors.holds, printed.err
    answered = {line.split()[0]: int(line.split()[1]) for line in printed.out.splitlines()[1:]}
    assert answered["story"] > 0 and "events" not in answered


def test_a_percentile_is_a_time_that_was_measured():
    assert percentile([0.3, 0.1, 0.2], 0.5) == 0.2
    assert percentile([0.3, 0.1, 0.2], 0.95) == 0.3
    assert percentile([], 0.95) == 0
