"""Statements of several articles joined into claims."""

import numpy as np

from rashomon.compare.growing import Group, grow_groups
from rashomon.compare.narrowing import narrow
from rashomon.compare.pairs import find_overlaps, score_pairs
from rashomon.compare.scorer import load_scorers
from rashomon.compare.statements import Statements, tabulate
from rashomon.model.joined import JoinedClaim, Place, StoryReading
from rashomon.model.span import Span
from rashomon.settings import ClaimSettings


def join_claims(story: StoryReading, settings: ClaimSettings) -> tuple[JoinedClaim, ...]:
    """Claims, most origins first, then in the order of the articles; every sentence is in one or more.

    A sentence that no other article shares, and each clause that no claim took of one that is shared, is a claim of
    one place.
    """
    s = tabulate(story)
    shared = _shared(s, settings) if len(set(s.article.tolist())) > 1 else ()
    alone = _alone(story, s, shared)
    return tuple(sorted((*shared, *alone), key=lambda claim: _order(story, claim)))


def _shared(s: Statements, settings: ClaimSettings) -> tuple[JoinedClaim, ...]:
    scorers = load_scorers()
    overlaps = find_overlaps(s)
    scores = score_pairs(s, overlaps, scorers["pair"])
    groups = grow_groups(scores, s.article, settings)
    claims = (_claim(s, g, narrow(s, overlaps, scores, g, scorers["clause"], settings.clause)) for g in groups)
    return tuple(dict.fromkeys(claims))


def _claim(s: Statements, group: Group, spans: tuple[Span, ...]) -> JoinedClaim:
    return JoinedClaim(tuple(Place(int(s.article[m]), span) for m, span in zip(group, spans, strict=True)))


def _alone(story: StoryReading, s: Statements, shared: tuple[JoinedClaim, ...]) -> list[JoinedClaim]:
    """What stands in no shared claim: whole sentences, or runs of the clauses that are left of one."""
    taken = [np.zeros(len(article.text), np.bool_) for article in story.articles]
    for claim in shared:
        for place in claim.places:
            taken[place.article][place.span.start : place.span.end] = True
    alone = []
    for place, clauses in zip(s.places, s.clauses, strict=True):
        free = [c for c in clauses if not taken[place.article][c.start : c.end].any()]
        for span in _runs(free, clauses):
            alone.append(JoinedClaim((Place(place.article, span),)))
    return alone


def _runs(free: list[Span], clauses: tuple[Span, ...]) -> list[Span]:
    """Neighbouring free clauses as one stretch."""
    runs: list[Span] = []
    last = None
    for number, clause in enumerate(clauses):
        if clause not in free:
            continue
        if runs and last == number - 1:
            runs[-1] = Span(runs[-1].start, clause.end)
        else:
            runs.append(clause)
        last = number
    return runs


def _order(story: StoryReading, claim: JoinedClaim) -> tuple[object, ...]:
    held = {place.article for place in claim.places}
    origins = {story.origin_of[a] for a in held}
    return (-len(origins), -len(held), [(p.article, p.span.start, p.span.end) for p in claim.places])
