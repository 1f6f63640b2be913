"""Statements of several articles joined into claims."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from rashomon.compare.blocks import find_blocks
from rashomon.compare.clause_pairs import LEAST_SENTENCE, Compared, score_clause_pairs
from rashomon.compare.corrections.claims import heed_claims
from rashomon.compare.corrections.decisions import Decision
from rashomon.compare.growing import Group, grow_groups
from rashomon.compare.meanings import find_nearness, read_meanings, seek_words
from rashomon.compare.nesting import with_closer
from rashomon.compare.overlaps import find_overlaps
from rashomon.compare.pairs import score_pairs
from rashomon.compare.said import score_clauses
from rashomon.compare.scorer import LinearScorer, load_scorer
from rashomon.compare.side_by_side import work_side_by_side
from rashomon.compare.statements import Statements, tabulate
from rashomon.compare.trees import load_trees
from rashomon.compare.vectors import Floats
from rashomon.model.comparison import Utterance
from rashomon.model.joined import JoinedClaim, Place, StoryReading
from rashomon.model.span import Span
from rashomon.settings import ClaimSettings

_Claims = tuple[JoinedClaim, ...]
_Told = dict[int, list[tuple[int, int, int]]]  # sentence -> its own clauses in kept claims: start, end, which claim


def join_claims(
    story: StoryReading,
    utterances: tuple[Utterance, ...],
    settings: ClaimSettings,
    decisions: Sequence[Decision] = (),
) -> tuple[JoinedClaim, ...]:
    """Claims as readers have them, most origins first, then in the order of the articles; no sentence is in none.

    A sentence that no other article shares, and each clause that no claim took of one that is shared, is a claim of
    one place.
    """
    s = tabulate(story, utterances)
    wide, close = (
        _shared(s, [a.text for a in story.articles], settings) if len(set(s.article.tolist())) > 1 else ((), ())
    )
    parting = [decision for decision in decisions if decision.kind == "other_claim"]
    shared = with_closer(heed_claims(story, wide, decisions), heed_claims(story, close, parting))
    alone = _alone(story, s, shared)
    return tuple(sorted((*shared, *alone), key=lambda claim: _order(story, claim)))


def _shared(s: Statements, texts: list[str], settings: ClaimSettings) -> tuple[_Claims, _Claims]:
    """The claims of two places or more, and those that some of their reports tell more alike."""
    blocks = list(find_blocks(s, settings.largest_table))
    parts = work_side_by_side(partial(_shared_in, texts=texts, settings=settings), blocks)
    wide, close = (tuple(dict.fromkeys(claim for part in parts for claim in part[n])) for n in (0, 1))
    return wide, close


def _shared_in(s: Statements, texts: list[str], settings: ClaimSettings) -> tuple[_Claims, _Claims]:
    trees, compared = load_trees(), compare_sentences(s, texts, load_scorer())
    said = score_clauses(s, compared.o, compared.scores, trees["said"])
    likeness = score_clause_pairs(compared, trees["joined"])
    return claims_of(s, said, likeness, settings), closer_claims_of(s, said, likeness, settings)


def compare_sentences(s: Statements, texts: list[str], scorer: LinearScorer) -> Compared:
    """What sentences of these texts have in common."""
    meanings = read_meanings(texts, s.places, s.clauses)
    overlaps, near = find_overlaps(s), find_nearness(meanings)
    scores = score_pairs(s, overlaps, near, scorer)
    sought = seek_words(meanings, scores > LEAST_SENTENCE)
    return Compared(s, overlaps, near, sought, scores)


def claims_of(s: Statements, said: Floats, likeness: Floats, settings: ClaimSettings) -> _Claims:
    """The claims that grow from the likeness of clauses (C x C); `said` (C x S) tells which words stand behind them."""
    return _without_echoes(_grown(s, said, likeness, settings), settings.echo)


def closer_claims_of(s: Statements, said: Floats, likeness: Floats, settings: ClaimSettings) -> _Claims:
    """Those that grow as far only as reports tell a statement alike."""
    levels = (_as_close(settings, seed) for seed in (settings.closest, settings.close))
    return tuple(claim for level in levels for claim in _grown(s, said, likeness, level))


def _as_close(settings: ClaimSettings, seed: float) -> ClaimSettings:
    member = seed - settings.close_member
    return replace(settings, seed=seed, member=member, second=member, least=seed * settings.close_least)


def _grown(s: Statements, said: Floats, likeness: Floats, settings: ClaimSettings) -> dict[JoinedClaim, list[int]]:
    """Claims, each with the numbers of its sentences."""
    parent = s.parents
    groups = grow_groups(likeness, s.article[parent], settings)
    members = [sorted({int(parent[clause]) for clause in group}) for group in groups]
    return {_claim(s, group, held, said, settings.clause): held for group, held in zip(groups, members, strict=True)}


def _without_echoes(claims: dict[JoinedClaim, list[int]], least: float) -> tuple[JoinedClaim, ...]:
    """The claims without those nearly all of whose own clauses stand in another that as many articles make.

    With each claim come the numbers of its sentences: only clauses of one sentence can overlap.
    """
    kept: list[JoinedClaim] = []
    articles: list[set[int]] = []
    told: _Told = {}
    for claim, members in sorted(claims.items(), key=lambda c: -len({place.article for place in c[0].places})):
        held = {place.article for place in claim.core}
        own = tuple(zip(claim.core, members, strict=True))
        found = Counter(n for place, member in own for n in _holding(place, told, member))
        if not any(count >= least * len(members) and held <= articles[n] for n, count in found.items()):
            for place, member in own:
                told.setdefault(member, []).append((place.span.start, place.span.end, len(kept)))
            kept.append(claim)
            articles.append(held)
    return tuple(kept)


def _holding(place: Place, told: _Told, sentence: int) -> set[int]:
    """The kept claims that hold half of the place or more."""
    start, end = place.span.start, place.span.end
    half = (end - start) / 2
    return {n for a, b, n in told.get(sentence, ()) if (end if end < b else b) - (start if start > a else a) >= half}


def _claim(s: Statements, group: Group, members: list[int], said: Floats, threshold: float) -> JoinedClaim:
    """For each sentence the stretch from its first to its last clause in the group or said in another member."""
    places, core = [], []
    for member in members:
        first, count = int(s.first_clause[member]), len(s.clauses[member])
        own = [n for n in range(count) if first + n in group]
        kept = own
        if len(own) < count:
            others = [m for m in members if s.article[m] != s.article[member]]
            support = said[first : first + count][:, others].max(axis=1)
            kept = [n for n in range(count) if n in own or support[n] >= threshold]
        places.append(_stretch(s, member, kept))
        core.append(_stretch(s, member, own))
    return JoinedClaim(tuple(places), tuple(core))


def _stretch(s: Statements, member: int, clauses: list[int]) -> Place:
    """From the first to the last of some clauses of a sentence."""
    held = s.clauses[member]
    return Place(int(s.article[member]), Span(held[clauses[0]].start, held[clauses[-1]].end))


def _alone(story: StoryReading, s: Statements, shared: tuple[JoinedClaim, ...]) -> list[JoinedClaim]:
    """What stands in no shared claim: whole sentences, or runs of the clauses that are left of one."""
    taken = [np.zeros(len(article.text), np.bool_) for article in story.articles]
    for claim in shared:
        for place in claim.places:
            taken[place.article][place.span.start : place.span.end] = True
    alone = []
    reported = [{sentence.span for sentence in reading.sentences} for reading in story.readings]
    for place, clauses in zip(s.places, s.clauses, strict=True):
        if place.span not in reported[place.article]:
            continue  # a caption is listed in `left_out`
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
