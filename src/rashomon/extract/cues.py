"""The words that tell who said it: reporting verbs, crediting phrases, the heads of sources. Data from cues.toml."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_IRREGULAR = {
    "say": ("says", "said", "saying"),
    "tell": ("tells", "told", "telling"),
    "think": ("thinks", "thought", "thinking"),
    "write": ("writes", "wrote", "written", "writing"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "hear": ("hears", "heard", "hearing"),
    "feel": ("feels", "felt", "feeling"),
    "find": ("finds", "found", "finding"),
    "know": ("knows", "knew", "known", "knowing"),
    "understand": ("understands", "understood", "understanding"),
    "learn": ("learns", "learned", "learnt", "learning"),
    "sing": ("sings", "sang", "sung", "singing"),
    "begin": ("begins", "began", "begun", "beginning"),
    "read": ("reads", "read", "reading"),
    "hit": ("hits", "hit", "hitting"),
    "seek": ("seeks", "sought", "seeking"),
    "quote": ("quotes", "quoted", "quoting"),
}
_DOUBLED = frozenset({"admit", "quip", "brag", "blog", "snap", "slam", "dub", "beg", "refer", "commit"})


@dataclass(frozen=True, slots=True)
class Cues:
    """Every lexicon, folded to lower case; `verbs` maps a form ("said") to its lemma ("say")."""

    verbs: dict[str, str]
    clause_verbs: frozenset[str]  # lemmas after which a bare clause may follow
    that_verbs: frozenset[str]  # lemmas that report only with "that" or a listener
    nouns: frozenset[str]  # lemmas whose -s form is a noun as well
    hedging: frozenset[str]
    hedging_adverbs: frozenset[str]
    phrases: dict[str, tuple[tuple[str, ...], ...]]  # by first word, longest first
    people: frozenset[str]
    documents: frozenset[str]
    outlets: frozenset[str]
    bodies: frozenset[str]
    titles: frozenset[str]
    women: frozenset[str]
    men: frozenset[str]
    women_names: frozenset[str]
    men_names: frozenset[str]


@lru_cache(maxsize=1)
def load_cues() -> Cues:
    """The lexicons as shipped."""
    raw = tomllib.loads((Path(__file__).parent / "cues.toml").read_text(encoding="utf-8"))
    say, only = raw["say"].split(), raw["quote_only"].split()
    verbs = {form: lemma for lemma in [*only, *say] for form in _forms(lemma)}
    sets = {k: frozenset(raw[k].split()) for k in _SETS}
    return Cues(
        verbs=verbs,
        clause_verbs=frozenset(say),
        that_verbs=frozenset(raw["needs_that"].split()),
        nouns=frozenset(raw["also_nouns"].split()),
        phrases=_by_first_word(raw["phrases"]),
        **sets,
    )


_SETS = (
    "hedging",
    "hedging_adverbs",
    "people",
    "documents",
    "outlets",
    "bodies",
    "titles",
    "women",
    "men",
    "women_names",
    "men_names",
)


def _by_first_word(phrases: Sequence[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    split = sorted((tuple(phrase.split()) for phrase in phrases), key=lambda words: (-len(words), words))
    return {first: tuple(words for words in split if words[0] == first) for first, *_ in split}


def _forms(lemma: str) -> tuple[str, ...]:
    if lemma in _IRREGULAR:
        return (lemma, *_IRREGULAR[lemma])
    if lemma.endswith("e"):
        return (lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing")
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return (lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing")
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    stem = lemma + lemma[-1] if lemma in _DOUBLED else lemma
    return (lemma, third, stem + "ed", stem + "ing")
