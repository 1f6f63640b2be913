"""Claims joined across reports: what stands together, at which grain, and in which order."""

import numpy as np
import pytest

from rashomon.compare.joining import claims_of, closer_claims_of, join_claims
from rashomon.compare.statements import tabulate
from rashomon.model.article import Article
from rashomon.model.joined import StoryReading
from rashomon.pipeline import read_story
from rashomon.settings import ClaimSettings, Settings

MARLIN = (
    "The ferry Marlin struck the harbour wall at Port Ansel on Tuesday, and nine passengers were hurt.\n\n"
    "The captain, Iris Vane, was questioned by the coastguard for three hours.\n\n"
    "A choir from Ellan sang on the quay while the wounded were carried ashore."
)
OTHER = (
    "Nine passengers were injured when the ferry Marlin hit the harbour wall of Port Ansel on Tuesday.\n\n"
    "Coastguard officers questioned the captain, Iris Vane, for three hours.\n\n"
    "Repairs to the wall will cost 2.4 million crowns, the harbour master reckons."
)


def story(*texts: str) -> StoryReading:
    return read_story(
        [Article(f"a{n}", text, f"outlet{n}.example", language="en") for n, text in enumerate(texts)], Settings()
    )


def joined(*texts: str) -> list[dict[str, list[str]]]:
    """The claims, each as the words of every article that makes it."""
    read = story(*texts)
    found = []
    for claim in join_claims(read, (), ClaimSettings()):
        words: dict[str, list[str]] = {}
        for place in claim.places:
            article = read.articles[place.article]
            words.setdefault(article.id, []).append(place.span.of(article.text))
        found.append(words)
    return found


def shared(claims: list[dict[str, list[str]]], *pieces: str) -> list[dict[str, list[str]]]:
    """The claims of two articles or more in which each of the pieces stands."""
    texts = [(claim, " | ".join(words for place in claim.values() for words in place)) for claim in claims]
    return [claim for claim, text in texts if len(claim) > 1 and all(piece in text for piece in pieces)]


def test_one_statement_in_other_words_is_one_claim():
    assert shared(joined(MARLIN, OTHER), "questioned by the coastguard", "Coastguard officers questioned")


def test_what_one_article_alone_says_is_a_claim_of_its_own():
    claims = joined(MARLIN, OTHER)
    assert {"a0": ["A choir from Ellan sang on the quay while the wounded were carried ashore."]} in claims
    assert any("2.4 million crowns" in words for claim in claims if len(claim) == 1 for words in claim.get("a1", ()))


HIT = "The ferry Marlin struck the harbour wall at Port Ansel on Tuesday"
HURT = "nine passengers were taken to hospital with broken bones"


def test_claims_may_share_a_sentence():
    texts = (f"{HIT}.\n\nTwo lifeboats were sent.", f"{HURT.capitalize()}.\n\nIt runs daily.", f"{HIT}, and {HURT}.")
    claims = [claim for claim in joined(*texts) if "a2" in claim]
    assert [sorted(claim) for claim in claims] == [["a0", "a2"], ["a1", "a2"]]


def test_a_claim_knows_the_clauses_that_are_its_own():
    table = tabulate(story(f"{HIT}.", f"{HIT}, and {HURT}."), ())
    likeness = np.zeros((3, 3))  # of the one clause of the first report and the two of the second
    likeness[0, 1] = likeness[1, 0] = 0.99
    said = np.full((3, 2), 0.99)  # the second clause, too, stands in the first report
    (claim,) = claims_of(table, said, likeness, ClaimSettings())
    assert [len(place.span) for place in claim.places] == [len(f"{HIT}."), len(f"{HIT}, and {HURT}.")]
    assert [len(own.span) for own in claim.core] == [len(f"{HIT}."), len(f"{HIT},")]


def test_what_some_of_its_reports_tell_more_alike_is_a_claim_of_its_own():
    table = tabulate(story(f"{HIT}.", f"{HIT}.", f"{HIT}."), ())
    likeness = np.array([[0, 0.98, 0.5], [0.98, 0, 0.5], [0.5, 0.5, 0]])
    said = np.ones((3, 3))
    (wide,) = claims_of(table, said, likeness, ClaimSettings())
    closer = set(closer_claims_of(table, said, likeness, ClaimSettings()))
    assert [place.article for place in wide.places] == [0, 1, 2]
    assert [[place.article for place in claim.places] for claim in closer] == [[0, 1]]


@pytest.mark.parametrize("texts", [(MARLIN, OTHER), (MARLIN, MARLIN), (MARLIN,), (MARLIN, OTHER, MARLIN[:100])])
def test_no_word_of_a_report_is_without_a_claim(texts):
    read = story(*texts)
    taken = [[False] * len(article.text) for article in read.articles]
    for claim in join_claims(read, (), ClaimSettings()):
        for place in claim.places:
            taken[place.article][place.span.start : place.span.end] = [True] * len(place.span)
    for article, held in zip(read.articles, taken, strict=True):
        assert not [n for n, char in enumerate(article.text) if char.isalnum() and not held[n]]


def test_claims_of_most_origins_come_first_then_by_place():
    claims = joined(MARLIN, OTHER)
    counts = [len(claim) for claim in claims]
    assert counts == sorted(counts, reverse=True)
    alone = [claim["a0"][0] for claim in claims if list(claim) == ["a0"]]
    assert alone == sorted(alone, key=MARLIN.index)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Orrin Blay chairs the board of the Ansel line.", "The board of the Ansel line has Orrin Blay at its head."),
        ("The bridge at Ellan was closed on 4 May 2031.", "It was on 4 May 2031 that the Ellan bridge was shut."),
        ("Divers brought up 412 lamps from the wreck.", "From the wreck 412 lamps were brought up by divers."),
    ],
)
def test_names_dates_and_numbers_bring_statements_together(one, two):
    assert shared(joined(f"{one}\n\n{MARLIN}", f"{two}\n\n{OTHER}"), one[:-1], two[:-1])


def test_the_same_reports_give_the_same_claims():
    assert joined(MARLIN, OTHER) == joined(MARLIN, OTHER)
