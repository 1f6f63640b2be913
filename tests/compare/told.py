"""What is told of as parting short reports: what tests of differences begin with."""

from rashomon.model.article import Article
from rashomon.model.comparison import Difference
from rashomon.pipeline import compare_articles


def compare(*texts: str, published: tuple[str | None, ...] = ("2024-03-13",) * 3) -> list[Difference]:
    """The differences of up to three reports, each of the day at its place in `published`."""
    articles = [Article(f"a{n}", text, published=published[n]) for n, text in enumerate(texts)]
    return list(compare_articles(articles).differences)


def values(found: list[Difference], kind: str, relation: str) -> list[set[str]]:
    """The values of each difference of one kind and relation."""
    return [{v.value for v in d.values} for d in found if (d.kind, d.relation) == (kind, relation)]
