"""The comparison as JSON: written, read back, and refused where it is something else."""

import json
import time
from dataclasses import replace

import pytest

from factories import make_claim, make_comparison, make_empty, make_witness
from rashomon.errors import NotAComparison
from rashomon.model.span import Evidence
from rashomon.serialize import comparison_from_json, comparison_to_dict, comparison_to_json, quotations_from_json


def test_what_is_written_is_read_back():
    comparison = make_comparison()
    assert comparison_from_json(comparison_to_json(comparison)) == comparison


def test_keys_stand_in_the_order_of_the_contract():
    written = comparison_to_dict(make_comparison())
    assert list(written)[:4] == ["format", "made_by", "story", "articles"]
    assert list(written["claims"][0]["wording"]) == ["article", "start", "end", "text"]


def test_each_item_has_a_line_of_its_own():
    lines = comparison_to_json(make_comparison()).splitlines()
    for claim in comparison_to_dict(make_comparison())["claims"]:
        assert sum(json.dumps(claim, ensure_ascii=False) in line for line in lines) == 1


def test_text_is_written_as_it_is_and_ends_with_one_line_end():
    written = comparison_to_json(make_empty(make_witness("a", "Fähre „sank“ 🚢")))
    assert "Fähre „sank“ 🚢" in written
    assert written.endswith("}\n")


def test_a_lone_surrogate_survives():
    comparison = make_empty(make_witness("a", "\ud83d"))
    assert comparison_from_json(comparison_to_json(comparison)) == comparison


def test_unknown_keys_are_passed_over():
    node = comparison_to_dict(make_comparison())
    node["later"] = node["claims"][0]["later"] = 1
    assert comparison_from_json(json.dumps(node)) == make_comparison()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[]", "not a comparison"),
        ("{}", "not a comparison"),
        ('{"format": "rashomon.comparison/0"}', "not a comparison"),
        ('{"format": "rashomon.comparison/1"}', "missing"),
        ('{"format": "rashomon.comparison/1", "made_by": 3}', "misshapen"),
    ],
)
def test_anything_else_is_refused_with_a_reason(text, why):
    with pytest.raises(NotAComparison, match=why):
        comparison_from_json(text)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("articles", 0, "text"), None),
        (("claims", 0, "id"), None),
        (("claims", 0, "outlets"), "3"),
        (("claims", 0, "evidence", 0, "start"), "0"),
        (("claims", 0, "evidence", 0, "start"), True),
        (("quotations", 0, "speaker", "name"), 7),
        (("quotations", 0, "speaker", "named"), "yes"),
        (("differences", 0, "confidence"), "high"),
        (("origins",), None),
    ],
)
def test_something_else_where_words_or_numbers_should_stand_is_refused(path, value):
    node = comparison_to_dict(make_comparison())
    within = node
    for step in path[:-1]:
        within = within[step]
    within[path[-1]] = value
    with pytest.raises(NotAComparison, match="misshapen"):
        comparison_from_json(json.dumps(node))


def test_many_claims_are_written_quickly():
    reports = tuple(make_witness(f"a{n:03}", "The ferry sank.") for n in range(200))
    others = tuple(one.id for one in reports[1:])
    alone = make_claim(1, Evidence("a000", 0, 15, "The ferry sank."), origins=1, relation="single", not_found_in=others)
    comparison = replace(make_empty(*reports), claims=tuple(replace(alone, id=f"c-{number}") for number in range(5000)))
    begun = time.perf_counter()
    comparison_to_json(comparison)
    assert time.perf_counter() - begun < 5


def test_quotations_are_read_alone():
    comparison = make_comparison()
    assert quotations_from_json(comparison_to_json(comparison)) == comparison.quotations
    with pytest.raises(NotAComparison):
        quotations_from_json("[]")
    with pytest.raises(NotAComparison):
        quotations_from_json(comparison_to_json(comparison).replace('"variants"', '"others"'))


def test_quotations_are_read_alone_however_they_are_written():
    comparison = replace(make_comparison(), unresolved=())
    written = comparison_to_json(comparison)
    for text in (written, json.dumps(json.loads(written)), json.dumps(json.loads(written), indent=1)):
        assert quotations_from_json(text) == comparison.quotations
    assert quotations_from_json(comparison_to_json(make_empty(make_witness("gull", '"quotations": [1]\n')))) == ()
