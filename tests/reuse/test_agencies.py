import pytest

from rashomon.reuse.agencies import agency_of, is_own_outlet


@pytest.mark.parametrize(
    ("credit", "agency"),
    [
        ("AP", "AP"),
        ("The Associated Press", "AP"),
        ("Agence France-Presse", "AFP"),
        ("REUTERS", "Reuters"),
        ("Thomson Reuters Foundation", "Thomson Reuters Foundation"),
        ("Press Trust of India", "PTI"),
        ("Coastal Wire", "Coastal Wire"),
    ],
)
def test_one_agency_has_one_name(credit, agency):
    assert agency_of(credit) == agency


@pytest.mark.parametrize("outlet", ["apnews.com", "www.apnews.com", "AP", "AP News", "The Associated Press"])
def test_the_agencys_own_outlet_is_known(outlet):
    assert is_own_outlet("AP", outlet)


@pytest.mark.parametrize("outlet", [None, "", "maps.example", "courier.example", "reuters.com"])
def test_other_outlets_are_not_the_agency(outlet):
    assert not is_own_outlet("AP", outlet)
