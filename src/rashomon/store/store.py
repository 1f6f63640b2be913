"""The store: every method is a transaction of its own, or part of the one that is open."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rashomon.model.article import Article
from rashomon.model.kept import ANYWHERE, Kept, Match, Skipped, SourceState, StoryRecord, Version, Within
from rashomon.model.story import Correction, KeptCorrection, Membership, StoryChange
from rashomon.store import comparisons, corrections, feeds, keeping, placing, reading, searching, shelving, stories
from rashomon.store.shelves import Shelves
from rashomon.store.tables import articles, signatures, skipped, story_changes

_SIGNATURES_AT_ONCE = 5000  # rows; a few megabytes


class Store(Shelves):
    """Articles, stories, sources and comparisons in one database. Made by `open_store`.

    What a writing method did is acknowledged when it returns; inside `transaction()`, when that ends.
    """

    def keep(self, article: Article, source: str, fetched: str) -> Kept:
        """The article is kept: new, the same again, or a new version."""
        return self.keep_all([article], source, fetched)[0]

    def keep_all(self, given: Sequence[Article], source: str, fetched: str) -> tuple[Kept, ...]:
        """The articles are kept in the order given, in one transaction; far cheaper than one by one."""
        with self._writing(shown=False) as connection:
            kept = keeping.keep_all(connection, given, source, fetched)
            if any(one.outcome != "same" for one in kept):
                self._show()
            return kept

    def article(self, id: str) -> Article:
        """The latest version of an article. Raises NoSuchArticle."""
        with self._reading() as connection:
            return reading.find_article(connection, id)

    def versions(self, id: str) -> tuple[Version, ...]:
        """All versions of an article, the oldest first. Raises NoSuchArticle."""
        with self._reading() as connection:
            return reading.find_versions(connection, id)

    def articles(
        self, story: str | None = None, since: str | None = None, outlet: str | None = None
    ) -> Iterator[Article]:
        """The latest version of every article, in the order kept: of a story, since a moment in UTC, of an outlet."""
        wanted = reading.latest_articles(story, since, outlet)
        start = None if since is None else reading.first_since(since)
        return map(reading.article_of, self._paged(wanted, articles.c.number, start=start))

    def unplaced(self) -> Iterator[Article]:
        """The articles that are in no story yet, in the order kept."""
        return map(reading.article_of, self._paged(reading.unplaced_articles(), articles.c.number))

    def known(self, urls: Iterable[str]) -> dict[str, str]:
        """The id of the article kept under each address, for those that are kept."""
        with self._reading() as connection:
            return reading.known_urls(connection, urls)

    def skip(self, given: Iterable[Skipped]) -> None:
        """What was skipped is on record; the same place with the same reason once."""
        with self._writing(shown=False) as connection:
            feeds.add_skipped(connection, given)

    def skipped(self, source: str | None = None) -> Iterator[Skipped]:
        """What was skipped, in order; only what came from a source where one is given."""
        return map(feeds.skipped_of, self._paged(feeds.skipped_rows(source), skipped.c.number))

    def place(
        self,
        memberships: Iterable[Membership],
        changes: Iterable[StoryChange] = (),
        *,
        when: str,
        signatures: Mapping[str, bytes] | None = None,
    ) -> None:
        """Each article is in the story given, the changes are history, the signatures kept. Raises NoSuchArticle."""
        with self._writing() as connection:
            placing.place(connection, memberships, when)
            placing.add_changes(connection, changes)
            placing.put_signatures(connection, signatures or {})

    def memberships(self, story: str | None = None) -> Iterator[Membership]:
        """Which article is in which story and why, in the order kept; of one story, or of all."""
        for row in self._paged(stories.members(story), articles.c.number):
            yield Membership(row.id, row.story, row.score, row.reason)

    def story_of(self, article: str) -> str | None:
        """The story an article is in; None where it is in none."""
        with self._reading() as connection:
            return stories.find_story_of(connection, article)

    def stories(self, since: str | None = None, limit: int = 50, offset: int = 0) -> tuple[StoryRecord, ...]:
        """The living stories, that with the latest report first; of those with a report since a moment in UTC."""
        with self._reading() as connection:
            return stories.find_stories(connection, since, limit, offset)

    def story(self, id: str) -> StoryRecord:
        """The story of that id, or the one it became; where it became several, its own record, with no articles.

        Raises NoSuchStory.
        """
        with self._reading() as connection:
            return stories.find_story(connection, id)

    def emptied(self) -> tuple[StoryRecord, ...]:
        """The stories of which no article is left: those merged into others, or split up."""
        with self._reading() as connection:
            return stories.find_emptied(connection)

    def add_stories(self, given: Iterable[StoryRecord]) -> None:
        """The stories are known by when they were opened; `place` puts articles into them."""
        with self._writing() as connection:
            placing.add_stories(connection, given)

    def history(self, story: str) -> tuple[StoryChange, ...]:
        """Every change that names the story, in the order recorded."""
        with self._reading() as connection:
            return stories.find_history(connection, story)

    def changes(self) -> Iterator[StoryChange]:
        """Every change of every story, in the order recorded."""
        return map(stories.change_of, self._paged(stories.every_change(), story_changes.c.number))

    def correct(self, correction: Correction) -> int:
        """What a reader decided is on record under this number; `place` what follows in the same transaction."""
        with self._writing() as connection:
            return corrections.add_correction(connection, correction)

    def take_correction(self, correction: Correction, undone: str | None = None, undone_by: str | None = None) -> None:
        """What a reader decided in another store is on record; what this one has already stays as it is."""
        with self._writing() as connection:
            corrections.take_correction(connection, correction, undone, undone_by)

    def end_correction(self, number: int, when: str, by: str) -> None:
        """The correction holds no more; `place` what follows in the same transaction."""
        with self._writing() as connection:
            corrections.end_correction(connection, number, when, by)

    def corrections(self) -> tuple[Correction, ...]:
        """What readers decided and holds, in order."""
        with self._reading() as connection:
            return corrections.find_living(connection, grouping=False)

    def grouping_corrections(self) -> tuple[Correction, ...]:
        """What readers decided about stories and holds, in order: what grouping honours."""
        with self._reading() as connection:
            return corrections.find_living(connection, grouping=True)

    def kept_corrections(self, story: str | None = None) -> tuple[KeptCorrection, ...]:
        """All corrections, undone ones too, the newest last; those of one story or of the words of its reports."""
        with self._reading() as connection:
            return corrections.find_kept(connection, story)

    def kept_correction(self, number: int) -> KeptCorrection:
        """The correction of that number. Raises NoSuchCorrection."""
        with self._reading() as connection:
            return corrections.find_correction(connection, number)

    def readings_corrected(self, story: str) -> tuple[Correction, ...]:
        """What holds of the words of a story's reports, in order: what its comparison heeds."""
        with self._reading() as connection:
            return tuple(one.correction for one in corrections.find_readings(connection, story))

    def signatures(self, since: str | None = None) -> Iterator[tuple[str, str | None, bytes]]:
        """Article, story and signature, in the order kept; of articles published (else fetched) since a day."""
        day = None if since is None else since[:10]
        start = None if day is None else reading.first_signed(day)
        for _, article, story, signature in self._paged(
            reading.signed(day), signatures.c.article, _SIGNATURES_AT_ONCE, start
        ):
            yield article, story, bytes(signature)

    def search(self, words: str, limit: int = 20, offset: int = 0, within: Within = ANYWHERE) -> tuple[Match, ...]:
        """The articles that have all the words and "quoted phrases", newest first; "harb*" is a word's beginning.

        Raises BadOption where there is no word.
        """
        with self._reading() as connection:
            return searching.search(connection, words, limit, offset, within)

    def count_matches(self, words: str, within: Within = ANYWHERE) -> int:
        """How many articles have all the words, asked as `search` is. Raises BadOption where there is no word."""
        with self._reading() as connection:
            return searching.count_matches(connection, words, within)

    def source_state(self, url: str) -> SourceState | None:
        """How far a source was read; None where it never was."""
        with self._reading() as connection:
            return feeds.find_source(connection, url)

    def save_source_state(self, state: SourceState) -> None:
        """The source was read so far."""
        with self._writing(shown=False) as connection:
            feeds.put_source(connection, state)

    def forget_source(self, url: str) -> None:
        """The source is not followed any more, nor is it known how far it was read; what came from it stays."""
        with self._writing(shown=False) as connection:
            feeds.drop_source(connection, url)

    def sources(self, due: str | None = None) -> tuple[SourceState, ...]:
        """The sources, those due first; only those to be read by a moment where one is given."""
        with self._reading() as connection:
            return feeds.find_sources(connection, due)

    def story_digest(self, story: str) -> str:
        """A digest of the versions of a story's articles, and of the corrections that its comparison heeds."""
        with self._reading() as connection:
            return comparisons.digest_of(connection, story)

    def save_comparison(self, story: str, digest: str, comparison: str, when: str) -> None:
        """The comparison (JSON) of these versions is kept, and the story shown as it has it."""
        made = shelving.read_kept(comparison)  # before anyone has to wait for us
        with self._writing() as connection:
            comparisons.put_comparison(connection, story, digest, comparison, when)
            shelving.shelve(connection, story, digest, made, when)

    def comparison(self, story: str, digest: str) -> str | None:
        """The comparison (JSON) of these versions; None where there is none."""
        with self._reading() as connection:
            return comparisons.find_comparison(connection, story, digest)

    def dated_comparison(self, story: str, digest: str) -> tuple[str, str] | None:
        """When the comparison of these versions was made, and its JSON; None where there is none."""
        with self._reading() as connection:
            return comparisons.find_dated_comparison(connection, story, digest)

    def last_comparison(self, story: str, before: str | None = None) -> tuple[str, str, str] | None:
        """Digest, moment and JSON of the last comparison of a story, or of the last before a moment."""
        with self._reading() as connection:
            return comparisons.find_last_comparison(connection, story, before)
