from dataclasses import replace

from factories import find
from rashomon.model.kept import Finding, Place
from rashomon.render.sayings import find_sources, make_saying

SAID = "We heard a loud bang and the lights went out"


def found(item="q-1"):
    here, there = find("gull", SAID), find("tern", "We heard a very loud bang and all the lights went off")
    return Finding(
        "quotation", "s-1", item, "gull", "The Gull", "2025-03-04", "Ferry aground", "Mira Oduya", here, (),
        also=(Place("tern", "Tern", "2025-03-05", None, "Mira Oduya", there),), outlets=2, origins=2,
    )  # fmt: skip


def test_wordings_stand_together_with_who_prints_them(comparison):
    saying = make_saying(found(), comparison.quotations[0])
    assert saying.told == "worded differently"
    assert [(one.form, [p.article for p in one.printed]) for one in saying.wordings] == [
        ("direct", ["gull"]),
        ("direct", ["tern"]),
        ("indirect", ["skua"]),
    ]
    assert saying.wordings[0].printed[0].outlet == "The Gull"
    assert saying.wordings[2].printed[0].outlet is None  # the search found no such place
    assert ("very ", True) in saying.wordings[1].runs
    assert "".join(text for text, _ in saying.wordings[0].runs) == SAID


def test_what_the_comparison_has_no_more_is_shown_as_it_was_found(comparison):
    (utterance,) = comparison.quotations
    moved = replace(utterance, variants=tuple(replace(one, start=one.start + 1) for one in utterance.variants))
    for known in (None, moved):
        saying = make_saying(found(), known)
        assert [one.form for one in saying.wordings] == [None, None]
        assert [p.span.start for one in saying.wordings for p in one.printed] == [
            find("gull", SAID).start,
            found().also[0].evidence.start,
        ]


def test_sources_are_the_reports_own_words_without_pronouns(comparison):
    (utterance,) = comparison.quotations
    named, again = find("gull", "Mira Oduya"), find("tern", "Mira Oduya")
    she = find("skua", "she")
    sources = (named, again, she)
    variants = tuple(replace(one, source=source) for one, source in zip(utterance.variants, sources, strict=True))
    assert find_sources([replace(utterance, variants=variants)]) == (named,)
