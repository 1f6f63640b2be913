"""One utterance that reports quote in other words."""

from collections.abc import Iterator

from rashomon.compare.slots.findings import Finding, Told, signed
from rashomon.compare.slots.page import Page
from rashomon.model.comparison import Utterance, Variant
from rashomon.model.span import Span
from rashomon.settings import DifferenceSettings
from rashomon.text.tokens import find_tokens


@signed
def find_quoted_otherwise(
    pages: tuple[Page, ...], utterances: tuple[Utterance, ...], settings: DifferenceSettings
) -> Iterator[Finding]:
    """Utterances whose words, in quotation marks, are not the same in two articles or more."""
    by_id = {page.article.id: page for page in pages}
    for utterance in utterances:
        told = tuple(_told(by_id[v.article], v) for v in utterance.variants if v.form != "indirect")
        if len({t.key for t in told}) < 2 or len({t.page.number for t in told}) < 2:
            continue
        speaker = utterance.speaker.name or utterance.speaker.description
        about = f"words of {speaker}" if speaker else "quotation"
        if utterance.wording == "altered":
            reason = "The reports quote one utterance in different words."
            yield Finding("wording", "wording", about, told, 0.8, reason)
        elif utterance.wording == "cut" and (ends := _fullest_and_shortest(told, settings)):
            yield Finding(
                "wording", "wording", about, ends, 0.6, "One report quotes more of an utterance than another."
            )


def _fullest_and_shortest(told: tuple[Told, ...], settings: DifferenceSettings) -> tuple[Told, ...]:
    """The fullest quotation in a report that has not the shortest, and that one, where it is much shorter."""
    shortest = min(told, key=lambda t: (len(t.words), t.page.number, t.words.start))
    others = [t for t in told if t.page is not shortest.page]
    fullest = max(others, key=lambda t: (len(t.words), -t.page.number), default=None)
    if fullest is None or len(shortest.words) > settings.most_quoted * len(fullest.words):
        return ()
    return tuple(sorted((fullest, shortest), key=lambda t: (t.page.number, t.words.start)))


def _told(page: Page, variant: Variant) -> Told:
    span = Span(variant.start, variant.end)
    return Told(page, span, quoted_key(page.article.text, span), around=span)


def quoted_key(text: str, span: Span) -> str:
    """The words of a quotation, folded, without marks and spacing."""
    return " ".join(t.stem for t in find_tokens(text, span))
