"""What is said to have been said: each quoted or reported stretch, bound to the speech tag that carries it."""

from collections.abc import Sequence

from rashomon.extract.quoted import find_quoted_reports
from rashomon.extract.report import Report
from rashomon.extract.reported import find_clause_reports
from rashomon.extract.tagged import read_tagged
from rashomon.model.reading import Sentence
from rashomon.settings import QuotationSettings
from rashomon.text.quotes import find_quoted_spans


def find_reports(text: str, sentences: Sequence[Sentence], settings: QuotationSettings) -> tuple[Report, ...]:
    """Every stretch that the sentences give as someone's words, in order."""
    found: list[Report] = []
    for number, sentence in enumerate(sentences):
        quoted = find_quoted_spans(text, sentence.span)
        line = read_tagged(text, number, sentence.span, _is_paragraph(sentences, number), quoted)
        found.extend(find_quoted_reports(line, settings))
        found.extend(find_clause_reports(line, settings))
    return tuple(sorted(found, key=lambda r: (r.content.start, -r.content.end)))


def _is_paragraph(sentences: Sequence[Sentence], n: int) -> bool:
    around = [sentences[k].paragraph for k in (n - 1, n + 1) if 0 <= k < len(sentences)]
    return sentences[n].paragraph not in around
