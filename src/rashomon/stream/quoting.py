"""Words of an article found again, in whichever of its versions has them, and whose they are."""

from dataclasses import dataclass
from typing import Any

from rashomon.errors import BadOption, NoSuchWords
from rashomon.model.article import Article
from rashomon.model.comparison import Witness
from rashomon.model.kept import Version
from rashomon.model.selector import Selector
from rashomon.model.span import Evidence, Span
from rashomon.render.citations import cite, target_of
from rashomon.store.store import Store
from rashomon.text.selecting import find_selected, select

_TOLD = 500  # code points of words that are said to be nowhere


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words as they stand in `version`: the latest of its article's versions that has them.

    `latest` is the newest version of all; where it is a later one than `version`, the words have gone from the report.
    `selector` tells the place as it is in `version`, `target` the same as W3C's annotations do.
    """

    evidence: Evidence
    selector: Selector
    version: Version
    latest: Version
    citation: str
    target: dict[str, Any]

    @property
    def gone(self) -> bool:
        """True where the report has these words no more."""
        return self.version.number != self.latest.number


def quote(store: Store, asked: Selector) -> Quoted:
    """The words that a selector tells, in the latest version that has them.

    A selector without words tells a place of the latest version. Raises NoSuchArticle, NoSuchWords where no version
    has them, BadOption where neither words nor a place are told.
    """
    if not asked.exact.strip() and asked.start >= asked.end:
        raise BadOption("no words and no place; give the words as the report has them, or start and end, or all three")
    versions = store.versions(asked.article)
    for version in reversed(versions if asked.exact else versions[-1:]):
        text = version.article.text
        span = find_selected(text, asked) if asked.exact else _place(text, asked)
        if span is not None:
            return _quoted(version, span, versions[-1])
    told = f"the words “{asked.exact[:_TOLD]}”" if asked.exact else f"a place {asked.start}-{asked.end}"
    raise NoSuchWords(f"no version of {asked.article!r} that was kept has {told}; copy words as the report has them")


def witness_of(article: Article) -> Witness:
    """An article as a comparison would list it, with nothing read from its text."""
    return Witness(
        id=article.id,
        outlet=article.outlet,
        url=article.url,
        headline=article.headline,
        byline=article.byline,
        dateline=None,
        published=article.published,
        modified=article.modified,
        language=article.language,
        credits=(),
        text=article.text,
    )


def _place(text: str, selector: Selector) -> Span | None:
    return Span(selector.start, selector.end) if 0 <= selector.start < selector.end <= len(text) else None


def _quoted(version: Version, span: Span, latest: Version) -> Quoted:
    article = version.article
    evidence, witness = article.evidence(span), witness_of(article)
    selector = select(article.id, article.text, span)
    return Quoted(evidence, selector, version, latest, cite(witness, evidence), target_of(witness, evidence))
