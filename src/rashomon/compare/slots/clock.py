"""Hours of one happening: "about 9.40 a.m." against "9:52 a.m."."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.compare.slots.facts import HAPPENING, Fact, match_facts, read_fact
from rashomon.compare.slots.findings import Finding, label, signed, tell, topic
from rashomon.compare.slots.page import Page
from rashomon.compare.slots.statement import Statement
from rashomon.model.comparison import DifferenceRelation
from rashomon.model.span import Span
from rashomon.settings import DifferenceSettings

_HOUR = re.compile(
    r"(?P<rough>\b(?:at |by )?(?:about|around|approximately|roughly|some time after|shortly after|just after"
    r"|shortly before|just before|nearly|almost)\s+)?"
    r"(?<![\d.:,$€£])(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?\s{0,2}"
    r"(?P<half>[ap]\.?\s?m\b\.?|o[’']clock|in the (?:morning|afternoon|evening)"
    r"|(?:GMT|UTC|BST|CET|EST|EDT|IST|local time)\b)"
    r"(?P<tail>[^.;!?\n]{0,30})",
    re.IGNORECASE,
)
_ZONE = re.compile(r"\b(GMT|UTC|BST|CET|CEST|EST|EDT|PST|PDT|IST|Eastern|Pacific|Central)\b")
_LATE = re.compile(r"p|.*(?:afternoon|evening)", re.IGNORECASE)
_DAY = 24 * 60
_BEFORE, _AFTER = 30, 20  # code points around its figures in which an hour begins and ends


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour of the day: first and last minute that the words allow, counted from midnight."""

    low: int
    high: int
    zone: str | None


@signed
def find_hours(pages: tuple[Page, ...], settings: DifferenceSettings) -> Iterator[Finding]:
    """Hours given for one happening that are not the same; a minute that is not round is one moment everywhere."""
    facts = [fact for page in pages for fact in _read(page, settings)]
    same: dict[Clock, list[Fact[Clock]]] = {}
    for fact in facts:
        if fact.thing.low == fact.thing.high and fact.thing.low % 5:
            same.setdefault(fact.thing, []).append(fact)
    for a, b, near in _of_one_happening(facts, settings):
        if relation := part_hours(a.thing, b.thing, settings.farthest_hour):
            yield _finding((same.get(a.thing, [a]), same.get(b.thing, [b])), relation, near)


def hour_at(text: str, figures: Span) -> tuple[Span, Clock] | None:
    """The hour that figures are of, "about 6.40 a.m." for "6.40", and what it allows; None where they are of none."""
    for found in _HOUR.finditer(text, max(0, figures.start - _BEFORE), figures.end + _AFTER):
        clock = _clock(found)
        if clock and found.start() <= figures.start and figures.end <= found.end("half"):
            return Span(found.start(), found.end("half")), clock
    return None


def part_hours(x: Clock, y: Clock, farthest: int) -> DifferenceRelation | None:
    """How two hours of one happening part; None where they do not, or are more than `farthest` minutes apart."""
    apart = max(x.low, y.low) - min(x.high, y.high)
    if x.zone != y.zone or apart > farthest or x == y:
        return None
    return "conflict" if apart > 0 else "precision"


def exchange_hours(
    a: Statement, x: tuple[Span, Clock], b: Statement, y: tuple[Span, Clock], sure: float, settings: DifferenceSettings
) -> Finding | None:
    """Two hours that stand in one place of two statements; None where both can be the very same."""
    relation = part_hours(x[1], y[1], settings.farthest_hour)
    if relation is None:
        return None
    one, two = x[0].of(a.page.article.text), y[0].of(b.page.article.text)
    told = (*tell(a, x[0], _key(x[1])), *tell(b, y[0], _key(y[1])))
    reason = f"“{one}” stands where another has “{two}”."
    return Finding("date", relation, label(f"hour: {topic(a, b, x[0])}"), told, sure, reason)


def _of_one_happening(
    facts: list[Fact[Clock]], settings: DifferenceSettings
) -> Iterator[tuple[Fact[Clock], Fact[Clock], float]]:
    for match in match_facts(facts, settings):
        if match.near >= settings.least_hour or {HAPPENING} < match.a.around & match.b.around:
            yield match.a, match.b, match.near


def _read(page: Page, settings: DifferenceSettings) -> Iterator[Fact[Clock]]:
    text = page.article.text
    for sentence in page.sentences:
        if not any(c.isdigit() for c in sentence.span.of(text)):
            continue
        for found in _HOUR.finditer(text, sentence.span.start, sentence.span.end):
            clock = _clock(found)
            words = Span(found.start(), found.end("half"))
            fact = read_fact(page, words, ("hour",), clock, settings) if clock else None
            if fact:
                yield fact


def _clock(found: re.Match[str]) -> Clock | None:
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    half = found["half"].casefold()
    if half.startswith(("o", "g", "u", "b", "c", "e", "l", "is")) and not found["minute"]:
        return None  # "nine o'clock" may be either half of the day
    if hour <= 12 and half.startswith(("a", "p", "in")):
        hour = hour % 12 + (12 if _LATE.match(half) else 0)
    at = hour * 60 + minute
    zone = _ZONE.search(found["half"] + found["tail"])
    rough = (found["rough"] or "").casefold()
    slack = 5 if rough else 0  # "about" a round hour or half is kept to five minutes: half of the ten it is rounded to
    low = at - (30 if "before" in rough or "nearly" in rough or "almost" in rough else slack)
    high = at + (30 if "after" in rough else 0 if low == at - 30 else slack)
    return Clock(low, high, zone.group() if zone else None)


def _finding(sides: tuple[list[Fact[Clock]], list[Fact[Clock]]], relation: DifferenceRelation, near: float) -> Finding:
    one, two = (side[0].words.of(side[0].page.article.text) for side in sides)
    told = tuple(t for side in sides for f in side for t in tell(f.statement, f.words, _key(f.thing)))
    reason = (
        f"“{one}” and “{two}” are given as the hour of the same happening."
        if relation == "conflict"
        else f"“{one}” and “{two}” can be the same hour, told more and less exactly."
    )
    return Finding(
        "date",
        relation,
        label(f"hour: {topic(sides[0][0].statement, sides[1][0].statement, sides[0][0].words)}"),
        told,
        round(min(0.9, 0.4 + near / 2), 2),
        reason,
    )


def _key(clock: Clock) -> str:
    return f"{clock.low % _DAY}-{clock.high % _DAY}"
