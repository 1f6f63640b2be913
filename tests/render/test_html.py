import dataclasses
import re
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from tests.factories import TEXTS, find, make_claim, make_comparison, make_empty, make_witness

from rashomon.model.comparison import Comparison
from rashomon.render import render
from rashomon.render.page.places import safe_id

SECTIONS = ("part", "share", "grid", "said", "single", "names", "time", "copies", "left", "sources")


def read(comparison: Comparison) -> html.HtmlElement:
    return html.document_fromstring(render(comparison, "html"))


def texts_on(page: html.HtmlElement) -> list[str]:
    return [box.text_content() for box in page.xpath("//div[@class='tx']")]


def test_every_section_is_there_even_when_nothing_was_found() -> None:
    page = read(make_empty(make_witness("gull", "A ferry.")))
    assert [section.get("id") for section in page.xpath("//main/section")][1:] == list(SECTIONS)
    assert len(page.xpath("//p[contains(@class, 'empty')]")) >= len(SECTIONS)


def test_ids_are_unique_and_every_link_has_its_target(comparison: Comparison) -> None:
    page = read(comparison)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = {unquote(href[1:]) for href in page.xpath("//a/@href | //use/@href") if href.startswith("#")}
    assert links <= set(ids)
    assert any(re.fullmatch(r"gull\.\d+-\d+", link) for link in links)


def test_a_target_stands_where_its_words_begin(comparison: Comparison) -> None:
    page = read(comparison)
    place = find("tern", "14 people were hurt")
    target = page.get_element_by_id(f"tern.{place.start}-{place.end}")
    box = next(target.iterancestors("div"))
    before = "".join(box.xpath(".//text()[following::*[@id=$id]]", id=target.get("id")))
    assert len(before) == place.start


def test_words_of_the_reports_stand_whole_on_the_page(comparison: Comparison) -> None:
    assert texts_on(read(comparison)) == [TEXTS["gull"], TEXTS["tern"], TEXTS["skua"]]


def test_nothing_is_fetched(comparison: Comparison) -> None:
    shown = render(comparison, "html")
    page = html.document_fromstring(shown)
    assert not page.xpath("//script[@src] | //link[@rel='stylesheet'] | //img | //iframe")
    assert not re.search(r"@import|url\((?!#)", shown)


def test_a_report_cannot_bring_markup_or_script_along() -> None:
    hostile = '</script><script>alert("x")</script> <img src=x onerror=alert(1)> & \'"'
    page = read(make_empty(make_witness(hostile, hostile, outlet=hostile, headline=hostile, url="javascript:alert(1)")))
    assert len(page.xpath("//script")) == 1
    assert not page.xpath("//img | //@onerror | //a[starts-with(@href, 'javascript')]")
    assert texts_on(page) == [hostile]


@pytest.mark.parametrize("words", ["a\r\nb", "\n\na\n\n\n", "x\u2028y", "\ta  b\xa0", "\U0001f6a2 ferry é e\u0301", ""])
def test_white_space_and_any_letters_are_kept(words: str) -> None:
    assert texts_on(read(make_empty(make_witness("gull", words)))) == [words]


printable = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn"), include_characters="\n\r\t"), max_size=80)


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(st.text(min_size=1, max_size=12), printable), min_size=1, max_size=3, unique_by=lambda pair: pair[0]
    )
)
def test_any_text_under_any_id_can_be_shown(reports: list[tuple[str, str]]) -> None:
    comparison = make_empty(*(make_witness(id, text) for id, text in reports))
    spans = {id: text for id, text in reports if text.strip()}
    claims = tuple(make_claim(n, find(id, text, spans), origins=1) for n, (id, text) in enumerate(spans.items(), 1))
    page = read(dataclasses.replace(comparison, claims=claims))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert texts_on(page) == [text for _, text in reports]
    assert {f"{safe_id(id)}.0-{len(text)}" for id, text in spans.items()} <= set(ids)


@given(st.text(max_size=20), st.text(max_size=20))
def test_two_ids_are_never_one_address(one: str, other: str) -> None:
    assert (safe_id(one) == safe_id(other)) == (one == other)


def test_control_characters_keep_their_length() -> None:
    (shown,) = texts_on(read(make_empty(make_witness("gull", "a\x00b\x1b[2Jc\ud800d"))))
    assert shown == "a\ufffdb\ufffd[2Jc\ufffdd"


def test_a_report_that_gives_another_figure_says_otherwise() -> None:
    page = read(make_comparison())
    row = next(tr for tr in page.xpath("//section[@id='grid']//tbody/tr") if tr.xpath(".//a[@href='#c-1']"))
    assert [cell.text_content() for cell in row.xpath("./td")] == ["says", "says otherwise", "says otherwise"]


def test_an_unknown_report_in_the_evidence_leads_to_no_dead_link(comparison: Comparison) -> None:
    lost = dataclasses.replace(comparison, articles=comparison.articles[:1])
    page = read(lost)
    ids = set(page.xpath("//@id"))
    assert {href[1:] for href in page.xpath("//a/@href") if href.startswith("#")} <= ids
