import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.article import Article
from rashomon.render.parallel import make_line, make_parallel
from rashomon.store.changes import changes


def parallel(old, new):
    edits = changes(Article("a", old), Article("a", new))
    return make_parallel(old, new, [edit for edit in edits if edit.part == "text"])


def drawn(stretches):
    """Each row in a line of its own: [-gone-], [+new+], a dot before what stayed in all."""
    lines = []
    for stretch in stretches:
        for row in stretch.rows:
            told = "".join(
                run.new if run.same else "".join((run.old and f"[-{run.old}-]", run.new and f"[+{run.new}+]"))
                for run in row.runs
            )
            lines.append(" ".join((("" if stretch.changed else ". ") + told + (" ¶" if row.divided else "")).split()))
    return lines


def test_a_sentence_that_was_changed_stands_beside_what_it_became():
    old = "The ferry ran aground. Nine people were hurt, the mayor said.\n\nThe Marlin was built in 1961."
    new = "The ferry ran aground. Twelve people were hurt, the mayor said.\n\nThe Marlin was built in 1961."
    assert drawn(parallel(old, new)) == [
        "The ferry ran aground.",
        "[-Nine -][+Twelve +]people were hurt, the mayor said.",
        ". The Marlin was built in 1961.",
    ]


def test_a_new_paragraph_is_a_row_of_its_own():
    assert drawn(parallel("It sank.\n\nAll are safe.", "It sank.\n\nAn inquiry was opened.\n\nAll are safe.")) == [
        ". It sank.",
        "[+An inquiry was opened. +]",
        ". All are safe.",
    ]
    assert drawn(parallel("It sank.", "It sank.\n\nAll are safe.")) == [". It sank.", "[+All are safe.+]"]


def test_a_sentence_revised_before_a_new_paragraph_is_told_from_it():
    old = "Nine people were hurt, the mayor said.\n\nThe end."
    new = "At least ten people were hurt, the mayor said.\n\nAn inquiry was opened in Orsin, it said.\n\nThe end."
    assert drawn(parallel(old, new)) == [
        "[-Nine -][+At least ten +]people were hurt, the mayor said.",
        "[+An inquiry was opened in Orsin, it said. +]",
        ". The end.",
    ]


def test_a_sentence_written_anew_is_one_exchange():
    assert drawn(parallel("The mayor of the town was not to be reached.", "Police closed the road in the night.")) == [
        "[-The mayor of the town was not to be reached.-][+Police closed the road in the night.+]"
    ]


def test_joined_paragraphs_are_told_and_other_space_is_not():
    assert drawn(parallel("It sank.\n\nAll are safe.", "It sank. All are safe.")) == ["It sank. All are safe. ¶"]
    assert [one.changed for one in parallel("It sank.\r\n\r\nAll  are safe.", "It sank.\n\nAll are safe.\n")] == [False]


def test_a_line_of_the_masthead_is_compared_word_by_word():
    runs = make_line("Nine hurt as ferry sinks", "Twelve hurt as ferry sinks")
    assert [(run.old, run.new, run.same) for run in runs] == [
        ("Nine ", "Twelve ", False),
        ("hurt as ferry sinks", "hurt as ferry sinks", True),
    ]


WORDS = st.lists(
    st.sampled_from([*"It sank. All are safe, “he said.” \n\n \r\n \u2028 \x1c é 🙂 Nine".split(" "), "\n"])
)
TEXTS = WORDS.map(" ".join) | st.text(max_size=60)


@given(TEXTS, TEXTS)
def test_no_character_of_either_version_is_lost(old, new):
    rows = [row for stretch in parallel(old, new) for row in stretch.rows]
    assert "".join(run.old for row in rows for run in row.runs) == old
    assert "".join(run.new for row in rows for run in row.runs) == new
    assert all(run.old.split() == run.new.split() for row in rows for run in row.runs if run.same)
    assert any(row.changed for row in rows) or old.split() == new.split()


@pytest.mark.parametrize("glue", ["", "\n\n"])
def test_a_million_characters_do_not_hang(glue):
    old = "The ferry ran aground off Port Halven on Sunday. " * 20_000
    new = "Last word. " + glue + old.replace("Sunday", "Monday", 9) + glue + "All are safe."
    begun = time.process_time()
    assert any(one.changed for one in parallel(old, new))
    assert time.process_time() - begun < 10
