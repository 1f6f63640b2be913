"""Which words tell what a story is about, where no report of it has a headline."""

from rashomon.model.comparison import Claim, ClaimEvidence, Comparison
from rashomon.model.span import Evidence
from rashomon.text.sentences import find_paragraph_spans, find_sentence_spans

LONGEST = 160  # characters; a heading has room for a sentence of that length


def find_telling(comparison: Comparison) -> Evidence | None:
    """Of the claims that most origins make: the whole sentence nearest to the beginning of its report, since reports
    say first what matters most. Where none is short enough, the words of the first of these claims; None where there
    are none.
    """
    most = max((claim.origins for claim in comparison.claims), default=0)
    chief = [claim for claim in comparison.claims if claim.origins == most]
    texts = {witness.id: witness.text for witness in comparison.articles}
    whole = [place for place in _places(chief) if _is_sentence(texts.get(place.article, ""), place)]
    if whole:
        first = min(whole, key=lambda place: place.start)
        return Evidence(first.article, first.start, first.end, first.text)
    return chief[0].wording if chief else None


def _places(claims: list[Claim]) -> list[ClaimEvidence]:
    return [place for claim in claims for place in claim.evidence if place.end - place.start <= LONGEST]


def _is_sentence(text: str, place: ClaimEvidence) -> bool:
    """True where the words are one whole sentence of the text."""
    start = text.rfind("\n", 0, place.start) + 1
    line = text[start : place.end + LONGEST].partition("\n")[0]
    return any(
        (start + sentence.start, start + sentence.end) == (place.start, place.end)
        for paragraph in find_paragraph_spans(line)
        for sentence in find_sentence_spans(line, paragraph)
    )
