"""Average linkage with its price for size, on small tables."""

import numpy as np

from rashomon.cluster.linking import link
from rashomon.settings import GroupingSettings

SETTINGS = GroupingSettings()


def table(rows, *pairs, rest=0.0):
    made = np.full((rows, rows), rest, np.float32)
    for one, other, alike in pairs:
        made[one, other] = made[other, one] = alike
    np.fill_diagonal(made, 1)
    return made


def groups(made, **more):
    return link(made, np.ones_like(made), SETTINGS, **more)


def test_what_is_alike_is_joined_and_the_rest_stays_alone():
    assert groups(table(4, (0, 2, 0.5), (1, 3, 0.1))) == [[0, 2], [1], [3]]


def test_an_article_like_only_one_of_a_group_is_left_out():
    assert groups(table(3, (0, 1, 0.6), (1, 2, 0.3))) == [[0, 1], [2]]


def test_two_large_groups_need_more_in_common_than_two_articles():
    made = table(12, rest=0.22)
    made[:6, :6] = made[6:, 6:] = 0.5
    assert groups(made) == [list(range(6)), list(range(6, 12))]
    assert groups(table(2, (0, 1, 0.22))) == [[0, 1]]


def test_large_groups_that_share_no_names_are_two_events():
    made = table(12, rest=0.36)
    made[:6, :6] = made[6:, 6:] = 0.4
    names = np.kron(np.eye(2), np.ones((6, 6))).astype(np.float32)
    assert len(link(made, np.ones_like(made), SETTINGS)) == 1
    assert link(made, names, SETTINGS) == [list(range(6)), list(range(6, 12))]


def test_bounds_are_kept():
    made = table(3, (0, 1, 0.9), (1, 2, 0.9), (0, 2, 0.9))
    apart = np.zeros((3, 3), np.bool_)
    apart[0, 2] = apart[2, 0] = True
    assert groups(made, apart=apart) in ([[0, 1], [2]], [[0], [1, 2]])
    assert groups(table(3), together=[[0, 2]]) == [[0, 2], [1]]


def test_no_rows_make_no_groups():
    assert link(np.zeros((0, 0), np.float32), np.zeros((0, 0), np.float32), SETTINGS) == []
