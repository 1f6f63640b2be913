"""What the API tells of stories, articles and corrections, where it is not the contract's own shape."""

from dataclasses import asdict, dataclass

from rashomon.model.article import Article
from rashomon.model.comparison import DifferenceRelation
from rashomon.model.kept import ListedStory, Title, Version
from rashomon.model.story import Membership
from rashomon.web.addresses import article_at, story_at


@dataclass(frozen=True, slots=True)
class StoryShown:
    """A story of the store: what is known of it, and what its last comparison came to. `title` stands for a headline
    that its first report has not.

    `origins`, `claims`, `quotations`, `differences` and `parts` (these by relation) are of that comparison, null where
    none was made; `compared` is when. `fresh` where they are of the story's articles and corrections as they stand;
    else `failure` says why it could not be compared, null where it only waits. `moments` are when articles came;
    `undated` of them give no date, and have the moment they were kept.
    """

    id: str
    headline: str | None
    title: Title | None
    lead: str | None
    articles: int
    outlets: int
    origins: int | None
    claims: int | None
    quotations: int | None
    differences: int | None
    parts: dict[DifferenceRelation, int] | None
    compared: str | None
    fresh: bool
    failure: str | None
    first_published: str
    last_published: str
    opened: str
    moments: tuple[str, ...]
    undated: int
    page: str


@dataclass(frozen=True, slots=True)
class Member:
    """A report of a story: why it is in it, and how surely, 0..1."""

    article: str
    outlet: str | None
    headline: str | None
    url: str | None
    published: str | None
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class ArticleShown:
    """One version of an article. `versions` counts all that were kept; `story` is the one it is in, if any."""

    id: str
    outlet: str | None
    url: str | None
    headline: str | None
    byline: str | None
    published: str | None
    modified: str | None
    language: str | None
    text: str
    version: int
    versions: int
    fetched: str
    source: str
    story: str | None
    page: str


@dataclass(frozen=True, slots=True)
class VersionShown:
    """A version of an article, without its text. `digest` is that of its headline, byline and text."""

    number: int
    digest: str
    fetched: str
    source: str
    headline: str | None
    characters: int


def show_story(listed: ListedStory) -> StoryShown:
    """A story as the API tells of it."""
    record, figures = listed.record, listed.figures
    return StoryShown(
        id=record.id,
        headline=record.headline,
        title=record.title,
        lead=record.lead,
        articles=record.articles,
        outlets=record.outlets,
        origins=figures.origins if figures else None,
        claims=figures.claims if figures else None,
        quotations=figures.quotations if figures else None,
        differences=figures.differences if figures else None,
        parts=dict(figures.parts) if figures else None,
        compared=figures.when if figures else None,
        fresh=listed.fresh,
        failure=listed.failure,
        first_published=record.first_published,
        last_published=record.last_published,
        opened=record.opened,
        moments=listed.moments,
        undated=listed.undated,
        page=story_at(record.id),
    )


def show_member(membership: Membership, known: Article) -> Member:
    """A report as one of its story's."""
    return Member(
        known.id, known.outlet, known.headline, known.url, known.published, membership.score, membership.reason
    )


def show_article(version: Version, versions: int, story: str | None) -> ArticleShown:
    """A version of an article as the API tells of it."""
    return ArticleShown(
        **asdict(version.article),
        version=version.number,
        versions=versions,
        fetched=version.fetched,
        source=version.source,
        story=story,
        page=article_at(version.article.id),
    )


def show_version(version: Version) -> VersionShown:
    """A version as one of a list."""
    known = version.article
    return VersionShown(
        version.number, version.digest, version.fetched, version.source, known.headline, len(known.text)
    )
