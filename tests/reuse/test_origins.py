import pytest

from rashomon.model.reading import EMBEDDED_POST
from rashomon.reuse.origins import find_origins
from rashomon.reuse.passages import find_passages
from rashomon.settings import ReuseSettings

WIRE = (
    "The ferry Marlin struck the harbour wall at Port Ansel on Tuesday and nine passengers were taken to hospital. "
    "The captain told investigators that the engines would not answer. The line has run since 1961."
)
OWN = (
    "Two hours after the crash the quay was still full of buses. Families waited behind a rope while officers read out "
    "names, and a choir that had been on board sang to keep warm."
)


def origins_of(*readings):
    settings = ReuseSettings()
    return find_origins(readings, find_passages(readings, settings), settings)


def groups(origins):
    return [origin.articles for origin in origins]


def test_a_copy_and_its_source_are_one_origin_and_say_why(reading):
    origins = origins_of(
        reading("gazette", WIRE, published="2031-03-04"),
        reading("courier", OWN, published="2031-03-04"),
        reading("herald", WIRE + " More follows.", published="2031-03-05"),
    )
    assert groups(origins) == [("gazette", "herald"), ("courier",)]
    assert origins[0].original == "gazette"
    assert origins[0].reason == "100 % of the words of gazette stand in herald"
    assert origins[1].original == "courier"


def test_copies_of_one_day_name_no_original(reading):
    origins = origins_of(reading("a", WIRE, published="2031-03-04"), reading("b", WIRE, published="2031-03-04"))
    assert origins[0].original is None


@pytest.mark.parametrize(("one", "other"), [("AP", "The Associated Press"), ("AFP", "Agence France-Presse")])
def test_texts_credited_to_one_agency_are_one_origin(reading, one, other):
    origins = origins_of(reading("a", WIRE, credits=(one,)), reading("b", OWN, credits=(other,)))
    assert groups(origins) == [("a", "b")]
    assert origins[0].agency == one
    assert origins[0].original is None
    assert f"a and b are credited to {one}" in origins[0].reason


def test_the_agencys_own_report_is_the_original(reading):
    origins = origins_of(
        reading("a", WIRE, credits=("Reuters",), outlet="courier.example"),
        reading("b", WIRE, credits=("Reuters",), outlet="reuters.com"),
    )
    assert origins[0].original == "b"


def test_a_text_credited_to_several_agencies_stands_alone(reading):
    origins = origins_of(
        reading("a", WIRE, credits=("AP",)), reading("b", WIRE[:107] + OWN + OWN[::-1], credits=("AP", "AFP"))
    )
    assert groups(origins) == [("a",), ("b",)]
    assert origins[1].agency is None


def test_the_same_statement_quoted_is_no_copy(reading):
    said = "the engines would not answer and I had no more than a minute to turn her away from the wall before it came"
    a = reading("a", f'The captain spoke at noon on the quay in heavy rain, coat open. "{said}," he told the crowd.')
    b = reading(
        "b", f'Investigators played a recording to families late on Wednesday night. "{said}," a voice says in it.'
    )
    assert groups(origins_of(a, b)) == [("a",), ("b",)]


def test_a_post_shown_by_several_is_no_copy(reading):
    post = f"{OWN[:107]} It was a long and sad day on the quay for all of us — Jo Roe (@jroe) March 4, 2031"
    gone = post[post.index("— ") :]
    a = reading("a", f"{WIRE}\n{post}", gone=gone, why=EMBEDDED_POST)
    b = reading(
        "b",
        f"Investigators met families late at night.\n{post}\nThey hear two of the crew before noon.",
        gone=gone,
        why=EMBEDDED_POST,
    )
    assert groups(origins_of(a, b)) == [("a",), ("b",)]


def test_each_article_is_in_exactly_one_origin(reading):
    readings = [reading(f"a{n}", text) for n, text in enumerate(["", " ", "One.", WIRE, WIRE, OWN, "!?", "One."])]
    held = [article for origin in origins_of(*readings) for article in origin.articles]
    assert sorted(held) == [r.article.id for r in readings]
