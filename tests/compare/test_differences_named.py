"""Who and what is named: sources, hearers, titles, near names, parts of a country, phrases in one place."""

from tests.compare.told import values

from rashomon.compare.differences import find_differences
from rashomon.compare.names import join_names
from rashomon.compare.speakers import resolve_speakers
from rashomon.model.article import Article
from rashomon.model.comparison import Difference
from rashomon.model.joined import JoinedClaim, Place, StoryReading
from rashomon.pipeline import read_closely
from rashomon.settings import Settings


def compare(*texts: str, joined: bool = True) -> list[Difference]:
    """The differences of reports of which, where `joined`, the first sentences are one claim, the second another."""
    settings = Settings()
    readings = tuple(
        read_closely(Article(f"a{n}", text, published="2024-03-04"), settings) for n, text in enumerate(texts)
    )
    names = join_names(readings, settings.names)
    story = StoryReading(resolve_speakers(readings, names), names, tuple(range(len(texts))))
    rows = zip(*(r.sentences for r in readings), strict=False) if joined else ()
    claims = tuple(JoinedClaim(tuple(Place(n, s.span) for n, s in enumerate(row))) for row in rows)
    return list(find_differences(story, claims, (), settings.differences))


def test_two_sources_of_one_statement_are_told_apart():
    found = compare(
        "The tanker had lost its rudder before it ran aground, the harbour police said.",
        "The tanker had lost its rudder before it ran aground, a family spokeswoman said.",
    )
    assert values(found, "name", "wording") == [{"the harbour police", "a family spokeswoman"}]


def test_a_body_and_who_speaks_for_it_are_one_source():
    found = compare(
        "The Orvel Museum said the painting would return in May after its repair.",
        "Orvel Museum director Anna Keller said the painting would return in May.",
    )
    assert not values(found, "name", "wording")


def test_whom_a_speaker_told_is_compared_without_a_claim():
    found = compare(
        "Mayor Anna Keller resigned. Keller told the Karvik Courier that she was tired.",
        "Mayor Anna Keller has gone. In tears, Keller told a local newspaper about her plans.",
        joined=False,
    )
    assert values(found, "name", "precision") == [{"the Karvik Courier", "a local newspaper"}]


def test_one_hearer_in_all_reports_is_no_difference():
    found = compare(
        "Anna Keller told the Karvik Courier that she was tired.",
        "She wept. Anna Keller told the Karvik Courier about her plans.",
        joined=False,
    )
    assert not values(found, "name", "wording") and not values(found, "name", "precision")


def test_names_of_bodies_that_part_in_one_word_are_a_conflict():
    found = compare(
        "Wild salmon are rare in the river, according to the Karvik River Fund.",
        "Wild salmon are now rare in the whole river, the Karvik River Federation wrote.",
    )
    assert values(found, "name", "conflict") == [{"Karvik River Fund", "Karvik River Federation"}]


def test_who_heads_a_body_has_a_title():
    found = compare(
        "The plan failed, said Peter Hallam, who heads the left-leaning seamen's union.",
        "The plan was bad. The chairman of Karvik's seamen union, Peter Hallam, spoke of a farce.",
        joined=False,
    )
    assert len(values(found, "title", "precision")) == 1


def test_a_role_written_with_capitals_is_the_same_role():
    found = compare(
        "Foreign Minister Anna Keller left on Monday.",
        "The foreign minister, Anna Keller, left on Monday.",
        joined=False,
    )
    assert not [d for d in found if d.kind == "title"]


def test_a_body_named_here_is_only_described_there():
    found = compare(
        "The leak was traced to a valve by Norlab, a testing firm hired by the brewery.",
        "The brewery hired an independent testing firm after the leak.",
        joined=False,
    )
    assert len(values(found, "name", "precision")) == 1


def test_parts_of_one_country_are_compared():
    found = compare(
        "The barge hit a lock on the river Aure in western Germany.",
        "The barge sank in the river Aure, at a lock near the north-west German town of Orvel.",
        joined=False,
    )
    assert values(found, "place", "precision") == [{"western Germany", "north-west German"}]


def test_phrases_between_the_same_words_are_compared_however_the_rest_differs():
    found = compare(
        "Visitors may still feed the seals but the penguin house will stay shut for the whole winter.",
        "The park hopes for a crowd, but Pole World will stay shut for the whole winter.",
    )
    assert {"penguin house", "Pole World"} in values(found, "name", "precision")


def test_sentences_that_no_claim_joins_are_compared_where_they_are_nearest():
    found = compare(
        "A gale tore the roof off. Divers searched the flooded cellar of the brewery for the missing apprentice.",
        "Nobody slept. The missing apprentice may be in the flooded cellar, where soldiers searched the brewery.",
        joined=False,
    )
    assert values(found, "stance", "precision") == [{"may be in the flooded", "flooded"}]


def test_identical_reports_have_no_difference_with_or_without_claims():
    text = (
        "Mayor Anna Keller told the Karvik Courier that the penguin house in northern Norway will be closed. "
        "The keeper, a spokesman for the zoo, said nothing. The Karvik River Fund fell silent."
    )
    assert compare(text, text) == [] and compare(text, text, joined=False) == []
