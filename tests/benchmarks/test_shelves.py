"""The benchmark of what pages read, without its clock: invented comparisons hold, and every question has an answer."""

from benchmarks.generate_stream import make_stream
from benchmarks.shelves import comparison_of, fill, questions
from rashomon.store.opening import open_store


def test_invented_comparisons_hold_the_words_of_their_reports():
    articles = [one.article for one in make_stream(12, words=60)]
    texts = {one.id: one.text for one in articles}
    made = comparison_of("story", articles)
    assert made.claims and made.quotations
    for claim in made.claims:
        assert all(texts[one.article][one.start : one.end] == one.text for one in claim.evidence)
    assert comparison_of("story", articles) == made


def test_every_question_has_an_answer(tmp_path):
    reports = list(make_stream(60, words=60))
    with open_store(tmp_path / "shelves.sqlite") as store:
        fill(store, reports)
        answers = {name: asked() for name, asked in questions(store, reports).items()}
        assert answers["what waits"] == () and len({one.event for one in reports}) == answers["how many stories"]
        empty = [name for name, answer in answers.items() if not answer]
        assert empty in (["what waits"], ["quotations with two words", "what waits"])  # of so few none need have both
        assert len(answers["sources"]) == 300
