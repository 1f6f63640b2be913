"""Quotations: content, cue, source, and the speaker as far as one article tells it."""

from functools import lru_cache

from rashomon.extract.antecedents import find_speakers
from rashomon.extract.report import Report
from rashomon.extract.reports import find_reports
from rashomon.model.article import Article
from rashomon.model.reading import Mention, Quotation, Sentence, Speaker
from rashomon.settings import QuotationSettings


def find_quotations(
    article: Article, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], settings: QuotationSettings
) -> tuple[Quotation, ...]:
    """The quotations of the sentences, in order; the speaker as far as this article alone tells it."""
    return tuple(
        Quotation(report.content, report.form, report.cue, report.source, speaker)
        for report, speaker in find_credited(article, sentences, mentions, settings)
        if report.form != "clause" and not (report.form == "indirect" and speaker is None)
    )


@lru_cache(maxsize=2)  # read twice in a row: once for the quotations, once for the attributions
def find_credited(
    article: Article, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], settings: QuotationSettings
) -> tuple[tuple[Report, Speaker | None], ...]:
    """Every reported stretch with its speaker, in order; None where nobody could be found."""
    reports = find_reports(article.text, sentences, settings)
    return tuple(zip(reports, find_speakers(article, sentences, mentions, reports), strict=True))
