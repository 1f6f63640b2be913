"""What stands around a report: headline, byline, dateline, day, language and the agencies behind its text."""

import pytest

from rashomon.extract.furniture import find_furniture
from rashomon.model.article import Article
from rashomon.model.reading import Masthead
from rashomon.settings import FurnitureSettings

FIRST = "The old bridge over the Arl closed on Tuesday after a barge struck its middle pier, the council said."
NEXT = "Nobody was hurt, but two lorries had to be towed away from the northern side of the river."


def masthead_of(*lines: str, **fields: str) -> Masthead:
    return find_furniture(Article("a", "\n".join(lines), **fields), FurnitureSettings())[0]


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("BERLIN (AP) - ", "BERLIN (AP)"),
        ("ERIE, Pa. (AP) — ", "ERIE, Pa. (AP)"),
        ("ERIE, Pa. — ", "ERIE, Pa."),
        ("SAN JOSE, Costa Rica, Jan 3 (Reuters) - ", "SAN JOSE, Costa Rica, Jan 3 (Reuters)"),
        ("BEIJING, Jan. 1 (Xinhua) -- ", "BEIJING, Jan. 1 (Xinhua)"),
        ("New Delhi, Nov 27 (PTI) ", "New Delhi, Nov 27 (PTI)"),
        ("Tirana, Albania (CNN) ", "Tirana, Albania (CNN)"),
        ("(Reuters) - ", "(Reuters)"),
        ("(Tromsø, November 27) ", "(Tromsø, November 27)"),
        ("MOSCOW: ", "MOSCOW"),
        ("NEW DELHI: ", "NEW DELHI"),
        ("Paris, Jan 3 – ", "Paris, Jan 3"),
        ("", None),
    ],
)
def test_dateline_is_found_and_stays_in_the_text(opening, dateline):
    article = Article("a", f"{opening}{FIRST}\n{NEXT}")
    masthead, gone = find_furniture(article, FurnitureSettings())
    assert masthead.dateline == dateline
    assert not gone


@pytest.mark.parametrize("opening", ["UPDATE 1 - ", "BREAKING: ", "DRIVERS in Elm Dock: ", "JO ROE, HOST: ", "WATCH: "])
def test_other_openings_are_no_dateline(opening):
    assert masthead_of(opening + FIRST, NEXT).dateline is None


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Jo Roe", "Jo Roe"),
        ("By JO ROE and AL RAY", "JO ROE and AL RAY"),
        ("By Jo Roe, Transport Correspondent", "Jo Roe"),
        ("Jo Roe, BBC News", "Jo Roe, BBC News"),
    ],
)
def test_byline_is_found_and_left_out(line, byline):
    article = Article("a", f"Bridge closes\n{line}\n{FIRST}\n{NEXT}")
    masthead, gone = find_furniture(article, FurnitureSettings())
    assert masthead.byline == byline
    assert [(one.span.of(article.text), one.reason) for one in gone] == [(line, "byline")]


def test_headline_is_the_one_given_with_its_place():
    masthead = masthead_of("Bridge closes after ‘bang’", FIRST, NEXT, headline="Bridge Closes After 'Bang'")
    assert masthead.headline == "Bridge Closes After 'Bang'"
    assert masthead.headline_span is not None and masthead.headline_span.start == 0
    assert masthead_of(FIRST, NEXT, headline="Elsewhere").headline_span is None


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("Bridge closes after barge strike", "Bridge closes after barge strike"),
        ("# Bridge closes after barge strike", "Bridge closes after barge strike"),
        ("BRIDGE CLOSES AFTER BARGE STRIKE.", "BRIDGE CLOSES AFTER BARGE STRIKE."),
        ("Title: Bridge closes after barge strike", "Bridge closes after barge strike"),
        ("Bridge closes after strike Updated: 2031-05-04 08:12 (Agencies)", "Bridge closes after strike"),
        ("BERLIN — Bridge closes after a barge", None),
        ("JO ROE, HOST:", None),
    ],
)
def test_first_line_is_the_headline_where_it_stands_like_one(line, headline):
    assert masthead_of(line, FIRST, NEXT).headline == headline


@pytest.mark.parametrize(
    ("lines", "published"),
    [
        ((f" date 2031-04-06 {FIRST}", NEXT), "2031-04-06"),
        (("Bridge closes Updated: 2031-05-04 08:12 (Agencies)", FIRST, NEXT), "2031-05-04"),
        (("Bridge closes", "Published: 3 May 2016", FIRST, NEXT), "2016-05-03"),
        (("Bridge closes", "Saturday, August 24, 2013", FIRST, NEXT), "2013-08-24"),
        ((FIRST, NEXT), None),
    ],
)
def test_day_printed_above_the_report_counts_where_none_is_given(lines, published):
    assert masthead_of(*lines).published == published
    assert masthead_of(*lines, published="2020-01-01").published == "2020-01-01"


@pytest.mark.parametrize(
    ("lines", "fields", "credits"),
    [
        ((f"BERLIN (AP) - {FIRST}",), {}, ("AP",)),
        ((f"NAIROBI, May 4 (Thomson Reuters Foundation) - {FIRST}",), {}, ("Thomson Reuters Foundation",)),
        ((f"ISLAMABAD, Dec 29 (APP): {FIRST}",), {}, ("APP",)),
        (("By The Associated Press", FIRST), {}, ("AP",)),
        ((FIRST,), {"byline": "Reuters Staff"}, ("Reuters",)),
        ((FIRST, NEXT, "© 2031 The Associated Press. Rights reserved."), {}, ("AP",)),
        ((FIRST, NEXT, "Jo Roe (According to AFP, Reuters)"), {}, ("AFP", "Reuters")),
        ((FIRST, NEXT, "jr/ar (AFP, dpa)"), {}, ("AFP", "dpa")),
        ((FIRST, NEXT, "(With inputs from PTI)"), {}, ("PTI",)),
        ((FIRST, NEXT, "(Reporting by Jo Roe; Editing by Al Ray)"), {}, ("Reuters",)),
        ((FIRST, NEXT), {"url": "https://paper.example/aponline/2017/12/26/us/bridge.html"}, ("AP",)),
        ((FIRST, NEXT), {"url": "http://paper.example/wires/pa/article-1/bridge.html"}, ("PA",)),
        ((FIRST, NEXT), {"url": "https://www.reuters.com/article/bridge"}, ("Reuters",)),
        ((f"ELM DOCK (Northern Isles News Agency) - {FIRST}",), {}, ("Northern Isles News Agency",)),
        ((FIRST, NEXT, "Source: The Northern Press Agency"), {}, ("Northern Press Agency",)),
        ((FIRST, NEXT, "— Petra News Agency"), {}, ("Petra",)),
        ((FIRST, "The mayor told the Northern Isles News Agency so.", NEXT), {}, ()),
        ((FIRST, "The mayor told Reuters that AFP was wrong.", NEXT), {}, ()),
        ((FIRST, "The barge at Elm Dock. (AP Photo/Jo Roe)", NEXT), {}, ()),
        ((FIRST, NEXT, "A spokesman told AP."), {"url": "https://paper.example/ap/exams"}, ()),
    ],
)
def test_agencies_are_credited_for_the_text_alone(lines, fields, credits):
    assert masthead_of(*lines, **fields).credits == credits


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (f"{FIRST} {NEXT}", "en"),
        (
            "Die alte Brücke ist am Dienstag gesperrt worden, nachdem ein Schiff den Pfeiler gerammt hatte.",
            "de",
        ),
        ("Le vieux pont a été fermé mardi après qu'une péniche a heurté sa pile centrale, a annoncé la mairie.", "fr"),
        ("Elm Dock 4-2", None),
        ("", None),
    ],
)
def test_language_is_named_where_the_text_is_long_enough(text, language):
    assert masthead_of(text).language == language
    assert masthead_of(text, language="nl").language == "nl"
