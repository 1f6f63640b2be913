"""Words: their places, and a folded form in which one word written two ways is equal to itself."""

import re
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from rashomon.model.span import Span

_WORD = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:[-’'.&](?=[^\W\d_])[^\W\d_]+)*|[^\W_]+")


@dataclass(frozen=True, slots=True)
class Token:
    """A word in its place; `stem` is its folded form without the endings of plural, past and participle."""

    span: Span
    text: str
    stem: str


@lru_cache(maxsize=8192)  # most steps ask for the words of the same sentences
def find_tokens(text: str, within: Span) -> tuple[Token, ...]:
    """The words of a stretch, in order; numbers with their separators are one word, punctuation none."""
    return tuple(
        Token(Span(m.start(), m.end()), m.group(), stem(m.group()))
        for m in _WORD.finditer(text, within.start, within.end)
    )


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Lower case, plain letters, no possessive: "Zelensky’s" and "ZELENSKY" fold to "zelensky"."""
    plain = word if word.isascii() else anyascii(word)
    return re.sub(r"'s?$", "", plain.casefold())


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The folded word without its common endings: "withdrew" stays, "claims", "claimed", "claiming" become "claim"."""
    w = fold(word)
    if len(w) <= 3 or not w.isalpha():
        return w
    if w.endswith("ies") and len(w) > 4:
        return w[:-3] + "y"
    if w.endswith(("sses", "shes", "ches", "xes")):
        return w[:-2]
    if w.endswith("s") and not w.endswith(("ss", "us", "is")):
        w = w[:-1]
    for ending in ("ing", "ed"):
        base = w[: -len(ending)]
        if w.endswith(ending) and len(base) >= 3 and re.search(r"[aeiouy]", base):
            w = base[:-1] if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lsz" else base
            break
    return w[:-1] if len(w) > 4 and w.endswith("e") else w
