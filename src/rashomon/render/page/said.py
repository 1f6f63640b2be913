"""Who said what: the wordings of one utterance under each other."""

from dataclasses import dataclass

from rashomon.model.comparison import Utterance, Variant
from rashomon.render.collation import Cell, are_whole, break_lines, collate
from rashomon.render.edition import Edition, group_same_words
from rashomon.render.page.lines import Line, make_line
from rashomon.render.page.places import Links
from rashomon.render.page.strips import Strip, Strips
from rashomon.render.sections import speaker_name

TOLD = {"altered": "worded differently", "cut": "quoted shorter by some", "same": "the same words", "single": ""}


@dataclass(frozen=True, slots=True)
class CollationLine:
    """One line of a collation: for each wording its cells, and whether each varies."""

    width: int
    varies: tuple[bool, ...]
    rows: tuple[tuple[Line, tuple[Cell, ...]], ...]


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
    """A speaker, and everything they are quoted with."""

    name: str
    description: str
    said: tuple[Said, ...]


def make_speakers(edition: Edition, links: Links, strips: Strips, numbers: dict[str, str]) -> tuple[Speaker, ...]:
    """The speakers, the one quoted most first; the utterances of each that differ in wording first."""
    held: dict[tuple[str, str], list[Utterance]] = {}
    for one in edition.comparison.quotations:
        held.setdefault((speaker_name(one), (one.speaker.description or "") if one.speaker.name else ""), []).append(
            one
        )
    speakers = []
    for (name, description), utterances in sorted(held.items(), key=lambda pair: -len(pair[1])):
        utterances.sort(key=lambda one: (one.wording not in ("altered", "cut"), one.wording == "single"))
        said = tuple(_said(edition, links, strips, numbers, one) for one in utterances)
        speakers.append(Speaker(name, description, said))
    return tuple(speakers)


def _said(edition: Edition, links: Links, strips: Strips, numbers: dict[str, str], one: Utterance) -> Said:
    marked = group_same_words(variant for variant in one.variants if variant.form != "indirect")
    spoken = [variant for variant in one.variants if variant.form == "indirect"]
    whole = are_whole([same[0].text for same in marked])
    first = [same for same, is_whole in zip(marked, whole, strict=True) if is_whole]
    parts = [same for same, is_whole in zip(marked, whole, strict=True) if not is_whole]
    return Said(
        id=numbers[one.id],
        told=TOLD[one.wording],
        strip=strips.draw(variant.article for variant in one.variants),
        collation=_collation(edition, links, first) if len(first) > 1 else (),
        lines=_lines(edition, links, first) if len(first) == 1 else (),
        in_part=_lines(edition, links, parts),
        reported=_lines(edition, links, group_same_words(spoken)),
    )


def _lines(edition: Edition, links: Links, groups: list[list[Variant]]) -> tuple[Line, ...]:
    return tuple(make_line(edition, links, same, context=True) for same in groups)


def _collation(edition: Edition, links: Links, groups: list[list[Variant]]) -> tuple[CollationLine, ...]:
    witnesses = [make_line(edition, links, same) for same in groups]
    lines = break_lines(collate([same[0].text for same in groups]))
    return tuple(
        CollationLine(
            len(blocks),
            tuple(block.varies for block in blocks),
            tuple((line, tuple(block.cells[n] for block in blocks)) for n, line in enumerate(witnesses)),
        )
        for blocks in lines
    )
