"""What is kept of an article: few bytes, the most telling words, names marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluster.stock import FERRY, report
from rashomon.cluster.signature import NAME, Signature, read_signature
from rashomon.settings import GroupingSettings

SETTINGS = GroupingSettings()


def test_telling_words_come_first_and_everyday_words_last():
    words = read_signature(report("a", FERRY), SETTINGS).words
    assert {"Halven", "Gull"} <= set(words[:8])
    assert "the" not in words


def test_names_and_numbers_are_marked():
    signature = read_signature(report("a", FERRY), SETTINGS)
    marked = {word for word, weight in zip(signature.words, signature.weights, strict=True) if weight >= NAME}
    assert {"Gull", "Halven", "Oduya", "12"} <= marked
    assert "rudder" not in marked


def test_no_more_terms_than_are_allowed_and_none_twice():
    text = " ".join(f"word{n} Name{n}" for n in range(500))
    signature = read_signature(report("a", text), SETTINGS)
    assert len(signature.terms) == len(set(signature.terms.tolist())) == SETTINGS.terms
    assert len(signature.to_bytes()) < 1500


@pytest.mark.parametrize("day", ["2031-02-30", "soon", "20310", ""])
def test_a_day_that_is_none_is_unknown(day):
    assert read_signature(report("a", FERRY, day), SETTINGS).day == 0


@pytest.mark.parametrize("kept", [b"", b"\x01", b"\x09" + bytes(40), bytes(8)])
def test_what_is_no_signature_is_refused(kept):
    with pytest.raises(ValueError, match="signature"):
        Signature.from_bytes(kept)


@given(st.text(), st.text())
def test_any_text_has_a_signature_that_can_be_kept(id, text):
    signature = read_signature(report(id, text), SETTINGS)
    again = Signature.from_bytes(signature.to_bytes())
    assert again.article == id and again.words == signature.words and again.day == signature.day
    assert again.terms.tolist() == signature.terms.tolist()
    assert again.weights.tolist() == signature.weights.tolist()


def test_scripts_without_spaces_are_read_two_signs_at_a_time():
    assert {"北京", "京市"} <= set(read_signature(report("a", "北京市发生地震"), SETTINGS).words)
