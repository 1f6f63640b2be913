"""Citations: whose words a line shows, and where anybody finds them. What is not known is left out, never guessed."""

from typing import Any

from rashomon.model.comparison import Witness
from rashomon.model.news import FormerText
from rashomon.model.span import Span
from rashomon.render.dates import show_date, show_moment
from rashomon.render.edition import AnyEvidence
from rashomon.render.fragments import point_to
from rashomon.text.selecting import select


def cite(witness: Witness, evidence: AnyEvidence) -> str:
    """The citation of one line: outlet, byline, headline, date, report, place in characters, and a link to the words.

    "The Gull, Ada Moor, “Ferry aground”, 4 March 2025, report gull, characters 49–72, https://…#:~:text=…"
    """
    known = (
        *_whose(witness),
        show_date(witness.published or ""),
        f"report {witness.id}" if witness.id != witness.url else "",
        f"characters {evidence.start}–{evidence.end}",
        link_to_words(witness, evidence),
    )
    return ", ".join(filter(None, (" ".join(part.split()) for part in known)))


def cite_report(witness: Witness) -> str:
    """The full citation of a report but its address: whose it is, when it was published and changed, its credits."""
    known = (
        *_whose(witness),
        show_moment(witness.published or ""),
        f"changed {show_moment(witness.modified)}" if witness.modified else "",
        f"credited to {' and '.join(witness.credits)}" if witness.credits else "",
        f"report {witness.id}" if witness.id != witness.url else "",
    )
    return ", ".join(filter(None, (" ".join(part.split()) for part in known)))


def _whose(witness: Witness) -> tuple[str, str, str]:
    headline = " ".join((witness.headline or "").split())
    return witness.outlet or "", witness.byline or "", f"“{headline}”" if headline else ""


def link_to_words(witness: Witness, evidence: AnyEvidence) -> str:
    """The address at which a browser finds the words in the live page; empty where the report has no web address."""
    return point_to(witness.url, witness.text, evidence.start, evidence.end)


def target_of(witness: Witness, evidence: AnyEvidence) -> dict[str, Any]:
    """The place for programs: a W3C Web Annotation target, by its position in the text as read and by its words.

    Positions are counted in Unicode code points, half-open. `source` is the report's address, or else its id.
    """
    found = select(witness.id, witness.text, Span(evidence.start, evidence.end))
    quoted = {"type": "TextQuoteSelector", "exact": found.exact, "prefix": found.prefix, "suffix": found.suffix}
    return {
        "type": "SpecificResource",
        "source": witness.url or witness.id,
        "selector": [{"type": "TextPositionSelector", "start": found.start, "end": found.end}, quoted],
    }


def as_witness(former: FormerText) -> Witness:
    """A former text as the report it was, to be cited. It has no address: the page there is another by now."""
    return Witness(
        id=former.id,
        outlet=former.outlet,
        url=None,
        headline=former.headline,
        byline=None,
        dateline=None,
        published=former.published,
        modified=former.modified,
        language=None,
        credits=(),
        text=former.text,
    )
