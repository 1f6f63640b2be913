"""Whom the reports name for one statement."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.compare.nations import COUNTRY_OF
from rashomon.compare.slots.facts import nearness
from rashomon.compare.slots.findings import Finding, label, signed, tell, topic
from rashomon.compare.slots.page import Page
from rashomon.compare.slots.statement import Statement, likeness, pairs_of
from rashomon.compare.slots.words import EMPTY
from rashomon.model.comparison import DifferenceRelation
from rashomon.model.reading import Attribution
from rashomon.model.span import Span
from rashomon.settings import DifferenceSettings
from rashomon.text.tokens import find_tokens, fold


@dataclass(frozen=True, slots=True)
class _Source:
    attribution: Attribution
    words: Span  # that name it
    name: frozenset[str]  # the telling words of its full name or description

    @property
    def unnamed(self) -> bool:
        return self.attribution.kind == "unnamed"


@signed
def find_sources(statements: tuple[Statement, ...], settings: DifferenceSettings) -> Iterator[Finding]:
    """Statements of one claim of which one names its source and another only describes one, or names another."""
    credited = [s.once(_credited) for s in statements]
    for n, m in pairs_of(statements):
        one, two = credited[n], credited[m]
        if one is None or two is None or not _apart(one, two):
            continue
        if not _alike(statements[n], statements[m], one, two, settings):
            continue
        if _there(one.name, statements[m]) or _there(two.name, statements[n]):
            continue
        if one.unnamed == two.unnamed and _of_one_body(one, two, statements[n].page, statements[m].page):
            continue
        yield _finding(statements[n], one, statements[m], two)


def _apart(one: _Source, two: _Source) -> bool:
    """True for sources that share no word; who speaks in a paper, or in a body's own release, is not another source."""
    kinds = {one.attribution.kind, two.attribution.kind}
    if not one.name or not two.name or one.name & two.name or _initials(one.name, two.name):
        return False
    return kinds != {"outlet", "named"} and kinds != {"document", "named"} and not _initials(two.name, one.name)


def _alike(a: Statement, b: Statement, one: _Source, two: _Source, settings: DifferenceSettings) -> bool:
    if likeness(a, b) < settings.least_sourced:
        return False
    return one.unnamed != two.unnamed or nearness(a.content, b.content, a.page.weights) >= settings.least_other_source


def _of_one_body(one: _Source, two: _Source, a: Page, b: Page) -> bool:
    """True for a body and who speaks for it."""
    return any(
        x.name & page.roles.get(fold((y.attribution.speaker or "").split()[-1]), frozenset())
        for x, y in ((one, two), (two, one))
        for page in (a, b)
    )


def _finding(a: Statement, one: _Source, b: Statement, two: _Source) -> Finding:
    told = (*tell(a, one.words, " ".join(sorted(one.name))), *tell(b, two.words, " ".join(sorted(two.name))))
    about = label(f"source: {topic(a, b)}")
    first, second = (" ".join(t.text.split()) for t in (told[0], told[-1]))
    if one.unnamed == two.unnamed or _of_another_body(a, one) or _of_another_body(b, two):
        relation: DifferenceRelation = "wording"
        reason = f"One report gives “{first}” as the source, another “{second}”."
    else:
        relation = "precision"
        named, described = (second, first) if one.unnamed else (first, second)
        reason = f"One report names “{named}” as the source, another only describes “{described}”."
    return Finding("name", relation, about, told, 0.5, reason)


def _of_another_body(statement: Statement, source: _Source) -> bool:
    """True for a source without a name that is told by a name: "a Navy spokesman" is no vaguer word for the mayor."""
    sentence = statement.page.sentence_at(source.words.start)
    tokens = statement.page.words_in(source.words)
    opens = sentence is not None and sentence.span.start == source.words.start
    named = [t for t in tokens[int(opens) :] if t.text[:1].isupper()]
    return source.unnamed and any(fold(t.text) not in COUNTRY_OF for t in named)


def _there(words: frozenset[str], statement: Statement) -> bool:
    """True where the sentence of the statement has all these words: the same source, described there as well."""
    sentence = statement.page.sentence_at(statement.span.start)
    return sentence is not None and words <= {fold(t.text) for t in statement.page.words_in(sentence.span)}


def _credited(statement: Statement) -> _Source | None:
    """The attribution of most of the statement, where its speaker stands in the sentence."""
    fitting = [
        a
        for a in statement.page.attributions_on(statement.span)
        if a.speaker and 2 * a.span.overlap(statement.span) >= min(len(statement.span), len(a.span))
    ]
    if not fitting:
        return None
    best = max(fitting, key=lambda a: (a.span.overlap(statement.span), -len(a.span)))
    name = _words(best)
    sentence = statement.page.sentence_at(statement.span.start)
    if sentence is None or not name:
        return None
    source = best.source
    if source is not None and sentence.span.holds(source) and fold(source.of(statement.page.article.text)) not in EMPTY:
        return _Source(best, source, name)
    here = [t.span for t in statement.page.words_in(sentence.span) if fold(t.text) in name]
    near = [s for s in here if s.start - here[0].start < 80]
    return _Source(best, Span(near[0].start, near[-1].end), name) if near else None


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
