"""Two versions of one report, sentence by sentence: which stayed, which were revised, added or withdrawn."""

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from rashomon.model.span import Span
from rashomon.settings import NewsSettings
from rashomon.text.sentences import find_paragraph_spans, find_sentence_spans


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence as it stood and as it stands; `same` where its words are the same, white space apart."""

    before: Span | None
    after: Span | None
    same: bool


def pair_sentences(before: str, after: str, settings: NewsSettings) -> list[Pair]:
    """Every sentence of both versions, in the order of the later one.

    Two sentences in one place that are alike enough are one revised.
    """
    pairs = _aligned(before, after, settings)
    return list(_revised(_moved(pairs, before, after), before, after, settings))


def _aligned(before: str, after: str, settings: NewsSettings) -> list[Pair]:
    """Sentences that stayed in their order, and those of one version alone; of very many all stand alone."""
    old, new = _sentences(before), _sentences(after)
    if max(len(old), len(new)) > settings.most_sentences:
        return [Pair(span, None, False) for span in old] + [Pair(None, span, False) for span in new]
    pairs: list[Pair] = []
    for code in Indel.opcodes([_words(span, before) for span in old], [_words(span, after) for span in new]):
        olds, news = old[code.src_start : code.src_end], new[code.dest_start : code.dest_end]
        if code.tag == "equal":
            pairs += [Pair(o, n, True) for o, n in zip(olds, news, strict=True)]
        else:
            pairs += [Pair(o, None, False) for o in olds] + [Pair(None, n, False) for n in news]
    return pairs


def _sentences(text: str) -> list[Span]:
    return [span for part in find_paragraph_spans(text) for span in find_sentence_spans(text, part)]


def _words(span: Span, text: str) -> str:
    return " ".join(span.of(text).split())


def _moved(pairs: list[Pair], before: str, after: str) -> list[Pair]:
    """Sentences that stand elsewhere now, word for word, are the same sentence."""
    waiting: dict[str, list[int]] = {}
    for at, pair in enumerate(pairs):
        if pair.after is None and pair.before is not None:
            waiting.setdefault(_words(pair.before, before), []).append(at)
    taken: set[int] = set()
    made = list(pairs)
    for at, pair in enumerate(pairs):
        places = waiting.get(_words(pair.after, after)) if pair.before is None and pair.after is not None else None
        if places:
            taken.add(places[0])
            made[at] = Pair(pairs[places.pop(0)].before, pair.after, True)
    return [pair for at, pair in enumerate(made) if at not in taken]


def _revised(pairs: list[Pair], before: str, after: str, settings: NewsSettings) -> Iterator[Pair]:
    """Between two sentences that stayed, those withdrawn and those added are paired, in order, where they are alike."""
    held: list[Pair] = []
    for pair in pairs:
        if pair.same:
            yield from _paired(held, before, after, settings)
            held = []
            yield pair
        else:
            held.append(pair)
    yield from _paired(held, before, after, settings)


def _paired(held: list[Pair], before: str, after: str, settings: NewsSettings) -> Iterator[Pair]:
    olds = [pair.before for pair in held if pair.before is not None]
    news = [pair.after for pair in held if pair.after is not None]
    first = 0
    for new in news:
        alike = [fuzz.ratio(old.of(before), new.of(after)) / 100 for old in olds[first : first + settings.look_ahead]]
        best = max(range(len(alike)), key=lambda at: (alike[at], -at), default=None)
        if best is not None and alike[best] >= settings.same_sentence:
            yield from (Pair(old, None, False) for old in olds[first : first + best])
            yield Pair(olds[first + best], new, False)
            first += best + 1
        else:
            yield Pair(None, new, False)
    yield from (Pair(old, None, False) for old in olds[first:])
