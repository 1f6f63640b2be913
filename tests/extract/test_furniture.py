"""What is not the report is left out with a reason; what is, stays."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.extract.furniture import find_furniture
from rashomon.model.article import Article
from rashomon.settings import FurnitureSettings

BODY = (
    "The old bridge over the Arl closed on Tuesday after a barge struck its middle pier, the council said.",
    "Nobody was hurt, but two lorries had to be towed away from the northern side of the river.",
    "Engineers will look at the pier on Wednesday, and the bridge may stay shut for a week.",
    "“We heard a bang and the road shook,” said Mira Holt, who runs the café at the toll house.",
)


def left_out(text: str, **fields: str) -> list[tuple[str, str]]:
    article = Article("a", text, **fields)
    _, gone = find_furniture(article, FurnitureSettings())
    return [(one.span.of(text), one.reason) for one in gone]


def words_left_out(*lines: str) -> list[str]:
    return [words for words, _ in left_out("\n".join(lines))]


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "ADVERTISEMENT",
        "Advertisement Continue reading the main story",
        "Read more:",
        "READ MORE: Ferry strike enters its third week",
        "Related: Five bridges that changed the valley",
        "[Why the valley's bridges are failing]",
        "Further Reading",
        "Continue reading…",
        "Share this article",
        "Photo",
        "next",
        "3 comments",
        "SLIDESHOW (2 Images)",
        "Sign up now: get our letters in your inbox",
        "Follow us on Twitter and Facebook",
        "Do you have a story for us? Email us at tips@paper.example",
        "Subscribe to our daily newsletter for more stories like this.",
        "![]() |",
        "___",
        "https://paper.example/bridge",
        "Image copyright Reuters Image caption The barge was towed to Elm Dock",
        "FILE - In this May 3, 2012 file photo, barges pass under the bridge near Elm Dock. (AP Photo/Jo Roe, File)",
        "The barge after it was towed to Elm Dock. (Jo Roe/Reuters)",
        "Barges pass under the bridge in an undated handout photo.",
        "GETTY The bridge was opened by the king in 1931",
        "Police close the road near the toll house. Photograph: Jo Roe/Alamy",
        "Elm Dock Museum YouTube",
        "Barges wait below the bridge ©jr (AFP)",
        "The bridge was closed to all traffic on Tuesday while divers looked at its middle pier",
        "Reproduction prohibited. © The Valley Post",
        "— Northern Isles News Agency",
        "Unauthorised reproduction of this page in any form is strictly forbidden.",
        "Copyright 2031 Northern Isles Press. All rights are reserved; nothing here may be published again.",
        "(Reporting by Jo Roe; Editing by Al Ray)",
        "Additional reporting by Jo Roe in Elm Dock",
        "More from The Valley Post:",
        "Email: jroe@valley.example; Follow Post Columnist @jroe on Twitter",
        "Scroll below for video",
        "I was a pilot's teacher. Now I say to him: the bridge is in peril Read more",
        "Registration Number: 130349",
        "Information from: The Valley Post, http://valley.example",
        "Bridge closes after barge strike originally appeared on Valley.example on Mon, 1 Jan 2018.",
        "This article has been updated.",
        "A post shared by Valley Post (@valley.post) on Dec 22, 2030 at 2:57pm PST",
        "A version of this story appears in print on Sunday, page A3.",
    ],
)
def test_line_of_furniture_is_left_out_whole(line):
    assert words_left_out(*BODY[:3], line, *BODY[3:]) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "‘We were lucky’",
        "A long closure",
        "What happens next",
        "• Two lorries were towed from the northern side of the river on Tuesday evening",
        "The council's engineers gave three reasons for closing it to traffic so quickly:",
        "Reuters reported that the barge's captain had been questioned by police.",
        "The barge struck the bridge on Tuesday and was held. Read more",
        "He told reporters that people could sign up for the ferry at the town hall.",
        "The photographer Jo Roe was standing on the quay when the barge struck.",
        "The council is editing the plan written by Jo Roe, and will share it with residents.",
        "By Wednesday, all the traffic was back.",
        '"The pier will not hold another winter," engineer Jo Roe said',
        "Police in the town of Elm Dock (population 4,000) are asking for witnesses.",
        "The video, first published by the Valley Post, shows the barge turning.",
    ],
)
def test_line_of_the_report_stays(line):
    assert words_left_out(*BODY[:3], line, *BODY[3:]) == []


def test_part_of_a_line_is_left_out_and_the_rest_stays():
    lines = [
        BODY[0],
        BODY[1] + " Advertisement Continue reading the main story",
        BODY[2] + " Sign up for our newsletter.",
        BODY[3] + " (Reporting by Jo Roe; Editing by Al Ray)",
    ]
    assert words_left_out(*lines) == [
        "Advertisement Continue reading the main story",
        "Sign up for our newsletter.",
        "(Reporting by Jo Roe; Editing by Al Ray)",
    ]


def test_date_and_prompt_glued_to_the_first_line_are_left_out():
    text = f" date 2031-04-06 Sign up today: get the Valley Post newsletter in your inbox\n\n{BODY[0]}"
    assert "".join(words for words, _ in left_out(text)).startswith("date 2031-04-06")
    text = f" date 2031-04-07 {BODY[0]}\n{BODY[1]}"
    assert left_out(text) == [("date 2031-04-07", "the day of publication")]


def test_headlines_under_a_label_go_with_it():
    lines = [*BODY, "Read more:", "Ferry strike enters its third week", "The valley's lost railway"]
    assert words_left_out(*lines) == lines[4:]


def test_pull_quote_and_paragraph_printed_again_are_left_out_once():
    quote = "the bridge may stay shut for a week"
    assert words_left_out(*BODY[:3], quote, BODY[3], BODY[1]) == [quote, BODY[1]]


def test_gallery_goes_and_a_report_told_in_pictures_stays():
    slides = [f"{n}/4 Elm Dock in 19{n}0 Barges wait for the tide below the bridge." for n in range(1, 5)]
    assert words_left_out(*BODY, *slides) == slides
    assert words_left_out(*slides) == []
    titled = [f"The bridges of the valley {name} Bridge seen from the quay." for name in ("Elm", "Oak", "Ash")]
    assert words_left_out(*BODY, *titled) == titled


def test_text_that_breaks_its_lines_is_left_alone():
    words = " ".join(BODY).split()
    wrapped = [" ".join(words[at : at + 11]) for at in range(0, len(words), 11)]
    assert words_left_out(*wrapped) == []


def test_headline_and_deck_before_the_report_stay():
    assert (
        words_left_out(
            "Bridge closes after barge strike",
            "Town braces for a week of detours and long queues on the ring road",
            *BODY,
        )
        == []
    )


ODD = [
    "\n",
    "\r\n",
    "\u2028",
    "Read more: x",
    "Photo: Jo/AP",
    "(Reporting by ",
    "![",
    "|",
    "date 2031-04-06 ",
    "By Jo Roe\n",
]
ODDER = [
    "3/16 ",
    "Advertisement\n",
    "“",
    "LONDON (AP) - ",
    "Copyright 2017 X Press",
    " sign up now",
    "\x00",
    "\ufeff",
    "ﬁ İ",
]
pieces = st.sampled_from([*BODY, *ODD, *ODDER])


@settings(max_examples=300)
@given(st.lists(pieces | st.text(max_size=12), max_size=25).map("".join))
def test_spans_are_trimmed_in_order_and_disjoint(text):
    masthead, gone = find_furniture(Article("a", text), FurnitureSettings())
    end = 0
    for one in gone:
        words = one.span.of(text)
        assert one.span.start >= end and one.span.end <= len(text)
        assert words == words.strip() and words and one.reason
        end = one.span.end
    for span, words in ((masthead.headline_span, masthead.headline), (masthead.dateline_span, masthead.dateline)):
        assert span is None or span.of(text) == words


@pytest.mark.parametrize(
    "unit",
    [
        "A-",
        "“",
        "( ",
        "A/",
        "word ",
        "Photo: ",
        "___",
        "[x",
        "…",
        "x\n" * 9 + "no end here at all in this line of words\n",
    ],
)
def test_cost_grows_with_the_length_alone(unit):
    text = (unit * (400_000 // len(unit)))[:400_000]
    find_furniture(Article("a", text, language="en"), FurnitureSettings())  # a bad pattern would not come back


def test_what_is_beyond_the_length_that_is_read_is_listed():
    text = "\n".join(BODY * 3)
    _, left = find_furniture(Article("a", text), FurnitureSettings(longest_article=700))
    assert left[-1].span.end == len(text)
    assert left[-1].reason == "beyond the first 700 characters; no more is read of one article"
    assert text[left[-1].span.start - 1].isspace()
