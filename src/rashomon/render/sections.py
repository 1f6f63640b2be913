"""The sections of the outline, in the order in which a reader wants them: first where the reports part."""

from collections.abc import Iterable
from dataclasses import replace

from rashomon.model.comparison import Claim, ClaimEvidence, Difference, Name, Utterance, Value
from rashomon.render.collation import join_runs, mark_rare
from rashomon.render.dates import show_date
from rashomon.render.edition import (
    RELATIONS,
    Edition,
    count,
    count_relations,
    find_words,
    group_same_words,
    sureness,
)
from rashomon.render.nested import in_nests, tell_shared
from rashomon.render.news import make_news_section
from rashomon.render.outline import Entry, Group, Quoted, Section, behind, quote, set_off
from rashomon.render.page.marks import tell_corrected
from rashomon.render.reuse import longest_runs
from rashomon.render.wordings import find_wordings

COPIES = "Who copied whom"  # told whole under any filter


def make_sections(edition: Edition) -> tuple[Section, ...]:
    """All sections, none left away for being empty; first what is new, where that was asked for."""
    news = edition.comparison.new_since
    sections = (
        *((make_news_section(edition, news),) if news else ()),
        _parting(edition),
        _shared(edition),
        _said(edition),
        _single(edition),
        _names(edition),
        _timeline(edition),
        _copies(edition),
        _left_out(edition),
        _unresolved(edition),
        *((_corrected(edition),) if edition.comparison.corrected else ()),
    )
    if edition.comparison.narrowed is None:
        return sections
    return tuple(one if one.title == COPIES else replace(one, empty="None under this filter.") for one in sections)


def in_rank(differences: Iterable[Difference]) -> list[Difference]:
    """Conflicts first, then disputes, updates, precision and wording; within one relation as they came."""
    return sorted(differences, key=lambda difference: RELATIONS.index(difference.relation))


def by_origins(claims: Iterable[Claim]) -> list[Claim]:
    """The claims with the most independent origins first, then as they came."""
    return sorted(claims, key=lambda claim: -claim.origins)


def _parting(edition: Edition) -> Section:
    differences = edition.comparison.differences
    entries = tuple(_difference(edition, difference) for difference in in_rank(differences))
    return Section(
        "Where they part", count_relations(differences), entries, "No place was found where the reports part."
    )


def _difference(edition: Edition, difference: Difference) -> Entry:
    note = ", ".join(filter(None, (difference.relation, difference.kind, sureness(difference.confidence))))
    groups = tuple(_value(edition, value) for value in difference.values)
    return Entry(difference.id, difference.about, note, difference.relation, groups, difference.reason)


def _value(edition: Edition, value: Value) -> Group:
    quoted = [
        quote(same, set_off(same[0], find_words(value.value, same[0]))) for same in group_same_words(value.evidence)
    ]
    head = f"{value.value} (said by {value.speaker})" if value.speaker else value.value
    return Group(head, behind(edition, (one.article for one in value.evidence)), tuple(quoted))


def _shared(edition: Edition) -> Section:
    claims, _ = in_nests(by_origins(edition.comparison.claims))
    return Section(
        "What they share",
        tell_shared(claims),
        tuple(_claim(edition, claim) for claim in claims),
        "No claim was found in two origins or more.",
    )


def _claim(edition: Edition, claim: Claim) -> Entry:
    relation = {"differ": "conflict", "disputed": "dispute", "updated": "update"}.get(claim.relation, "")
    foot = told_of(edition, claim)
    groups = Group("", "", tuple(_stated(same) for same in group_same_words(claim.evidence)))
    note = behind(edition, (one.article for one in claim.evidence)) + (f", {claim.relation}" if relation else "")
    return Entry(claim.id, f"“{' '.join(claim.wording.text.split())}”", note, relation, (groups,), foot)


def _stated(same: list[ClaimEvidence]) -> Quoted:
    return quote(same, label=said_by(same[0]))


def said_by(evidence: ClaimEvidence) -> str:
    """Whom the words credit, and whether they hedge; empty for the outlet's own voice."""
    credit = evidence.attribution
    if credit is None:
        return ""
    return ", ".join(filter(None, (credit.speaker or "", credit.medium or "", "hedged" if credit.hedged else "")))


def _parts_at(claim: Claim) -> str:
    return f"parts at {', '.join(claim.differences)}" if claim.differences else ""


def told_of(edition: Edition, claim: Claim) -> str:
    """Where it parts, which wider claim holds it, and who lacks it."""
    return "; ".join(filter(None, (_parts_at(claim), _narrower(claim), _not_found(edition, claim))))


def _narrower(claim: Claim) -> str:
    """Which wider claim holds it; empty for most."""
    return f"narrower than {claim.within}" if claim.within else ""


def _not_found(edition: Edition, claim: Claim) -> str:
    silent = edition.in_order(claim.not_found_in)
    return f"not found in {', '.join(silent)}" if silent else ""


def _said(edition: Edition) -> Section:
    utterances = sorted(edition.comparison.quotations, key=lambda one: one.wording not in ("altered", "cut"))
    altered = sum(one.wording == "altered" for one in utterances)
    note = count(len(utterances), "quotation") + (f", {altered} worded differently" if altered else "")
    return Section(
        "Who said what", note, tuple(_utterance(edition, one) for one in utterances), "No quotation was found."
    )


def speaker_name(utterance: Utterance) -> str:
    """The name of who said it, else the source's own description, else that we do not know."""
    return utterance.speaker.name or utterance.speaker.description or "speaker not found"


def _utterance(edition: Edition, utterance: Utterance) -> Entry:
    told = {"altered": "worded differently", "cut": "cut", "same": "same words", "single": ""}[utterance.wording]
    wordings = find_wordings(one for one in utterance.variants if one.form != "indirect")
    whole = [wording for wording in wordings if wording.whole]
    rare = mark_rare([wording.text for wording in whole])
    quoted = [quote(one.variants, join_runs(words)) for one, words in zip(whole, rare, strict=True)]
    quoted += [quote(one.variants, ((one.text, False),), "in part") for one in wordings if not one.whole]
    spoken = group_same_words(one for one in utterance.variants if one.form == "indirect")
    quoted += [quote(same, label="in reported speech") for same in spoken]
    note = ", ".join(filter(None, (behind(edition, (one.article for one in utterance.variants)), told)))
    return Entry(utterance.id, speaker_name(utterance), note, "", (Group("", "", tuple(quoted)),))


def _single(edition: Edition) -> Section:
    _, claims = in_nests(edition.comparison.claims)
    claims.sort(key=lambda claim: min((edition.place.get(one.article, 0) for one in claim.evidence), default=0))
    entries = tuple(_alone(edition, claim) for claim in claims)
    return Section("Only in one", count(len(claims), "claim") + " that one origin alone reports", entries, "None.", 8)


def _alone(edition: Edition, claim: Claim) -> Entry:
    """A claim of one origin: who else lacks it goes without saying, and where it has one wording that is said once."""
    reports = {one.article for one in claim.evidence}
    note = count(len(reports), "report") if len(reports) > 1 else ""
    foot = "; ".join(filter(None, (_parts_at(claim), _narrower(claim))))
    return Entry(claim.id, "", note, "", _claim(edition, claim).groups, foot)


def _names(edition: Edition) -> Section:
    names = edition.comparison.names
    entries = tuple(_name(name) for name in sorted(names, key=lambda name: len(name.variants) < 2))
    return Section("Names and spellings", count(len(names), "name"), entries, "No name was found.")


def _name(name: Name) -> Entry:
    forms = tuple(
        Quoted(((form.text, False),), form.evidence, f"{len(form.evidence)} ×")
        for form in name.variants
        if form.evidence
    )
    return Entry(
        name.id, name.canonical, ", ".join(filter(None, (name.kind, name.role or ""))), "", (Group("", "", forms),)
    )


def _timeline(edition: Edition) -> Section:
    entries = []
    for number, happening in zip(edition.numbers("timeline"), edition.comparison.timeline, strict=True):
        quoted = tuple(quote(same) for same in group_same_words(happening.evidence))
        note = behind(edition, (one.article for one in happening.evidence))
        entries.append(Entry(f"t-{number}", show_date(happening.date), note, "", (Group("", "", quoted),)))
    return Section("Timeline", count(len(entries), "date"), tuple(entries), "No calendar date was found.")


def _copies(edition: Edition) -> Section:
    entries = []
    for number, origin in enumerate(edition.origins):
        if len(origin.articles) > 1:
            foot = f"original: {origin.original}" if origin.original else "original not among the reports"
            note = ", ".join((count(len(origin.articles), "report"), *origin.articles))
            entries.append(
                Entry(
                    origin.id or f"o-{number + 1}",
                    edition.origin_name(number),
                    note,
                    "",
                    (),
                    f"{foot}; {origin.reason}",
                )
            )
    for run in longest_runs(edition, across_only=True)[:12]:
        title = f"{run.passage.a.article} and {run.passage.b.article}"
        shared = Quoted(((run.passage.a.text, False),), (run.passage.a, run.passage.b))
        note = f"{count(run.words, 'word')} in one run" + (", inside quotation marks" if run.passage.quoted else "")
        entries.append(Entry("", title, note, "", (Group("", "", (shared,)),)))
    note = f"{count(len(edition.witnesses), 'report')}, {count(len(edition.origins), 'origin')}"
    return Section(COPIES, note, tuple(entries), "No report carries another’s text.")


def _left_out(edition: Edition) -> Section:
    entries = [Entry("", one.article, "", "", (), f"apart: {one.reason}") for one in edition.comparison.apart]
    for number, gone in zip(edition.numbers("left_out"), edition.comparison.left_out, strict=True):
        entries.append(Entry(f"x-{number}", gone.reason, "", "", (Group("", "", (quote((gone,)),)),)))
    return Section("Left out", count(len(entries), "stretch", "stretches"), tuple(entries), "Nothing was left out.", 6)


def _unresolved(edition: Edition) -> Section:
    entries = []
    for number, one in zip(edition.numbers("unresolved"), edition.comparison.unresolved, strict=True):
        quoted = tuple(quote(same) for same in group_same_words(one.evidence))
        entries.append(Entry(f"y-{number}", one.what, "", "", (Group("", "", quoted),), one.reason))
    return Section("Unresolved", count(len(entries), "thing"), tuple(entries), "Nothing was left unresolved.", 6)


def _corrected(edition: Edition) -> Section:
    entries = []
    for number, one in enumerate(edition.comparison.corrected, 1):
        quoted = tuple(quote(same) for same in group_same_words(one.places))
        done = "" if one.carried_out else "not carried out"
        entries.append(Entry(f"k-{number}", tell_corrected(one), done, "", (Group("", "", quoted),), one.reason))
    return Section("Corrected by readers", count(len(entries), "correction"), tuple(entries), "Nothing was corrected.")
