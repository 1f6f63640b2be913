import os
import subprocess
import sys

import pytest

from rashomon.compare.side_by_side import work_side_by_side

ALONE = """
import os
from rashomon.compare.side_by_side import work_side_by_side
print(os.getpid() in work_side_by_side(lambda _: os.getpid(), [1, 2]))
"""

COMMON = """
from rashomon.compare.side_by_side import work_side_by_side
common = [object(), object()]
made = work_side_by_side(lambda n: {"held": [common[n], "words"]}, [0, 1], common)
print(all(one["held"][0] is held for one, held in zip(made, common)))
"""


def test_parts_come_back_in_their_order():
    assert work_side_by_side(lambda part: part * 2, [3, 1, 2]) == [6, 2, 4]


def test_no_part_is_no_work():
    assert work_side_by_side(str, []) == []


def test_a_fault_in_a_part_is_raised():
    with pytest.raises(ZeroDivisionError):
        work_side_by_side(lambda part: 1 // part, [1, 0])


def test_a_process_of_one_thread_leaves_the_work_to_forks_where_there_are_processors():
    out = printed_by(ALONE)
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    assert out.strip() == str(processors < 2)


def test_what_all_parts_hold_in_common_stays_the_same_object():
    assert printed_by(COMMON).strip() == "True"


def printed_by(code):
    """What a fresh process of one thread prints."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
