"""Attributions: the words credited, to whom, in what, and how surely."""

import pytest

from rashomon.extract.attributions import find_attributions
from rashomon.extract.cues import load_cues
from rashomon.extract.mentions import find_mentions
from rashomon.extract.quotations import find_quotations
from rashomon.model.article import Article
from rashomon.model.reading import Attribution, Sentence
from rashomon.settings import Settings
from rashomon.text.clauses import find_clause_spans
from rashomon.text.sentences import find_paragraph_spans, find_sentence_spans


def attributions(text: str) -> tuple[Attribution, ...]:
    sentences = tuple(
        Sentence(span, number, find_clause_spans(text, span))
        for number, paragraph in enumerate(find_paragraph_spans(text))
        for span in find_sentence_spans(text, paragraph)
    )
    article, settings = Article("a", text), Settings()
    mentions = find_mentions(article, sentences, settings.names)
    quotations = find_quotations(article, sentences, mentions, settings.quotations)
    return find_attributions(article, sentences, mentions, quotations)


@pytest.mark.parametrize(
    ("text", "kind", "speaker"),
    [
        ("Mira Holt said the bridge was shut.", "named", "Mira Holt"),
        ("Police said the bridge was shut.", "unnamed", "Police"),
        ("The bridge was shut, CBS News reported.", "outlet", "CBS News"),
        ("The statement said the bridge was shut.", "document", "The statement"),
        ("The bridge was shut, according to a source at the council.", "unnamed", "a source at the council"),
    ],
)
def test_attribution_tells_who_stands_behind_the_words(text, kind, speaker):
    (one,) = attributions(text)
    assert (one.kind, one.speaker) == (kind, speaker)
    assert "bridge was shut" in one.span.of(text)
    assert "said" not in one.span.of(text)


@pytest.mark.parametrize(
    "text",
    ["The barge is thought to have hit the pier at noon.", "The barge reportedly hit the pier at noon on Friday."],
)
def test_hedged_words_have_no_speaker(text):
    (one,) = attributions(text)
    assert one.hedged
    assert one.speaker is None


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("“It is shut,” Mira Holt told Arl Radio.", "Arl Radio"),
        ("“It is shut,” the council said in a statement.", "in a statement"),
        ("“It is shut,” Mira Holt wrote on Facebook.", "on Facebook"),
        ("“It is shut,” Mira Holt said.", None),
    ],
)
def test_medium_is_what_it_was_said_in(text, medium):
    (one,) = attributions(text)
    assert one.medium == medium


def test_reported_clause_with_quoted_words_is_credited_whole():
    text = "Mira Holt said the bridge was “a ruin” and should go."
    assert attributions(text)[0].span.of(text) == "the bridge was “a ruin” and should go"


@pytest.mark.parametrize(
    ("form", "lemma"), [("said", "say"), ("denies", "deny"), ("admitted", "admit"), ("wrote", "write")]
)
def test_cues_know_the_forms_of_a_verb(form, lemma):
    assert load_cues().verbs[form] == lemma
