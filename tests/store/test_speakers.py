"""Who is quoted: under which name, how often, in how many stories; and all that is quoted of one."""

import dataclasses

import pytest
from tests.store.conftest import EVENING, NOON, place, save

from factories import make_article, make_comparison, make_empty, make_witness
from rashomon.errors import BadOption, NoSuchSpeaker
from rashomon.model.comparison import Name, QuotedSpeaker, Spelling, Utterance, Variant
from rashomon.model.kept import Speaker
from rashomon.model.span import Evidence
from rashomon.store.speakers import speaker_key


def quoting(store, story, *said, published="2025-03-04", kind="person"):
    """A story of one report, in which each name given says something."""
    text = "\n".join(f"{name} spoke." for name in said)
    store.keep(make_article(story, text, outlet=f"The {story}", published=published), "feed", NOON)
    place(store, story, story)
    utterances, names = [], []
    for number, name in enumerate(said, 1):
        start = text.index(f"{name} spoke.")
        variant = Variant(story, start, start + len(name) + 7, f"{name} spoke.", "direct", None, None)
        utterances.append(Utterance(f"q-{number}", QuotedSpeaker(name, None, True), "single", (variant,)))
        spelling = Spelling(name, (Evidence(story, start, start + len(name), name),))
        names.append(Name(f"n-{number}", kind, name, f"the voice of {story}", (spelling,)))
    made = dataclasses.replace(
        make_empty(make_witness(story, text, outlet=f"The {story}")), quotations=tuple(utterances)
    )
    save(store, story, dataclasses.replace(made, names=tuple(names)))


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Mira Oduya", "mira-oduya"),
        ("  MIRA   Oduya ", "mira-oduya"),
        ("Łukasz Möß", "lukasz-moss"),
        ("U.S. Coast Guard", "u-s-coast-guard"),
        ("James Harris", "james-harris"),  # an s at the end of a name is no plural
        ("O’Neill", "o-neill"),
        ("小池百合子", "小池百合子"),
        ("…", None),
        ("", None),
        (None, None),
        ("x" * 500, "x" * 120),
    ],
)
def test_a_key_is_the_name_folded(name, key):
    assert speaker_key(name) == key


def test_a_speaker_is_who_is_quoted_under_a_name(ferry):
    speaker = Speaker("mira-oduya", "Mira Oduya", 1, 1, 3, ("a passenger",))
    assert ferry.speaker("mira-oduya") == speaker and ferry.speakers() == (speaker,)
    (one,) = ferry.quoted("mira-oduya")
    assert (one.story, one.item, one.evidence.text) == ("ferry", "q-1", "We heard a loud bang and the lights went out")
    assert [place.article for place in one.also] == ["tern", "skua"]


def test_a_name_is_followed_through_all_stories(ferry):
    quoting(ferry, "mill", "Mira Oduya", "Ada Penn", published="2025-03-06")
    quoting(ferry, "bridge", "MIRA ODUYA", published="2025-03-01")
    speaker = ferry.speaker("mira-oduya")
    assert (speaker.name, speaker.quotations, speaker.stories, speaker.outlets) == ("Mira Oduya", 3, 3, 5)
    assert speaker.described == ("a passenger", "the voice of bridge", "the voice of mill")
    assert [one.story for one in ferry.quoted("mira-oduya")] == ["mill", "ferry", "bridge"]  # the newest first
    assert [one.story for one in ferry.quoted("mira-oduya", limit=1, offset=1)] == ["ferry"]
    assert [one.key for one in ferry.speakers()] == ["mira-oduya", "ada-penn"]


def test_a_speaker_who_is_quoted_no_more_is_no_speaker(ferry):
    ferry.keep(make_article("tern", "Other words."), "feed", EVENING)
    save(ferry, "ferry", dataclasses.replace(make_comparison(), quotations=()), EVENING)
    assert ferry.speakers() == () and ferry.count_speakers() == 0
    with pytest.raises(NoSuchSpeaker, match="mira-oduya"):
        ferry.speaker("mira-oduya")
    with pytest.raises(NoSuchSpeaker):
        ferry.quoted("mira-oduya")


def test_who_has_no_name_or_is_a_place_is_no_speaker(store):
    quoting(store, "mill", "Oldacre", kind="place")
    quoting(store, "bridge", "The Bridge Board", kind="org")
    assert [one.key for one in store.speakers()] == ["the-bridge-board"]
    (said,) = store.find_findings("oldacre")
    assert (said.speaker, said.key) == ("Oldacre", None)


def test_a_description_is_no_name(ferry):
    police = dataclasses.replace(make_comparison().quotations[0], speaker=QuotedSpeaker(None, "police", False))
    ferry.keep(make_article("tern", "Other words."), "feed", EVENING)
    save(ferry, "ferry", dataclasses.replace(make_comparison(), quotations=(police,)), EVENING)
    assert ferry.speakers() == ()
    assert ferry.find_findings("police bang")[0].speaker == "police"


def test_speakers_are_found_by_how_their_names_begin(store):
    quoting(store, "mill", "Mira Oduya", "Ada Penn", "Adam Mirren", "Samira Ode")
    for words, found in {
        "mir": ["adam-mirren", "mira-oduya"],
        "Odu MIRA": ["mira-oduya"],
        "Ödu": ["mira-oduya"],
        "ira": [],
        "penn, ada": ["ada-penn"],
    }.items():
        assert [one.key for one in store.speakers(words)] == found, words
        assert store.count_speakers(words) == len(found)
    assert [one.key for one in store.speakers(limit=2, offset=1)] == ["adam-mirren", "mira-oduya"]
    assert store.count_speakers() == 4


@pytest.mark.parametrize("words", ["", "%", "_ *"])
def test_a_question_without_letters_is_refused(store, words):
    with pytest.raises(BadOption, match="letter"):
        store.speakers(words)


@pytest.mark.parametrize("words", ["a b c " * 500, "x" * 60_000])
def test_a_long_question_asks_for_each_beginning_once(store, words):
    assert store.speakers(words) == () and store.count_speakers(words) == 0


def test_a_question_of_many_words_is_refused(store):
    with pytest.raises(BadOption, match="21 words"):
        store.speakers(" ".join(f"w{number}" for number in range(21)))
