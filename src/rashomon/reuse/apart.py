"""Articles that do not seem to report the event of the others."""

import math
import re
from collections import Counter

from rashomon.model.comparison import Apart
from rashomon.model.reading import Reading
from rashomon.reuse.everyday_words import EVERYDAY_WORDS
from rashomon.reuse.small_words import SMALL_WORDS
from rashomon.settings import ReuseSettings
from rashomon.text.tokens import fold

_TELLING = re.compile(r"[^\W\d_]{3,}")
MOST_WORDS_TOLD = 8


def find_apart(readings: tuple[Reading, ...], settings: ReuseSettings) -> tuple[Apart, ...]:
    """The articles that share almost no telling words with the story, the largest group that does share them.

    A text too short to tell is never apart; of groups equally large the one with the earliest report is the story.
    """
    words = tuple(_telling_words(reading) for reading in readings)
    groups = _groups(readings, words, settings)
    if len(groups) < 2:
        return ()
    story = groups[0]
    return tuple(
        Apart(readings[n].article.id, _reason(n, story, readings, words, settings))
        for n in range(len(readings))
        if n not in story and len(words[n]) >= settings.fewest_telling_words
    )


def _telling_words(reading: Reading) -> frozenset[str]:
    text = reading.article.text
    found = {fold(w) for s in reading.sentences for w in _TELLING.findall(text, s.span.start, s.span.end)}
    return frozenset(found - SMALL_WORDS - EVERYDAY_WORDS)


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The cosine of the two sets of words, 0..1."""
    return len(one & other) / math.sqrt(len(one) * len(other)) if one and other else 0.0


def _language(reading: Reading) -> str | None:
    return reading.masthead.language or reading.article.language


def _foreign(one: Reading, other: Reading) -> bool:
    mine, yours = _language(one), _language(other)
    return bool(mine and yours and mine[:2] != yours[:2])


def _groups(
    readings: tuple[Reading, ...], words: tuple[frozenset[str], ...], settings: ReuseSettings
) -> tuple[frozenset[int], ...]:
    """The articles in groups that hang together through likeness, the largest first."""
    left = list(range(len(readings)))
    groups: list[frozenset[int]] = []
    while left:
        group, fringe = {left[0]}, [left.pop(0)]
        while fringe:
            here = fringe.pop()
            near = [n for n in left if _one_event(readings, words, here, n, settings)]
            left = [n for n in left if n not in near]
            group.update(near)
            fringe.extend(near)
        groups.append(frozenset(group))
    return tuple(sorted(groups, key=lambda group: (-len(group), min(group))))


def _one_event(
    readings: tuple[Reading, ...], words: tuple[frozenset[str], ...], a: int, b: int, settings: ReuseSettings
) -> bool:
    least = settings.same_event_other_language if _foreign(readings[a], readings[b]) else settings.same_event
    return _likeness(words[a], words[b]) >= least


def _reason(
    n: int,
    story: frozenset[int],
    readings: tuple[Reading, ...],
    words: tuple[frozenset[str], ...],
    settings: ReuseSettings,
) -> str:
    nearest = max(sorted(story), key=lambda k: _likeness(words[n], words[k]))
    shared = sorted(words[n] & words[nearest])
    most = Counter(lang for k in story if (lang := _language(readings[k]))).most_common(1)
    mine = _language(readings[n])
    language = f"it is written in {mine}, the others in {most[0][0]}; " if mine and most and most[0][0] != mine else ""
    told = f" ({', '.join(shared[:MOST_WORDS_TOLD])})" if shared else ""
    return (
        f"{language}of its {len(words[n])} telling words {len(shared)}{told} stand in {readings[nearest].article.id}, "
        "the report of the story nearest to it"
    )
