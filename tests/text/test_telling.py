"""Which words tell what a story without a headline is about."""

from dataclasses import replace

from tests.factories import find, make_claim, make_empty, make_witness

from rashomon.model.comparison import Claim, Comparison
from rashomon.text.telling import LONGEST, find_telling

TEXTS = {
    "gull": "Oslo. A ferry ran aground off Port Halven on Tuesday.\n\nTwelve people were hurt, the coast guard said.",
    "tern": "Police said that a ferry ran aground, and twelve were hurt.\n\nIt ran aground off Port Halven.",
}


def told(*claims: Claim) -> str | None:
    """The words found for these claims."""
    telling = find_telling(story(*claims))
    return telling and telling.text


def story(*claims: Claim) -> Comparison:
    """The two reports, compared."""
    return replace(make_empty(*(make_witness(id, text) for id, text in TEXTS.items())), claims=claims)


def test_a_whole_sentence_stands_before_the_part_of_one():
    part, sentence = (
        find("tern", "a ferry ran aground,", TEXTS),
        find("gull", "A ferry ran aground off Port Halven on Tuesday.", TEXTS),
    )
    assert told(make_claim(1, part, sentence, origins=2)) == sentence.text


def test_the_sentence_nearest_to_the_beginning_of_its_report_is_taken():
    late = find("gull", "Twelve people were hurt, the coast guard said.", TEXTS)
    early = find("gull", "A ferry ran aground off Port Halven on Tuesday.", TEXTS)
    assert told(make_claim(1, late, origins=2), make_claim(2, early, origins=2)) == early.text


def test_what_fewer_origins_say_is_not_the_story():
    alone = find("gull", "A ferry ran aground off Port Halven on Tuesday.", TEXTS)
    shared = find("tern", "twelve were hurt", TEXTS)
    assert told(make_claim(1, alone, origins=1), make_claim(2, shared, origins=2)) == "twelve were hurt"


def test_a_sentence_too_long_for_a_heading_is_not_taken():
    text = "A ferry ran aground " + "and on " * LONGEST + "until it stopped."
    whole = replace(find("gull", "Oslo.", TEXTS), end=len(text), text=text)
    short = find("tern", "twelve were hurt", TEXTS)
    one = replace(
        story(make_claim(1, short, whole, origins=2)),
        articles=(make_witness("gull", text), make_witness("tern", TEXTS["tern"])),
    )
    assert find_telling(one) == short


def test_without_claims_nothing_tells_it():
    assert told() is None
