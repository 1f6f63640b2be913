"""The whole of what is new: one comparison of a story held against an earlier one."""

from bisect import bisect_right
from collections.abc import Iterator

from rashomon.compare.news.claims import find_claim_news
from rashomon.compare.news.differences import find_difference_news
from rashomon.compare.news.standing import Ground, lay_over
from rashomon.model.comparison import Comparison, Witness
from rashomon.model.news import FormerEvidence, FormerText, NewHeadline, NewSince, Revision, RevisionChange
from rashomon.model.span import Evidence, Span
from rashomon.settings import NewsSettings

Furniture = dict[str, list[Span]]  # of each article, in order: what is no part of the report


def find_new_since(before: Comparison, after: Comparison, since: str, settings: NewsSettings) -> NewSince:
    """What reports came, left and changed since the earlier comparison, which claims and differences that made new.

    Both are of one story; `since` is when the earlier one was made. The same two give the same news.
    """
    ground = lay_over(before, after, settings)
    now = {report.id: report for report in after.articles}
    then = {report.id: report for report in before.articles}
    furniture = (_furniture(before), _furniture(after))
    left = tuple(report.id for report in before.articles if report.id not in now)
    return NewSince(
        since=since,
        came=tuple(report.id for report in after.articles if report.id not in then),
        left=left,
        former=tuple(_former(one) for one in before.articles if one.id in left or one.id in ground.changed),
        headlines=tuple(
            NewHeadline(one.id, then[one.id].headline, one.headline)
            for one in after.articles
            if one.id in then and _words(then[one.id].headline) != _words(one.headline)
        ),
        revisions=tuple(
            revision
            for one in after.articles
            if one.id in ground.changed
            for revision in _revisions(then[one.id], one, ground, furniture)
        ),
        claims=tuple(find_claim_news(before, after, ground)),
        differences=tuple(find_difference_news(before, after, ground)),
    )


def _former(one: Witness) -> FormerText:
    return FormerText(one.id, one.outlet, one.headline, one.published, one.modified, one.text)


def _words(headline: str | None) -> str:
    return " ".join((headline or "").split())


def _furniture(comparison: Comparison) -> Furniture:
    found: Furniture = {}
    for one in sorted(comparison.left_out, key=lambda gone: gone.start):
        found.setdefault(one.article, []).append(Span(one.start, one.end))
    return found


def _left_out(span: Span, furniture: list[Span]) -> bool:
    """True where the stretch begins in what is no part of the report."""
    at = bisect_right(furniture, span.start, key=lambda gone: gone.start)
    return at > 0 and span.start < furniture[at - 1].end


def _revisions(
    then: Witness, now: Witness, ground: Ground, furniture: tuple[Furniture, Furniture]
) -> Iterator[Revision]:
    gone_then, gone_now = (one.get(now.id, []) for one in furniture)
    for pair in ground.changed[now.id].pairs:
        before = pair.before if pair.before and not _left_out(pair.before, gone_then) else None
        after = pair.after if pair.after and not _left_out(pair.after, gone_now) else None
        if pair.same or (before, after) == (None, None):
            continue
        change: RevisionChange = "revised" if before and after else "added" if after else "withdrawn"
        yield Revision(
            now.id,
            change,
            _former_evidence(then, before) if before else None,
            _evidence(now, after) if after else None,
        )


def _former_evidence(one: Witness, span: Span) -> FormerEvidence:
    return FormerEvidence(one.id, span.start, span.end, span.of(one.text))


def _evidence(one: Witness, span: Span) -> Evidence:
    return Evidence(one.id, span.start, span.end, span.of(one.text))
