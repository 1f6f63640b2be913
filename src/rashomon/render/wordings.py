"""The wordings of one utterance: each report's pieces put together, reports with the same words under each other."""

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.model.comparison import Variant

INTERRUPTED = 150  # characters between two pieces of one quotation, as in “Yes,” she told reporters, “we will.”
PART = 0.5  # share of the words of the longest wording below which a wording quotes it in part ...
FEW = 7  # ... if it has fewer words than this, too


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of an utterance in one report or several, with every piece they were printed in."""

    text: str
    variants: tuple[Variant, ...]
    whole: bool


def find_wordings(variants: Iterable[Variant]) -> tuple[Wording, ...]:
    """The quoted variants as wordings, in order of the first of each; `whole` unless one quotes the rest in part."""
    groups: dict[str, list[Variant]] = {}
    for pieces in _pieces(variants):
        groups.setdefault(" ".join(" ".join(piece.text.split()) for piece in pieces), []).extend(pieces)
    longest = max((len(text.split()) for text in groups), default=0)
    return tuple(
        Wording(text, tuple(held), len(text.split()) >= min(FEW, PART * longest)) for text, held in groups.items()
    )


def _pieces(variants: Iterable[Variant]) -> list[list[Variant]]:
    """Variants of one report that follow each other closely, put together."""
    found: list[list[Variant]] = []
    for variant in variants:
        last = next((pieces[-1] for pieces in reversed(found) if pieces[-1].article == variant.article), None)
        if last and last is found[-1][-1] and 0 <= variant.start - last.end <= INTERRUPTED:
            found[-1].append(variant)
        else:
            found.append([variant])
    return found
