"""What is said to have been said: each quoted or reported stretch, bound to the speech tag that carries it."""

import re
from collections.abc import Iterator, Sequence

from rashomon.extract.contents import skip_to_content
from rashomon.extract.quoted import find_quoted_reports
from rashomon.extract.report import Report
from rashomon.extract.reported import find_clause_reports
from rashomon.extract.tagged import TaggedSentence, read_tagged
from rashomon.model.reading import Sentence
from rashomon.model.span import Span
from rashomon.settings import QuotationSettings
from rashomon.text.quotes import find_quoted_spans

# A sentence does not end with a rank, nor where "she said" follows a question in quotation marks.
_RANK = re.compile(
    r"(?:^|\W)(?:Lt|Sgt|Sen|Gov|Rep|Gen|Col|Capt|Maj|Dr|Mr|Mrs|Ms|Prof|Rev|Insp|Supt|Det|Cpl|Const|Adm|Cmdr)\.$"
)
_ASKED = re.compile(r"[?!…][\"”'’»]$")


def find_reports(text: str, sentences: Sequence[Sentence], settings: QuotationSettings) -> tuple[Report, ...]:
    """Every stretch that the sentences give as someone's words, in order."""
    found: list[Report] = []
    for line in _lines(text, sentences):
        found.extend(find_quoted_reports(line, settings))
        found.extend(find_clause_reports(line, settings))
    return tuple(sorted(found, key=lambda r: (r.content.start, -r.content.end)))


def _lines(text: str, sentences: Sequence[Sentence]) -> Iterator[TaggedSentence]:
    n = 0
    while n < len(sentences):
        line = _line(text, sentences, n, n)
        joined = _joined(text, sentences, n)
        if joined:
            line = joined
            n += 1
        yield line
        n += 1


def _line(text: str, sentences: Sequence[Sentence], first: int, last: int) -> TaggedSentence:
    span = Span(sentences[first].span.start, sentences[last].span.end)
    around = [sentences[k].paragraph for k in (first - 1, last + 1) if 0 <= k < len(sentences)]
    alone = sentences[first].paragraph not in around
    return read_tagged(text, first, span, alone, find_quoted_spans(text, span))


def _joined(text: str, sentences: Sequence[Sentence], n: int) -> TaggedSentence | None:
    """The sentence with the next, where the next only says who spoke or was cut off at a rank."""
    if n + 1 >= len(sentences) or sentences[n].paragraph != sentences[n + 1].paragraph:
        return None
    ending = text[max(sentences[n].span.start, sentences[n].span.end - 12) : sentences[n].span.end]
    if _RANK.search(ending):
        return _line(text, sentences, n, n + 1)
    if not _ASKED.search(ending):
        return None
    line = _line(text, sentences, n, n + 1)
    start = sentences[n + 1].span.start
    tag = next((t for t in line.tags if line.pieces[t.first].start == start), None)
    if tag and (tag.shape == "inverted" or _only_says(line, skip_to_content(line.pieces, tag))):
        return line
    return None


def _only_says(line: TaggedSentence, at: int) -> bool:
    return line.ends(at) or line.pieces[at].text in {",", "—", "–", ";"}
