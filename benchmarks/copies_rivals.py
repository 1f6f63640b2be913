"""datasketch on the same articles: MinHash with its locality-sensitive index, for likeness and for containment.

128 permutations, as its documentation uses throughout; sequences of five words as bytes. Half of the shorter text in
the other is, for two of one length, a Jaccard likeness of one third: that is the threshold of `MinHashLSH`.
`MinHashLSHEnsemble` is made for containment; what either finds is then checked by the sketches' own estimate.
"""

import importlib.util
import re
import time
from collections.abc import Callable
from typing import Any

PERMUTATIONS = 128
LIKENESS = 1 / 3
CONTAINED = 0.5
PARTS = 16  # of the ensemble, by length; its documentation asks for 16 or 32

_WORD = re.compile(r"[^\W_]+")
Pairs = set[tuple[str, str]]


def is_installed() -> bool:
    """Whether datasketch can be imported."""
    return importlib.util.find_spec("datasketch") is not None


def measure_all(ids: list[str], texts: list[str], truth: Pairs) -> dict[str, float]:
    """Recall, precision and seconds of one core of both ways, each with reading the texts and making the sketches."""
    begun = time.process_time()
    sketches = _sketches(texts)
    spent = time.process_time() - begun
    order = {one: n for n, one in enumerate(ids)}
    measured = {"sketches alone, seconds (datasketch)": spent}
    ways: dict[str, Callable[[list[str], list[Any]], Pairs]] = {"MinHashLSH": _by_likeness, "Ensemble": _by_containment}
    for name, way in ways.items():
        begun = time.process_time()
        found = {(a, b) if order[a] < order[b] else (b, a) for a, b in way(ids, sketches)}
        measured[f"recall ({name})"] = len(found & truth) / max(1, len(truth))
        measured[f"precision ({name})"] = len(found & truth) / max(1, len(found))
        measured[f"seconds ({name})"] = spent + time.process_time() - begun
    return measured


def _sketches(texts: list[str]) -> list[Any]:
    from datasketch import MinHash

    sequences = []
    for text in texts:
        words = _WORD.findall(text.lower())
        sequences.append({" ".join(words[n : n + 5]).encode() for n in range(len(words) - 4)})
    return list(zip(map(len, sequences), MinHash.bulk(sequences, num_perm=PERMUTATIONS), strict=True))


def _by_likeness(ids: list[str], sketches: list[Any]) -> Pairs:
    from datasketch import MinHashLSH

    index = MinHashLSH(threshold=LIKENESS, num_perm=PERMUTATIONS)
    own = dict(zip(ids, sketches, strict=True))
    with index.insertion_session() as session:
        for one, (_, sketch) in own.items():
            session.insert(one, sketch)
    return {
        (one, other)
        for one, (_, sketch) in own.items()
        for other in index.query(sketch)
        if one < other and _contained(own[one], own[other])
    }


def _by_containment(ids: list[str], sketches: list[Any]) -> Pairs:
    from datasketch import MinHashLSHEnsemble

    index = MinHashLSHEnsemble(threshold=CONTAINED, num_perm=PERMUTATIONS, num_part=PARTS)
    own = dict(zip(ids, sketches, strict=True))
    index.index([(one, sketch, length) for one, (length, sketch) in own.items() if length])
    return {
        (one, other)
        for one, (length, sketch) in own.items()
        if length
        for other in index.query(sketch, length)
        if one != other and _contained(own[one], own[other])
    }


def _contained(one: tuple[int, Any], other: tuple[int, Any]) -> bool:
    """Whether the shorter is, by the estimate of the sketches, at least half in the other."""
    likeness = one[1].jaccard(other[1])
    return likeness / (1 + likeness) * (one[0] + other[0]) >= CONTAINED * min(one[0], other[0])
