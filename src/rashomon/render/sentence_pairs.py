"""Which sentence of the newer version is which of the older, where several stand against several."""

from collections.abc import Sequence

from rapidfuzz.distance import Indel

from rashomon.render.exchanges import Piece, find_exchanges, make_pieces

SAME_SENTENCE = 0.5  # likeness of two sentences, 0..1, by which the one is the other, revised
MOST_PAIRS = 10_000  # pairs of sentences that are likened; where there are more, the whole is one exchange

Stretch = tuple[int, int]  # where a sentence begins, and where the next one does


def pair_sentences(old: str, new: str, olds: Sequence[Stretch], news: Sequence[Stretch]) -> list[list[Piece]]:
    """The sentences in rows: each with what it became, and between such pairs what is gone, come or exchanged."""
    rows: list[list[Piece]] = []
    old_next, new_next = 0, 0
    for at, other in [*_pairs(old, new, olds, news), (len(olds), len(news))]:
        rows += _unpaired(olds[old_next:at], news[new_next:other], olds, news, (old_next, new_next))
        if at < len(olds):
            rows.append(_revised(old, new, olds[at], news[other]))
        old_next, new_next = at + 1, other + 1
    return rows


def _pairs(old: str, new: str, olds: Sequence[Stretch], news: Sequence[Stretch]) -> list[tuple[int, int]]:
    """The pairs, in the order of both versions, that are most alike together."""
    if len(olds) * len(news) > MOST_PAIRS:
        return []
    ours = [old[start:end].split() for start, end in olds]
    theirs = [new[start:end].split() for start, end in news]
    like = [[Indel.normalized_similarity(a, b, score_cutoff=SAME_SENTENCE) for b in theirs] for a in ours]
    best = [[0.0] * (len(news) + 1) for _ in range(len(olds) + 1)]  # of the sentences from here on
    for i in reversed(range(len(olds))):
        for j in reversed(range(len(news))):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + like[i][j])
    pairs, i, j = [], 0, 0
    while i < len(olds) and j < len(news):
        if like[i][j] and best[i][j] == best[i + 1][j + 1] + like[i][j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _unpaired(
    gone: Sequence[Stretch],
    come: Sequence[Stretch],
    olds: Sequence[Stretch],
    news: Sequence[Stretch],
    following: tuple[int, int],
) -> list[list[Piece]]:
    """Sentences of one version alone in a row each; those of both versions against each other in one."""
    old_at = gone[0][0] if gone else _start(olds, following[0])
    new_at = come[0][0] if come else _start(news, following[1])
    if gone and come:
        return [[Piece((old_at, gone[-1][1]), (new_at, come[-1][1]), False)]]
    return [
        *([Piece(stretch, (new_at, new_at), False)] for stretch in gone),
        *([Piece((old_at, old_at), stretch, False)] for stretch in come),
    ]


def _start(sentences: Sequence[Stretch], number: int) -> int:
    return sentences[number][0] if number < len(sentences) else sentences[-1][1]


def _revised(old: str, new: str, was: Stretch, became: Stretch) -> list[Piece]:
    """A sentence and what it became, word by word."""
    before, after = old[slice(*was)], new[slice(*became)]
    return [piece.moved(was[0], became[0]) for piece in make_pieces(before, after, find_exchanges(before, after))]
