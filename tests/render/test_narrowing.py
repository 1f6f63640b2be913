"""What is seen under a filter: whole items, no reference into the dark, and all that is hidden counted."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import document_fromstring
from tests.factories import find, make_comparison

from rashomon.errors import BadOption
from rashomon.model.comparison import Comparison, DifferenceKind, DifferenceRelation
from rashomon.model.news import ClaimNews, DifferenceNews, FormerEvidence, FormerText, NewHeadline, NewSince, Revision
from rashomon.model.view import View
from rashomon.render import render
from rashomon.render.narrowing import narrow
from rashomon.render.views import read_view, refuse_unknown, tell_narrowed, to_query
from rashomon.serialize import comparison_from_json, comparison_to_json


def ids(items: object) -> list[str]:
    return [one.id for one in items]  # type: ignore[attr-defined]


def with_news() -> Comparison:
    """The story of the ferry, with a report that left and words that were withdrawn."""
    old = FormerText("gull", "The Gull", "Ferry", None, None, "Ten people were hurt. All was calm.")
    auk = FormerText("auk", "Auk", None, None, None, "A ferry sank.")
    ten, calm = FormerEvidence("gull", 0, 20, "Ten people were hurt"), FormerEvidence("gull", 22, 35, "All was calm.")
    news = NewSince(
        "2025-03-03",
        ("skua",),
        ("auk",),
        (old, auk),
        (NewHeadline("gull", "Ferry", "Ferry aground"),),
        (
            Revision("gull", "revised", ten, find("gull", "Twelve people were hurt")),
            Revision("gull", "withdrawn", calm, None),
        ),
        (
            ClaimNews("gained", "c-1", 1, 2, (find("skua", "14 people were hurt"),), ()),
            ClaimNews("withdrawn", None, 1, 0, (), (FormerEvidence("auk", 0, 12, "A ferry sank"),)),
        ),
        (DifferenceNews("new", "d-1", "people hurt", None, (), (), "it is new"),),
    )
    return replace(make_comparison(), new_since=news)


def test_everything_is_the_comparison_itself(comparison: Comparison) -> None:
    assert narrow(comparison, View()) is comparison


def test_a_report_is_shown_with_what_the_others_say_beside_it(comparison: Comparison) -> None:
    seen = narrow(comparison, View(outlets=("the  gull",)))
    assert (ids(seen.differences), ids(seen.claims)) == (["d-1", "d-2"], ["c-1", "c-2"])
    assert seen.claims == comparison.claims[:2] and seen.differences == comparison.differences
    assert seen.articles == comparison.articles and seen.origins == comparison.origins
    assert seen.left_out and not seen.unresolved and not seen.apart and seen.passages == comparison.passages


def test_a_kind_is_shown_with_the_claims_that_part_there_and_no_other(comparison: Comparison) -> None:
    seen = narrow(comparison, View(kinds=("number",)))
    assert (ids(seen.differences), ids(seen.claims), ids(seen.quotations)) == (["d-1"], ["c-1"], [])
    seen = narrow(comparison, View(relations=("wording",)))
    assert (ids(seen.differences), ids(seen.claims), ids(seen.quotations)) == (["d-2"], [], ["q-1"])
    assert seen.left_out == comparison.left_out and seen.unresolved == comparison.unresolved


def test_values_of_one_name_widen_and_of_several_names_narrow(comparison: Comparison) -> None:
    both = narrow(comparison, View(kinds=("number", "wording")))
    assert ids(both.differences) == ["d-1", "d-2"]
    skua = narrow(comparison, View(origins=("o-2",), articles=("gull", "skua")))
    assert ids(skua.differences) == ["d-1"] and "c-3" not in ids(skua.claims)
    assert not narrow(comparison, View(outlets=("Tern",), origins=("o-1",))).claims


def test_a_reference_to_what_is_not_seen_is_taken_out(comparison: Comparison) -> None:
    of_dates = narrow(comparison, View(kinds=("date",)))
    assert of_dates.differences == () == of_dates.claims == of_dates.timeline
    skua = narrow(comparison, View(articles=("skua",)))
    assert skua.timeline == () and ids(skua.differences) == ["d-1"]
    lines = replace(comparison, claims=(replace(comparison.claims[0], differences=("d-1", "d-2")),))
    assert narrow(lines, View(kinds=("number",))).claims[0].differences == ("d-1",)


def test_items_without_an_id_keep_their_number() -> None:
    comparison = make_comparison()
    here, there = comparison.timeline[0], replace(comparison.timeline[0], evidence=(find("skua", "Tuesday"),))
    seen = narrow(replace(comparison, timeline=(here, there, here)), View(articles=("skua",)))
    assert seen.narrowed is not None
    assert (seen.timeline, seen.narrowed.numbers.timeline) == ((there,), (2,))


def test_what_could_not_be_read_is_never_hidden(comparison: Comparison) -> None:
    unread = replace(comparison.unresolved[0], what="moth.html", evidence=())
    seen = narrow(replace(comparison, unresolved=(unread, *comparison.unresolved)), View(outlets=("Tern",)))
    assert seen.unresolved == (unread,)


def test_what_is_new_is_narrowed_with_the_rest() -> None:
    news = narrow(with_news(), View(outlets=("The Gull",))).new_since
    assert news is not None
    assert (news.came, news.left, len(news.headlines), len(news.revisions)) == ((), (), 1, 2)
    assert [one.claim for one in news.claims] == ["c-1"] and [one.id for one in news.former] == ["gull"]
    auk = narrow(with_news(), View(outlets=("Auk",))).new_since
    assert auk is not None
    assert (auk.left, [one.claim for one in auk.claims], [one.id for one in auk.former]) == (("auk",), [None], ["auk"])
    numbers = narrow(with_news(), View(kinds=("number",))).new_since
    assert numbers is not None
    assert [one.change for one in numbers.revisions] == ["revised"] and len(numbers.differences) == 1


def test_the_line_says_what_was_asked_and_what_is_hidden(comparison: Comparison) -> None:
    narrowed = narrow(comparison, View(kinds=("number",), outlets=("Tern",))).narrowed
    assert narrowed is not None
    assert tell_narrowed(narrowed) == (
        "Filtered: differences of kind number; reports of Tern. Not shown: 1 of 2 differences, 2 of 3 claims, "
        "1 of 1 quotation, 1 of 1 name, 1 of 1 date, 1 of 1 report apart, 1 of 1 stretch left out, "
        "1 of 1 unresolved thing."
    )


def test_a_view_is_read_in_one_order_and_written_back() -> None:
    view = read_view(
        [("outlet", " Zeitung, Öst & Co "), ("kind", "Number"), ("origin", "o-2"), ("kind", "date"), ("outlet", "")]
    )
    assert view == View(kinds=("date", "number"), outlets=("Zeitung, Öst & Co",), origins=("o-2",))
    assert to_query(view) == "kind=date&kind=number&outlet=Zeitung%2C+%C3%96st+%26+Co&origin=o-2"


@pytest.mark.parametrize(
    ("pair", "told"),
    [
        (("sort", "date"), "no filter 'sort'; there are kind, relation, outlet, origin, article"),
        (("kind", "colour"), "no kind 'colour'; there are number, name"),
        (("relation", "agree"), "no relation 'agree'; there are conflict"),
        (("origin", "2"), "'2' is not the id of an origin; one looks like o-1"),
        (("origin", "o-１"), "is not the id of an origin"),
    ],
)
def test_what_there_is_not_is_refused_in_one_line(pair: tuple[str, str], told: str) -> None:
    with pytest.raises(BadOption, match=told) as refused:
        read_view([pair])
    assert "\n" not in str(refused.value)


def test_a_report_that_is_not_here_is_refused_by_name(comparison: Comparison) -> None:
    refuse_unknown(comparison, View(outlets=("TERN",), origins=("o-1",), articles=("skua",)))
    for view, told in (
        (View(outlets=("Auk",)), "no report here is of outlet 'Auk'; there are The Gull, Tern"),
        (View(origins=("o-9",)), "of origin 'o-9'; there are o-1, o-2"),
        (View(articles=("auk",)), "of article 'auk'; there are gull, tern, skua"),
    ):
        with pytest.raises(BadOption, match=told):
            refuse_unknown(comparison, view)


def some(*values: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(lambda found: tuple(sorted(found)))


views = st.builds(
    View,
    kinds=some("number", "wording", "date"),
    relations=some("conflict", "wording", "update"),
    outlets=some("The Gull", "Tern", "Auk"),
    origins=some("o-1", "o-2", "o-3"),
    articles=some("gull", "tern", "skua", "auk"),
)


@given(views)
def test_no_view_leaves_a_reference_into_the_dark_or_loses_count(view: View) -> None:
    whole = with_news()
    seen = narrow(whole, view)
    claims, differences = set(ids(seen.claims)), set(ids(seen.differences))
    assert all(set(one.differences) <= differences for one in seen.claims)
    assert all(set(one.claims) <= claims for one in (*seen.differences, *seen.timeline))
    news = seen.new_since
    assert news is not None
    assert {one.claim for one in news.claims} <= claims | {None}
    assert {one.difference for one in news.differences} <= differences | {None}
    former = {one.id for one in news.former}
    assert {place.former for one in news.claims for place in one.former} <= former
    assert {one.before.former for one in news.revisions if one.before} <= former
    assert comparison_from_json(comparison_to_json(seen)) == seen
    assert read_view([(name, value) for name, value in _pairs(view)]) == view
    if seen.narrowed:
        for field in fields(seen.narrowed.shown):
            shown, of = getattr(seen.narrowed.shown, field.name), getattr(seen.narrowed.of, field.name)
            assert shown <= of and (field.name == "news" or shown == len(getattr(seen, field.name)))


def _pairs(view: View) -> list[tuple[str, str]]:
    from urllib.parse import parse_qsl

    return parse_qsl(to_query(view))


def test_every_kind_and_relation_of_the_contract_can_be_asked_for() -> None:
    from typing import get_args

    kinds, relations = get_args(DifferenceKind), get_args(DifferenceRelation)
    view = read_view([*(("kind", one) for one in kinds), *(("relation", one) for one in relations)])
    assert (set(view.kinds), set(view.relations)) == (set(kinds), set(relations))


@pytest.mark.parametrize("format", ["terminal", "markdown", "html"])
def test_every_renderer_says_that_a_part_is_shown_and_how_much_of_it(comparison: Comparison, format: str) -> None:
    whole, part = (
        render(one, format, width=4000)  # type: ignore[arg-type]
        for one in (comparison, narrow(comparison, View(kinds=("place",))))
    )
    told = "Filtered: differences of kind place. Not shown: 2 of 2 differences, 3 of 3 claims"
    assert told in part and "Filtered" not in whole
    assert "No report carries another’s text." not in part
    assert "None under this filter." in part and "No place was found where the reports part." not in part


def test_a_report_says_otherwise_also_where_the_difference_is_not_shown(comparison: Comparison) -> None:
    dates = narrow(replace(comparison, timeline=()), View(articles=("gull",), relations=("wording",)))
    assert dates.narrowed is not None and dates.narrowed.otherwise == ()
    claim = replace(comparison.claims[0], differences=("d-1", "d-2"))
    seen = narrow(replace(comparison, claims=(claim, *comparison.claims[1:])), View(kinds=("wording",)))
    assert (ids(seen.claims), seen.claims[0].differences) == (["c-1"], ("d-2",))
    row = document_fromstring(render(seen, "html")).xpath("//section[@id='grid']//tbody/tr[.//a[@href='#c-1']]")[0]
    assert [cell.text_content() for cell in row.xpath("./td")] == ["says", "says otherwise", "says otherwise"]


def test_an_item_has_the_same_address_on_the_page_of_a_part() -> None:
    comparison = make_comparison()
    dates = tuple(replace(comparison.timeline[0], date=f"2025-03-{day:02}") for day in (4, 5, 6))
    dates = (dates[0], replace(dates[1], evidence=(find("skua", "Tuesday"),)), dates[2])
    page = render(narrow(replace(comparison, timeline=dates), View(outlets=("Tern",))), "html")
    assert 'id="t-1"' in page and 'id="t-3"' in page and 'id="t-2"' not in page
