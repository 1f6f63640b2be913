"""Short ways to make a reading of a few sentences, as the steps of reuse take them."""

import dataclasses
from collections.abc import Callable

import pytest

from rashomon.model.article import Article
from rashomon.model.reading import LeftOut, Masthead, Quotation, Reading, Sentence
from rashomon.model.span import Span
from rashomon.text.quotes import find_quoted_spans
from rashomon.text.sentences import find_paragraph_spans, find_sentence_spans

MakeReading = Callable[..., Reading]


@pytest.fixture
def reading() -> MakeReading:
    """A reading of `text`; `gone` is a stretch of it that is left out, and `why`."""

    def make(
        id: str,
        text: str,
        *,
        credits: tuple[str, ...] = (),
        published: str | None = None,
        outlet: str | None = None,
        language: str | None = None,
        gone: str = "",
        why: str = "a prompt",
    ) -> Reading:
        article = Article(id, text, outlet=outlet, published=published)
        at = text.index(gone)
        left_out = (LeftOut(Span(at, at + len(gone)), why),) if gone else ()
        paragraphs = find_paragraph_spans(text, [one.span for one in left_out])
        spans = [(n, span) for n, p in enumerate(paragraphs) for span in find_sentence_spans(text, p)]
        quoted = [Span(q.start + 1, q.end - 1) for _, span in spans for q in find_quoted_spans(text, span)]
        return Reading(
            article=article,
            masthead=Masthead(published=published, credits=credits, language=language),
            left_out=left_out,
            sentences=tuple(Sentence(span, n, (span,)) for n, span in spans),
            quotations=tuple(Quotation(span, "direct") for span in quoted),
        )

    return make


def with_id(one: Reading, id: str) -> Reading:
    """The same reading as another article."""
    return dataclasses.replace(one, article=dataclasses.replace(one.article, id=id))
