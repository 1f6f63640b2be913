"""What is new since an earlier comparison, as a section of the outline."""

from collections.abc import Iterator

from rashomon.model.news import ClaimNews, DifferenceNews, NewHeadline, NewSince, Revision
from rashomon.render.dates import show_moment
from rashomon.render.edition import Edition, count, group_same_words
from rashomon.render.outline import Entry, Group, Quoted, Section, quote

TOLD = {  # of claims
    "added": "not reported then",
    "gained": "more origins",
    "revised": "revised",
    "lost": "fewer origins",
    "withdrawn": "in no report any more",
}


def make_news_section(edition: Edition, news: NewSince) -> Section:
    """Reports that came and left, what changed reports revised, then claims and differences."""
    entries = (
        *_reports("Reports that came", news.came),
        *_reports("Reports that left the story", news.left),
        *(_headline(one) for one in news.headlines),
        *(_revision(one) for one in news.revisions),
        *(_difference(one) for one in news.differences),
        *(_claim(one) for one in news.claims),
    )
    title = f"New since {show_moment(news.since)}"
    return Section(title, told_in_short(news), entries, "Nothing is new.", 40)


def told_in_short(news: NewSince) -> str:
    """How many of each: "2 reports · 3 sentences of changed reports · 5 claims · 1 difference"."""
    counted = (
        (len(news.came), "report"),
        (len(news.revisions) + len(news.headlines), "change"),
        (len(news.claims), "claim"),
        (len(news.differences), "difference"),
    )
    return " · ".join(count(number, one) for number, one in counted if number)


def _reports(title: str, articles: tuple[str, ...]) -> Iterator[Entry]:
    if articles:
        yield Entry("", title, ", ".join(articles))


def _headline(one: NewHeadline) -> Entry:
    quoted = tuple(
        Quoted(((words, False),), (), label) for words, label in ((one.before, "then"), (one.after, "now")) if words
    )
    return Entry("", one.article, "headline revised", "", (Group("", "", quoted),))


def _revision(one: Revision) -> Entry:
    then = [quote((one.before,), label="then")] if one.before else []
    now = [quote((one.after,), label="now")] if one.after else []
    return Entry("", one.article, f"sentence {one.change}", "", (Group("", "", (*then, *now)),))


def _claim(one: ClaimNews) -> Entry:
    quoted = [quote(same) for same in group_same_words(one.evidence)]
    quoted += [quote(same, label="then") for same in group_same_words(one.former)]
    return Entry(one.claim or "", "", f"{TOLD[one.change]}: {show_origins(one)}", "", (Group("", "", tuple(quoted)),))


def show_origins(one: ClaimNews) -> str:
    """The number of origins behind a claim, then and now."""
    if not one.origins:
        return f"{count(one.origins_before, 'origin')} then"
    if one.origins_before in (0, one.origins):
        return count(one.origins, "origin")
    return f"{count(one.origins_before, 'origin')} then, {one.origins} now"


def _difference(one: DifferenceNews) -> Entry:
    groups = [Group("", "", tuple(quote(same) for same in group_same_words(one.evidence)))] if one.evidence else []
    for value in one.former:
        note = "" if value.stands else "in no report any more"
        quoted = tuple(quote(same, label="then") for same in group_same_words(value.evidence))
        groups.append(Group(value.value, note, quoted))
    return Entry(one.difference or "", one.about, f"difference {one.change}", "", tuple(groups), one.reason)
