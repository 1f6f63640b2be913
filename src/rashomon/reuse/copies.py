"""Copies among many articles at once: the pairs of which one holds much of the other's text.

Two articles are compared only where an index of their word sequences says that they share enough, so that the work
grows with the text and with the pairs found, not with the square of the articles.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rashomon.model.article import Article
from rashomon.reuse.sequences import Numbers, Places, read_all_sequences
from rashomon.settings import CopySettings

Shares = npt.NDArray[np.float64]
_BLOCK = 500_000  # pairs of places looked at together: 12 MB
_PAIRS = 20_000  # pairs of articles whose common sequences are compared together


@dataclass(frozen=True, slots=True)
class CopyPair:
    """Articles `a` and `b`, by their ids; `containment` is the share, 0..1, of the distinct sequences of five words of
    the one with fewer of them that the other has too. Where it is not `exact`, it was told from a sample of them.
    """

    a: str
    b: str
    containment: float
    exact: bool = True


@dataclass(frozen=True, slots=True)
class _Postings:
    """Every sequence that two articles share, once for each of them, those of one sequence together.

    Articles are numbered from the shortest on, so that of two the lower number is always the one that may be held.
    """

    owners: Places
    partners: Places  # how many of the places that follow hold the same sequence and are to be counted
    lengths: Places  # of each article, in distinct sequences
    common: Places  # of each article, the sequences that many have
    passed: Places  # of each article, those of them that are not counted, since it has enough others
    holders: Places  # the articles that hold a common sequence, in ascending order, once for each
    held: Places  # which it is


def find_copies(articles: Sequence[Article], settings: CopySettings) -> tuple[CopyPair, ...]:
    """All pairs whose containment is `least_contained` or more, in the order of the articles given.

    Exact but for one case: of a text that more than `most_carriers` articles have, the pairs are those with the
    shortest so many of them.
    """
    sequences = list(read_all_sequences(article.text for article in articles))
    order = [n for n in range(len(articles)) if len(sequences[n]) >= settings.fewest_sequences]
    order.sort(key=lambda n: len(sequences[n]))
    found = [(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0))]
    found.extend(_found_pairs([sequences[n] for n in order], settings))
    short, long, shares = (np.concatenate(column) for column in zip(*found, strict=True))
    given = np.array(order, np.int64)
    a, b = np.minimum(given[short], given[long]), np.maximum(given[short], given[long])
    by_place = np.lexsort((b, a))
    ids = [article.id for article in articles]
    columns = (a[by_place].tolist(), b[by_place].tolist(), shares[by_place].tolist())
    return tuple(CopyPair(ids[one], ids[other], share) for one, other, share in zip(*columns, strict=True))


def _found_pairs(by_length: list[Numbers], settings: CopySettings) -> Iterator[tuple[Places, Places, Shares]]:
    """The pairs of articles that share enough, the shorter first, each with its containment."""
    if len(by_length) < 2:
        return
    postings = _index(by_length, settings)
    for short, long, shared in _counted_pairs(postings):
        least = settings.least_contained * postings.lengths[short]
        passed = np.minimum(postings.passed[short], postings.common[long])
        unsure = np.flatnonzero((passed > 0) & (shared + passed >= least))
        shared[unsure] += _shared_common(postings, short[unsure], long[unsure])
        enough = shared >= least
        yield short[enough], long[enough], shared[enough] / postings.lengths[short[enough]]


def _index(by_length: list[Numbers], settings: CopySettings) -> _Postings:
    bits = len(by_length).bit_length()
    lengths = np.array([len(sequences) for sequences in by_length])
    packed = _pack(by_length, int(lengths.sum()), bits)
    alike = (packed[1:] ^ packed[:-1]) < np.uint64(1 << bits)
    shared = np.concatenate((alike, [False]))
    shared[1:] |= alike
    packed = packed[shared]
    owners = (packed & np.uint64((1 << bits) - 1)).astype(np.int64)
    sizes = np.diff(_first_of_each(packed >> np.uint64(bits)), append=len(packed))
    is_common = np.repeat(sizes > settings.commonest, sizes)
    common = np.bincount(owners[is_common], minlength=len(by_length))
    passed = np.where(common < settings.least_contained * lengths, common, 0)
    partners = np.repeat(np.cumsum(sizes), sizes) - np.arange(1, len(owners) + 1)
    partners[is_common & (passed[owners] > 0)] = 0
    partners[partners < np.repeat(sizes - settings.most_carriers, sizes)] = 0
    holders, held = _by_owner(owners[is_common], np.repeat(np.arange(len(sizes)), sizes)[is_common])
    return _Postings(owners, partners, lengths, common, passed, holders, held)


def _pack(by_length: list[Numbers], total: int, bits: int) -> Numbers:
    """Every sequence without its last bits, the article's number in their place, in ascending order."""
    packed = np.empty(total, np.uint64)
    leading = np.uint64((1 << 64) - (1 << bits))
    at = 0
    for n, sequences in enumerate(by_length):
        places = packed[at : at + len(sequences)]
        np.bitwise_and(sequences, leading, out=places)
        places |= np.uint64(n)
        at += len(sequences)
    packed.sort()
    return packed


def _first_of_each(ordered: npt.NDArray[np.int64] | Numbers) -> Places:
    """Where each number in ascending order stands first."""
    return np.flatnonzero(np.concatenate((ordered[:1] == ordered[:1], ordered[1:] != ordered[:-1])))


def _by_owner(owners: Places, values: Places) -> tuple[Places, Places]:
    """Both in ascending order of the owner, then of the value; values are below 2^32."""
    packed = (owners << 32) | values
    packed.sort()
    return packed >> 32, packed & 0xFFFFFFFF


def _counted_pairs(postings: _Postings) -> Iterator[tuple[Places, Places, Places]]:
    """The pairs of articles with the sequences counted for them, some articles with all their partners at a time."""
    counted = np.flatnonzero(postings.partners)
    rows, places = _by_owner(postings.owners[counted], counted)
    reach = np.cumsum(postings.partners[places])
    begin = 0
    while begin < len(places):
        behind = int(reach[begin - 1]) if begin else 0
        last = max(begin, int(np.searchsorted(reach, behind + _BLOCK)) - 1)
        end = int(np.searchsorted(rows, rows[min(last, len(rows) - 1)], side="right"))
        codes = _pair_codes(postings, places[begin:end])
        firsts = _first_of_each(codes)
        short, long = np.divmod(codes[firsts], len(postings.lengths))
        yield short, long, np.diff(firsts, append=len(codes))
        begin = end


def _pair_codes(postings: _Postings, places: Places) -> Places:
    """A number for each pair of articles at these places and those that follow them, in ascending order."""
    partners = postings.partners[places]
    codes: Places = np.repeat(postings.owners[places] * len(postings.lengths), partners)
    codes += postings.owners[_ranges(places + 1, partners)]
    codes.sort()
    return codes


def _shared_common(postings: _Postings, short: Places, long: Places) -> Places:
    """For each pair of articles the common sequences that both hold."""
    shared = np.zeros(len(short), np.int64)
    at = np.searchsorted(postings.holders, np.arange(len(postings.lengths)))
    for begin in range(0, len(short), _PAIRS):
        sides = (short[begin : begin + _PAIRS], long[begin : begin + _PAIRS])
        codes = np.concatenate(
            [
                (np.repeat(np.arange(len(side)), postings.common[side]) << 32)
                | postings.held[_ranges(at[side], postings.common[side])]
                for side in sides
            ]
        )
        codes.sort()
        twice = codes[1:][codes[1:] == codes[:-1]] >> 32
        shared[begin : begin + _PAIRS] = np.bincount(twice, minlength=len(sides[0]))
    return shared


def _ranges(starts: Places, lengths: Places) -> Places:
    """The numbers from each start on, as many as its length says, one range after the other."""
    ranges: Places = np.repeat(starts - np.cumsum(lengths) + lengths, lengths)
    ranges += np.arange(len(ranges))
    return ranges
