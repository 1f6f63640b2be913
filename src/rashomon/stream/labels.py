"""A comparison as labelled data: `gold.json` of a labelled story, as benchmarks read it.

Evidence is given by words that stand once in their article. Beside a label stands who confirmed it; where nobody did,
it is the machine's own.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from typing import Any

from rashomon.model.comparison import Claim, Comparison, Corrected, Difference, Name, Passage, Utterance
from rashomon.model.span import Span
from rashomon.text.selecting import lengthen

Record = dict[str, Any]
Quote = Callable[[Any], Record]  # evidence of any kind, as labelled data give it
Holds = Callable[[Any], bool]
MOST_HAPPENINGS = 10  # of a timeline, which has the key ones
KINDS_OF_NAMES = ("person", "place", "org")


def label(comparison: Comparison) -> Record:
    """The labels of a story as its comparison has them, with what readers confirmed and what they rejected."""
    quoted = _quoting({one.id: one.text for one in comparison.articles})
    heeded = [one for one in comparison.corrected if one.carried_out]
    joint: list[Claim] = []
    alone: list[Claim] = []
    for claim in comparison.claims:
        (joint if len({one.article for one in claim.evidence}) > 1 else alone).append(claim)
    return {
        "points": [_point(claim, quoted, heeded) for claim in joint],
        "single": [{**quoted(one.evidence[0]), "about": _plain(one.wording.text), "confirmed": []} for one in alone],
        "differences": [_difference(one, quoted) for one in comparison.differences],
        "quotes": [_quote(one, quoted) for one in comparison.quotations if _is_marked(one)],
        "names": [_name(one, heeded) for one in comparison.names if _is_written_in_ways(one)],
        "copies": list(_copies(comparison)),
        "families": [list(one.articles) for one in comparison.origins],
        "credits": {one.id: list(one.credits) for one in comparison.articles},
        "boilerplate": [
            {**quoted(one), "reason": one.reason, "confirmed": _confirmed(heeded, ("boilerplate",), _holder([one]))}
            for one in comparison.left_out
        ],
        "dates": [
            {"date": one.date, "about": _about(comparison, one.claims), "evidence": [quoted(e) for e in one.evidence]}
            for one in comparison.timeline
        ],
        "timeline": _timeline(comparison),
        "rejected": [_rejected(one, quoted) for one in heeded if one.kind in _REJECTING],
    }


def _quoting(texts: Mapping[str, str]) -> Quote:
    """Each place is looked for once: a sentence may stand in many labels."""

    @cache
    def lengthened(article: str, start: int, end: int) -> str:
        return lengthen(texts[article], Span(start, end)).of(texts[article])

    return lambda place: {"article": place.article, "text": lengthened(place.article, place.start, place.end)}


_REJECTING = {"other_claim": "claim", "other_person": "name", "not_boilerplate": "boilerplate"}


def _rejected(one: Corrected, quoted: Quote) -> Record:
    """What a reader says a label would be wrong about: the first place is none of `of`."""
    first, rest = (one.places, ()) if one.kind == "not_boilerplate" else (one.places[:1], one.places[1:])
    return {
        "label": _REJECTING[one.kind],
        "evidence": [quoted(place) for place in first],
        "of": [quoted(place) for place in rest],
        "by": one.by,
    }


def _confirmed(heeded: Sequence[Corrected], kinds: Sequence[str], holds: Holds) -> list[str]:
    """Who said so: the readers of those corrections all of whose places are in it."""
    return sorted({one.by for one in heeded if one.kind in kinds and all(map(holds, one.places))})


def _holder(evidence: Iterable[Any]) -> Holds:
    """Whether a place shares half of its words, or of theirs, with one of some places."""
    here = [(one.article, Span(one.start, one.end)) for one in evidence]

    def holds(place: Any) -> bool:  # noqa: ANN401
        span = Span(place.start, place.end)
        return any(
            article == place.article and 2 * held.overlap(span) >= min(len(held), len(span)) for article, held in here
        )

    return holds


def _point(claim: Claim, quoted: Quote, heeded: Sequence[Corrected]) -> Record:
    return {
        "about": _plain(claim.wording.text),
        "evidence": [quoted(one) for one in claim.evidence],
        "confirmed": _confirmed(heeded, ("same_claim",), _holder(claim.evidence)),
    }


def _difference(one: Difference, quoted: Quote) -> Record:
    values = [{"value": _plain(v.value), "evidence": [quoted(e) for e in v.evidence]} for v in one.values]
    return {"kind": one.kind, "about": one.about, "relation": one.relation, "values": values, "confirmed": []}


def _is_marked(one: Utterance) -> bool:
    return any(variant.form != "indirect" for variant in one.variants)


def _quote(one: Utterance, quoted: Quote) -> Record:
    """Who said it, "" where nobody could be found, and each wording."""
    return {
        "speaker": one.speaker.name or one.speaker.description or "",
        "variants": [{**quoted(variant), "form": variant.form} for variant in one.variants],
        "confirmed": [],
    }


def _is_written_in_ways(one: Name) -> bool:
    return one.kind in KINDS_OF_NAMES and len(one.variants) > 1


def _name(one: Name, heeded: Sequence[Corrected]) -> Record:
    written = [evidence for variant in one.variants for evidence in variant.evidence]
    return {
        "kind": one.kind,
        "canonical": one.canonical,
        "variants": [variant.text for variant in one.variants],
        "confirmed": _confirmed(heeded, ("same_person",), _holder(written)),
    }


def _copies(comparison: Comparison) -> Iterator[Record]:
    """The pairs of one origin that share passages, with the share of the shorter text that stands in these."""
    texts = {one.id: one.text for one in comparison.articles}
    for origin in comparison.origins:
        for a, b in combinations(origin.articles, 2):
            shorter = min((a, b), key=lambda id: len(texts[id]))
            shared = _covered(comparison.passages, {a, b}, shorter)
            if shared:
                share = round(shared / len(texts[shorter]), 2)
                yield {"a": a, "b": b, "share": share, "origin": origin.agency, "confirmed": []}


def _covered(passages: Iterable[Passage], pair: set[str], article: str) -> int:
    """How many characters of an article stand in passages that the pair shares."""
    sides = [side for one in passages if {one.a.article, one.b.article} == pair for side in (one.a, one.b)]
    covered, end = 0, 0
    for side in sorted(side.span for side in sides if side.article == article):
        covered += max(0, side.end - max(side.start, end))
        end = max(end, side.end)
    return covered


def _about(comparison: Comparison, claims: Sequence[str]) -> str:
    """The words of the claim that most origins make of those named; of equals the first."""
    named = [claim for claim in comparison.claims if claim.id in claims]
    return _plain(max(named, key=lambda claim: claim.origins).wording.text) if named else ""


def _timeline(comparison: Comparison) -> list[Record]:
    """The dates that most claims tell of, in order."""
    told = sorted(comparison.timeline, key=lambda one: -len(one.claims))[:MOST_HAPPENINGS]
    return [{"date": one.date, "about": _about(comparison, one.claims)} for one in comparison.timeline if one in told]


def _plain(words: str) -> str:
    return " ".join(words.split())
