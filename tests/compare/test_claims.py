"""Claims as they are printed: counted by origins, worded by the most typical place, credited to who said it."""

import pytest

from factories import make_article
from rashomon.compare.claims import make_claims
from rashomon.model.comparison import Difference, Origin
from rashomon.model.joined import JoinedClaim, Place, StoryReading
from rashomon.model.reading import Attribution, Masthead, Reading
from rashomon.model.span import Span

TEXTS = {
    "a": "Nine were hurt, the coastguard said.",
    "b": "Nine were hurt.",
    "c": "Nine people on the ferry were hurt.",
    "d": "It rained.",
}
HURT = {"a": Span(0, 14), "b": Span(0, 15), "c": Span(0, 35)}


def story(origins: tuple[int, ...] = (0, 0, 1, 2)) -> StoryReading:
    said = Attribution(Span(0, 14), "named", "the coastguard", cue="said")
    readings = tuple(
        Reading(make_article(id, text), Masthead(), attributions=(said,) if id == "a" else ())
        for id, text in TEXTS.items()
    )
    groups = tuple(Origin(f"o-{n}", (), None, None, "") for n in set(origins))
    return StoryReading(readings, (), origins, groups)


def claimed(*articles: str) -> JoinedClaim:
    return JoinedClaim(tuple(Place(list(TEXTS).index(id), HURT[id]) for id in articles))


def difference(relation: str) -> Difference:
    return Difference("d-1", "number", relation, "hurt", (), ("c-1",), 0.6, "two figures")  # type: ignore[arg-type]


def test_copies_count_as_one_origin_and_two_outlets():
    (claim,) = make_claims(story(), (claimed("a", "b"),), ())
    assert (claim.outlets, claim.origins, claim.relation) == (2, 1, "single")


def test_two_accounts_agree():
    (claim,) = make_claims(story(), (claimed("a", "b", "c"),), ())
    assert (claim.outlets, claim.origins, claim.relation) == (3, 2, "agree")
    assert claim.not_found_in == ("d",)


def test_a_claim_of_fewer_reports_names_the_wider_one_that_holds_its_words():
    wide, narrow = make_claims(story(), (claimed("a", "b", "c"), claimed("b", "c")), ())
    assert (wide.within, narrow.within) == (None, "c-1")


@pytest.mark.parametrize(
    ("relations", "relation"),
    [
        (("conflict",), "differ"),
        (("update",), "updated"),
        (("dispute",), "disputed"),
        (("precision", "wording"), "agree"),
        (("update", "conflict", "wording"), "differ"),
        (("conflict", "dispute"), "disputed"),
    ],
)
def test_a_claim_takes_the_strongest_relation_of_its_differences(relations, relation):
    (claim,) = make_claims(story(), (claimed("a", "c"),), tuple(map(difference, relations)))
    assert claim.relation == relation


def test_evidence_is_credited_to_who_said_it():
    (claim,) = make_claims(story(), (claimed("a", "b"),), ())
    told, own_voice = claim.evidence
    assert told.attribution and told.attribution.speaker == "the coastguard"
    assert own_voice.attribution is None


def test_wording_is_evidence_and_claims_are_numbered_in_order():
    first, second = make_claims(story(), (claimed("c"), claimed("a", "b", "c")), ())
    assert (first.id, second.id) == ("c-1", "c-2")
    assert first.wording.text == TEXTS["c"]
    assert second.wording.text in {span.of(TEXTS[id]) for id, span in HURT.items()}
