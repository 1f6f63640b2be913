"""One utterance in each of its wordings, and whose it is."""

from rashomon.compare.names import join_names
from rashomon.compare.speakers import resolve_speakers
from rashomon.compare.utterances import group_quotations
from rashomon.model.article import Article
from rashomon.model.comparison import Utterance
from rashomon.model.joined import StoryReading
from rashomon.pipeline import read_closely
from rashomon.settings import Settings


def utterances(*texts: str) -> tuple[Utterance, ...]:
    settings = Settings()
    readings = tuple(read_closely(Article(f"a{n}", text), settings) for n, text in enumerate(texts))
    names = join_names(readings, settings.names)
    return group_quotations(StoryReading(resolve_speakers(readings, names), names), settings.quotations)


def shared(*texts: str) -> list[tuple[str | None, str, int]]:
    """Speaker, wording and number of variants of the utterances that several articles carry."""
    return [
        (u.speaker.name, u.wording, len(u.variants))
        for u in utterances(*texts)
        if len({v.article for v in u.variants}) > 1
    ]


def test_same_words_are_one_utterance():
    assert shared("“The bridge must go,” Mira Holt said.", "Mira Holt said: “The bridge must go.”") == [
        ("Mira Holt", "same", 2)
    ]


def test_words_cut_out_of_a_longer_quotation_are_one_utterance():
    long = "“The old iron bridge is beyond repair and it must go,” Mira Holt said."
    assert shared(long, "Mira Holt said the bridge was “beyond repair”.") == [("Mira Holt", "cut", 2)]


def test_two_stretches_join_the_one_that_holds_both():
    whole = "“The iron bridge is beyond repair. The council will build another one,” Mira Holt said."
    split = "“The iron bridge is beyond repair,” Mira Holt said. “The council will build another one.”"
    assert shared(whole, split) == [("Mira Holt", "cut", 3)]


def test_other_wording_by_the_same_speaker_is_altered():
    one = "“If the troops withdraw from the towns they occupy, we will stop the fighting,” Mira Holt said."
    other = "“If troops leave the occupied towns, then we will stop fighting,” Mira Holt said."
    assert shared(one, other) == [("Mira Holt", "altered", 2)]


def test_other_words_stay_apart():
    assert shared("“The bridge must go,” Mira Holt said.", "“Nobody asked the residents,” Mira Holt said.") == []


def test_same_short_words_of_two_people_stay_apart():
    assert shared("Mira Holt called it a “sad day indeed”.", "Dan Ord spoke of a “very sad day”.") == []


def test_surname_is_resolved_over_the_story():
    (one,) = shared("“The bridge must go,” said Mira Holt.", "“The bridge must go,” Holt said.")
    assert one == ("Mira Holt", "same", 2)


def test_office_is_resolved_over_the_story():
    full = "Russian President Vladimir Putin spoke on Monday. “We will wait for an answer,” Putin said."
    assert shared(full, "“We will wait for an answer,” the Russian leader said.") == [("Vladimir Putin", "same", 2)]


def test_speaker_without_a_name_keeps_the_words_of_the_source():
    (one,) = utterances("“The bridge must go,” a source close to the talks said.")
    assert (one.speaker.name, one.speaker.named) == (None, False)
    assert one.speaker.description == "a source close to the talks"


def test_utterances_of_most_articles_come_first_and_are_numbered():
    found = utterances(
        "“Nobody asked us,” Dan Ord said.\n“The bridge must go,” Mira Holt said.",
        "“The bridge must go,” Mira Holt said.",
    )
    assert [u.id for u in found] == ["q-1", "q-2"]
    assert found[0].speaker.name == "Mira Holt"
