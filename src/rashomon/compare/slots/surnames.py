"""Surnames: one given name in one role with two surnames."""

from collections.abc import Iterator

from rashomon.compare.slots.findings import Finding, Told, signed
from rashomon.compare.slots.names import name_words, numbers_of, spelled_alike
from rashomon.compare.slots.page import Page
from rashomon.compare.slots.titles import Styled
from rashomon.model.comparison import Name
from rashomon.text.tokens import fold


@signed
def find_other_surnames(pages: tuple[Page, ...], names: tuple[Name, ...]) -> Iterator[Finding]:
    """People of one given name and one role who have one surname in some reports and another in others."""
    numbers = numbers_of(names)
    people: dict[str, dict[str, list[Styled]]] = {}
    for page in pages:
        text = page.article.text
        for mention in page.reading.mentions:
            parts = name_words(mention.name.of(text)) if mention.kind in ("person", "other") else ()
            if len(parts) >= 2 and len(parts[0]) > 2:
                role = name_words(mention.role.of(text)) if mention.role else ()
                people.setdefault(parts[0], {}).setdefault(parts[-1], []).append(Styled(page, mention, role))
    for given in sorted(people):
        surnames = sorted(people[given])
        for n, one in enumerate(surnames):
            for two in surnames[n + 1 :]:
                x, y = people[given][one], people[given][two]
                if _in_one_role(x, y) and not spelled_alike(one, two) and not _of_one_name(x, y, numbers):
                    yield _of_surnames(x, y, pages, one, two)


def _of_one_name(one: list[Styled], two: list[Styled], numbers: dict[str, int]) -> bool:
    """True where the two are known for spellings of one name."""
    mine, theirs = ({numbers.get(_name(s)) for s in same} - {None} for same in (one, two))
    return bool(mine & theirs)


def _name(one: Styled) -> str:
    return fold(" ".join(one.mention.name.of(one.page.article.text).split()))


def _in_one_role(one: list[Styled], two: list[Styled]) -> bool:
    """True where no article has both and the roles share a word that says what they do."""
    if {s.page.number for s in one} & {s.page.number for s in two}:
        return False
    mine, theirs = {w for s in one for w in s.role}, {w for s in two for w in s.role}
    return bool({w for w in mine & theirs if len(w) > 3})


def _of_surnames(one: list[Styled], two: list[Styled], pages: tuple[Page, ...], x: str, y: str) -> Finding:
    told = tuple(
        Told(s.page, s.mention.name, key, {"name": " ".join(s.mention.name.of(s.page.article.text).split())})
        for key, same in ((x, one), (y, two))
        for s in same
    )
    role = next((w for s in one for w in reversed(s.role) if any(w in t.role for t in two)), "name")
    names = (
        one[0].mention.name.of(pages[one[0].page.number].article.text),
        two[0].mention.name.of(pages[two[0].page.number].article.text),
    )
    return Finding(
        "name", "conflict", role, told, 0.8, f"“{names[0]}” and “{names[1]}” stand in one role in different reports."
    )
