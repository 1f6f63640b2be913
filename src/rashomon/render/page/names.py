"""Names and spellings: how each report writes a name, and how often."""

from dataclasses import dataclass

from rapidfuzz.distance import JaroWinkler

from rashomon.model.comparison import Name, Spelling
from rashomon.render.edition import Edition
from rashomon.render.page.columns import Columns, make_columns
from rashomon.render.page.places import Links
from rashomon.text.tokens import fold

WIDEST = 14  # columns
LIKE = 0.8  # Jaro-Winkler similarity from which two words are spellings of one: "Zelenskyy", "Zelensky"
_SMALL = frozenset("the of and for in at on de la le al el mr mrs ms dr sir".split())


@dataclass(frozen=True, slots=True)
class FormCell:
    """How often a column uses a form, and where first."""

    times: int
    href: str


@dataclass(frozen=True, slots=True)
class Form:
    """A name as written."""

    text: str
    told: str  # "another spelling", "another name"; empty for a shorter or longer form
    cells: tuple[FormCell, ...]
    times: int
    href: str
    reports: int


@dataclass(frozen=True, slots=True)
class NameRow:
    """One name in all its forms."""

    id: str
    canonical: str
    kind: str
    role: str
    forms: tuple[Form, ...]

    @property
    def differs(self) -> bool:
        """True where it is spelt or named in another way somewhere."""
        return any(form.told for form in self.forms)


@dataclass(frozen=True, slots=True)
class Names:
    """The section: names that differ, then those in short and long forms only."""

    columns: Columns
    differing: tuple[NameRow, ...]
    others: tuple[NameRow, ...]


def make_names(edition: Edition, links: Links, numbers: dict[str, str]) -> Names:
    """All names, counted by report, or by origin where there are many reports."""
    columns = make_columns(edition, WIDEST)
    rows = [_row(links, columns, numbers, name) for name in edition.comparison.names]
    return Names(columns, tuple(row for row in rows if row.differs), tuple(row for row in rows if not row.differs))


def _row(links: Links, columns: Columns, numbers: dict[str, str], name: Name) -> NameRow:
    forms = tuple(_form(links, columns, name, form) for form in name.variants if form.evidence)
    return NameRow(numbers[name.id], name.canonical, name.kind, name.role or "", forms)


def _form(links: Links, columns: Columns, name: Name, form: Spelling) -> Form:
    cells = []
    for column in columns.columns:
        held = [one for one in form.evidence if one.article in column.articles]
        cells.append(FormCell(len(held), links.to(held[0]) if held else ""))
    reports = len({one.article for one in form.evidence})
    told = tell_form(form.text, name.canonical)
    return Form(form.text, told, tuple(cells), len(form.evidence), links.to(form.evidence[0]), reports)


def tell_form(form: str, canonical: str) -> str:
    """Whether a form is another spelling of the name or another name; empty where it is a part of it or holds it."""
    ours, theirs = _words(form), _words(canonical)
    strange = [word for word in ours if word not in theirs]
    if any(_like(word, other) for word in strange for other in theirs if other not in ours):
        return "another spelling"
    if len(strange) < len(ours) or not ours or not theirs:
        return ""
    initials = "".join(word[0] for word in theirs)
    return "initials" if "".join(ours) == initials else "another name"


def _words(text: str) -> list[str]:
    return [
        word
        for word in (fold(part.strip(".,'\"’")) for part in text.replace("-", " ").split())
        if word and word not in _SMALL
    ]


def _like(one: str, other: str) -> bool:
    longest = max(len(one), len(other))
    return longest > 3 and JaroWinkler.normalized_similarity(one, other) >= LIKE
