import pytest

from rashomon.render.page.names import tell_form


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("Oduya", ""),
        ("Ms Mira Oduya", ""),
        ("Mira Oduja", "another spelling"),
        ("Odouya", "another spelling"),
        ("Halven Harbour", "another name"),
        ("MO", "initials"),
    ],
)
def test_forms_are_told_apart(form: str, told: str) -> None:
    assert tell_form(form, "Mira Oduya") == told
