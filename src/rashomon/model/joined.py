"""What the reports of one story share, before it is printed: claims and names joined across articles."""

from dataclasses import dataclass, field

from rashomon.model.article import Article
from rashomon.model.comparison import Name, Origin, Passage
from rashomon.model.reading import Reading
from rashomon.model.span import Span


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one article's text: `article` is its index in the story's fixed order of articles."""

    article: int
    span: Span


@dataclass(frozen=True, slots=True)
class JoinedClaim:
    """Places, of one article or more, that make one statement; in order of article and place.

    `core` has, for each place, the clauses alone that joined it; the place may reach over clauses that others say too.
    """

    places: tuple[Place, ...]
    core: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryReading:
    """All articles of a story, each read closely, in the story's fixed order, and the names that run through them."""

    readings: tuple[Reading, ...]
    names: tuple[Name, ...]
    origin_of: tuple[int, ...] = ()  # the number of the origin of each article, into `origins`
    origins: tuple[Origin, ...] = ()
    passages: tuple[Passage, ...] = ()

    articles: tuple[Article, ...] = field(init=False)  # those of the readings, in order

    def __post_init__(self) -> None:
        # Made once: asked for at every place of every claim, it would cost the square of the story.
        object.__setattr__(self, "articles", tuple(reading.article for reading in self.readings))
