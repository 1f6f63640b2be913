"""Names joined and parted as readers say."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from rashomon.compare.corrections.decisions import Decision, places_in, share_some
from rashomon.compare.forms import Occurrence, form_words
from rashomon.model.comparison import Name, Spelling
from rashomon.model.joined import Place
from rashomon.model.reading import Reading
from rashomon.model.span import Evidence, Span

Groups = list[list[Occurrence]]


def heed_people(groups: Groups, readings: Sequence[Reading], decisions: Sequence[Decision]) -> Groups:
    """The occurrences of each name, with what readers joined and without what they took out; the last word holds.

    A report means one person by a name: what is taken out goes with the same name, and with shorter forms of it,
    wherever its article has them.
    """
    articles = [reading.article for reading in readings]
    for one in decisions:
        if one.possible and one.kind in ("same_person", "other_person"):
            places = places_in(one, articles)
            groups = _joined(groups, places) if one.kind == "same_person" else _parted(groups, readings, places)
    return groups


def _joined(groups: Groups, places: Sequence[Place]) -> Groups:
    found = (_group_at(groups, place, _span) or _group_at(groups, place, _role) for place in places)
    chosen = sorted({group - 1 for group in found if group})
    if len(chosen) < 2:
        return groups
    one = [occurrence for n in chosen for occurrence in groups[n]]
    return [one if n == chosen[0] else group for n, group in enumerate(groups) if n not in chosen[1:]]


def _parted(groups: Groups, readings: Sequence[Reading], places: Sequence[Place]) -> Groups:
    odd, rest = places[0], places[1:]
    group = _group_at(groups, odd, _span)
    if not group or group not in {_group_at(groups, place, _span) for place in rest}:
        return groups
    held = groups[group - 1]
    gone = _with_short_forms(held, readings, odd, rest)
    kept = [one for one in held if one not in gone]
    return [*groups[: group - 1], kept, *groups[group:], gone] if kept and gone else groups


def _with_short_forms(
    held: Sequence[Occurrence], readings: Sequence[Reading], odd: Place, rest: Sequence[Place]
) -> list[Occurrence]:
    """The occurrences at a place, and those of the same words or fewer in that article.

    Where the rest are nothing but such, those spelled as they are stay with them.
    """
    own = [one for one in held if _is_at(one, odd)]
    words = {word for one in own for word in _words(one, readings)}
    along = [one for one in held if one.article == odd.article and words.issuperset(_words(one, readings))]
    others = [place for place in rest if not any(_is_at(one, place) for one in own)]
    if not others:
        return []  # the rest are the very mention
    if all(any(_is_at(one, place) for one in along) for place in others):
        stay = {_words(one, readings) for one in along for place in others if _is_at(one, place)}
        return [one for one in along if one in own or _words(one, readings) not in stay]
    return along


def _group_at(groups: Groups, place: Place, part: Callable[[Occurrence], Span | None]) -> int:
    """The number, from 1, of the group with a mention whose part shares most of the place's words; 0 without one."""
    best, most = 0, 0
    for n, group in enumerate(groups, 1):
        for one in group:
            span = part(one)
            shared = span.overlap(place.span) if span is not None and one.article == place.article else 0
            if shared > most:
                best, most = n, shared
    return best


def _span(one: Occurrence) -> Span:
    return one.mention.span


def _role(one: Occurrence) -> Span | None:
    return one.mention.role


def _is_at(one: Occurrence, place: Place) -> bool:
    return one.article == place.article and one.mention.span.overlap(place.span) > 0


def _words(one: Occurrence, readings: Sequence[Reading]) -> tuple[str, ...]:
    return form_words(one.mention.name.of(readings[one.article].article.text))


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


def _places(name: Name) -> Iterator[Evidence]:
    return (evidence for spelling in name.variants for evidence in spelling.evidence)


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


def told_names(names: Sequence[Name], decisions: Iterable[Decision]) -> frozenset[str]:
    """The ids of the names about which readers said something."""
    people = [one for one in decisions if one.possible and one.kind in ("same_person", "other_person")]
    held = (name_at(names, place) for one in people for place in one.places)
    return frozenset(name.id for name in held if name is not None)


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
