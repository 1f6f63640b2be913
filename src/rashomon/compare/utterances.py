"""One utterance in each of its wordings."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.compare.wordings import Wording, compare_wordings, is_within, read_wording
from rashomon.model.comparison import QuotedSpeaker, Utterance, Variant, WordingOfQuotation
from rashomon.model.joined import StoryReading
from rashomon.model.reading import Quotation, Speaker
from rashomon.settings import QuotationSettings


@dataclass(frozen=True, slots=True)
class _Said:
    """A quotation in its place."""

    article: int
    quotation: Quotation
    wording: Wording

    @property
    def marked(self) -> bool:
        return self.quotation.form != "indirect"


def group_quotations(story: StoryReading, settings: QuotationSettings) -> tuple[Utterance, ...]:
    """The story's quotations, those of one utterance together; those that most articles carry come first."""
    said = [
        _Said(n, q, read_wording(q.content.of(reading.article.text)))
        for n, reading in enumerate(story.readings)
        for q in reading.quotations
    ]
    groups = _groups(said, settings)
    groups.sort(key=lambda g: (-len({one.article for one in g}), g[0].article, g[0].quotation.content))
    return tuple(_utterance(f"q-{n}", group, story) for n, group in enumerate(groups, 1))


def _groups(said: Sequence[_Said], settings: QuotationSettings) -> list[list[_Said]]:
    """Marked stretches joined by the likeness of their words; indirect reports added to the likeliest group."""
    marked = [one for one in said if one.marked]
    near = _Neighbours(marked, settings.most_of_word)
    parent = list(range(len(marked)))
    for n, one in enumerate(marked):
        for other in near.of(one):
            if other < n and _is_one(one, marked[other], settings):
                a, b = sorted((_root(parent, n), _root(parent, other)))
                parent[b] = a
    groups: dict[int, list[_Said]] = {}
    for n, one in enumerate(marked):
        groups.setdefault(_root(parent, n), []).append(one)
    reported: dict[tuple[object, ...], list[_Said]] = {}  # one report in the same words, as copies have it
    for one in (s for s in said if not s.marked):
        likeliest = _likeliest(one, marked, near, settings)
        if likeliest is None:
            speaker = one.quotation.speaker
            reported.setdefault((one.wording.words, speaker and (speaker.name or speaker.description)), []).append(one)
        else:
            groups[_root(parent, likeliest)].append(one)
    return [
        sorted(group, key=lambda s: (s.article, s.quotation.content))
        for group in (*groups.values(), *reported.values())
    ]


def _root(parent: list[int], n: int) -> int:
    while parent[n] != n:
        parent[n] = parent[parent[n]]
        n = parent[n]
    return n


class _Neighbours:
    """Which of the marked stretches share words with another: the rest need not be compared."""

    def __init__(self, marked: Sequence[_Said], most: int) -> None:
        self._marked = marked
        self._with: dict[str, dict[int, list[int]]] = {}  # stem -> article -> stretches
        for n, one in enumerate(marked):
            for stem in dict.fromkeys(one.wording.stems):
                held = self._with.setdefault(stem, {}).setdefault(one.article, [])
                if len(held) < most:
                    held.append(n)

    def of(self, one: _Said) -> list[int]:
        """Stretches of other articles that share a word by one speaker, or half of the fewer words by any other."""
        shared: Counter[int] = Counter()
        for stem in dict.fromkeys(one.wording.stems):
            for article, held in self._with.get(stem, {}).items():
                if article != one.article:
                    shared.update(held)
        size = len(one.wording.stems)
        return sorted(
            n
            for n, count in shared.items()
            if (2 * count >= min(size, len(self._marked[n].wording.stems)) or _same_speaker(one, self._marked[n]))
        )


def _is_one(a: _Said, b: _Said, settings: QuotationSettings) -> bool:
    return _may_be_one(a, b) and compare_wordings(a.wording, b.wording) >= _needed(a, b, settings)


def _needed(a: _Said, b: _Said, settings: QuotationSettings) -> float:
    return settings.same_utterance if _same_speaker(a, b) else settings.other_speaker


def _likeliest(one: _Said, marked: Sequence[_Said], near: _Neighbours, settings: QuotationSettings) -> int | None:
    """The marked stretch that an indirect report words again: the same speaker, and most of its words."""
    if len(one.wording.weights) < settings.indirect_words:
        return None
    best, best_likeness = None, settings.indirect_utterance
    for n in near.of(one):
        other = marked[n]
        if len(other.wording.weights) >= settings.indirect_words and _same_speaker(one, other):
            likeness = compare_wordings(one.wording, other.wording)
            if likeness >= best_likeness:
                best, best_likeness = n, likeness
    return best


def _same_speaker(a: _Said, b: _Said) -> bool:
    """Whether both speak with one name, or one of them may be the other."""
    x, y = a.quotation.speaker, b.quotation.speaker
    if x is None or y is None:
        return False
    if x.name and y.name:
        return _key(x.name) == _key(y.name)
    return bool(_content(x) & _content(y))


def _may_be_one(a: _Said, b: _Said) -> bool:
    """Two people with different names did not say one thing, unless it is word for word the same."""
    return (
        _same_speaker(a, b)
        or a.quotation.speaker is None
        or b.quotation.speaker is None
        or _both_long(a, b)
        or a.wording.words == b.wording.words
    )


def _both_long(a: _Said, b: _Said) -> bool:
    return min(len(a.wording.words), len(b.wording.words)) >= 4


def _key(name: str) -> str:
    return name.split()[-1].casefold()


def _content(speaker: Speaker) -> set[str]:
    words = (speaker.name or speaker.description or "").casefold().replace("’", "'").split()
    return {w.strip(".,") for w in words} - {
        "the",
        "a",
        "an",
        "of",
        "for",
        "in",
        "with",
        "to",
        "and",
        "mr",
        "mrs",
        "ms",
    }


def _utterance(id: str, group: Sequence[_Said], story: StoryReading) -> Utterance:
    return Utterance(
        id=id,
        speaker=_speaker(group),
        wording=_wording(group),
        variants=tuple(_variant(one, story) for one in group),
    )


def _speaker(group: Sequence[_Said]) -> QuotedSpeaker:
    """The speaker most of the variants give, one with a name before one without."""
    count: dict[tuple[str | None, str | None], int] = {}
    for one in group:
        who = one.quotation.speaker
        if who:
            key = (who.name, None if who.name else who.description)
            count[key] = count.get(key, 0) + (1 if one.marked else 0)
    if not count:
        return QuotedSpeaker(None, None, False)
    name, description = max(count, key=lambda key: (key[0] is not None, count[key]))
    described = next(
        (o.quotation.speaker.description for o in group if o.quotation.speaker and o.quotation.speaker.name == name),
        None,
    )
    return QuotedSpeaker(name, description or described, name is not None)


def _wording(group: Sequence[_Said]) -> WordingOfQuotation:
    marked = [one for one in group if one.marked]
    if len({one.article for one in group}) == 1:
        return "single"
    texts = [one.wording for one in marked]
    if len({one.article for one in marked}) < 2:
        return "altered"
    if len({t.words for t in texts}) == 1:
        return "same"
    return "cut" if all(any(is_within(t, other) for other in texts if other is not t) for t in texts) else "altered"


def _variant(one: _Said, story: StoryReading) -> Variant:
    article = story.readings[one.article].article
    words = article.evidence(one.quotation.content)
    cue, source = one.quotation.cue, one.quotation.source
    return Variant(
        words.article,
        words.start,
        words.end,
        words.text,
        one.quotation.form,
        article.evidence(cue) if cue else None,
        article.evidence(source) if source else None,
    )
