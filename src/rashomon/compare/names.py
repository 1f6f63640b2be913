"""One name in all its spellings."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from rashomon.compare.corrections.decisions import Decision
from rashomon.compare.corrections.names import settle_names
from rashomon.compare.corrections.people import heed_people
from rashomon.compare.descriptions import find_descriptions
from rashomon.compare.extents import find_extents
from rashomon.compare.forms import Occurrence, collect_forms, form_words, is_known_town
from rashomon.compare.linking import link_forms
from rashomon.compare.nicknames import TITLES
from rashomon.compare.rewritten import find_rewritten
from rashomon.model.comparison import Name, Spelling
from rashomon.model.reading import NameKind, Reading
from rashomon.model.span import Evidence, Span
from rashomon.settings import NameSettings


def join_names(
    readings: tuple[Reading, ...], settings: NameSettings, decisions: Sequence[Decision] = ()
) -> tuple[Name, ...]:
    """The people, places and bodies of the story, each with every way it is written and where, as readers have it.

    Names that most articles have come first; a name that cannot be told from another stands alone.
    """
    forms = collect_forms(readings, settings)
    groups = heed_people(link_forms(forms, readings, settings), readings, decisions)
    groups.sort(key=lambda group: (-len({o.article for o in group}), _first(group)))
    places = frozenset(form.text for form in forms if form.kind == "place")
    spans = [sorted(_spans(group, readings, places)) for group in groups]
    words = [_signature(one, readings) for one in spans]
    for found in (
        find_rewritten(groups, readings),
        find_descriptions(groups, words, readings, settings),
    ):
        for n, more in found.items():
            spans[n] = sorted({*spans[n], *more})
    names = tuple(
        _name(f"n-{n}", group, where, readings, settings)
        for n, (group, where) in enumerate(zip(groups, spans, strict=True), 1)
    )
    return settle_names(names, readings, decisions)


def _first(group: list[Occurrence]) -> tuple[int, int]:
    return min((o.article, o.mention.span.start) for o in group)


def _spans(group: list[Occurrence], readings: tuple[Reading, ...], places: frozenset[str]) -> set[tuple[int, Span]]:
    """Article and span of each way in which the group's mentions are written."""
    kind = _kind(group)
    return {
        (o.article, span)
        for o in group
        for span in find_extents(readings[o.article].article.text, o.mention, kind, places)
    }


def _signature(spans: list[tuple[int, Span]], readings: tuple[Reading, ...]) -> frozenset[str]:
    return frozenset(word for number, span in spans for word in span.of(readings[number].article.text).lower().split())


def _name(
    id: str,
    group: list[Occurrence],
    spans: list[tuple[int, Span]],
    readings: tuple[Reading, ...],
    settings: NameSettings,
) -> Name:
    written: dict[str, list[Evidence]] = defaultdict(list)
    for number, span in spans:
        evidence = readings[number].article.evidence(span)
        written[" ".join(evidence.text.split())].append(evidence)
    canonical, kind = _canonical(group, readings), _kind(group)
    if kind == "other" and is_known_town(form_words(canonical), settings):
        kind = "place"
    return Name(
        id=id,
        kind=kind,
        canonical=canonical,
        role=_role(group, readings),
        variants=tuple(Spelling(text, tuple(where)) for text, where in written.items()),
    )


def _kind(group: list[Occurrence]) -> NameKind:
    kinds = Counter(o.mention.kind for o in group if o.mention.kind != "other")
    if (
        kinds["org"]
        and any(len(o.mention.name) > 6 and o.mention.kind == "org" for o in group)
        and kinds["org"] * 3 >= kinds["person"]
    ):
        kinds["person"] = 0  # "Goldman" seems a surname until "Goldman Sachs Group Inc." is read
    return max(kinds.items(), key=lambda item: (item[1], item[0]))[0] if kinds else "other"


def _canonical(group: list[Occurrence], readings: tuple[Reading, ...]) -> str:
    """The fuller of the common ways to write it, without title."""
    texts = Counter(" ".join(o.mention.name.of(readings[o.article].article.text).split()) for o in group)
    most = max(texts.values())
    person = _kind(group) == "person"

    def rank(item: tuple[str, int]) -> tuple[bool, bool, int, int, str]:
        text, count = item
        full = (" " in text or "-" in text) and (person or 3 * count >= most)
        return (full and not text.isupper(), 8 * count >= most, count, len(text), text)

    return max(texts.items(), key=rank)[0]


def _role(group: list[Occurrence], readings: tuple[Reading, ...]) -> str | None:
    roles = [o.mention.role.of(readings[o.article].article.text) for o in group if o.mention.role]
    roles = [role for role in roles if " " in role or role.lower().rstrip(".") not in TITLES]
    if not roles:
        return None
    counted = Counter(" ".join(role.split()) for role in roles)
    return max(counted.items(), key=lambda item: (item[1], min(len(item[0]), 40), item[0]))[0]
