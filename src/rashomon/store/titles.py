"""What reports and stories without a headline are called: as the last comparison has it, else by first words."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, delete, func, select

from rashomon.model.comparison import Claim, Comparison, Witness
from rashomon.model.kept import Title
from rashomon.store.reading import LATEST
from rashomon.store.rows import in_portions, put
from rashomon.store.tables import articles, figures, key_of, titles, versions
from rashomon.text.telling import LONGEST, find_telling

_READ = 4 * LONGEST  # characters of a text that are looked at for its first words


def title_by_words(article: str, words: str) -> Title | None:
    """The first of these words as a title; None where there are none."""
    told = " ".join(words.split())
    if len(told) > LONGEST:
        told = told[:LONGEST].rpartition(" ")[0] or told[:LONGEST]
        told += " …"
    return Title(told, "words", article) if told else None


def put_titles(connection: Connection, comparison: Comparison) -> None:
    """The reports of the comparison that came without a headline are called as it has them."""
    bare = _without_headline(connection, comparison.articles)
    first = _first_claims(comparison.claims)
    rows = []
    for witness in (one for one in comparison.articles if one.id in bare):
        claim = first.get(witness.id)
        title = _found(witness) or title_by_words(witness.id, claim or witness.text)
        if title is not None:
            rows.append({"article": bare[witness.id], "kind": title.kind, "words": title.words})
    put(connection, titles, rows)


def title_of(connection: Connection, comparison: Comparison) -> Title | None:
    """What the story's page is headed by: the first headline, else words that tell what it is about."""
    headline = comparison.story.headline
    if headline and headline.text.strip():
        witness = next((one for one in comparison.articles if one.id == headline.article), None)
        found = witness is not None and witness.id in _without_headline(connection, [witness])
        return Title(" ".join(headline.text.split()), "found" if found else "headline", headline.article)
    told = find_telling(comparison)
    return title_by_words(told.article, told.text) if told else None


def clear_titles(connection: Connection, numbers: Sequence[int]) -> None:
    """What these articles are called is not known any more: their words have changed."""
    for some in in_portions(numbers):
        connection.execute(delete(titles).where(titles.c.article.in_(some)))


def titles_of_stories(connection: Connection, leads: Mapping[str, int]) -> dict[str, Title]:
    """What stories are called whose first report, given by its number, has no headline."""
    found: dict[str, Title] = {}
    named = select(figures.c.story, figures.c.title, figures.c.titled, figures.c.titled_by)
    for some in in_portions(list(leads)):
        for row in connection.execute(named.where(figures.c.story.in_(some), figures.c.title.is_not(None))):
            found[row.story] = Title(row.title, row.titled, row.titled_by)
    opening = func.substr(versions.c.text, 1, _READ).label("opening")
    begun = select(articles.c.number, articles.c.id, opening).join(versions, LATEST)
    for numbers in in_portions([number for story, number in leads.items() if story not in found]):
        begins = {row.number: row for row in connection.execute(begun.where(articles.c.number.in_(numbers)))}
        for story, number in leads.items():
            if number in begins and (title := title_by_words(begins[number].id, begins[number].opening)):
                found.setdefault(story, title)
    return found


def _found(witness: Witness) -> Title | None:
    words = " ".join((witness.headline or "").split())
    return Title(words, "found", witness.id) if words else None


def _first_claims(claims: Sequence[Claim]) -> dict[str, str]:
    """The words of the first statement of each report."""
    first: dict[str, tuple[int, str]] = {}
    for place in (place for claim in claims for place in claim.evidence):
        if place.article not in first or place.start < first[place.article][0]:
            first[place.article] = place.start, place.text
    return {article: words for article, (_, words) in first.items()}


def _without_headline(connection: Connection, witnesses: Sequence[Witness]) -> dict[str, int]:
    """The numbers of those of the articles that came without one, by id."""
    asked = {key_of(one.id): one.id for one in witnesses}
    wanted = select(articles.c.key, articles.c.number).where(func.coalesce(articles.c.headline, "") == "")
    return {
        asked[bytes(row.key)]: row.number
        for some in in_portions(list(asked))
        for row in connection.execute(wanted.where(articles.c.key.in_(some)))
    }
