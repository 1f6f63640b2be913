"""Names joined across reports: what is one name, and what must not be."""

import pytest
from tests.compare.reading import read, together

from rashomon.compare.names import join_names
from rashomon.model.comparison import Name
from rashomon.settings import NameSettings


def names_of(*texts: str) -> tuple[Name, ...]:
    return join_names(tuple(read(f"a{n}", text) for n, text in enumerate(texts)), NameSettings())


@pytest.mark.parametrize(
    ("texts", "forms"),
    [
        (
            ("Then President Ivan Orlov left. In March Orlov met Mr Orlov.",),
            ("Ivan Orlov", "Orlov", "Mr Orlov", "President Ivan Orlov"),
        ),
        (("He met Olena Hrytsenko.", "Later Olena Gritsenko left."), ("Olena Hrytsenko", "Olena Gritsenko")),
        (("It fell near Kyiv on Monday.", "It fell near Kiev on Monday."), ("Kyiv", "Kiev")),
        (("They left Myrnohrad and Pokrovsk.", "In Dimitrov all is quiet."), ("Myrnohrad", "Dimitrov")),
        (("They are in Pokrovsk now.", "They are in Krasnoarmeysk now."), ("Pokrovsk", "Krasnoarmeysk")),
        (("In Mazar-i-Sharif it was calm.", "In Mazar-e Sharif it was calm."), ("Mazar-i-Sharif", "Mazar-e Sharif")),
        (("It left the U.S. in May.", "It left the United States in May."), ("U.S.", "United States")),
        (("He told Norrland Power Inc. so.", "He told Norrland Power so."), ("Norrland Power Inc.", "Norrland Power")),
        (
            ("It fell to the World Tidal Authority (WTA) to act. Later the WTA did.",),
            ("World Tidal Authority", "WTA"),
        ),
        (("The probe, Orlan-7, fell.", "It is Orlan-7, also known as Sky Barge, that fell."), ("Orlan-7", "Sky Barge")),
    ],
)
def test_forms_of_one_name_are_joined(texts: tuple[str, ...], forms: tuple[str, ...]) -> None:
    assert together(names_of(*texts), *forms)


@pytest.mark.parametrize(
    ("texts", "forms"),
    [
        (("Then Anna Smith spoke to John Smith in court.",), ("Anna Smith", "John Smith")),
        (("It flew from Austria to Australia on Monday.",), ("Austria", "Australia")),
        (("They are in Manchester now. It is at Manchester Airport.",), ("Manchester", "Manchester Airport")),
        (("He met Raul Castro.", "He met Raul Castillo."), ("Raul Castro", "Raul Castillo")),
    ],
)
def test_different_names_stay_apart(texts: tuple[str, ...], forms: tuple[str, ...]) -> None:
    assert not together(names_of(*texts), *forms)


def test_a_shared_surname_is_of_the_person_last_named() -> None:
    text = "Then Anna Smith spoke. On Monday Smith left. Then John Smith came. On Friday Smith slept."
    names = {name.canonical: name for name in names_of(text)}
    first, second = (
        next(v for v in names[full].variants if v.text == "Smith") for full in ("Anna Smith", "John Smith")
    )
    assert first.evidence[0].start < second.evidence[0].start


def test_a_name_has_its_fullest_form_and_commonest_role() -> None:
    (name,) = names_of("Then Chancellor Greta Lind spoke.", "On Monday Lind left. Later Chancellor Greta Lind ate.")
    assert (name.id, name.kind, name.canonical, name.role) == ("n-1", "person", "Greta Lind", "Chancellor")


def test_every_form_is_the_words_of_its_article() -> None:
    texts = ("Then US envoy Dan Brack met NATO's Kurt Weil in Oslo.", "In Oslo province Brack spoke, the bank said.")
    for name in names_of(*texts):
        for variant in name.variants:
            for e in variant.evidence:
                assert texts[int(e.article[1:])][e.start : e.end] == e.text


def test_a_description_stands_for_the_body_known_to_be_such() -> None:
    names = names_of("He told the Halven Gazette so. The newspaper printed it.")
    assert together(names, "Halven Gazette", "The newspaper")


def test_names_come_in_the_same_order_each_time() -> None:
    texts = ("In Oslo Kurt Weil met Dan Brack.", "Later Dan Brack left Oslo for Bergen.")
    assert names_of(*texts) == names_of(*texts)
