"""Written forms of names in a story: each form once, with every place it stands."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from rashomon.compare.aliases import places_called
from rashomon.compare.extents import FACILITIES
from rashomon.compare.known_names import PLACE_TAILS, without_legal_form
from rashomon.compare.name_match import name_words
from rashomon.model.reading import Mention, NameKind, Reading
from rashomon.model.span import Span
from rashomon.settings import NameSettings

_OTHER: NameKind = "other"
_LEAST_SHARE = 0.3  # of a form's mentions must seem of one kind; fewer are chance


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

    def compatible(self, other: "Form") -> bool:
        """True where the two may be of one kind of thing."""
        return self.kind == other.kind or "other" in (self.kind, other.kind)


class Groups:
    """A union of form numbers; the smallest number of a group names it."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def of(self, n: int) -> int:
        """The group of a form."""
        while self._parent[n] != n:
            self._parent[n] = self._parent[self._parent[n]]
            n = self._parent[n]
        return n

    def join(self, a: int, b: int) -> None:
        """Make the groups of two forms one."""
        x, y = sorted((self.of(a), self.of(b)))
        self._parent[y] = x


def core_words(form: Form) -> tuple[str, ...]:
    """The words that tell the name apart: no "Inc.", no "province"; Ofer Prison is Ofer, Manchester Airport a thing."""
    words = form.words
    if form.kind in ("place", "other") and len(words) > 1:
        facility = words[-1] in FACILITIES and not places_called(words[:-1])
        city = words[-1] == "city" and form.text[-4:].islower()  # Manchester City is no town
        words = words[:-1] if facility or city or words[-1] in PLACE_TAILS else words
    return without_legal_form(words) if form.kind in ("org", "other") else words


def collect_forms(readings: tuple[Reading, ...], settings: NameSettings) -> list[Form]:
    """The written forms of all mentions, in the order in which the story first has them."""
    grouped: dict[tuple[str, ...], list[Occurrence]] = {}
    for number, reading in enumerate(readings):
        for mention in reading.mentions:
            words = form_words(mention.name.of(reading.article.text))
            if words:
                grouped.setdefault(words, []).append(Occurrence(number, mention))
    for one in _in_captions(readings, grouped):
        words = form_words(one.mention.name.of(readings[one.article].article.text))
        grouped.setdefault(words, []).append(one)
    forms = []
    for words, occurrences in _apart(grouped, readings):
        first = occurrences[0]
        kinds: Counter[NameKind] = Counter(one.mention.kind for one in occurrences if one.mention.kind != "other")
        kind = max(kinds, key=lambda k: kinds[k], default=_OTHER)
        count = kinds[kind]
        if count < _LEAST_SHARE * len(occurrences):
            kind = _OTHER
        if kind == "other" and is_known_town(words, settings):
            kind = "place"
        text = first.mention.name.of(readings[first.article].article.text)
        forms.append(Form(words, " ".join(text.split()), kind, count / len(occurrences), occurrences))
    return forms


def _apart(
    grouped: dict[tuple[str, ...], list[Occurrence]], readings: tuple[Reading, ...]
) -> Iterator[tuple[tuple[str, ...], list[Occurrence]]]:
    """The occurrences by their words; where these name a place or body, those with "Mr" before them by themselves."""
    for words, occurrences in grouped.items():
        polite = [one for one in occurrences if one.mention.kind == "person" and _is_polite(one, readings)]
        others = [one for one in occurrences if one not in polite] if polite else []
        named = Counter(one.mention.kind for one in others)
        if polite and named["place"] + named["org"] > named["person"] + named["other"]:
            yield words, others
            yield words, polite
        else:
            yield words, occurrences


_POLITE = frozenset(("mr", "mrs", "ms", "miss", "dr", "sir", "dame", "monsieur", "madame", "herr", "frau"))


def _is_polite(one: Occurrence, readings: tuple[Reading, ...]) -> bool:
    before = readings[one.article].article.text[one.mention.span.start : one.mention.name.start]
    return not _POLITE.isdisjoint(name_words(before))


_CAPTIONS = ("caption", "credit", "rights", "reported", "published", "byline", "dateline", "signature")
_AGENCIES = (
    "AP",
    "AFP",
    "EPA",
    "dpa",
    "PA",
    "UPI",
    "ANSA",
    "Reuters",
    "REUTERS",
    "Associated Press",
    "Agence France-Presse",
    "Getty Images",
)


_LEGAL_END = re.compile(r",? (?:Inc|Corp|Co|Ltd|PLC|plc|LLC|LLP|AG|SE|Group)\.?$")


def _in_captions(
    readings: tuple[Reading, ...], grouped: dict[tuple[str, ...], list[Occurrence]]
) -> Iterator[Occurrence]:
    """Where captions and credits, which are no part of a report, write a name of the story or of an agency."""
    texts = {
        o.mention.name.of(readings[o.article].article.text): o.mention.kind for found in grouped.values() for o in found
    }
    texts |= {_LEGAL_END.sub("", text): kind for text, kind in texts.items() if kind == "org"}
    texts = {text: kind for text, kind in texts.items() if len(text) > 2} | dict.fromkeys(_AGENCIES, "org")
    any_name = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(texts, key=lambda t: (-len(t), t)))) + r")(?!\w)")
    for number, reading in enumerate(readings):
        asides = [gone.span for gone in reading.left_out if any(word in gone.reason for word in _CAPTIONS)]
        asides += [m.role for m in reading.mentions if m.role and not m.role.overlap(m.name)]
        for aside in asides:
            for found in any_name.finditer(reading.article.text, aside.start, aside.end):
                span = Span(*found.span())
                yield Occurrence(number, Mention(span, span, texts[found.group()]))


def is_known_town(words: tuple[str, ...], settings: NameSettings) -> bool:
    """True where a town large enough has that name."""
    found = places_called(words)
    return bool(found) and found[0][1] >= settings.known_town


_DOMAIN = re.compile(r"(?<=[^\W_]{2})\.(?:com|org|net|co\.uk|co\.in|com\.au|de|fr|ru|io|tv)$")


def form_words(name: str) -> tuple[str, ...]:
    """The words of a name, "the" in front left out."""
    words = name_words(_DOMAIN.sub("", name))
    return words[1:] if len(words) > 1 and words[0] == "the" else words
