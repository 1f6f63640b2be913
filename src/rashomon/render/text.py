"""For the terminal: the outline in lines that fit, each quoted line with its address said quietly."""

from collections.abc import Iterable, Iterator

from rashomon.model.comparison import Comparison
from rashomon.model.news import FormerEvidence
from rashomon.render.dates import show_period
from rashomon.render.edition import SIGNS, AnyEvidence, Edition, count, make_edition
from rashomon.render.outline import Entry, Group, Quoted, Section
from rashomon.render.plain import Ink, Word, cells, safe, wrap
from rashomon.render.sections import make_sections
from rashomon.render.views import tell_narrowed

COLOURS = {"conflict": "red", "dispute": "violet", "update": "green"}
MOST_PLACES = 6  # addresses after one quotation, before the rest is counted
NARROWEST = 40  # columns; below it lines are as wide as this


def render_text(comparison: Comparison, *, colour: bool = False, width: int = 100, everything: bool = False) -> str:
    """The comparison in lines of at most `width` columns; `everything` cuts no list short."""
    edition = make_edition(comparison)
    ink = Ink(colour)
    width = max(NARROWEST, width - 1)
    lines = [*_head(edition, ink, width)]
    for section in make_sections(edition):
        lines += ["", *_section(section, ink, width, everything)]
    return "\n".join(lines) + "\n"


def _head(edition: Edition, ink: Ink, width: int) -> Iterator[str]:
    story = edition.comparison.story
    if story.headline:
        place = "" if story.headline.start is None else f" {story.headline.start}-{story.headline.end}"
        address = safe(f"[{story.headline.article}{place}]")
        yield from wrap([*ink.words(story.headline.text, "bold"), Word(address, ("quiet",))], width, ink)
    facts = (
        count(len(edition.witnesses), "report"),
        count(len(edition.origins), "independent origin"),
        count(len(edition.comparison.claims), "claim"),
        count(len(edition.comparison.differences), "difference"),
        _published(edition),
    )
    yield from wrap(ink.words(" · ".join(filter(None, facts))), width, ink)
    reports = " · ".join(_report(edition, number) for number in range(len(edition.origins)))
    yield from wrap(ink.words(reports, "quiet"), width, ink)
    if edition.comparison.narrowed:
        yield from wrap(ink.words(tell_narrowed(edition.comparison.narrowed), "bold"), width, ink)


def _published(edition: Edition) -> str:
    period = show_period(edition.comparison.story.first_published, edition.comparison.story.last_published)
    return f"published {period}" if period else "publication date not known"


def _report(edition: Edition, number: int) -> str:
    """An origin: its reports, after its agency where it has one."""
    origin = edition.origins[number]
    names = ", ".join(_named(edition, article) for article in origin.articles)
    return f"{origin.agency}: {names}" if origin.agency else names


def _named(edition: Edition, article: str) -> str:
    outlet = edition.witnesses[edition.place[article]].outlet
    return f"{article} ({outlet})" if outlet and outlet != article else article


def _section(section: Section, ink: Ink, width: int, everything: bool) -> Iterator[str]:
    title, note = ink.paint(section.title.upper(), "bold"), section.note if section.entries else ""
    room = width - cells(section.title) - cells(note)
    if room >= 2:
        yield f"{title}{' ' * room}{ink.paint(note, 'quiet')}".rstrip()
    else:
        yield title
        yield from wrap(ink.words(note, "quiet"), width, ink)
    yield ink.paint("─" * width, "quiet")
    if not section.entries:
        yield section.empty
    shown = section.entries if everything else section.entries[: section.shown]
    for entry in shown:
        yield from _entry(entry, ink, width)
    if rest := len(section.entries) - len(shown):
        yield ink.paint(f"… and {rest:,} more; --all shows them", "quiet")


def _entry(entry: Entry, ink: Ink, width: int) -> Iterator[str]:
    colour = (COLOURS[entry.relation], "bold") if entry.relation in COLOURS else ("bold",)
    sign = SIGNS.get(entry.relation, "")
    head = [Word(one, colour) for one in filter(None, (sign, entry.label))]
    note = ink.words(f"({entry.note})", "quiet") if entry.note else []
    groups = entry.groups
    if not entry.title and groups and groups[0].quoted:  # the words are their own title
        first, rest = groups[0].quoted[0], Group("", "", groups[0].quoted[1:])
        yield from wrap([*head, *note, *_quoted(first, ink)], width, ink, "", "    ")
        groups = (rest, *groups[1:])
    else:
        yield from wrap([*head, *ink.words(entry.title), *note], width, ink, "", "    ")
    for group in groups:
        yield from _group(group, ink, width)
    if entry.foot:
        yield from wrap(ink.words(entry.foot, "quiet"), width, ink, "    ", "    ")


def _group(group: Group, ink: Ink, width: int) -> Iterator[str]:
    indent = "    "
    if group.head:
        note = ink.words(f"({group.note})", "quiet") if group.note else []
        yield from wrap([Word("▪"), *ink.words(group.head, "bold"), *note], width, ink, "  ", "    ")
        indent = "      "
    for quoted in group.quoted:
        yield from wrap(_quoted(quoted, ink), width, ink, indent, indent + "  ")


def _quoted(quoted: Quoted, ink: Ink) -> list[Word]:
    label = ink.words(f"{quoted.label}:", "quiet") if quoted.label else []
    addresses = (Word(safe(address), ("quiet",)) for address in _addresses(quoted.places))
    return [*label, *ink.runs(quoted.runs), *addresses]


def _addresses(places: Iterable[AnyEvidence]) -> list[str]:
    """An address, "[id start-end]" for each place; after a few, the rest is counted."""
    listed = list(places)
    shown = [f"[{one.article}{_then(one)} {one.start}-{one.end}]" for one in listed[:MOST_PLACES]]
    return shown + ([f"[and {len(listed) - MOST_PLACES:,} more]"] if len(listed) > MOST_PLACES else [])


def _then(one: AnyEvidence) -> str:
    """What tells a place of a former text from one of the present."""
    return " (former text)" if isinstance(one, FormerEvidence) else ""
