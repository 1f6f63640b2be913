"""Long stories in blocks: sentences that may share a statement stand in one, so that no table holds all pairs."""

import dataclasses
import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from rashomon.compare.statements import Statements
from rashomon.compare.terms import KINDS

Indices = NDArray[np.intp]
NEIGHBOURS = 40  # of a sentence, the likest first; more would be weaker than what fills a block
LEAST_LIKENESS = 0.15  # cosine of telling terms; below it two sentences are not joined by anything later either
CLAUSES = 8  # a sentence of more clauses counts for several: clauses are compared each with each too
SLACK = 1.05  # of the size of a block over its even share, so that none is left with a handful of sentences
PLACES_AN_ARTICLE = 4  # a term in more sentences than this times the articles is about the story, not a statement


def find_blocks(s: Statements, largest: int) -> Iterator[Statements]:
    """The table in parts of at most `largest` sentences (of many clauses, fewer), more where the articles are many.

    A table that is small enough is its only part. The likest sentences are put together first; those that nothing
    in another article is like are in no part.
    """
    weight = [1 + len(held) // CLAUSES for held in s.clauses]
    if sum(weight) <= largest:
        yield s
        return
    articles = len(np.unique(s.article))
    links = _links(s, articles)
    most = max(_even(links, weight, largest), 3 * articles)  # a statement may stand once in each article
    for block in _packed(_clusters(links, weight, most), weight, most):
        if len(np.unique(s.article[block])) > 1:
            yield take(s, block)


def take(s: Statements, sentences: Indices) -> Statements:
    """The table of some of its sentences, in order, with the terms that they hold; weights stay those of the story."""
    sizes = np.array([len(s.clauses[n]) for n in sentences], np.intp)
    clauses = np.concatenate(
        [np.arange(size) + s.first_clause[n] for n, size in zip(sentences, sizes, strict=True)]
    ).astype(np.intp)
    kept = np.unique(np.concatenate([s.terms[n] for n in sentences]))
    return dataclasses.replace(
        s,
        places=tuple(s.places[n] for n in sentences),
        clauses=tuple(s.clauses[n] for n in sentences),
        article=s.article[sentences],
        terms=tuple(np.searchsorted(kept, s.terms[n]).astype(np.intp) for n in sentences),
        clause_terms=tuple(np.searchsorted(kept, s.clause_terms[n]).astype(np.intp) for n in clauses),
        first_clause=np.cumsum([0, *sizes[:-1]]).astype(np.intp),
        kind=s.kind[kept],
        idf=s.idf[kept],
        rarity=s.rarity[kept],
        vectors=s.vectors[kept],
        position=s.position[sentences],
        quoted=s.quoted[sentences],
    )


def _even(links: list[tuple[int, int]], weight: list[int], largest: int) -> int:
    """The size of as few blocks as can hold all linked sentences, all of about one size: each has a processor."""
    total = sum(weight[n] for n in {n for link in links for n in link})
    return min(largest, int(total / max(1, math.ceil(total / largest)) * SLACK) + 1)


def _clusters(links: list[tuple[int, int]], weight: list[int], most: int) -> list[list[int]]:
    """The sentences in groups, joined along their links from the strongest on while a group stays small enough."""
    parent = list(range(len(weight)))
    size = list(weight)
    for one, other in links:
        a, b = sorted((_root(parent, one), _root(parent, other)))
        if a != b and size[a] + size[b] <= most:
            parent[b] = a
            size[a] += size[b]
    groups: dict[int, list[int]] = {}
    for n in range(len(parent)):
        groups.setdefault(_root(parent, n), []).append(n)
    return list(groups.values())


def _root(parent: list[int], n: int) -> int:
    while parent[n] != n:
        parent[n] = parent[parent[n]]
        n = parent[n]
    return n


def _links(s: Statements, articles: int) -> list[tuple[int, int]]:
    """Pairs of like sentences of different articles, the likest first."""
    weight = np.where(s.kind == KINDS.index("function"), 0, s.idf).astype(np.float32) ** 2
    holders = _holders(s, PLACES_AN_ARTICLE * articles)
    length = np.sqrt(np.array([weight[terms].sum() for terms in s.terms], np.float32)) + np.float32(1e-6)
    likeness = np.zeros(len(s.terms), np.float32)
    found: list[tuple[float, int, int]] = []
    for n, terms in enumerate(s.terms):
        near: list[Indices] = []
        for term in terms:
            if len(where := holders[term]):
                likeness[where] += weight[term]
                near.append(where)
        if not near:
            continue
        others = np.unique(np.concatenate(near))
        cosine = likeness[others] / (length[others] * length[n])
        likeness[others] = 0
        fit = (cosine >= LEAST_LIKENESS) & (s.article[others] != s.article[n])
        others, cosine = others[fit], cosine[fit]
        best = np.lexsort((others, -cosine))[:NEIGHBOURS]
        found.extend((-float(cosine[k]), n, int(others[k])) for k in best)
    return [(one, other) for _, one, other in sorted(found)]


def _holders(s: Statements, most: int) -> list[Indices]:
    """For each term the sentences that hold it; none where it is so common that it tells nothing."""
    terms = np.concatenate(s.terms) if s.terms else np.zeros(0, np.intp)
    sentences = np.repeat(np.arange(len(s.terms)), [len(t) for t in s.terms])
    order = np.argsort(terms, kind="stable")
    counts = np.bincount(terms, minlength=len(s.idf))
    held = np.split(sentences[order], np.cumsum(counts)[:-1]) if len(counts) else []
    return [where if len(where) <= most else where[:0] for where in held]


def _packed(groups: list[list[int]], weight: list[int], most: int) -> Iterator[Indices]:
    """Groups laid together while they fit; lone sentences, which nothing is like, are left out."""
    block: list[int] = []
    filled = 0
    for group in groups:
        if len(group) == 1:
            continue
        size = sum(weight[n] for n in group)
        if block and filled + size > most:
            yield np.array(sorted(block), np.intp)
            block, filled = [], 0
        block.extend(group)
        filled += size
    if block:
        yield np.array(sorted(block), np.intp)
