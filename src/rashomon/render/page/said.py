"""Who said what: the wordings of one utterance under each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rashomon.model.comparison import Utterance, Variant
from rashomon.render.collation import Cell, break_lines, collate
from rashomon.render.edition import Edition, group_same_words
from rashomon.render.page.lines import MOST_NAMED, Line, make_line
from rashomon.render.page.places import Links, Place
from rashomon.render.page.strips import Strip, Strips
from rashomon.render.sections import speaker_name
from rashomon.render.wordings import Wording, find_wordings

TOLD = {"altered": "worded differently", "cut": "quoted shorter by some", "same": "the same words", "single": ""}


@dataclass(frozen=True, slots=True)
class CollationLine:
    """One line of a collation: for each wording its cells, and whether each varies."""

    width: int
    varies: tuple[bool, ...]
    rows: tuple[tuple[tuple[Place, ...], tuple[Cell, ...]], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One utterance."""

    id: str
    told: str
    strip: Strip
    collation: tuple[CollationLine, ...]  # none where there is one wording
    lines: tuple[Line, ...]  # that one wording
    in_part: tuple[Line, ...]
    reported: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker, and everything they are quoted with; `once` are the words of one report alone."""

    name: str
    description: str
    said: tuple[Said, ...]
    once: tuple[tuple[str, Line], ...]

    @property
    def quotations(self) -> int:
        """The number of utterances."""
        return len(self.said) + len(self.once)


def make_speakers(edition: Edition, links: Links, strips: Strips, numbers: dict[str, str]) -> tuple[Speaker, ...]:
    """The speakers, the one quoted most first; the utterances of each that differ in wording first."""
    held: dict[tuple[str, str], list[Utterance]] = {}
    for one in edition.comparison.quotations:
        description = (one.speaker.description or "") if one.speaker.name else ""
        held.setdefault((speaker_name(one), description), []).append(one)
    speakers = []
    for (name, description), utterances in sorted(held.items(), key=lambda pair: -len(pair[1])):
        utterances.sort(key=lambda one: (one.wording not in ("altered", "cut"), one.wording == "single"))
        said = tuple(_said(edition, links, strips, numbers, one) for one in utterances if len(one.variants) > 1)
        once = tuple(
            (numbers[one.id], make_line(edition, links, one.variants, context=True))
            for one in utterances
            if len(one.variants) == 1
        )
        speakers.append(Speaker(name, description, said, once))
    return tuple(speakers)


def _said(edition: Edition, links: Links, strips: Strips, numbers: dict[str, str], one: Utterance) -> Said:
    wordings = find_wordings(variant for variant in one.variants if variant.form != "indirect")
    whole = [wording for wording in wordings if wording.whole]
    parts = [wording.variants for wording in wordings if not wording.whole]
    spoken = group_same_words(variant for variant in one.variants if variant.form == "indirect")
    return Said(
        id=numbers[one.id],
        told=TOLD[one.wording],
        strip=strips.draw(variant.article for variant in one.variants),
        collation=_collation(edition, links, whole) if len(whole) > 1 else (),
        lines=_lines(edition, links, [wording.variants for wording in whole]) if len(whole) == 1 else (),
        in_part=_lines(edition, links, parts),
        reported=_lines(edition, links, spoken),
    )


def _lines(edition: Edition, links: Links, groups: Iterable[Sequence[Variant]]) -> tuple[Line, ...]:
    """Lines of evidence; pieces of one quotation each get their own, since words of the report stand between them."""
    return tuple(make_line(edition, links, same, context=True) for group in groups for same in group_same_words(group))


def _collation(edition: Edition, links: Links, wordings: Sequence[Wording]) -> tuple[CollationLine, ...]:
    witnesses = [_witness(edition, links, wording) for wording in wordings]
    lines = break_lines(collate([wording.text for wording in wordings]))
    return tuple(
        CollationLine(
            len(blocks),
            tuple(block.varies for block in blocks),
            tuple((places, tuple(block.cells[n] for block in blocks)) for n, places in enumerate(witnesses)),
        )
        for blocks in lines
    )


def _witness(edition: Edition, links: Links, wording: Wording) -> tuple[Place, ...]:
    """The links of one row: the report's id for its first piece, a plus for each that follows."""
    places: list[Place] = []
    named: set[str] = set()
    ordered = sorted(wording.variants, key=lambda one: (edition.place.get(one.article, 0), one.start))
    for variant in ordered:
        place = links.place(variant)
        places.append(replace(place, label="+") if variant.article in named else place)
        named.add(variant.article)
    return tuple(places[:MOST_NAMED])
