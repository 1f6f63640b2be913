from dataclasses import replace

from factories import find, make_empty, make_witness
from rashomon.model.comparison import Origin
from rashomon.render.edition import make_edition
from rashomon.render.testimony import find_testimony


def test_a_report_parts_in_its_own_words_with_those_of_the_others(comparison):
    testimony = find_testimony(make_edition(comparison), "gull")
    hard, soft = testimony.partings
    assert (hard.id, hard.hard, [one.text for one in hard.own]) == ("d-1", True, ["Twelve"])
    assert [(other.words, other.reports) for other in hard.others] == [("14", (("tern", "Tern"), ("skua", "skua")))]
    assert hard.sureness == "fairly sure" and not soft.hard
    place = find("gull", "Twelve")
    assert (hard.own[0].span.start, hard.own[0].span.end) == (place.start, place.end)


def test_claims_count_all_origins_and_quotations_name_who_spoke(comparison):
    testimony = find_testimony(make_edition(comparison), "skua")
    assert [(one.id, one.origins) for one in testimony.statements] == [("c-1", 2), ("c-2", 2)]
    (saying,) = testimony.sayings
    assert (saying.speaker, saying.form, saying.origins) == ("Mira Oduya", "indirect", 2)
    assert [one.reason for one in testimony.unresolved] == ["no publication date to count from"]
    assert testimony.apart == "tells of it in two sentences only"


def test_the_origin_tells_its_other_reports_and_what_they_share(comparison):
    edition = make_edition(comparison)
    descent = find_testimony(edition, "skua").descent
    assert (descent.name, descent.agency, descent.original) == ("Wirenet", "Wirenet", False)
    (kin,) = descent.kin
    assert (kin.article, kin.outlet, kin.original) == ("tern", "Tern", True)
    assert 0 < descent.share < 100
    alone = find_testimony(edition, "gull").descent
    assert (alone.original, alone.kin) == (True, ())


def test_reasons_call_reports_by_name_where_ids_are_addresses():
    ids = ["https://gull.example/world/ferry", "https://gull.example/world/ferry/2"]
    made = make_empty(*(make_witness(id, "It sank.", outlet=f"Gull {n}") for n, id in enumerate(ids)))
    origin = Origin("o-1", tuple(ids), ids[0], None, f"100 % of {ids[1]} stands in {ids[0]}")
    testimony = find_testimony(make_edition(replace(made, origins=(origin,))), ids[1])
    assert testimony.descent.reason == "100 % of Gull 1 stands in Gull 0"


def test_every_place_told_holds_its_words(comparison):
    edition = make_edition(comparison)
    for witness in comparison.articles:
        testimony = find_testimony(edition, witness.id)
        assert list(testimony.cited())
        for words in (*(one for p in testimony.partings for one in p.own), *(s.words for s in testimony.sayings)):
            assert words.span.of(witness.text) == words.text
