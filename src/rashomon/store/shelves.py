"""The shelves of a store: what lists, searches and pages show, as the last comparison of each story has it."""

from rashomon.model.kept import ANYWHERE, Finding, FindingKind, ListedStory, SourceHealth, Speaker, Within
from rashomon.store import comparisons, finding, health, listing, revisions, shelving, speakers
from rashomon.store.transactions import Transactions


class Shelves(Transactions):
    """Reading what comparisons came to, without making any."""

    def listed_stories(
        self, since: str | None = None, until: str | None = None, limit: int = 50, offset: int = 0
    ) -> tuple[ListedStory, ...]:
        """The living stories with a report since one moment and before another, in UTC: the latest day first, within a
        day that with the most origins, then reports.
        """
        with self._reading() as connection:
            return listing.find_listed(connection, since, until, limit, offset)

    def count_stories(self, since: str | None = None, until: str | None = None) -> int:
        """How many living stories have a report since one moment and before another, in UTC."""
        with self._reading() as connection:
            return listing.count_listed(connection, since, until)

    def listed_story(self, id: str) -> ListedStory:
        """The story of that id, or the one it became, as lists show it. Raises NoSuchStory."""
        with self._reading() as connection:
            return listing.find_listed_story(connection, id)

    def find_findings(
        self,
        words: str,
        kind: FindingKind | None = None,
        limit: int = 20,
        offset: int = 0,
        within: Within = ANYWHERE,
    ) -> tuple[Finding, ...]:
        """The claims and quotations that have all the words, in one wording with who says it, newest first; asked as
        `search` is. Raises BadOption where there is no word.
        """
        with self._reading() as connection:
            return finding.find_findings(connection, words, kind, limit, offset, within)

    def count_findings(self, words: str, kind: FindingKind | None = None, within: Within = ANYWHERE) -> int:
        """How many claims and quotations have all the words, asked as `find_findings` is. Raises BadOption."""
        with self._reading() as connection:
            return finding.count_findings(connection, words, kind, within)

    def quoted(self, speaker: str, limit: int = 50, offset: int = 0) -> tuple[Finding, ...]:
        """All that is quoted under a name, in every story, newest first. Raises NoSuchSpeaker."""
        with self._reading() as connection:
            speakers.find_speaker(connection, speaker)
            return finding.find_quoted(connection, speaker, limit, offset)

    def speaker(self, key: str) -> Speaker:
        """The speaker of that key. Raises NoSuchSpeaker."""
        with self._reading() as connection:
            return speakers.find_speaker(connection, key)

    def speakers(self, words: str | None = None, limit: int = 50, offset: int = 0) -> tuple[Speaker, ...]:
        """Who is quoted by name, the most quoted first; those whose name has all the words, or words that begin so."""
        with self._reading() as connection:
            return speakers.find_speakers(connection, words, limit, offset)

    def count_speakers(self, words: str | None = None) -> int:
        """How many are quoted by name, or have such a name. Raises BadOption where there is no letter to look for."""
        with self._reading() as connection:
            return speakers.count_named(connection, words)

    def source_health(self) -> tuple[SourceHealth, ...]:
        """How each source fares, those that fail first; a page that a list led to counts with that list."""
        with self._reading() as connection:
            return health.find_health(connection)

    def waiting_stories(self, limit: int = 50) -> tuple[str, ...]:
        """The stories of which no comparison is of the present versions and corrections: those of several articles
        first, the latest first. Those of which it failed wait until they change.
        """
        with self._reading() as connection:
            return revisions.find_waiting(connection, limit)

    def count_waiting(self) -> int:
        """How many stories wait to be compared."""
        with self._reading() as connection:
            return revisions.count_waiting(connection)

    def shelve_comparison(self, story: str, digest: str) -> None:
        """The story is shown as the comparison kept under this digest has it; costs little where it is."""
        with self._reading() as connection:
            if shelving.is_shelved(connection, story, digest):
                return
        with self._writing() as connection:
            shelving.shelve_kept(connection, story, digest)

    def fail_comparison(self, story: str, digest: str, reason: str) -> None:
        """The story as it stood under this digest cannot be compared; it is not tried again until it changes."""
        with self._writing() as connection:
            if comparisons.digest_of(connection, story) == digest:
                revisions.put_compared(connection, story, revisions.find_revision(connection, story), reason)

    def mark(self, story: str | None = None) -> str:
        """Changes with everything that lists and pages show and is written to the store, by any process; not with what
        is known of sources. Of a story, with all that its page shows but its place in lists, and what became of it
        where it has no articles any more. Any two such states have different marks.
        """
        with self._reading() as connection:
            if story is None:
                return revisions.find_mark(connection)
            return revisions.find_story_mark(connection, story)
