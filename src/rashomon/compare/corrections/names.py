"""Words that are no mention of a name, written of one as readers say; and the name that is written at a place."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from rashomon.compare.corrections.decisions import Decision, share_some
from rashomon.model.comparison import Name, Spelling
from rashomon.model.reading import Reading
from rashomon.model.span import Evidence, Span


def settle_names(
    names: tuple[Name, ...], readings: Sequence[Reading], decisions: Sequence[Decision]
) -> tuple[Name, ...]:
    """The names with words that are no mention of one ("the mayor") put where readers say, and taken from where they
    say they do not belong. Given again it changes nothing.
    """
    mentions = [(reading.article.id, mention.span) for reading in readings for mention in reading.mentions]
    for one in decisions:
        if not one.possible or one.kind not in ("same_person", "other_person"):
            continue
        loose = [place for place in one.places if not _overlaps(place, mentions)]
        parts = one.kind == "other_person"
        names = _without_first(names, one.places, loose) if parts else _with_all(names, one.places, loose)
    return names


def _overlaps(place: Evidence, mentions: Iterable[tuple[str, Span]]) -> bool:
    return any(article == place.article and span.overlap(place.span) for article, span in mentions)


def _with_all(names: tuple[Name, ...], places: Sequence[Evidence], loose: Sequence[Evidence]) -> tuple[Name, ...]:
    """Loose words are written of the name that has most of the places, the more often written of equals."""
    had = Counter(name.id for place in places if (name := name_at(names, place)) is not None)
    if not had:
        return names
    owner = max(names, key=lambda name: (had[name.id], sum(len(one.evidence) for one in name.variants)))
    for place in loose:
        if name_at(names, place) is not owner:
            names = tuple(_with(one, place) if one.id == owner.id else _without(one, place) for one in names)
            owner = next(one for one in names if one.id == owner.id)
    return names


def _with(name: Name, place: Evidence) -> Name:
    text = " ".join(place.text.split())
    held = {one.text: one.evidence for one in name.variants}
    held[text] = (*held.get(text, ()), place)
    return replace(name, variants=tuple(Spelling(text, evidence) for text, evidence in held.items()))


def _without_first(names: tuple[Name, ...], places: Sequence[Evidence], loose: Sequence[Evidence]) -> tuple[Name, ...]:
    """No name that has the others has the first place too; a mention there stays with the only name that has it."""
    odd, rest = places[0], places[1:]
    theirs = {name.id for place in rest if (name := name_at(names, place)) is not None}
    others = [name for name in names if name.id not in theirs and not all(map(_kept_beside(odd), _places(name)))]
    if odd not in loose and not others:
        return names
    return tuple(_without(name, odd) if name.id in theirs else name for name in names)


def _without(name: Name, odd: Evidence) -> Name:
    variants = (Spelling(one.text, tuple(filter(_kept_beside(odd), one.evidence))) for one in name.variants)
    left = tuple(one for one in variants if one.evidence)
    return replace(name, variants=left) if left else name


def _kept_beside(odd: Evidence) -> Callable[[Evidence], bool]:
    """Whether a place is another than the odd one."""
    return lambda place: place.article != odd.article or not share_some(place.span, odd.span)


def name_at(names: Sequence[Name], place: Evidence) -> Name | None:
    """The name that is written at a place; of several that which is cut most alike, None where none is."""
    best, most = None, 0.0
    for name in names:
        for evidence in _places(name):
            if evidence.article != place.article:
                continue
            shared = evidence.span.overlap(place.span)
            fit = shared / (len(evidence.span) + len(place.span) - shared)
            if fit > most:
                best, most = name, fit
    return best


def told_names(names: Sequence[Name], decisions: Iterable[Decision]) -> frozenset[str]:
    """The ids of the names about which readers said something."""
    people = [one for one in decisions if one.possible and one.kind in ("same_person", "other_person")]
    held = (name_at(names, place) for one in people for place in one.places)
    return frozenset(name.id for name in held if name is not None)


def _places(name: Name) -> Iterator[Evidence]:
    return (evidence for spelling in name.variants for evidence in spelling.evidence)
