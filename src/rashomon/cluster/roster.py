"""Which article is in which story: articles are rows, stories numbers, both in the order in which they came."""

from collections.abc import Sequence

from rashomon.cluster.naming import story_id


class Roster:
    """The members of every story."""

    def __init__(self) -> None:
        self.articles: list[str] = []
        self.story: list[int] = []  # of each row
        self.members: list[list[int]] = []  # rows of each story, in order
        self.ids: list[str] = []  # of each story
        self._row: dict[str, int] = {}
        self._number: dict[str, int] = {}

    def row(self, article: str) -> int | None:
        """The row of an article, None where it is not here."""
        return self._row.get(article)

    def number(self, story: str) -> int:
        """The number of a story of this name, which is empty where there was none."""
        number = self._number.get(story)
        if number is None:
            number = self._number[story] = len(self.ids)
            self.ids.append(story)
            self.members.append([])
        return number

    def open_for(self, article: str, split_from: str = "") -> int:
        """The number of a new story, named after an article, and after the story that it was split from."""
        return self.number(story_id(f"{article} {split_from}" if split_from else article, self._number))

    def enter(self, article: str, number: int) -> int:
        """The row of a new article, which is in the story of this number."""
        row = len(self.articles)
        self.articles.append(article)
        self._row[article] = row
        self.story.append(number)
        self.members[number].append(row)
        return row

    def move(self, rows: Sequence[int], number: int) -> None:
        """The rows are in the story of this number, and in no other."""
        for old in sorted({self.story[row] for row in rows}):
            gone = {row for row in rows if self.story[row] == old}
            self.members[old] = [row for row in self.members[old] if row not in gone]
        for row in rows:
            self.story[row] = number
        self.members[number] = sorted({*self.members[number], *rows})

    def drop(self, number: int) -> None:
        """The name of a story is free again if nothing is in it, and its number too if it is the latest."""
        if not self.members[number]:
            self._number.pop(self.ids[number], None)
            if number == len(self.ids) - 1:
                self.members.pop()
                self.ids.pop()

    def standing_for(self, number: int, most: int) -> Sequence[int]:
        """Some rows of a story that stand for all: the first quarter of `most`, and the latest."""
        rows = self.members[number]
        return rows if len(rows) <= most else [*rows[: most // 4], *rows[most // 4 - most :]]
