"""Quotations: the words, what form they have, and who said them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.extract.mentions import find_mentions
from rashomon.extract.quotations import find_quotations
from rashomon.model.article import Article
from rashomon.model.reading import Quotation, Sentence
from rashomon.settings import Settings
from rashomon.text.sentences import find_paragraph_spans, find_sentence_spans


def quotations(text: str) -> tuple[Quotation, ...]:
    sentences = tuple(
        Sentence(span, number, (span,))
        for number, paragraph in enumerate(find_paragraph_spans(text))
        for span in find_sentence_spans(text, paragraph)
    )
    article, all_settings = Article("a", text), Settings()
    mentions = find_mentions(article, sentences, all_settings.names)
    return find_quotations(article, sentences, mentions, all_settings.quotations)


def said(text: str) -> list[tuple[str, str, str | None]]:
    """Form, words and speaker of each quotation."""
    found = []
    for one in quotations(text):
        speaker = one.speaker and (one.speaker.name or one.speaker.description)
        found.append((one.form, one.content.of(text), speaker))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We are home,” Mira Holt said.", ("direct", "We are home,", "Mira Holt")),
        ('"We are home," said Mira Holt, a baker in Arl.', ("direct", "We are home,", "Mira Holt")),
        ("Mira Holt, 41, said: 'We are home.'", ("direct", "We are home.", "Mira Holt")),
        ("“Are we home?” Mira Holt asked.", ("direct", "Are we home?", "Mira Holt")),
        ("“We won,” said oil and gas worker Dan Ord.", ("direct", "We won,", "Dan Ord")),
        ("The club's chairman, Dan Ord, said: “We won.”", ("direct", "We won.", "Dan Ord")),
        ("Mira Holt called it a “disgrace”.", ("mixed", "disgrace", "Mira Holt")),
        ("The bridge was “beyond repair”, according to the council.", ("mixed", "beyond repair", "the council")),
        ("Mira Holt was quoted as saying the bridge was “a ruin”.", ("mixed", "a ruin", "Mira Holt")),
        ("The paper quoted Mira Holt as saying the bridge was “a ruin”.", ("mixed", "a ruin", "Mira Holt")),
        ("The bridge is a “ruin” that must go, Mira Holt said.", ("mixed", "ruin", "Mira Holt")),
        ("“It is a ruin,” the statement read.", ("direct", "It is a ruin,", "the statement")),
        (
            "“It is a ruin,” a source close to the talks told reporters.",
            ("direct", "It is a ruin,", "a source close to the talks"),
        ),
        ("Mira Holt tweeted: “It is a ruin.”", ("direct", "It is a ruin.", "Mira Holt")),
        ("“It is a ruin,” Theresa May said.", ("direct", "It is a ruin,", "Theresa May")),
    ],
)
def test_quotation_has_its_speaker(text, expected):
    assert expected in said(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mira Holt said the bridge was shut.", ("indirect", "the bridge was shut", "Mira Holt")),
        ("The bridge was shut, police said.", ("indirect", "The bridge was shut", "police")),
        ("According to the council, the bridge was shut.", ("indirect", "the bridge was shut", "the council")),
        (
            "The mayor told reporters on Monday that the bridge was shut.",
            ("indirect", "the bridge was shut", "The mayor"),
        ),
        ("Officials claim they were never told.", ("indirect", "they were never told", "Officials")),
    ],
)
def test_reported_clause_is_an_indirect_quotation(text, expected):
    assert said(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The old bridge, known as “The Iron Lady”, was built in 1901.",
        "He sang “Summer Rain” on stage.",
        "The “party mile” was full.",
        "The index added 0.4 per cent and the club added three goals.",
        "Officials did not say how many were hurt.",
        "It was the coldest night of the '90s.",
    ],
)
def test_names_titles_and_doubts_are_no_quotations(text):
    assert said(text) == []


def test_split_quotation_has_one_speaker():
    assert said("“We waited,” Mira Holt said. “Nobody came.”") == [
        ("direct", "We waited,", "Mira Holt"),
        ("direct", "Nobody came.", "Mira Holt"),
    ]


def test_quotation_over_two_paragraphs_is_two_stretches_of_one_speaker():
    assert said("Mira Holt said: “We waited.\n\n“Nobody came.”") == [
        ("direct", "We waited.", "Mira Holt"),
        ("direct", "Nobody came.", "Mira Holt"),
    ]


def test_floating_quotation_belongs_to_the_person_spoken_of():
    text = "Mira Holt saw the barge strike.\n“The whole road shook.”"
    assert said(text) == [("direct", "The whole road shook.", "Mira Holt")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mira Holt met Dan Ord. “We talked,” she said.", "Mira Holt"),
        ("Mira Holt met Dan Ord on Friday. “I am glad,” Ord said.", "Dan Ord"),
        ("Police chief Dan Ord spoke first. “We looked,” the chief said.", "Dan Ord"),
    ],
)
def test_speaker_is_resolved_within_the_article(text, speaker):
    assert said(text)[-1][2] == speaker


def test_cue_and_source_are_the_words_themselves():
    text = "“We waited,” Mira Holt told reporters."
    (one,) = quotations(text)
    assert one.cue is not None
    assert one.source is not None
    assert (one.cue.of(text), one.source.of(text)) == ("told", "Mira Holt")


SHREDS = st.sampled_from(
    [*"ab AB.,:;\n\"'“”‘’()—-5é", " said ", " told ", "He ", " according to ", " quoted as saying "]
)


@settings(max_examples=60)
@given(st.lists(SHREDS, max_size=60).map("".join))
def test_any_text_gives_spans_of_the_text(text):
    for one in quotations(text):
        assert 0 <= one.content.start < one.content.end <= len(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The club was attacked by minister Mira Holt who said it was “a place to hide”.", "Mira Holt"),
        ("The cuts followed praise from investor Dan Ord who said they were “long overdue”.", "Dan Ord"),
        ("Dan Ord, a baker in Arl who said he was “very sad indeed”, left.", "Dan Ord"),
        ("The old head of growth, Mira Holt, accused the port of “careless planning”.", "Mira Holt"),
        ("The port's president, Dan Ord, said the firm knew the bridge was a “ruin”.", "Dan Ord"),
        ("“We will rebuild it,” baker Mira Holt, author of “Nets” and other books, told the Arl Times.", "Mira Holt"),
        ("The police wing did not name him but claimed that he “followed the call of the port”.", "The police wing"),
        ("Previously the council marched in May, saying the bridge was “a ruin of stones”.", "the council"),
        ("Sheriff Dan Ord said officers believe it was a “lone” attack.", "Dan Ord"),
        ("The tool was withdrawn, with Holt claiming that it held “bad content”.", "Holt"),
        ("“It is time,” Secretary of State Rex Holt said.", "Rex Holt"),
        ("“It is time,” said the envoy to the United Nations Nina Holt.", "Nina Holt"),
        ("“It is time,” independent Senator Mira Holt of Vermont said.", "Mira Holt"),
        ("“It is time,” a lawyer for actor Mira Holt said.", "a lawyer for actor Mira Holt"),
        ("“It is time,” the brother of Dan Ord said.", "the brother of Dan Ord"),
        (
            "The former governor said claims that neighbours “judge people by the hat” were false.",
            "The former governor",
        ),
        (
            "Senior town officials sharply raised the stakes, warning that it would “raise the risk”.",
            "Senior town officials",
        ),
        ("It drew scorn, even from Mayor Dan Ord, who said boats were “treated better”.", "Dan Ord"),
        ("Senator Mira Holt of Vermont, the leader of the panel, said it was “an island of calm”.", "Mira Holt"),
    ],
)
def test_the_one_who_says_it_is_told_from_those_beside(text, speaker):
    assert [who for _, words, who in said(text) if words != "Nets"][-1:] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Judge Dan Ord was not convinced. “I am lost,” he told the lawyer, Tom Lind. “It is too much.”",
        "Dan Ord shook his head. His office claims the bill is fair. “It is fair to all,” he told the Arl Times.",
    ],
)
def test_he_is_not_the_one_who_is_told_nor_an_office(text):
    assert {who for _, _, who in said(text) if who != "His office"} == {"Dan Ord"}


def test_a_name_that_is_an_everyday_word_speaks():
    assert ("direct", "We agree,", "Park Min-ji") in said("Park Min-ji, the spokesman, nodded. “We agree,” Park said.")


def test_the_programme_of_a_channel_is_no_quotation():
    assert said("In an interview on Channel Nine's “The Week,” Mira Holt warned that the bridge was weak.") == [
        ("indirect", "the bridge was weak", "Mira Holt")
    ]


def test_a_quotation_left_open_goes_on_below_the_captions():
    text = (
        "'It was a fine race,' Dan Ord said on Sunday.\n\n'We gave him much to do. He did it all.\n\n"
        "The young driver at the finish\n\n'It was a day of joy for the team.'"
    )
    assert [(words, who) for _, words, who in said(text)] == [
        ("It was a fine race,", "Dan Ord"),
        ("We gave him much to do. He did it all.", "Dan Ord"),
        ("It was a day of joy for the team.", "Dan Ord"),
    ]


def test_one_who_speaks_long_is_not_forgotten():
    lines = "\n\n".join(f"“Place number {n} is dear to us all.”" for n in range(12))
    assert {who for _, _, who in said(f"Dan Ord said: “It is hard.”\n\n{lines}")} == {"Dan Ord"}
