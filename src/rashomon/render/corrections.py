"""What readers decided, for the terminal: who, when, which articles or words, and whether it was undone."""

from collections.abc import Iterator, Sequence

from rashomon.model.selector import Selector
from rashomon.model.story import IN_WORDS, Correction, KeptCorrection
from rashomon.render.dates import show_moment
from rashomon.render.plain import Ink, Word, safe, wrap
from rashomon.render.stories import NARROWEST

LONGEST_WORDS = 60  # code points shown of what a correction is about; its place is given too


def render_corrections(kept: Sequence[KeptCorrection], *, colour: bool = False, width: int = 100) -> str:
    """Each correction under its number, the oldest first; what was undone says when and by whom."""
    if not kept:
        return "No reader corrected anything yet.\n"
    ink, width = Ink(colour), max(NARROWEST, width - 1)
    room = len(str(kept[-1].number)) + 2
    lines: list[str] = []
    for one in kept:
        number = Word(f"{one.number:>{room - 2}} ", ("bold",))
        lines += wrap([number, *_told(one, ink)], width, ink, "", " " * room)
    return "\n".join(lines) + "\n"


def _told(kept: KeptCorrection, ink: Ink) -> Iterator[Word]:
    one = kept.correction
    yield from ink.words(f"{show_moment(one.when)}: {IN_WORDS[one.kind]}{_where(one)} (by {one.by})")
    if one.places:
        for place in one.places:
            yield from ink.words(_words(place))
            yield Word(safe(f"[{place.article}:{place.start}-{place.end}]"), ("quiet",))
    else:
        yield from (Word(safe(f"[{article}]"), ("quiet",)) for article in one.articles)
    if kept.undone is not None:
        yield from ink.words(f"undone {show_moment(kept.undone)} (by {kept.undone_by})", "quiet")


def _where(one: Correction) -> str:
    """The stories it names."""
    if one.other is None:
        return f" in {one.story}"
    joint = {"split": f" of {one.story} into {one.other}", "merge": f" of {one.other} into {one.story}"}
    return joint.get(one.kind, f" from {one.story} to {one.other}")


def _words(place: Selector) -> str:
    words = " ".join(place.exact.split())
    return f"“{words if len(words) <= LONGEST_WORDS else words[: LONGEST_WORDS - 1].rstrip() + '…'}”"
