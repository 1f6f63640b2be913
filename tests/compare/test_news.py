"""What a later comparison of a story has that an earlier one had not."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from everywhere import check_printed
from rashomon.compare.news.since import find_new_since
from rashomon.model.article import Article
from rashomon.model.news import NewSince
from rashomon.pipeline import compare_articles
from rashomon.serialize import comparison_from_json, comparison_to_json
from rashomon.settings import NewsSettings

GULL = Article(
    "gull",
    "A ferry ran aground off Port Halven on Tuesday.\n\nTwelve people were hurt, the coast guard said.\n\n"
    "The ferry was built in 1961.",
    headline="Ferry aground",
    published="2025-03-04",
)
TERN = Article(
    "tern", "A ferry ran aground off Port Halven. The captain was questioned by police.", published="2025-03-04"
)
SKUA = Article(
    "skua",
    "Police questioned the captain of a ferry that ran aground off Port Halven. One passenger died in hospital.",
    published="2025-03-05",
)


def news(before: list[Article], after: list[Article]) -> NewSince:
    """What is new, after it was seen that all of it is evidence."""
    earlier, later = compare_articles(before), compare_articles(after)
    found = find_new_since(earlier, later, "2025-03-05T06:00:00+00:00", NewsSettings())
    whole = replace(later, new_since=found)
    printed = comparison_to_json(whole)
    check_printed(printed, {article.id: article.text for article in after})
    assert comparison_from_json(printed) == whole
    formers = {one.id: one.text for one in found.former}
    gone = [one.before for one in found.revisions if one.before]
    gone += [place for claim in found.claims for place in claim.former]
    for place in gone:
        assert formers[place.former][place.start : place.end] == place.text
    return found


def test_the_same_reports_bring_nothing_new():
    assert news([GULL, TERN], [TERN, GULL]).empty


def test_a_report_that_came_brings_claims_and_origins():
    found = news([GULL, TERN], [GULL, TERN, SKUA])
    assert found.came == ("skua",) and not found.former and not found.revisions
    told = {place.text: one.change for one in found.claims for place in one.evidence}
    assert told["One passenger died in hospital."] == "added"
    gained = [one for one in found.claims if one.change == "gained"]
    assert gained and all(one.origins > one.origins_before > 0 for one in gained)
    assert all(place.article == "skua" for one in found.claims for place in one.evidence)


def test_a_changed_page_shows_what_it_revised_added_and_withdrew():
    later = GULL.text.replace("Twelve", "Fourteen").replace("The ferry was built in 1961.", "An inquiry was opened.")
    found = news([GULL, TERN], [replace(GULL, text=later, headline="Ferry aground, 14 hurt"), TERN])
    told = {one.change: (one.before and one.before.text, one.after and one.after.text) for one in found.revisions}
    assert told == {
        "revised": (
            "Twelve people were hurt, the coast guard said.",
            "Fourteen people were hurt, the coast guard said.",
        ),
        "added": (None, "An inquiry was opened."),
        "withdrawn": ("The ferry was built in 1961.", None),
    }
    assert [(one.before, one.after) for one in found.headlines] == [("Ferry aground", "Ferry aground, 14 hurt")]
    assert [one.text for one in found.former] == [GULL.text]
    withdrawn = [one for one in found.claims if one.change == "withdrawn"]
    assert [place.text for one in withdrawn for place in one.former] == ["The ferry was built in 1961."]


def test_a_sentence_that_moved_is_no_news():
    first, second, third = GULL.text.split("\n\n")
    assert not news([GULL, TERN], [replace(GULL, text=f"{first}\n\n{third}\n\n{second}"), TERN]).revisions


def test_other_spacing_is_no_news():
    found = news([GULL], [replace(GULL, text=GULL.text.replace("\n\n", "\n").replace("people were", "people  were"))])
    assert not found.revisions and not found.claims


def test_a_report_that_left_takes_its_claims_along():
    found = news([GULL, TERN, SKUA], [GULL, TERN])
    assert found.left == ("skua",) and [one.id for one in found.former] == ["skua"]
    changes = {place.text: one.change for one in found.claims for place in one.former}
    assert changes["One passenger died in hospital."] == "withdrawn"
    assert "lost" in changes.values()


def test_differences_appear_and_are_resolved():
    nine = Article("nine", "Nine miners died when a shaft flooded in Oldacre on 3 May 2024, the mine’s owner said.")
    ten = Article("ten", "Ten miners died when a shaft flooded in Oldacre on 3 May 2024, the mine’s owner said.")
    mended = replace(nine, text=nine.text.replace("Nine", "Ten"))
    appeared = news([nine], [nine, ten])
    assert [one.change for one in appeared.differences] == ["new"]
    (resolved,) = [one for one in news([nine, ten], [mended, ten]).differences if one.difference is None]
    assert resolved.change == "resolved"
    assert {(value.value.split()[0], value.stands) for value in resolved.former} == {("Nine", False), ("Ten", True)}


SENTENCES = st.sampled_from(
    ["A ferry sank off Halven.", "Twelve people were hurt.", "Ten people were hurt.", "“Help came late,” Ida Moe said."]
)
TEXTS = st.lists(SENTENCES, max_size=5).map(" ".join) | st.text(max_size=60)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TEXTS, min_size=1, max_size=3), st.lists(TEXTS, min_size=1, max_size=3))
def test_whatever_changes_all_news_is_evidence(before, after):
    news(
        [Article(f"a{n}", text) for n, text in enumerate(before)],
        [Article(f"a{n}", text) for n, text in enumerate(after)],
    )
