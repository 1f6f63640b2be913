"""One utterance that reports quote in other words."""

from collections.abc import Iterator

from rashomon.compare.slots.findings import Finding, Told
from rashomon.compare.slots.page import Page
from rashomon.model.comparison import Utterance, Variant
from rashomon.model.span import Span
from rashomon.settings import DifferenceSettings
from rashomon.text.tokens import find_tokens


def find_quoted_otherwise(
    pages: tuple[Page, ...], utterances: tuple[Utterance, ...], settings: DifferenceSettings
) -> Iterator[Finding]:
    """Utterances whose words, in quotation marks, are not the same in two articles or more."""
    by_id = {page.article.id: page for page in pages}
    for utterance in utterances:
        if utterance.wording not in ("altered",):
            continue
        told = tuple(_told(by_id[v.article], v) for v in utterance.variants if v.form != "indirect")
        if len({t.key for t in told}) < 2 or len({t.page.number for t in told}) < 2:
            continue
        speaker = utterance.speaker.name or utterance.speaker.description
        yield Finding(
            "wording", "wording", f"words of {speaker}" if speaker else "quotation", told, 0.8,
            "The reports quote one utterance in different words.",
        )  # fmt: skip


def _told(page: Page, variant: Variant) -> Told:
    span = Span(variant.start, variant.end)
    return Told(page, span, quoted_key(page.article.text, span), around=span)


def quoted_key(text: str, span: Span) -> str:
    """The words of a quotation, folded, without marks and spacing."""
    return " ".join(t.stem for t in find_tokens(text, span))
