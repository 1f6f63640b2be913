"""One stretch of reported words, before its speaker is known."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.span import Span

Form = Literal["direct", "mixed", "indirect", "clause"]  # "clause": reported words that hold quoted ones


@dataclass(frozen=True, slots=True)
class Report:
    """A stretch that someone is said to have said; `sentence` counts the article's sentences.

    `floating` is true where nothing in its sentence tells who said it.
    """

    content: Span
    form: Form
    sentence: int
    cue: Span | None = None
    source: Span | None = None
    lemma: str = ""
    floating: bool = False
