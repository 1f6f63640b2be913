from hypothesis import given
from hypothesis import strategies as st

from rashomon.render.collation import break_lines, collate, join_runs, mark_rare


def test_collation_sets_apart_the_words_that_differ() -> None:
    one, two = mark_rare(["we heard a loud bang", "We heard a very loud noise"])
    assert join_runs(one) == (("we heard a loud ", False), ("bang", True))
    assert join_runs(two) == (("We heard a ", False), ("very ", True), ("loud ", False), ("noise", True))


def test_words_of_most_wordings_are_not_rare() -> None:
    first, *_, last = mark_rare(["stay calm now", "stay calm", "stay calm now"])
    assert join_runs(first) == join_runs(last) == (("stay calm now", False),)


@given(st.lists(st.text(alphabet="ab c.é", max_size=60), min_size=1, max_size=5))
def test_each_wording_stands_whole_in_its_row(wordings: list[str]) -> None:
    blocks = collate(wordings)
    assert sum(len(line) for line in break_lines(blocks)) == len(blocks)
    for number, wording in enumerate(wordings):
        assert [word for block in blocks for word, _ in block.cells[number].words] == wording.split()


def test_a_very_long_wording_is_kept_whole() -> None:
    long = " ".join(f"w{n}" for n in range(1000))
    assert [word for word, _ in mark_rare([long, "w1 w2"])[0]] == long.split()
