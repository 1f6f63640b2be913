"""What changed between two versions: each edit is exact characters of both."""

import time

from hypothesis import given
from hypothesis import strategies as some

from factories import make_article
from rashomon.model.span import Span
from rashomon.store.changes import changes


def edits(old: str, new: str) -> list[tuple[str, str]]:
    return [(edit.before, edit.after) for edit in changes(make_article(text=old), make_article(text=new))]


def test_exchanged_words_are_one_edit():
    assert edits("Nine people were hurt on Tuesday.", "Twelve people were hurt late on Monday.") == [
        ("Nine", "Twelve"),
        ("", "late"),
        ("Tuesday", "Monday"),
    ]


def test_added_and_cut_sentences_have_one_side():
    assert edits("It sank. Nobody was hurt.", "It sank.") == [("Nobody was hurt.", "")]
    (edit,) = changes(make_article(text="It sank."), make_article(text="It sank. Police came."))
    assert (edit.old, edit.new, edit.after) == (None, Span(9, 21), "Police came.")


def test_spacing_alone_is_no_change():
    assert edits("It  sank.\nAll left.", "It sank.\n\nAll left. ") == []


def test_a_new_paragraph_mark_is_a_change_of_one_mark():
    assert edits("It sank. All left.", "It sank.\n\nAll left.") == [("", "\n\n")]


def test_headline_and_byline_are_compared():
    old = make_article(headline="Nine hurt", byline="Ana Pryce")
    new = make_article(headline="Twelve hurt")
    assert [(edit.part, edit.before, edit.after) for edit in changes(old, new)] == [
        ("headline", "Nine", "Twelve"),
        ("byline", "Ana Pryce", ""),
    ]


def test_long_texts_without_a_word_in_common_are_compared_in_time():
    started = time.perf_counter()
    old, new = (" ".join(f"{letter}{number}" for number in range(60_000)) for letter in "ab")
    assert len(edits(old, new)) == 1
    assert len(edits(old.replace(" ", "\n"), new.replace(" ", "\n"))) == 1
    assert time.perf_counter() - started < 20


@given(some.text(), some.text())
def test_every_edit_is_exact_and_what_is_around_it_is_the_same(old, new):
    kept_old, kept_new, old_end, new_end = "", "", 0, 0
    for edit in changes(make_article(text=old), make_article(text=new)):
        if edit.old:
            assert edit.old.of(old) == edit.before
            kept_old, old_end = kept_old + old[old_end : edit.old.start], edit.old.end
        if edit.new:
            assert edit.new.of(new) == edit.after
            kept_new, new_end = kept_new + new[new_end : edit.new.start], edit.new.end
    assert (kept_old + old[old_end:]).split() == (kept_new + new[new_end:]).split() or "".join(
        (kept_old + old[old_end:]).split()
    ) == "".join((kept_new + new[new_end:]).split())
