"""Places in a text, and the words found there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open, never empty stretch of an article's text, counted in Unicode code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlap(self, other: "Span") -> int:
        """The number of code points the two spans share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def holds(self, other: "Span") -> bool:
        """True where `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The words at this place of `text`."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The very words of one article: `text` equals the article's characters from `start` to `end`.

    Made by `Article.evidence` only, so that no line can be printed that no article holds.
    """

    article: str
    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """The place of the words in the article's text."""
        return Span(self.start, self.end)
