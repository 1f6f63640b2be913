"""Pairs of sentences: features of the pair alone, a line that never sees the row it judges, the same at every run."""

import numpy as np
import pytest

from benchmarks import pairs
from benchmarks.corpus import BadData
from benchmarks.line import FOLDS, fit_logistic, fit_ridge, predict_by_folds
from benchmarks.pair_features import alone, pair_table, surface_table
from benchmarks.pairs import area_under_curve
from rashomon.compare.pairs import PAIR_FEATURES

SAME = ("The dam at Orrin broke on Sunday.", "On Sunday the Orrin dam broke.")
OTHER = ("The dam at Orrin broke on Sunday.", "Shares of the brewer fell by 4 percent.")


def rows_of(count):
    """Half of them the same statement; each with its own number, so that no two are alike."""
    made = [(f"{SAME[0]} Crews took {n} hours.", (SAME, OTHER)[n % 2][1], n % 2 == 0) for n in range(count)]
    return [{"a": a, "b": b, "same": int(same), "score": 4.0 if same else 0.5} for a, b, same in made]


def test_sentences_of_one_statement_are_nearer_in_every_table():
    table = pair_table([SAME, OTHER])
    assert table.shape == (2, len(PAIR_FEATURES))
    cosine = PAIR_FEATURES.index("cosine")
    assert table[0, cosine] > 0.5 > table[1, cosine]
    assert alone(table).shape[1] < len(PAIR_FEATURES)
    surface = surface_table([SAME, OTHER, ("-", "Rain")])
    assert surface[0, 0] > surface[1, 0] and np.isfinite(surface).all()


def test_a_pair_has_the_same_features_in_any_batch(monkeypatch):
    given = [SAME, OTHER, (SAME[1], OTHER[1]), (OTHER[1], OTHER[1])]
    whole = alone(pair_table(given))
    monkeypatch.setattr("benchmarks.pair_features.AT_ONCE", 3)
    np.testing.assert_allclose(alone(pair_table(given)), whole, atol=1e-5)


def test_a_line_finds_what_decides():
    table = np.random.default_rng(5).normal(size=(400, 3))
    line = fit_logistic(table, (table[:, 1] > 0).astype(float))
    assert abs(line[1]) > 5 * abs(line[0]) and line[1] > 0
    assert fit_ridge(table, 2 * table[:, 0] + 7)[[0, -1]] == pytest.approx([2, 7], abs=0.2)


def test_no_row_is_judged_by_a_line_that_saw_it():
    seen = []

    def fit(table, wanted):
        seen.append(set(wanted.astype(int)))
        return fit_ridge(table, wanted)

    rows = np.arange(25.0)
    predict_by_folds(rows[:, None], rows, fit)
    assert [set(range(25)) - held for held in seen] == [set(range(n, 25, FOLDS)) for n in range(FOLDS)]


def test_figures_of_either_label_are_the_same_at_every_run(capsys):
    rows = rows_of(30)
    figures = pairs.measure(rows, False)
    assert figures["same statement, accuracy"] == 1.0 and figures == pairs.measure(rows, False)
    scored = [{"a": row["a"], "b": row["b"], "score": row["score"]} for row in rows]
    assert pairs.measure(scored, True)["likeness, Pearson"] > 0.9
    assert "told" in capsys.readouterr().err


@pytest.mark.parametrize("labels", [[1, None], [1, "0"], [1, 1]])
def test_rows_without_two_kinds_of_labels_are_refused(labels):
    with pytest.raises(BadData):
        pairs.measure([{"a": "x", "b": "y", "same": label} for label in labels], False)


def test_the_area_is_the_share_of_pairs_in_the_right_order():
    same = np.array([True, True, False, False])
    assert area_under_curve(np.array([4.0, 2.0, 3.0, 1.0]), same) == 0.75
    assert area_under_curve(np.zeros(4), same) == 0.5
