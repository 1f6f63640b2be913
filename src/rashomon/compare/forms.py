"""Written forms of names in a story: each form once, with every place it stands."""

from collections import Counter
from dataclasses import dataclass, field

from rashomon.compare.name_match import name_words
from rashomon.model.reading import Mention, NameKind, Reading


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A mention in its article, which is known by its place in the story's order."""

    article: int
    mention: Mention


@dataclass(slots=True)
class Form:
    """Occurrences whose bare names are the same words; `kind` is what most of them seem to name."""

    words: tuple[str, ...]
    text: str  # as written first
    kind: NameKind
    sure: float  # share of occurrences of that kind
    occurrences: list[Occurrence] = field(default_factory=list)

    @property
    def articles(self) -> set[int]:
        """The articles that write the name so."""
        return {one.article for one in self.occurrences}


def collect_forms(readings: tuple[Reading, ...]) -> list[Form]:
    """The written forms of all mentions, in the order in which the story first has them."""
    grouped: dict[tuple[str, ...], list[Occurrence]] = {}
    for number, reading in enumerate(readings):
        for mention in reading.mentions:
            words = form_words(mention.name.of(reading.article.text))
            if words:
                grouped.setdefault(words, []).append(Occurrence(number, mention))
    forms = []
    for words, occurrences in grouped.items():
        first = occurrences[0]
        kinds = Counter(one.mention.kind for one in occurrences if one.mention.kind != "other")
        kind, count = max(kinds.items(), key=lambda item: item[1], default=("other", 0))
        text = first.mention.name.of(readings[first.article].article.text)
        forms.append(Form(words, " ".join(text.split()), kind, count / len(occurrences), occurrences))
    return forms


def form_words(name: str) -> tuple[str, ...]:
    """The words of a name, "the" in front left out."""
    words = name_words(name)
    return words[1:] if len(words) > 1 and words[0] == "the" else words
