"""Readers' corrections, as the comparison of an invented story heeds them."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from everywhere import check_printed
from rashomon.model.article import Article
from rashomon.model.selector import Selector
from rashomon.model.span import Span
from rashomon.model.story import Correction
from rashomon.pipeline import compare_articles
from rashomon.serialize import comparison_from_json, comparison_to_json
from rashomon.text.selecting import select

DAY = "2025-05-06T08:00:00+00:00"
GULL = Article(
    "gull",
    "The ferry Marlin ran aground off Port Halven on Sunday.\n\nTwelve people were hurt, the coast guard said.\n\n"
    "“The lights went out,” said Ada Penn, the mayor of Oldacre.\n\nThe Gull brings you the news every morning at six.",
    outlet="The Gull",
    published="2025-05-04",
)
TERN = Article(
    "tern",
    "The ferry Marlin ran aground off Port Halven on Sunday.\n\nFourteen people were hurt, the coast guard said.\n\n"
    "Penn said that the harbour lights had gone out. The captain was questioned.",
    outlet="Tern",
    published="2025-05-04",
)
SKUA = Article(
    "skua",
    "The ferry Marlin ran aground off Port Halven on Sunday.\n\nThe Marlin was built in 1961.\n\n"
    "Ada Penn, a teacher on board, said that twelve people were hurt. Police spoke to the captain for an hour.",
    outlet="Skua",
    published="2025-05-05",
)
STORY = (GULL, TERN, SKUA)
HURT = {"gull": "Twelve people were hurt", "tern": "Fourteen people were hurt", "skua": "twelve people were hurt"}

HURT_GULL = ("gull", HURT["gull"])


def at(article, words):
    """The words of an article, as a reader points at them."""
    start = article.text.index(words)
    return select(article.id, article.text, Span(start, start + len(words)))


def decided(kind, *places, by="Ann"):
    """A correction of these words."""
    return Correction(kind, "s", None, tuple(dict.fromkeys(p.article for p in places)), DAY, by, places)


def compared(*corrections, articles=STORY):
    """The comparison of the story as it was corrected; each correction is told of."""
    made = compare_articles(articles, corrections=corrections)
    assert [one.kind for one in made.corrected] == [one.kind for one in corrections]
    return made


def claims_with(made, article, words):
    """The claims that have these words of an article, each as the articles that make it."""
    return [
        {evidence.article for evidence in claim.evidence}
        for claim in made.claims
        if any(evidence.article == article and words in evidence.text for evidence in claim.evidence)
    ]


def hurt(*articles):
    """Where the reports say how many were hurt."""
    return [at(article, HURT[article.id]) for article in articles]


def test_nothing_is_corrected_where_nobody_did():
    assert compare_articles(STORY, corrections=[]) == compare_articles(STORY)
    assert '\n "corrected": [],' in comparison_to_json(compare_articles(STORY))
    merge = Correction("merge", "s", "t", (), DAY, "Ann")
    assert compare_articles(STORY, corrections=[merge]).corrected == ()


def test_what_is_corrected_comes_back_from_json():
    made = compared(decided("boilerplate", at(GULL, "The Gull brings you the news every morning at six.")))
    assert comparison_from_json(comparison_to_json(made)) == made


def test_evidence_that_is_not_the_same_claim_is_taken_out_of_it():
    assert {"gull", "tern"} <= claims_with(compared(), "tern", HURT["tern"])[0]
    made = compared(decided("other_claim", *hurt(TERN, GULL, SKUA)))
    assert claims_with(made, "tern", HURT["tern"]) == [{"tern"}]
    rest = next(claim for claim in made.claims if HURT["gull"] in [evidence.text[:23] for evidence in claim.evidence])
    assert "tern" in rest.not_found_in and rest.origins == 2
    assert made.corrected[0].carried_out and made.corrected[0].reason == ""
    assert [one.article for one in made.corrected[0].places] == ["tern", "gull", "skua"]


def test_what_is_not_one_claim_is_not_held_against_each_other():
    def figures(made):
        return [d for d in made.differences if d.kind == "number" and {"Fourteen"} & {v.value[:8] for v in d.values}]

    assert figures(compared())
    assert not figures(compared(decided("other_claim", *hurt(TERN, GULL, SKUA))))


def test_evidence_parted_from_one_other_leaves_the_rest_together():
    made = compared(decided("other_claim", *hurt(SKUA, GULL)), articles=(GULL, TERN, SKUA))
    assert all("gull" not in articles for articles in claims_with(made, "skua", HURT["skua"]))
    assert made.corrected[0].carried_out


def test_copies_go_with_the_words_they_carry():
    copy = replace(SKUA, id="knot", outlet="Knot")
    story = (GULL, SKUA, copy)
    joined = {"gull", "skua", "knot"}
    assert len(compared(articles=story).origins) == 2 and joined in claims_with(compared(articles=story), *HURT_GULL)
    shown = decided("other_claim", *hurt(SKUA), at(copy, HURT["skua"]), *hurt(GULL))
    late = decided("other_claim", *hurt(SKUA, GULL))  # made before the copy came
    for one in (shown, late):
        made = compared(one, articles=story)
        assert claims_with(made, *HURT_GULL) == [{"gull"}]
        (claim,) = (c for c in made.claims if HURT["skua"] in c.evidence[0].text)
        assert {e.article for e in claim.evidence} == {"skua", "knot"}
        assert (claim.relation, claim.origins) == ("single", 1)
        assert made.corrected[0].carried_out


def test_a_copy_can_be_told_from_what_it_copies():
    copy = replace(TERN, id="knot", outlet="Knot")
    made = compared(decided("other_claim", at(copy, HURT["tern"]), *hurt(TERN)), articles=(TERN, copy))
    assert claims_with(made, "knot", HURT["tern"]) == [{"knot"}]
    assert made.corrected[0].carried_out


def test_words_that_are_the_same_claim_become_its_evidence():
    captain = at(TERN, "The captain was questioned."), at(SKUA, "Police spoke to the captain for an hour.")
    made = compared(decided("same_claim", *captain))
    (claim,) = (c for c in made.claims if "questioned" in " ".join(evidence.text for evidence in c.evidence))
    assert [evidence.text for evidence in claim.evidence] == [captain[0].exact, captain[1].exact]
    assert (claim.relation, claim.origins, claim.not_found_in) == ("agree", 2, ("gull",))
    assert made.corrected[0].carried_out


def test_a_word_stands_for_the_clause_it_is_in():
    made = compared(decided("same_claim", at(TERN, "questioned"), at(SKUA, "captain for an hour")))
    assert {"tern", "skua"} in claims_with(made, "tern", "The captain was questioned.")


def test_a_sentence_joins_the_claim_that_the_others_are_in():
    built = at(SKUA, "The Marlin was built in 1961.")
    made = compared(decided("same_claim", built, *hurt(GULL)))
    assert {"gull", "tern", "skua"} in claims_with(made, "skua", built.exact)


def test_the_later_of_two_corrections_holds():
    apart, together = decided("other_claim", *hurt(TERN, GULL)), decided("same_claim", *hurt(TERN, GULL))
    parted, joined = compared(together, apart), compared(apart, together)
    assert [one.carried_out for one in parted.corrected] == [False, True]
    assert [one.carried_out for one in joined.corrected] == [False, True]
    assert parted.corrected[0].reason == joined.corrected[0].reason == "a later correction says otherwise"
    assert [one.what for one in joined.unresolved if one.what.startswith("correction")] == [
        "correction: not the same claim"
    ]
    assert "tern" not in claims_with(parted, "gull", HURT["gull"])[0]
    assert "tern" in claims_with(joined, "gull", HURT["gull"])[0]


def persons(made, spelled):
    """The articles that write each name of this spelling."""
    return sorted(
        sorted({evidence.article for variant in name.variants for evidence in variant.evidence})
        for name in made.names
        if any(spelled in variant.text for variant in name.variants)
    )


def test_a_mention_of_another_person_is_a_name_of_its_own():
    assert persons(compared(), "Penn") == [["gull", "skua", "tern"]]
    made = compared(decided("other_person", at(SKUA, "Ada Penn"), at(GULL, "Ada Penn")))
    assert persons(made, "Penn") == [["gull", "tern"], ["skua"]]
    assert made.corrected[0].carried_out


def test_two_names_of_one_person_are_one_name():
    mayor = replace(TERN, text=TERN.text.replace("Penn said", "Mr Oduya said"))
    before, made = (
        compared(*given, articles=(GULL, mayor))
        for given in ([], [decided("same_person", at(mayor, "Oduya"), at(GULL, "Ada Penn"))])
    )
    assert persons(before, "Oduya") == [["tern"]]
    assert persons(made, "Oduya") == [["gull", "tern"]]
    assert {q.speaker.name for q in before.quotations if q.speaker.named} == {"Ada Penn", "Oduya"}
    assert {q.speaker.name for q in made.quotations if q.speaker.named} == {"Ada Penn"}


def test_words_that_are_no_name_can_be_said_to_be_a_persons():
    text = GULL.text.replace("Twelve people were hurt, the coast guard said.", "Twelve were hurt, the teacher said.")
    told = replace(GULL, text=text)
    made = compared(decided("same_person", at(told, "the teacher"), at(SKUA, "Ada Penn")), articles=(told, SKUA))
    assert "the teacher" in [v.text for name in made.names for v in name.variants if name.canonical == "Ada Penn"]
    assert made.corrected[0].carried_out


def test_nobody_is_made_of_words_that_are_no_name():
    made = compared(decided("same_person", at(GULL, "hurt"), at(TERN, "hurt")))
    assert not made.corrected[0].carried_out and made.corrected[0].reason == "no name was found at these words"


def test_speakers_follow_their_names():
    other = Article(
        "auk", "“We were lucky,” said Penn. “It was dark,” Penn said.", outlet="Auk", published="2025-05-05"
    )
    parted = decided("other_person", at(other, "Penn"), at(GULL, "Ada Penn"))
    before, made = (compared(*given, articles=(GULL, other)) for given in ([], [parted]))

    def said(comparison, article):
        return {q.speaker.name for q in comparison.quotations if q.speaker.named and q.variants[0].article == article}

    assert said(before, "auk") == said(before, "gull") == said(made, "gull") == {"Ada Penn"}
    assert said(made, "auk") == {"Penn"}


def spelled(made, canonical):
    """Where the name stands, by article and by its first words there."""
    (name,) = (name for name in made.names if name.canonical == canonical)
    return sorted({(evidence.article, evidence.start) for variant in name.variants for evidence in variant.evidence})


def test_what_is_taken_out_goes_with_its_shorter_forms():
    text = "Ada Penn steered. Penn was calm. “Row,” said Penn."
    auk = Article("auk", text, outlet="Auk", published="2025-05-05")
    mentions = [Span(*found.span()) for found in re.finditer("(Ada )?Penn", text)]
    odd, *others = (select("auk", text, span) for span in mentions)
    made = compared(decided("other_person", odd, *others, at(GULL, "Ada Penn")), articles=(GULL, auk))
    assert persons(made, "Penn") == [["auk"], ["gull"]]
    assert made.corrected[0].carried_out
    assert {q.variants[0].text for q in made.quotations if q.speaker.name == "Ada Penn"} == {
        "Row,",
        "The lights went out,",
    }


def test_a_short_form_leaves_the_full_name_where_it_is():
    text = "Ada Penn steered. Her husband rowed. Penn was calm, and Penn was tired."
    auk = Article("auk", text, outlet="Auk", published="2025-05-05")
    made = compared(decided("other_person", at(auk, "Penn was calm"), at(GULL, "Ada Penn")), articles=(GULL, auk))
    assert spelled(made, "Penn") == [("auk", text.index("Penn was")), ("auk", text.rindex("Penn"))]
    assert ("auk", 0) in spelled(made, "Ada Penn")


def test_in_an_article_that_has_both_a_spelling_tells_them_apart():
    text = "John Penn rowed. Ada Penn steered. Ada Penn was calm, and John Penn was not."
    both = Article("auk", text, outlet="Auk", published="2025-05-05")
    joined = decided("same_person", at(both, "John Penn"), at(both, "Ada Penn"))
    parted = decided("other_person", at(both, "John Penn"), at(both, "Ada Penn"))
    assert len(persons(compared(joined, articles=(GULL, both)), "Penn")) == 1
    made = compared(joined, parted, articles=(GULL, both))
    assert spelled(made, "John Penn") == [("auk", 0), ("auk", text.rindex("John"))]


def test_one_mention_is_told_from_another_of_its_spelling():
    text = "John Penn rowed. Another John Penn slept. John Penn sang."
    both = Article("auk", text, outlet="Auk", published="2025-05-05")
    first, second, *_ = (select("auk", text, Span(*found.span())) for found in re.finditer("John Penn", text))
    made = compared(decided("other_person", second, first), articles=(GULL, both))
    assert [len(where) for where in persons(made, "John Penn")] == [1, 1]
    assert made.corrected[0].carried_out


def test_boilerplate_is_left_out_and_not_read():
    line = "The Gull brings you the news every morning at six."
    assert claims_with(compared(), "gull", line)
    made = compared(decided("boilerplate", at(GULL, line)))
    assert not claims_with(made, "gull", line)
    assert [(one.text, one.reason) for one in made.left_out] == [(line, "a reader marked it as boilerplate")]
    assert made.corrected[0].carried_out


def test_what_is_not_boilerplate_is_read():
    text = GULL.text + "\n\nSign up for our newsletter."
    gull = replace(GULL, text=text)
    assert compared(articles=(gull, TERN)).left_out
    made = compared(decided("not_boilerplate", at(gull, "Sign up for our newsletter.")), articles=(gull, TERN))
    assert made.left_out == () and claims_with(made, "gull", "Sign up")


def test_a_part_of_what_was_left_out_can_be_read():
    text = GULL.text + "\n\nSign up for our newsletter. The pier is closed."
    gull = replace(GULL, text=text)
    mark = decided("boilerplate", at(gull, "Sign up for our newsletter. The pier is closed."))
    made = compared(mark, decided("not_boilerplate", at(gull, "The pier is closed.")), articles=(gull, TERN))
    assert [one.text for one in made.left_out] == ["Sign up for our newsletter."]
    assert claims_with(made, "gull", "The pier is closed.") == [{"gull"}]
    assert [one.carried_out for one in made.corrected] == [False, True]


def test_an_article_that_is_all_boilerplate_says_nothing():
    made = compared(decided("boilerplate", Selector("gull", 0, len(GULL.text), GULL.text)))
    assert not any(evidence.article == "gull" for claim in made.claims for evidence in claim.evidence)
    assert [one.article for one in made.left_out] == ["gull"]


@pytest.mark.parametrize(
    ("kind", "first"),
    [("other_claim", "Twelve people were hurt"), ("other_person", "Ada Penn"), ("boilerplate", "The Gull brings you")],
)
def test_a_correction_survives_a_new_version_of_the_article(kind, first):
    rest = {"other_claim": hurt(SKUA), "other_person": [at(SKUA, "Ada Penn")], "boilerplate": []}[kind]
    made = compared(decided(kind, at(GULL, first), *rest), articles=(replace(GULL, text="Late. " + GULL.text), SKUA))
    assert made.corrected[0].carried_out
    assert made.corrected[0].places[0].text == first


def test_words_that_are_gone_are_told_of():
    later = replace(TERN, text=TERN.text.replace("Fourteen people", "Some"))
    made = compared(decided("other_claim", *hurt(TERN, GULL)), articles=(GULL, later))
    (told,) = made.corrected
    assert not told.carried_out and [one.article for one in told.places] == ["gull"]
    assert told.reason == "the words “Fourteen people were hurt” are no longer in tern"
    assert made.unresolved[-1].reason == told.reason and made.unresolved[-1].evidence == told.places


def test_an_article_that_left_the_story_is_told_of_and_the_rest_holds():
    made = compared(decided("other_claim", *hurt(GULL, TERN, SKUA)), articles=(GULL, SKUA))
    (told,) = made.corrected
    assert told.carried_out and told.reason == "tern is no longer in the story"
    assert claims_with(made, "gull", HURT["gull"]) == [{"gull"}]
    assert not compared(decided("same_claim", *hurt(GULL, TERN)), articles=(GULL, SKUA)).corrected[0].carried_out


def test_words_that_are_left_out_make_no_claim():
    line = at(GULL, "The Gull brings you the news every morning at six.")
    made = compared(decided("boilerplate", line), decided("same_claim", line, *hurt(TERN)))
    assert [one.carried_out for one in made.corrected] == [True, False]
    assert made.corrected[1].reason == "words that are left out of a report make no claim"


def test_the_order_of_the_articles_does_not_matter():
    given = decided("other_claim", *hurt(TERN, GULL, SKUA)), decided("same_person", at(TERN, "Penn"), at(SKUA, "Ada"))
    assert compared(*given) == compared(*given, articles=STORY[::-1])


KINDS = ("same_claim", "other_claim", "same_person", "other_person", "boilerplate", "not_boilerplate")


@st.composite
def any_place(draw):
    """A stretch of an article, or of one that is not there, as it stands or as it may once have stood."""
    article = draw(st.sampled_from(STORY))
    start = draw(st.integers(0, len(article.text) - 2))
    span = Span(start, draw(st.integers(start + 1, min(len(article.text), start + 60))))
    made = select(article.id, article.text, span)
    return draw(st.sampled_from([made, replace(made, start=start + 7), replace(made, article="nowhere")]))


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(KINDS), st.lists(any_place(), min_size=1, max_size=4)), max_size=4))
def test_whatever_is_corrected_every_line_is_evidence_and_every_correction_told(given_):
    corrections = [decided(kind, *places) for kind, places in given_]
    made = compared(*corrections)
    check_printed(comparison_to_json(made), {article.id: article.text for article in STORY})
    read = [evidence for claim in made.claims for evidence in claim.evidence]
    left_out = [(one.article, one.start, one.end) for one in made.left_out]
    assert not any(
        a == one.article and one.start < end and start < one.end for one in read for a, start, end in left_out
    )
    assert all(one.carried_out or one.reason for one in made.corrected)
    assert comparison_to_json(made) == comparison_to_json(compared(*corrections, articles=STORY[::-1]))
