"""Pairs of written names: what sounds, reads or stands for the same."""

import pytest

from rashomon.compare.aliases import places_called
from rashomon.compare.name_match import name_similarity
from rashomon.settings import NameSettings

SAME = NameSettings().same_name


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", "person"),
        ("Robert Halloran", "Bob Halloran", "person"),
        ("Lloyd C. Varga", "Lloyd Varga", "person"),
        ("Varga Lloyd", "Lloyd Varga", "person"),
        ("Сергей Орлов", "Sergei Orlov", "person"),
        ("Jean-Paul Morin", "JP Morin", "person"),
        ("Brandt GmbH", "Brandt", "org"),
        ("Halven & Sons Ltd.", "Halven and Sons Limited", "org"),
        ("World Tidal Authority", "WTA", "org"),
        ("Sky Lab", "Skylab", "other"),
    ],
)
def test_spellings_of_one_name_are_alike(a: str, b: str, kind: str) -> None:
    found = name_similarity(a, b, kind)  # type: ignore[arg-type]
    assert found.score >= SAME, found
    assert found.reason


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("Anna Smith", "John Smith", "person"),
        ("Smith", "Anna Smith", "person"),
        ("Iran", "Iraq", "place"),
        ("Bank of Estonia", "Bank of Ethiopia", "org"),
        ("Orlan-7", "Orlan-8", "other"),
        ("Halven Bank", "Halven Bank Trust", "org"),
        ("", "Anna", "person"),
    ],
)
def test_names_of_others_are_not(a: str, b: str, kind: str) -> None:
    assert name_similarity(a, b, kind).score < SAME  # type: ignore[arg-type]


def test_likeness_does_not_depend_on_the_order() -> None:
    pairs = [
        ("Olena Hrytsenko", "Olena Gritsenko"),
        ("WTA", "World Tidal Authority"),
        ("Ben Gurion", "Benjamin Gurion"),
    ]
    assert all(name_similarity(a, b, "org") == name_similarity(b, a, "org") for a, b in pairs)


@pytest.mark.parametrize(("a", "b"), [("kyiv", "kiev"), ("myrnohrad", "dimitrov"), ("pokrovsk", "krasnoarmeysk")])
def test_the_table_knows_both_names_of_a_place(a: str, b: str) -> None:
    assert {n for n, _ in places_called((a,))} & {n for n, _ in places_called((b,))}


def test_the_table_knows_no_other_words() -> None:
    assert places_called(("zzyzzx",)) == places_called(("é",)) == places_called(()) == ()
