"""Sentences of two reports that are each other's nearest and stand in no claim together."""

from collections import Counter
from collections.abc import Iterator
from math import sqrt

from rashomon.compare.slots.facts import weight
from rashomon.compare.slots.page import Page, sentence_key
from rashomon.compare.slots.statement import Statement, read_statement
from rashomon.model.joined import JoinedClaim
from rashomon.settings import DifferenceSettings

_Pair = tuple[int, int]  # of sentences, by their numbers in the story


def find_unjoined(
    pages: tuple[Page, ...], claims: tuple[JoinedClaim, ...], settings: DifferenceSettings
) -> list[tuple[Statement, Statement]]:
    """Pairs of sentences that choose each other and that no claim joins, the nearest first, `most_unjoined` at most."""
    if len(pages) < 2:
        return []
    statements = [s for page in pages for s in _statements(page)]
    together = _together(pages, claims)
    near = _chosen(_nearest(statements, settings), statements)
    pairs = [(n, pair) for pair, n in near.items() if n >= settings.least_unjoined]
    found: list[tuple[Statement, Statement]] = []
    for _, (i, j) in sorted(pairs, key=lambda p: (-p[0], p[1])):
        a, b = statements[i], statements[j]
        if frozenset((_place(a), _place(b))) not in together and len(found) < settings.most_unjoined:
            found.append((a, b))
    return found


def _statements(page: Page) -> Iterator[Statement]:
    """The sentences of a page that no earlier page has word for word."""
    for sentence in page.sentences:
        if page.common_place(sentence.span.start)[0] == page.number and sentence_key(page.article.text, sentence.span):
            yield read_statement(page, sentence.span)


def _place(statement: Statement) -> tuple[int, int]:
    return statement.page.common_place(statement.span.start)


def _together(pages: tuple[Page, ...], claims: tuple[JoinedClaim, ...]) -> set[frozenset[tuple[int, int]]]:
    """The pairs of sentences that stand in one claim; a sentence that several articles have counts as the first."""
    found: set[frozenset[tuple[int, int]]] = set()
    for claim in claims:
        sentences = ((p.article, pages[p.article].sentence_at(p.span.start)) for p in claim.places)
        places = sorted({pages[n].common_place(s.span.start) for n, s in sentences if s is not None})
        found.update(frozenset((p, q)) for n, p in enumerate(places) for q in places[n + 1 :])
    return found


def _nearest(statements: list[Statement], settings: DifferenceSettings) -> dict[tuple[int, int], tuple[float, int]]:
    """For each sentence and other article the sentence there whose telling words weigh most beside its own."""
    holders: dict[str, list[int]] = {}
    for n, statement in enumerate(statements):
        for word in sorted(statement.content):
            holders.setdefault(word, []).append(n)
    heavy = [weight(s.content, s.page.weights) for s in statements]
    commonest = settings.commonest_word * settings.most_nearest // max(settings.most_nearest, len(statements))
    telling = {word: held for word, held in holders.items() if 1 < len(held) <= commonest}
    best: dict[tuple[int, int], tuple[float, int]] = {}
    for n, statement in enumerate(statements):
        for m, shared in sorted(_shared(n, statement, telling).items()):
            key = (n, statements[m].page.number)
            near = shared / (sqrt(heavy[n] * heavy[m]) or 1.0)
            if key[1] != statement.page.number and near > best.get(key, (0.0, 0))[0]:
                best[key] = (near, m)
    return best


def _shared(n: int, statement: Statement, holders: dict[str, list[int]]) -> dict[int, float]:
    """The weight of the words that each other sentence has as well; of sentences that share two at least."""
    found: Counter[int] = Counter()
    weights: dict[int, float] = {}
    for word in sorted(statement.content):
        for m in holders.get(word, ()):
            found[m] += 1
            weights[m] = weights.get(m, 0.0) + statement.page.weights.get(word, 1.0)
    return {m: weights[m] for m, count in found.items() if count > 1 and m != n}


def _chosen(best: dict[tuple[int, int], tuple[float, int]], statements: list[Statement]) -> dict[_Pair, float]:
    """The pairs that choose each other, with their nearness."""
    return {
        (n, m): near
        for (n, _), (near, m) in best.items()
        if n < m and best.get((m, statements[n].page.number), (0.0, -1))[1] == n
    }
