"""Words that stand for a name: nations, capitals, offices, handles, things of a country."""

import pytest
from tests.compare.reading import all_names_of, forms_of, together


@pytest.mark.parametrize(
    ("texts", "forms"),
    [
        (("He left Norway on Monday. Many Norwegians did. A Norwegian plane fell.",), ("Norwegian", "Norwegians")),
        (("They met in Oslo on Monday. The Norwegian capital was calm.",), ("Oslo", "The Norwegian capital")),
        (("They met in Lima. It is a town like Peru's capital.",), ("Lima", "Peru's capital")),
        (("South Korea won. A South Korean plane left.",), ("South Korea", "South Korean")),
        (("The Halven Zoo shut. A post by @HalvenZoo said so.",), ("Halven Zoo", "@HalvenZoo")),
        (
            ("Zoo director Greta Lind wept at Halven Zoo. It was the Halven Zoo's director who said so.",),
            ("Greta Lind", "the Halven Zoo's director"),
        ),
        (("Orlan's former CEO, Greta Lind, left. Then Greta Lind spoke.",), ("Greta Lind", "Orlan's former CEO")),
        (
            ("Chilean President Ines Falk spoke.", "Later the Chilean president left with Ines Falk."),
            ("Ines Falk", "the Chilean president"),
        ),
        (
            (
                "They lost Norway’s first lander, Frosta-1, on Monday.",
                "Frosta-1 is lost. So the Norwegian lander fell.",
            ),
            ("Frosta-1", "Norway’s first lander", "the Norwegian lander"),
        ),
    ],
)
def test_words_stand_for_the_name(texts: tuple[str, ...], forms: tuple[str, ...]) -> None:
    assert together(all_names_of(*texts), *forms)


@pytest.mark.parametrize(
    ("texts", "forms"),
    [
        (("He left Norway. The Norwegian Red Cross came. A capital gain was taxed.",), ("Norway", "Norwegian")),
        (("They met in Oslo. The Chilean capital was calm.",), ("Oslo", "The Chilean capital")),
        (
            ("Chilean President Ines Falk spoke. Then the Peruvian president left.",),
            ("Ines Falk", "the Peruvian president"),
        ),
        (
            ("Deputy director Max Roth of Halven Zoo spoke. The Halven Zoo's director did not.",),
            ("Max Roth", "The Halven Zoo's director"),
        ),
        (("North Korea lost. A South Korean plane left.",), ("North Korea", "South Korean")),
    ],
)
def test_words_of_another_stay_apart(texts: tuple[str, ...], forms: tuple[str, ...]) -> None:
    assert not together(all_names_of(*texts), *forms)


def test_a_description_by_nation_is_of_no_other_nation() -> None:
    text = "Japanese bank Midori cut jobs. Midori fell. The Swiss bank did not. Midori rose. The Japanese bank said so."
    forms = forms_of(all_names_of(text), "Midori")
    assert "The Japanese bank" in forms
    assert "The Swiss bank" not in forms


def test_every_byword_is_the_words_of_its_article() -> None:
    texts = ("He left Norway for Oslo, the Norwegian capital.", "Norwegians saw @Oslo in Norway’s capital.")
    for name in all_names_of(*texts):
        for variant in name.variants:
            for e in variant.evidence:
                assert texts[int(e.article[1:])][e.start : e.end] == e.text
