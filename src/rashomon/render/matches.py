"""What a search found, for the terminal: the article, and the words in their place."""

from collections.abc import Sequence

from rashomon.model.kept import Finding, Match
from rashomon.render.dates import show_date
from rashomon.render.outline import Runs
from rashomon.render.plain import Ink, Word, safe, wrap
from rashomon.render.stories import NARROWEST


def render_matches(matches: Sequence[Match], *, colour: bool = False, width: int = 100) -> str:
    """Two lines or more a match: the headline with where it is from, then the stretch of text, its words set off."""
    if not matches:
        return "Nothing found.\n"
    ink, width = Ink(colour), max(NARROWEST, width - 1)
    lines: list[str] = []
    for one in matches:
        known = (
            one.outlet or "",
            show_date(one.published or "", short=True),
            f"story {one.story}" if one.story else "",
        )
        head = [
            *ink.words(one.headline or (one.title.words if one.title else "(no headline)"), "bold"),
            Word(safe(f"[{one.article}]"), ("quiet",)),
        ]
        head += ink.words(" · ".join(filter(None, known)), "quiet")
        lines += wrap(head, width, ink, "", "    ")
        if one.evidence:
            address = Word(f"[{one.evidence.start}-{one.evidence.end}]", ("quiet",))
            lines += wrap([*ink.runs(runs_of(one)), address], width, ink, "    ", "    ")
    return "\n".join(lines) + "\n"


def runs_of(found: Match | Finding) -> Runs:
    """The stretch of text that was found, the words looked for set off."""
    if found.evidence is None:
        return ()
    text, start, at = found.evidence.text, found.evidence.start, 0
    runs: list[tuple[str, bool]] = []
    for word in found.words:
        begin, end = max(word.start - start, at), word.end - start
        if end > begin:
            runs += [(text[at:begin], False), (text[begin:end], True)]
            at = end
    runs.append((text[at:], False))
    return tuple(run for run in runs if run[0])
