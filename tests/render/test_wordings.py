from rashomon.model.comparison import Variant
from rashomon.render.wordings import find_wordings


def make_variant(article: str, start: int, text: str) -> Variant:
    return Variant(article, start, start + len(text), text, "direct", None, None)


def test_pieces_of_one_quotation_are_one_wording() -> None:
    pieces = [make_variant("gull", 10, "We heard a loud bang"), make_variant("gull", 60, "and the lights went out")]
    (wording,) = find_wordings(pieces)
    assert wording.text == "We heard a loud bang and the lights went out"
    assert wording.variants == tuple(pieces)


def test_pieces_far_apart_are_two_wordings() -> None:
    assert len(find_wordings([make_variant("gull", 10, "a bang"), make_variant("gull", 900, "a loud bang")])) == 2


def test_a_few_words_of_many_are_a_part() -> None:
    whole, part = find_wordings(
        [
            make_variant("gull", 0, "We heard a loud bang and then the lights went out"),
            make_variant("tern", 0, "loud bang"),
        ]
    )
    assert (whole.whole, part.whole) == (True, False)
