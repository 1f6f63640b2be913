"""For a repository, an issue or a note: the outline as Markdown that no report's words can break out of."""

import re
from collections.abc import Iterator

from rashomon.model.comparison import Comparison
from rashomon.model.news import FormerEvidence
from rashomon.render.citations import cite_report, link_to_words
from rashomon.render.dates import show_date, show_period
from rashomon.render.edition import SIGNS, AnyEvidence, Edition, count, make_edition
from rashomon.render.fragments import point_to
from rashomon.render.outline import Entry, Group, Quoted, Runs, Section
from rashomon.render.page.places import safe_id
from rashomon.render.plain import safe
from rashomon.render.sections import make_sections
from rashomon.render.views import tell_narrowed

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&$@])")
_ENDS_ADDRESS = re.compile(r"[()<>\\`]")
_BLOCK = re.compile(r"^(\d{0,9})([-+=.)])")  # what at the start of a line would open a list or a heading


def render_markdown(comparison: Comparison) -> str:
    """The comparison as CommonMark, nothing cut short; quoted words stand in blockquotes, each cited.

    A citation is the number of a report among the references at the end, and a link to the place.
    """
    edition = make_edition(comparison)
    lines = [*_head(edition)]
    for section in make_sections(edition):
        lines += ["", *_section(edition, section)]
    if edition.witnesses:
        lines += ["", "## References", "", *_references(edition)]
    return "\n".join(lines) + "\n"


def escape(text: str) -> str:
    """Words in one line, every character that Markdown or HTML would act on made literal."""
    return _BLOCK.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", safe(text)))


def _head(edition: Edition) -> Iterator[str]:
    comparison = edition.comparison
    headline = comparison.story.headline
    yield f"# {escape(headline.text) if headline else 'A comparison of ' + count(len(edition.witnesses), 'report')}"
    yield ""
    facts = (
        count(len(edition.witnesses), "report"),
        count(len(edition.origins), "independent origin"),
        count(len(comparison.claims), "claim"),
        count(len(comparison.differences), "difference"),
        show_period(comparison.story.first_published, comparison.story.last_published) or "publication date not known",
    )
    yield " · ".join(facts)
    yield ""
    for number, origin in enumerate(edition.origins, 1):
        yield f"{number}. {'; '.join(_report(edition, article) for article in origin.articles)}" + (
            f" ({escape(origin.agency)})" if origin.agency else ""
        )
    if comparison.narrowed:
        yield ""
        yield f"**{escape(tell_narrowed(comparison.narrowed))}**"


def _report(edition: Edition, article: str) -> str:
    witness = edition.witnesses[edition.place[article]]
    known = (witness.outlet or "", witness.headline or "", show_date(witness.published or ""))
    return f"**{escape(article)}**" + "".join(f", {escape(one)}" for one in known if one)


def _section(edition: Edition, section: Section) -> Iterator[str]:
    yield f"## {section.title}"
    yield ""
    if not section.entries:
        yield section.empty
        return
    yield f"*{escape(section.note)}*" if section.note else ""
    for entry in section.entries:
        yield ""
        yield from _entry(edition, entry)


def _entry(edition: Edition, entry: Entry) -> Iterator[str]:
    parts = (SIGNS.get(entry.relation, ""), f"`{safe(entry.label)}`" if entry.label else "", escape(entry.title))
    head = " ".join(part for part in parts if part)
    yield f"### {head}" if head else "###"
    if entry.note or entry.foot:
        yield ""
        yield "; ".join(escape(one) for one in (entry.note, entry.foot) if one)
    for group in entry.groups:
        yield from _group(edition, group)


def _group(edition: Edition, group: Group) -> Iterator[str]:
    if group.head:
        yield ""
        yield f"**{escape(group.head)}**" + (f" ({escape(group.note)})" if group.note else "")
    for quoted in group.quoted:
        yield ""
        yield f"> {_quoted(edition, quoted)}"


def _quoted(edition: Edition, quoted: Quoted) -> str:
    label = f"*{escape(quoted.label)}:* " if quoted.label else ""
    return f"{label}{_runs(quoted.runs)} {' '.join(_address(edition, one) for one in quoted.places)}"


def _runs(runs: Runs) -> str:
    """The words with those set off in bold; the marks stand inside the spaces, as Markdown asks."""
    shown = ""
    for text, set_off in runs:
        words = escape(text)
        space_before = " " if text[:1].isspace() and shown else ""
        space_after = " " if text[-1:].isspace() else ""
        shown += f"{space_before}{f'**{words}**' if set_off and words else words}{space_after}"
    return shown.strip()


def _address(edition: Edition, one: AnyEvidence) -> str:
    """The number of the report among the references, and the place, as a link to the words in the live page.

    Where the report has no address, the link is the place's on the page of the same comparison.
    """
    name = escape(edition.label(one.article))
    if isinstance(one, FormerEvidence):  # its text stands on no page
        return f"({name}, former text {one.start}–{one.end})"
    here = f"#{safe_id(one.article)}.{one.start}-{one.end}"
    if one.article not in edition.place:
        return f"[{name} {one.start}–{one.end}]({here})"
    number = edition.place[one.article]
    link = _destination(link_to_words(edition.witnesses[number], one)) or here
    return f"\\[{number + 1}\\] [{name} {one.start}–{one.end}]({link})"


def _destination(address: str) -> str:
    """An address with the signs percent-encoded that would end it in Markdown, or be taken for markup."""
    return _ENDS_ADDRESS.sub(lambda sign: f"%{ord(sign.group()):02X}", address)


def _references(edition: Edition) -> Iterator[str]:
    """Every report in full, under the numbers that the lines give."""
    for number, witness in enumerate(edition.witnesses, 1):
        address = point_to(witness.url, "", 0, 0)
        known = (escape(cite_report(witness)), f"<{_destination(address)}>" if address else "")
        yield f"{number}. **{escape(edition.label(witness.id))}**: {', '.join(filter(None, known))}"
