"""Names in running text: where they begin and end, of what kind they are, and who is said to bear them."""

from itertools import pairwise

import pytest

from rashomon.extract.mentions import find_mentions
from rashomon.model.article import Article
from rashomon.model.reading import Mention, Sentence
from rashomon.settings import NameSettings
from rashomon.text.sentences import find_paragraph_spans, find_sentence_spans


def mentions_in(text: str) -> tuple[Mention, ...]:
    sentences = tuple(
        Sentence(span, number, (span,))
        for number, paragraph in enumerate(find_paragraph_spans(text))
        for span in find_sentence_spans(text, paragraph)
    )
    return find_mentions(Article("a", text), sentences, NameSettings())


def read(text: str) -> list[tuple[str, str, str | None]]:
    return [(m.kind, m.name.of(text), m.role.of(text) if m.role else None) for m in mentions_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Friday Mr Halloran left.", ("person", "Halloran", "Mr")),
        ("It was said by Norwegian President Ingrid Voss.", ("person", "Ingrid Voss", "Norwegian President")),
        ("They met US envoy Daniel Brack.", ("person", "Daniel Brack", "US envoy")),
        ("He named local police chief Omar al-Sayed.", ("person", "Omar al-Sayed", "local police chief")),
        ("Then Anna Berg, a spokeswoman for the port, spoke.", ("person", "Anna Berg", "spokeswoman for the port")),
        ("It was said by Secretary of State Anna Berg.", ("person", "Anna Berg", None)),
        ("The envoy to the United Nations Anna Berg left.", ("person", "Anna Berg", None)),
        ("They asked the foreign minister, Anna Berg, twice.", ("person", "Anna Berg", "foreign minister")),
        ("Police held Peter van der Meer, 58, overnight.", ("person", "Peter van der Meer", None)),
        ("Student Petra Berg, 22, was in the last row.", ("person", "Petra Berg", "Student")),
        ("It was reported by the Halven Times-News.", ("org", "Halven Times-News", None)),
        ("It fell under the Ministry of Foreign Affairs.", ("org", "Ministry of Foreign Affairs", None)),
        ("He told the Securities and Exchange Commission.", ("org", "Securities and Exchange Commission", None)),
        ("The blame lies with Spanish police.", ("org", "Spanish police", None)),
        ("She works for Brandt & Sohn in secret.", ("org", "Brandt & Sohn", None)),
        ("They drove to a village near Lake Ormond.", ("place", "Lake Ormond", None)),
        ("The talks were held in Kyrgyzstan.", ("place", "Kyrgyzstan", None)),
        ("It rose from the U.S. that year.", ("place", "U.S.", None)),
        ("The capsule named Orlan-7 fell.", ("other", "Orlan-7", None)),
    ],
)
def test_a_name_is_found_with_its_kind_and_role(text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Officials said nothing on Monday.",
        "However, the German parts were late in March.",
        "The President left. Please wait.",
        "",
        "AT least two were hurt.",
    ],
)
def test_capitals_that_name_nothing_are_left_alone(text: str) -> None:
    assert read(text) == []


def test_the_span_takes_in_the_title_and_the_name_does_not() -> None:
    text = "Then Army Secretary Dan Orrin said so."
    (mention,) = mentions_in(text)
    assert (mention.span.of(text), mention.name.of(text)) == ("Army Secretary Dan Orrin", "Dan Orrin")


def test_a_surname_alone_is_a_person_where_the_full_name_is() -> None:
    kinds = {name: kind for kind, name, _ in read("Then Maria Keller spoke. On Sunday Keller left.")}
    assert kinds["Keller"] == "person"


def test_possessives_end_a_name() -> None:
    assert [name for _, name, _ in read("It was Orlova's and Halven’s fault.")] == ["Orlova", "Halven"]


def test_a_headline_gives_only_names_that_the_report_knows() -> None:
    text = "Big Storm Hits Small Town As Keller Warns\n\nIt was the worst year, said Maria Keller. Later Keller spoke."
    assert next(name for _, name, _ in read(text)) == "Keller"


def test_no_mention_lies_inside_another() -> None:
    text = (
        "US envoy Daniel Brack met Ukraine's top presidential aide Ihor Danko and NATO's Berlin police chief Kurt Weil."
    )
    spans = [m.span for m in mentions_in(text)]
    assert all(a.end <= b.start for a, b in pairwise(spans))
