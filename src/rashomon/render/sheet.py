"""For a spreadsheet: a row for every piece of evidence, with what it is evidence for and how to cite it."""

from collections.abc import Iterable, Iterator
from typing import Any

from rashomon.model.comparison import Comparison, Witness
from rashomon.model.news import FormerEvidence, NewSince
from rashomon.render.citations import as_witness, cite, cite_report
from rashomon.render.edition import AnyEvidence, Edition, count, make_edition
from rashomon.render.rows import lines_of_csv
from rashomon.render.sections import speaker_name, told_of
from rashomon.render.views import tell_narrowed

COLUMNS = (
    "section", "id", "relation", "kind", "about", "value", "speaker", "form", "confidence", "origins", "outlets",
    "article", "outlet", "published", "url", "start", "end", "words", "reason", "citation",
)  # fmt: skip
FORMER = "former text"  # in place of the form: of words that stand in no report any more
Row = dict[str, Any]


def render_csv(comparison: Comparison) -> str:
    """The comparison as comma-separated values under `COLUMNS`, nothing cut short; what has no evidence has a row too.

    `origins` and `outlets` count what stands behind the claim or value of the row. What a spreadsheet would take for a
    formula has an apostrophe before it.
    """
    return "".join(lines_of_csv(COLUMNS, make_rows(comparison)))


def make_rows(comparison: Comparison) -> Iterator[Row]:
    """The rows, section by section: first what is filtered, then the reports, then where they part, then the rest."""
    edition = make_edition(comparison)
    if comparison.narrowed:
        yield {"section": "filter", "reason": tell_narrowed(comparison.narrowed)}
    yield from _reports(edition)
    for section in (_new, _differences, _claims, _quotations, _names, _dates, _passages, _left_out, _unresolved):
        yield from section(edition)
    yield from _corrections(edition)


def find_places(comparison: Comparison) -> list[tuple[str, int, int]]:
    """Every place that a row has in a report of the comparison, each once, in order of article and place."""
    held = {one.id for one in comparison.articles}
    rows = (row for row in make_rows(comparison) if "start" in row and row.get("form") != FORMER)
    return sorted({(row["article"], row["start"], row["end"]) for row in rows if row["article"] in held})


def _each(edition: Edition, told: Row, places: Iterable[AnyEvidence]) -> Iterator[Row]:
    """A row for each place of what is told; one without a place where it has none."""
    rows = [told | _place(edition, one) for one in places]
    yield from rows or [told]


def _place(edition: Edition, one: AnyEvidence) -> Row:
    """The cells of a piece of evidence."""
    place: Row = {"article": one.article, "start": one.start, "end": one.end, "words": one.text}
    former = isinstance(one, FormerEvidence)
    witness = _former(edition, one.article) if former else _held(edition, one.article)
    if former:
        place["form"] = FORMER
    if witness is not None:
        place |= {"outlet": witness.outlet, "published": witness.published, "url": witness.url}
        place["citation"] = cite(witness, one)
    return place


def _report(edition: Edition, article: str) -> Row:
    """The cells of a whole report."""
    one = _held(edition, article) or _former(edition, article)
    if one is None:
        return {"article": article}
    known: Row = {"article": article, "outlet": one.outlet, "published": one.published, "url": one.url}
    return known | {"citation": ", ".join(filter(None, (cite_report(one), one.url)))}


def _held(edition: Edition, article: str) -> Witness | None:
    return edition.witnesses[edition.place[article]] if article in edition.place else None


def _former(edition: Edition, article: str) -> Witness | None:
    news = edition.comparison.new_since
    return next((as_witness(one) for one in (news.former if news else ()) if one.id == article), None)


def _behind(edition: Edition, evidence: Iterable[AnyEvidence]) -> Row:
    """The cells that count; a report without an outlet counts as one of its own, as it does behind a claim."""
    articles = {one.article for one in evidence}
    held = {article: _held(edition, article) for article in articles}
    outlets = {(one.outlet if one else None) or article for article, one in held.items()}
    return {"origins": len(edition.origins_of(articles)), "outlets": len(outlets)}


def _reports(edition: Edition) -> Iterator[Row]:
    for origin in edition.origins:
        for article in origin.articles:
            headline = edition.witnesses[edition.place[article]].headline
            told: Row = {"section": "report", "id": origin.id, "about": origin.agency, "words": headline}
            told |= {"kind": "original" if article == origin.original else "", "reason": origin.reason}
            yield told | _report(edition, article)
    for one in edition.comparison.apart:
        yield {"section": "apart", "reason": one.reason, **_report(edition, one.article)}


def _differences(edition: Edition) -> Iterator[Row]:
    for one in edition.comparison.differences:
        told: Row = {"section": "difference", "id": one.id, "relation": one.relation, "kind": one.kind}
        told |= {"about": one.about, "confidence": one.confidence, "reason": one.reason}
        for value in one.values:
            given: Row = {"value": value.value, "speaker": value.speaker, **_behind(edition, value.evidence)}
            yield from _each(edition, told | given, value.evidence)


def _claims(edition: Edition) -> Iterator[Row]:
    for one in edition.comparison.claims:
        told: Row = {"section": "claim", "id": one.id, "relation": one.relation, "about": one.wording.text}
        told |= {"origins": one.origins, "outlets": one.outlets, "reason": told_of(edition, one)}
        for place in one.evidence:
            credit = place.attribution
            said: Row = {"speaker": credit.speaker or credit.medium, "kind": credit.kind} if credit else {}
            said["form"] = "hedged" if credit and credit.hedged else ""
            yield told | said | _place(edition, place)
        if not one.evidence:
            yield told


def _quotations(edition: Edition) -> Iterator[Row]:
    for one in edition.comparison.quotations:
        told: Row = {"section": "quotation", "id": one.id, "relation": one.wording, "speaker": speaker_name(one)}
        told |= _behind(edition, one.variants)
        for variant in one.variants:
            yield told | {"form": variant.form} | _place(edition, variant)


def _names(edition: Edition) -> Iterator[Row]:
    for one in edition.comparison.names:
        told: Row = {"section": "name", "id": one.id, "kind": one.kind, "about": one.canonical, "reason": one.role}
        for form in one.variants:
            yield from _each(edition, told | {"value": form.text} | _behind(edition, form.evidence), form.evidence)


def _dates(edition: Edition) -> Iterator[Row]:
    for number, one in zip(edition.numbers("timeline"), edition.comparison.timeline, strict=True):
        told: Row = {"section": "date", "id": f"t-{number}", "value": one.date, **_behind(edition, one.evidence)}
        yield from _each(edition, told, one.evidence)


def _passages(edition: Edition) -> Iterator[Row]:
    for one in edition.comparison.passages:
        for here, there in ((one.a, one.b), (one.b, one.a)):
            told: Row = {"section": "passage", "about": f"shared with {there.article} {there.start}–{there.end}"}
            yield told | {"form": "quoted" if one.quoted else ""} | _place(edition, here)


def _left_out(edition: Edition) -> Iterator[Row]:
    for number, one in zip(edition.numbers("left_out"), edition.comparison.left_out, strict=True):
        yield {"section": "left out", "id": f"x-{number}", "reason": one.reason, **_place(edition, one)}


def _unresolved(edition: Edition) -> Iterator[Row]:
    for number, one in zip(edition.numbers("unresolved"), edition.comparison.unresolved, strict=True):
        told: Row = {"section": "unresolved", "id": f"y-{number}", "about": one.what, "reason": one.reason}
        yield from _each(edition, told, one.evidence)


def _corrections(edition: Edition) -> Iterator[Row]:
    for one in edition.comparison.corrected:
        done = "carried out" if one.carried_out else "not carried out"
        told: Row = {"section": "correction", "kind": one.kind, "relation": done, "about": f"by {one.by}, {one.when}"}
        yield from _each(edition, told | {"reason": one.reason}, one.places)


def _new(edition: Edition) -> Iterator[Row]:
    news = edition.comparison.new_since
    if news is not None:
        since: Row = {"section": "new", "about": f"since {news.since}"}
        yield from (since | row for row in (*_new_reports(edition, news), *_new_items(edition, news)))


def _new_reports(edition: Edition, news: NewSince) -> Iterator[Row]:
    """What is new of the reports; `relation` is what changed."""
    yield from ({"relation": "report came", **_report(edition, one)} for one in news.came)
    yield from ({"relation": "report left", **_report(edition, one)} for one in news.left)
    for one in news.headlines:
        then: Row = {"words": one.after, "reason": f"then: {one.before or 'none'}"}
        yield {"relation": "headline revised", **then, **_report(edition, one.article)}
    for revision in news.revisions:
        places: tuple[AnyEvidence | None, ...] = (revision.before, revision.after)
        yield from _each(edition, {"relation": f"sentence {revision.change}"}, filter(None, places))


def _new_items(edition: Edition, news: NewSince) -> Iterator[Row]:
    """What is new of claims and differences; `relation` is what changed."""
    for claim in news.claims:
        told: Row = {"relation": f"claim {claim.change}", "id": claim.claim, "origins": claim.origins}
        told["reason"] = f"{count(claim.origins_before, 'origin')} then"
        yield from _each(edition, told, (*claim.evidence, *claim.former))
    for one in news.differences:
        told = {"relation": f"difference {one.change}", "id": one.difference, "value": one.about, "reason": one.reason}
        yield from _each(edition, told, one.evidence)
        for value in one.former:
            yield from _each(edition, told | {"value": value.value}, value.evidence)
