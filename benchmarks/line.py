"""Plain learned lines, judged by folds: each row's prediction comes from a line that was fitted without it."""

from collections.abc import Callable

import numpy as np

from rashomon.compare.vectors import Floats

FOLDS = 10  # row n lies in fold n % FOLDS: no chance in it
RIDGE = 10.0  # on the squared weights of features of mean 0 and deviation 1; 2 to 50 do about alike
MOST_STEPS = 50

Line = Floats  # the weights of the features, then the bias


def predict_by_folds(table: Floats, wanted: Floats, fit: Callable[[Floats, Floats], Line]) -> Floats:
    """For each row what the line says that was fitted on the rows of all other folds."""
    fold = np.arange(len(table)) % FOLDS
    told = np.zeros(len(table))
    for n in range(min(FOLDS, len(table))):
        mean, scale = _measures(table[fold != n])
        line = fit((table[fold != n] - mean) / scale, wanted[fold != n])
        told[fold == n] = _with_one((table[fold == n] - mean) / scale) @ line
    return told


def fit_ridge(table: Floats, wanted: Floats) -> Line:
    """The line of least squares; its bias is not penalised."""
    x = _with_one(table)
    line: Line = np.linalg.solve(x.T @ x + _penalty(x), x.T @ wanted)
    return line


def fit_logistic(table: Floats, wanted: Floats) -> Line:
    """The line of greatest likelihood of 0 and 1, by Newton's steps; what it tells is log odds."""
    x = _with_one(table)
    line, penalty = np.zeros(x.shape[1]), _penalty(x)
    for _ in range(MOST_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(x @ line, -30, 30)))
        slope = x.T @ (wanted - chance) - penalty @ line
        step = np.linalg.solve((x * (chance * (1 - chance))[:, None]).T @ x + penalty, slope)
        line = line + step
        if np.abs(step).max() < 1e-8:
            break
    return line


def _measures(table: Floats) -> tuple[Floats, Floats]:
    scale = table.std(axis=0)
    return table.mean(axis=0), np.where(scale > 1e-9, scale, 1)


def _with_one(table: Floats) -> Floats:
    return np.column_stack([table, np.ones(len(table))]).astype(np.float64)


def _penalty(x: Floats) -> Floats:
    held = np.full(x.shape[1], RIDGE)
    held[-1] = 1e-9
    return np.diag(held)
