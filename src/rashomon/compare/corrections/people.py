"""Mentions of names joined and parted as readers say."""

from collections.abc import Callable, Sequence

from rashomon.compare.corrections.decisions import Decision, places_in
from rashomon.compare.forms import Occurrence, form_words
from rashomon.model.joined import Place
from rashomon.model.reading import Reading
from rashomon.model.span import Span

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
