"""Names that are nearly one: relatives, rulers, clubs and towns, and what is the same in another dress."""

import pytest
from tests.compare.reading import all_names_of, together


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Anna Berg and her husband, Kurt Berg, were hurt. Mrs Berg slept.", ("Kurt Berg", "Mrs Berg")),
        (
            "King Charles III spoke. Prince Charles left. Then Charles Dickens wrote.",
            ("Charles Dickens", "Prince Charles"),
        ),
        ("Then Omar Falk Jr. spoke. Omar Falk Sr. is his father.", ("Omar Falk Jr.", "Omar Falk Sr.")),
        ("Then Paris Hilton arrived in Paris on Friday.", ("Paris Hilton", "Paris")),
        ("They beat Manchester City in Manchester on Monday.", ("Manchester City", "Manchester")),
        (
            "It was at Halven University and the Halven University Hospital.",
            ("Halven University", "Halven University Hospital"),
        ),
        ("They left Tarvik, Crimea and Ostrov. In Crimea it rained.", ("Tarvik", "Tarvik, Crimea")),
        (
            "He left a West Bank village of 900 people. In the West Bank it rained.",
            ("West Bank", "West Bank village"),
        ),
        ("Then Foreign Minister Greta Lind spoke.", ("Greta Lind", "Minister Greta Lind")),
    ],
)
def test_namesakes_stay_apart(text: str, forms: tuple[str, ...]) -> None:
    assert not together(all_names_of(text), *forms)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Anna Berg and her husband, Kurt Berg, were hurt. Mrs Berg slept.", ("Anna Berg", "Mrs Berg")),
        ("Then Bill Falk spoke. Hillary Falk left. Later Mr Falk slept.", ("Bill Falk", "Mr Falk")),
        (
            "He left Washington. Then Denzel Washington spoke. So did Mr Washington.",
            ("Denzel Washington", "Mr Washington"),
        ),
        ("Aung Din Su Myat spoke. Then Su Myat left. Later Ms Su Myat slept.", ("Aung Din Su Myat", "Su Myat")),
        ("It rained in St. Louis. Later Saint Louis was dry.", ("St. Louis", "Saint Louis")),
        (
            "He was at St. Mary's Hospital. Later St Mary's Hospital said so.",
            ("St. Mary's Hospital", "St Mary's Hospital"),
        ),
        ("The Department of Trade sued. Later the Trade Department lost.", ("Department of Trade", "Trade Department")),
        ("It was Novafax.com that said so. Later Novafax denied it.", ("Novafax.com", "Novafax")),
        (
            "The Rapid Reef Response Team came. A rapid-reef response team does.",
            ("Rapid Reef Response Team", "rapid-reef response team"),
        ),
        ("It hit the A42 motorway. Later the A42 was shut.", ("A42", "A42 motorway")),
        ("The Oslo police came. Then police in Oslo left.", ("Oslo police", "police in Oslo")),
        ("The GOP lost. Then the Republican Party met.", ("GOP", "Republican Party")),
        ("The Taliban came. In May the militant group left.", ("Taliban", "the militant group")),
        ("Then Theresa May spoke. Mrs Falk met Theresa May.", ("Theresa May",)),
        ("Credit report company Orlan lost. It was Orlan that said so.", ("Credit report company Orlan", "Orlan")),
    ],
)
def test_one_name_in_another_dress_is_joined(text: str, forms: tuple[str, ...]) -> None:
    assert together(all_names_of(text), *forms)


def test_a_person_with_the_name_of_a_place_is_no_place() -> None:
    names = all_names_of("It rained in Washington. So Mr Washington left.")
    assert [(name.kind, len(name.variants)) for name in names] == [("place", 1), ("person", 2)]
