"""What one report adds to what both say: "shot in the head" beside "shot"."""

from collections.abc import Iterator

from rashomon.compare.function_words import FUNCTION_WORDS
from rashomon.compare.slots.alignment import Alignment, Substitution, stretch
from rashomon.compare.slots.findings import Finding, label, signed, tell, topic
from rashomon.compare.slots.frames import says_elsewhere
from rashomon.compare.slots.statement import Statement
from rashomon.compare.slots.words import DETAIL_PREPOSITIONS, EMPTY, REPORTING
from rashomon.model.comparison import DifferenceKind
from rashomon.model.span import Span
from rashomon.settings import DifferenceSettings
from rashomon.text.tokens import Token, fold

_SMALL = EMPTY | FUNCTION_WORDS
_NEAR = 4  # words on either side of an addition, with one of which a report that has it elsewhere says it too
_OF_CLAUSES = frozenset(
    "who which that will would is are was were has have had does did can could may might should must and but".split()
)


@signed
def find_details(alignment: Alignment, settings: DifferenceSettings) -> Iterator[Finding]:
    """Short phrases, longer ones with a preposition, that stand in one statement where the other goes on without."""
    if alignment.shared < settings.least_detailed:
        return
    for sub in alignment.substitutions:
        first = bool(_content(sub.a))
        if first == bool(_content(sub.b)) or not sub.left:
            continue
        added, instead = (sub.a, sub.b) if first else (sub.b, sub.a)
        more, less = (alignment.first, alignment.second) if first else (alignment.second, alignment.first)
        led = fold(added[0].text) in DETAIL_PREPOSITIONS
        if len(added) > (settings.longest_detail if led else settings.longest_addition):
            continue
        finding = _finding(more, added, less, instead, sub, alignment, settings)
        if finding:
            yield finding


def _content(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    return tuple(t for t in tokens if fold(t.text) not in _SMALL)


def _finding(
    more: Statement,
    added: tuple[Token, ...],
    less: Statement,
    instead: tuple[Token, ...],
    sub: Substitution,
    how: Alignment,
    settings: DifferenceSettings,
) -> Finding | None:
    content = _content(added)
    told_there = any(t.stem in REPORTING or t.stem in less.content for t in content)
    if told_there or not _whole(more, added) or _is_credit(more, stretch(added)) or _cuts(more, stretch(added)):
        return None
    if _runs_on(more, added):
        return None
    at = more.tokens.index(added[0])
    before, after = more.tokens[max(0, at - sub.left) : at], more.tokens[at + len(added) :][: sub.right]
    beside = _content((*before[-_NEAR:], *after[:_NEAR]))
    if len(_content(before)) + len(_content(after)) < settings.least_beside:
        return None
    if sum(says_elsewhere(less.page, frozenset(t.stem for t in (*content, other))) for other in beside) > 1:
        return None
    bare = _bare(less, _content(before)[-1:], _content(after)[:1])
    if bare is None or len(bare) > settings.widest_evidence:
        return None
    span = stretch(added)
    if _dated_elsewhere(more, span, less):
        return None
    told = (*tell(more, span, "with " + " ".join(t.stem for t in content)), *tell(less, bare, "without"))
    words = " ".join(span.of(more.page.article.text).split())
    about = label(topic(more, less, span) or content[-1].text.lower())
    reason = f"One report adds “{words}” to what another says without it."
    kind = _kind(more, span)
    return Finding(kind, "precision", about, told, 0.2 + 0.4 * how.shared, reason, tie=_tie(more, span, kind))


def _dated_elsewhere(more: Statement, added: Span, less: Statement) -> bool:
    """True for a day that the other report gives as well: it has not left out when it was."""
    days = {d.date for d in more.dates if d.date and d.span.overlap(added)}
    return bool(days) and days <= {d.date for d in less.page.dates}


def _runs_on(statement: Statement, added: tuple[Token, ...]) -> bool:
    """True for words that go on into another clause, or into a bracket or quotation that they do not close."""
    words = stretch(added).of(statement.page.article.text)
    opened = words.count("(") != words.count(")") or words.count('"') % 2 or words.count("“") != words.count("”")
    return bool(opened) or any(fold(t.text) in _OF_CLAUSES for t in added)


def _cuts(statement: Statement, span: Span) -> bool:
    """True for a part of a date, number or name alone ("night" of "Thursday night"): other finders compare those."""
    numbers_and_dates = [*(d.span for d in statement.dates), *(q.span for q in statement.quantities)]
    wholes = [*numbers_and_dates, *(m.name for m in statement.mentions)]
    return any(whole.overlap(span) and not span.holds(whole) for whole in wholes)


def _is_credit(statement: Statement, span: Span) -> bool:
    """True for words of a dateline, or that say who said it: other finders compare those."""
    dateline = statement.page.reading.masthead.dateline_span
    if dateline is not None and dateline.overlap(span):
        return True
    return any(a.source is not None and a.source.overlap(span) for a in statement.page.attributions_on(statement.span))


def _whole(statement: Statement, added: tuple[Token, ...]) -> bool:
    """True where the phrase does not break off before its noun."""
    at = statement.tokens.index(added[-1])
    if fold(added[-1].text) in _SMALL:
        return False
    if at + 1 == len(statement.tokens):
        return True
    following = statement.tokens[at + 1]
    between = statement.page.article.text[added[-1].span.end : following.span.start]
    return fold(following.text) in _SMALL or not between.isspace()


def _bare(less: Statement, before: tuple[Token, ...], after: tuple[Token, ...]) -> Span | None:
    """The words on both sides of the place where the other statement has nothing."""
    lead = next((t for t in less.tokens if before and t.stem == before[0].stem), None)
    start = lead.span.end if lead else 0
    close = next((t for t in less.tokens if after and t.stem == after[0].stem and t.span.start >= start), None)
    found = [t for t in (lead, close) if t]
    return Span(found[0].span.start, found[-1].span.end) if found else None


def _tie(more: Statement, span: Span, kind: DifferenceKind) -> str | None:
    """An added date, number, place or name is a question of its own: the place it is added to is none of its kind."""
    return None if kind == "wording" else f"detail {more.page.common_place(span.start)}"


def _kind(statement: Statement, span: Span) -> DifferenceKind:
    """What the added words tell, by what was read in them."""
    if any(d.span.overlap(span) for d in statement.dates):
        return "date"
    if any(q.span.overlap(span) for q in statement.quantities):
        return "number"
    kinds = {m.kind for m in statement.mentions if m.name.overlap(span)}
    if "place" in kinds:
        return "place"
    return "name" if kinds & {"person", "org"} else "wording"
