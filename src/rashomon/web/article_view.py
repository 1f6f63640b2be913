"""What the pages of an article show: one version with what its story has of it, or two versions side by side."""

from dataclasses import dataclass, replace
from itertools import pairwise

from rashomon.errors import NoSuchArticle
from rashomon.model.article import Article
from rashomon.model.comparison import Witness
from rashomon.model.kept import Edit, StoryRecord, Version
from rashomon.model.span import Span
from rashomon.model.story import Membership
from rashomon.render.carrying import carry_marks
from rashomon.render.edition import Edition, make_edition
from rashomon.render.highlight import Mark
from rashomon.render.languages import language_tag
from rashomon.render.marked import MarkedText, Sense, find_senses, mark_text
from rashomon.render.parallel import Run, Stretch, make_line, make_parallel
from rashomon.render.testimony import Testimony, find_testimony
from rashomon.store.changes import changes
from rashomon.store.store import Store
from rashomon.stream.living import standing_comparison
from rashomon.web.shown import read_kept

_KNOWN = ("outlet", "url", "published", "modified", "language")  # besides what is compared: headline, byline, text
_MASTHEAD = ("headline", "byline")


@dataclass(frozen=True, slots=True)
class Compared:
    """What the comparison of the story has of an article.

    `testimony` is None where it read another version, whose number is `version` where that is kept; the marks are then
    those whose words stayed, and `lost` counts the others. `fresh` where nothing has come or changed since.
    """

    edition: Edition
    witness: Witness
    testimony: Testimony | None
    marks: tuple[Mark[Sense], ...]
    lost: int
    version: int | None
    when: str
    fresh: bool


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version in the list of them: its length in words, and what it changed of the one before."""

    version: Version
    words: int
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """The page of one version of an article. `beyond` where the words asked for lie outside its text."""

    shown: Version
    versions: tuple[VersionLine, ...]
    story: StoryRecord | None
    membership: Membership | None
    compared: Compared | None
    text: MarkedText
    asked: Span | None
    beyond: bool

    @property
    def article(self) -> Article:
        """The article as it stood in this version."""
        return self.shown.article

    @property
    def language(self) -> str:
        """The tag of the language, as given or as found in the text; empty where neither is known."""
        found = self.compared.witness.language if self.compared else None
        return language_tag(self.article.language) or language_tag(found)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something known of the article besides its text, in two versions; empty where it was not known."""

    name: str
    old: str
    new: str

    @property
    def dated(self) -> bool:
        """True where it is a date or a moment."""
        return self.name in ("published", "modified")


@dataclass(frozen=True, slots=True)
class VersionsPage:
    """The differences between two versions: of the masthead word by word, of the text row by row, of what is known."""

    old: Version
    new: Version
    versions: tuple[VersionLine, ...]
    masthead: tuple[tuple[str, tuple[Run, ...]], ...]
    facts: tuple[Fact, ...]
    text: tuple[Stretch, ...]

    @property
    def language(self) -> str:
        """The tag of the language, as given; empty where none is."""
        return language_tag(self.new.article.language)

    @property
    def same(self) -> bool:
        """True where nothing at all differs."""
        return not (self.masthead or self.facts or any(stretch.changed for stretch in self.text))


def make_article_page(
    store: Store,
    story: str | None,
    versions: tuple[Version, ...],
    shown: Version,
    start: int | None = None,
    end: int | None = None,
) -> ArticlePage:
    """The page of a version, as it stands in its story."""
    text, id = shown.article.text, shown.article.id
    compared = _compared(store, story, versions, shown) if story else None
    asked = None if start is None or end is None or not 0 <= start < end <= len(text) else Span(start, end)
    testimony = compared.testimony if compared else None
    marked = mark_text(
        text,
        compared.marks if compared else (),
        testimony.cited() if testimony else (),
        asked,
        len(compared.edition.origins) if compared else 1,
    )
    return ArticlePage(
        shown=shown,
        versions=_lines(versions),
        story=store.story(story) if story else None,
        membership=next((one for one in store.memberships(story) if one.article == id), None) if story else None,
        compared=compared,
        text=marked,
        asked=asked,
        beyond=asked is None and (start is not None or end is not None),
    )


def make_versions_page(versions: tuple[Version, ...], old: int, new: int) -> VersionsPage:
    """The page of two versions, whatever their order. Raises NoSuchArticle where one was never kept."""
    before, after = choose_version(versions, old), choose_version(versions, new)
    was, became = before.article, after.article
    return VersionsPage(
        old=before,
        new=after,
        versions=_lines(versions),
        masthead=tuple(
            (name, make_line(getattr(was, name) or "", getattr(became, name) or ""))
            for name in _MASTHEAD
            if getattr(was, name) != getattr(became, name)
        ),
        facts=tuple(
            Fact(name, getattr(was, name) or "", getattr(became, name) or "")
            for name in _KNOWN
            if getattr(was, name) != getattr(became, name)
        ),
        text=make_parallel(was.text, became.text, _of_text(was, became)),
    )


def _compared(store: Store, story: str, versions: tuple[Version, ...], shown: Version) -> Compared | None:
    standing = standing_comparison(store, story)
    if standing is None:
        return None
    edition = make_edition(read_kept(standing.comparison))
    place = edition.place.get(shown.article.id)
    if place is None:
        return None
    witness = edition.witnesses[place]
    marks, lost, testimony = find_senses(edition, witness.id), 0, None
    if witness.text == shown.article.text:
        testimony = find_testimony(edition, witness.id)
    else:
        read = replace(shown.article, text=witness.text)
        marks, lost = carry_marks(witness.text, shown.article.text, _of_text(read, shown.article), marks)
    number = next((one.number for one in reversed(versions) if one.article.text == witness.text), None)
    return Compared(edition, witness, testimony, marks, lost, number, standing.when, standing.fresh)


def _of_text(old: Article, new: Article) -> list[Edit]:
    return [edit for edit in changes(old, new) if edit.part == "text"]


def choose_version(versions: tuple[Version, ...], number: int | None) -> Version:
    """The version of that number, the latest for None. Raises NoSuchArticle where it was never kept."""
    if number is None:
        return versions[-1]
    if 0 < number <= len(versions):
        return versions[number - 1]
    held = f"there are {len(versions)}" if len(versions) > 1 else "there is one"
    raise NoSuchArticle(f"no version {number} of {versions[-1].article.id!r}; {held}")


def _lines(versions: tuple[Version, ...]) -> tuple[VersionLine, ...]:
    changed = [(), *(_changed(old.article, new.article) for old, new in pairwise(versions))]
    return tuple(
        VersionLine(version, len(version.article.text.split()), parts)
        for version, parts in zip(versions, changed, strict=True)
    )


def _changed(old: Article, new: Article) -> tuple[str, ...]:
    return tuple(part for part in (*_MASTHEAD, "text") if getattr(old, part) != getattr(new, part))
