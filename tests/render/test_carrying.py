from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.article import Article
from rashomon.model.span import Span
from rashomon.render.carrying import carry_marks
from rashomon.render.highlight import Mark
from rashomon.render.marked import Sense
from rashomon.store.changes import changes


def carried(old, new, *spans):
    edits = [edit for edit in changes(Article("a", old), Article("a", new)) if edit.part == "text"]
    marks = [Mark(span, Sense(True, 0, 0, "d-1", "conflict", span.end)) for span in spans]
    return carry_marks(old, new, edits, marks)


def test_marks_stay_on_their_words_and_are_lost_with_them():
    old = "It sank on Sunday. Nine people were hurt. All are safe."
    new = "On Monday it was said:\n\nIt sank on Sunday. Ten people were hurt.  All  are safe."
    wanted = ["It sank on Sunday.", "Nine people", "All are safe."]
    marks, lost = carried(old, new, *(Span(old.index(words), old.index(words) + len(words)) for words in wanted))
    assert [mark.span.of(new) for mark in marks] == ["It sank on Sunday.", "All  are safe."]
    assert all(mark.sense.ends == mark.span.end for mark in marks)
    assert lost == 1


TEXTS = st.lists(st.sampled_from(["It", "sank.", "Nine", "\n\n", "é", "🙂"]), max_size=12).map(" ".join)


@given(TEXTS, TEXTS, st.data())
def test_a_mark_never_comes_to_lie_on_other_words(old, new, data):
    words = [Span(at, at + len(word)) for at, word in _words(old)]
    chosen = data.draw(st.lists(st.sampled_from(words), max_size=4)) if words else []
    marks, lost = carried(old, new, *chosen)
    assert len(marks) + lost == len(chosen)
    remaining = [span.of(old) for span in chosen]
    for mark in marks:
        remaining.remove(mark.span.of(new))


def _words(text):
    at = 0
    for word in text.split():
        at = text.index(word, at)
        yield at, word
        at += len(word)
