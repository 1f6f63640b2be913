"""Bodies and things that one report names and another only describes: "Norlab, a testing firm", "a testing firm"."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.compare.slots.facts import nearness
from rashomon.compare.slots.findings import Finding, Told, label, signed
from rashomon.compare.slots.page import Page
from rashomon.compare.slots.statement import Statement, read_statement
from rashomon.compare.slots.words import EMPTY
from rashomon.model.reading import Mention
from rashomon.model.span import Span
from rashomon.settings import DifferenceSettings
from rashomon.text.tokens import Token, fold

_INDEFINITE = frozenset(("a", "an", "one", "another"))
_COMPLEMENT = frozenset("of for at in with who that which and from by on hired called named".split())
_REACH = 5  # words from the article to the noun


@dataclass(frozen=True, slots=True)
class _Named:
    statement: Statement
    words: Span
    name: str
    own: frozenset[str]  # stems of what stands before the noun


@signed
def find_bodies(pages: tuple[Page, ...], settings: DifferenceSettings) -> Iterator[Finding]:
    """Bodies with a name in one report that another, which has not the name, describes by the same words."""
    named: dict[str, list[_Named]] = {}
    for page in pages:
        for mention in page.reading.mentions:
            found = _named(page, mention)
            if found:
                named.setdefault(found[0], []).append(found[1])
    for page in pages if named else ():
        for phrase in _indefinite(page, frozenset(named)):
            yield from _compare(page, phrase, named[phrase[-1].stem], settings)


def _named(page: Page, mention: Mention) -> tuple[str, _Named] | None:
    """The noun by which the name is told what it is, and the name."""
    sentence = page.sentence_at(mention.span.start)
    if mention.role is None or mention.kind not in ("org", "other") or sentence is None:
        return None
    tokens = page.words_in(mention.role)
    cut = next((n for n, t in enumerate(tokens) if fold(t.text) in _COMPLEMENT), len(tokens))
    own = frozenset(t.stem for t in tokens[: cut - 1] if fold(t.text) not in EMPTY)
    if cut < 2 or not own:
        return None
    words = Span(min(mention.role.start, mention.span.start), max(mention.role.end, mention.span.end))
    name = " ".join(mention.name.of(page.article.text).split())
    return tokens[cut - 1].stem, _Named(read_statement(page, sentence.span), words, name, own)


def _indefinite(page: Page, nouns: frozenset[str]) -> Iterator[tuple[Token, ...]]:
    """The phrases from an indefinite article to one of the nouns, where no name follows."""
    text, tokens = page.article.text, page.tokens
    for n, token in enumerate(tokens):
        if token.stem not in nouns or token.text[:1].isupper():
            continue
        first = next((k for k in range(n - 1, max(-1, n - 1 - _REACH), -1) if fold(tokens[k].text) in EMPTY), None)
        if first is None or fold(tokens[first].text) not in _INDEFINITE or n - first < 2:
            continue
        following = text[token.span.end : token.span.end + 3].lstrip(" ,“\"‘'")
        if not following[:1].isupper():
            yield tokens[first : n + 1]


def _compare(
    page: Page, phrase: tuple[Token, ...], named: list[_Named], settings: DifferenceSettings
) -> Iterator[Finding]:
    sentence = page.sentence_at(phrase[0].span.start)
    if sentence is None:
        return
    statement, own = read_statement(page, sentence.span), {t.stem for t in phrase[1:-1]}
    best: tuple[float, _Named] | None = None
    for one in named:
        near = nearness(statement.content, one.statement.content, page.weights)
        fits = own <= one.own or one.own <= own
        if one.statement.page is not page and fits and near >= settings.least_body and not _has(page, one):
            best = max(best or (near, one), (near, one), key=lambda x: x[0])
    if best is not None:
        near, one = best
        words = Span(phrase[0].span.start, phrase[-1].span.end)
        told = (Told(one.statement.page, one.words, one.name, {"name": one.name}), Told(page, words, "described"))
        reason = f"One report names “{one.name}”, another only describes “{' '.join(told[1].text.split())}”."
        about = label(f"which {phrase[-1].text.lower()}")
        yield Finding("name", "precision", about, told, round(0.4 + near / 3, 2), reason)


def _has(page: Page, one: _Named) -> bool:
    """True where the report has the last word of the name."""
    last = fold(one.name.split()[-1])
    return any(fold(m.name.of(page.article.text).split()[-1]) == last for m in page.reading.mentions)
