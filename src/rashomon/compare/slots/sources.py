"""Whom the reports name for one statement."""

from collections.abc import Iterator

from rashomon.compare.slots.findings import Finding, label, tell, topic
from rashomon.compare.slots.statement import Statement, likeness, pairs_of
from rashomon.compare.slots.words import EMPTY
from rashomon.model.reading import Attribution
from rashomon.model.span import Span
from rashomon.settings import DifferenceSettings
from rashomon.text.tokens import find_tokens, fold


def find_sources(statements: tuple[Statement, ...], settings: DifferenceSettings) -> Iterator[Finding]:
    """Statements of one claim of which one names its source and another only describes one."""
    credited = [_credited(s) for s in statements]
    for n, m in pairs_of(statements):
        one, two = credited[n], credited[m]
        if one is None or two is None or (one[0].kind == "unnamed") == (two[0].kind == "unnamed"):
            continue
        x, y = _words(one[0]), _words(two[0])
        if not x or not y or x & y or _initials(x, y) or _initials(y, x):
            continue
        if likeness(statements[n], statements[m]) < settings.least_sourced:
            continue
        if _there(x, statements[m]) or _there(y, statements[n]):
            continue
        told = (*tell(statements[n], one[1], " ".join(sorted(x))), *tell(statements[m], two[1], " ".join(sorted(y))))
        named, described = (told[0], told[-1]) if one[0].kind != "unnamed" else (told[-1], told[0])
        reason = f"One report names “{named.text}” as the source, another only describes “{described.text}”."
        about = label(f"source: {topic(statements[n], statements[m])}")
        yield Finding("name", "precision", about, told, 0.5, reason)


def _there(words: frozenset[str], statement: Statement) -> bool:
    """True where the sentence of the statement has all these words: the same source, described there as well."""
    sentence = statement.page.sentence_at(statement.span.start)
    return sentence is not None and words <= {fold(t.text) for t in statement.page.words_in(sentence.span)}


def _credited(statement: Statement) -> tuple[Attribution, Span] | None:
    """The attribution of most of the statement, and where its speaker stands in the sentence."""
    fitting = [
        a
        for a in statement.page.attributions_on(statement.span)
        if a.speaker and 2 * a.span.overlap(statement.span) >= min(len(statement.span), len(a.span))
    ]
    if not fitting:
        return None
    best = max(fitting, key=lambda a: (a.span.overlap(statement.span), -len(a.span)))
    sentence = statement.page.sentence_at(statement.span.start)
    names = _words(best)
    if sentence is None or not names:
        return None
    here = [t.span for t in statement.page.words_in(sentence.span) if fold(t.text) in names]
    near = [s for s in here if s.start - here[0].start < 80]
    return (best, Span(near[0].start, near[-1].end)) if near else None


def _words(attribution: Attribution) -> frozenset[str]:
    said = attribution.speaker or ""
    return (
        frozenset(w for t in find_tokens(said, Span(0, len(said))) if (w := fold(t.text)) not in EMPTY)
        if said
        else frozenset()
    )


def _initials(short: frozenset[str], long: frozenset[str]) -> bool:
    """True for an acronym and its long form."""
    return len(short) == 1 and len(long) > 1 and sorted(next(iter(short))) == sorted(w[0] for w in long)
