"""The same name written with small letters or other joints: "rapid-response unit", "Berg & Dahl"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.compare.forms import Occurrence
from rashomon.compare.known_names import SMALL_BODIES
from rashomon.compare.name_match import name_words
from rashomon.model.reading import Reading
from rashomon.model.span import Span

_TOKEN = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_GAP = re.compile(r"(?:[ \u00a0]|-|, | (?:and|&) )+")
_JOINTS = frozenset(("and", "the"))
_Word = tuple[str, int, int]


def find_rewritten(
    groups: Sequence[list[Occurrence]], readings: tuple[Reading, ...]
) -> dict[int, list[tuple[int, Span]]]:
    """For each group where the reports write its name in other letters or joints, by article and span.

    Names of two words are found so only where they are a body's ("supreme court"): not every white house is one.
    """
    by_first = _keys(groups, readings)
    found: dict[int, list[tuple[int, Span]]] = defaultdict(list)
    for number, reading in enumerate(readings):
        taken = sorted((m.span.start, m.span.end) for m in reading.mentions)
        for sentence in (*reading.sentences, *reading.captions):
            for span, group in _in_sentence(reading.article.text, sentence.span, by_first):
                if all(a >= span.end or b <= span.start or (a >= span.start and b <= span.end) for a, b in taken):
                    found[group].append((number, span))
    return found


def _keys(groups: Sequence[list[Occurrence]], readings: tuple[Reading, ...]) -> dict[str, dict[tuple[str, ...], int]]:
    """The words of names and their group, by the first word; what two groups share is left out."""
    owners: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for n, group in enumerate(groups):
        person = any(o.mention.kind == "person" for o in group)
        for name in sorted({o.mention.name.of(readings[o.article].article.text) for o in group}):
            words = tuple(w for w in name_words(name) if w not in _JOINTS)
            if not person and (len(words) > 2 or (len(words) == 2 and words[1] in SMALL_BODIES)):
                owners[words].add(n)
            if words[1:] == ("police",):
                owners["police", "in", words[0]].add(n)  # "police in Oslo"
    by_first: dict[str, dict[tuple[str, ...], int]] = defaultdict(dict)
    for words, numbers in owners.items():
        if len(numbers) == 1:
            by_first[words[0]][words] = min(numbers)
    return by_first


def _in_sentence(
    text: str, within: Span, by_first: dict[str, dict[tuple[str, ...], int]]
) -> Iterator[tuple[Span, int]]:
    tokens: list[_Word] = []
    for m in _TOKEN.finditer(text, within.start, within.end):
        raw = m.group()
        words = (raw.lower(),) if raw.isascii() and raw.isalpha() else name_words(raw)
        if words and words[0] not in _JOINTS:
            tokens.append((words[0], m.start(), m.end()))
    for at, (first, start, _) in enumerate(tokens):
        for words, group in by_first.get(first, {}).items():
            last = at + len(words) - 1
            if last < len(tokens) and _matches(text, tokens[at : last + 1], words):
                yield Span(start, tokens[last][2]), group


def _matches(text: str, tokens: list[_Word], words: tuple[str, ...]) -> bool:
    if tuple(word for word, _, _ in tokens) != words:
        return False
    ends = [end for _, _, end in tokens[:-1]]
    starts = [start for _, start, _ in tokens[1:]]
    return all(_GAP.fullmatch(text, a, b) for a, b in zip(ends, starts, strict=True))
