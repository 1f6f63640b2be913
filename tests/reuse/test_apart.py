import pytest

from rashomon.ingest.readers import read_articles
from rashomon.pipeline import in_story_order, read_closely
from rashomon.reuse.apart import find_apart
from rashomon.settings import ReuseSettings, Settings

FERRY = [
    "The ferry Marlin struck the harbour wall at Port Ansel. Nine passengers were bruised, the coastguard said. "
    "Captain Iris Vane told investigators that the engines jammed as the vessel turned.",
    "Passengers were thrown from their seats when a ferry hit the wall of Port Ansel harbour. The coastguard sent two "
    "lifeboats. The Marlin, built in 1961, was carrying a choir. Its captain, Iris Vane, blamed jammed engines.",
    "Investigators boarded the Marlin at Port Ansel to find why the engines of the ferry jammed. The coastguard said "
    "the captain, Iris Vane, had done well to turn the vessel before it met the harbour wall.",
]
ORCHARD = (
    "Growers in the Ellan valley expect the smallest apple harvest in a decade after frost burned the blossom twice. "
    "Prices of cider fruit have doubled, and pickers are being sent home before the season has even begun."
)


def test_an_article_on_something_else_is_apart(reading):
    readings = tuple(reading(f"a{n}", text) for n, text in enumerate([*FERRY, ORCHARD]))
    (apart,) = find_apart(readings, ReuseSettings())
    assert apart.article == "a3"
    assert "telling words" in apart.reason


def test_of_two_unlike_articles_the_earlier_is_the_story(reading):
    apart = find_apart((reading("a", FERRY[0]), reading("b", ORCHARD)), ReuseSettings())
    assert [one.article for one in apart] == ["b"]


@pytest.mark.parametrize("texts", [[], FERRY[:1], FERRY, [*FERRY, "Ferry crash: updates soon."], [*FERRY, ""]])
def test_reports_of_the_event_and_very_short_texts_are_not_apart(reading, texts):
    assert find_apart(tuple(reading(f"a{n}", text) for n, text in enumerate(texts)), ReuseSettings()) == ()


def test_an_article_in_another_language_is_apart_and_says_so(reading):
    german = (
        "Eine Fähre hat am Dienstag im Hafen von Port Ansel die Mauer gerammt. Neun Fahrgäste wurden verletzt, wie "
        "die Küstenwache mitteilte. Warum die Maschinen versagten, wird nun von der Behörde untersucht."
    )
    readings = [reading(f"a{n}", text, language="en") for n, text in enumerate(FERRY)]
    (apart,) = find_apart((*readings, reading("de", german, language="de")), ReuseSettings())
    assert apart.article == "de"
    assert apart.reason.startswith("it is written in de, the others in en; ")


def test_an_article_of_another_labelled_story_is_found(shared):
    stories = {
        folder.name: in_story_order(
            read_closely(article, Settings()) for article in read_articles(str(folder / "articles.jsonl"))[0]
        )
        for folder in sorted((shared / "stories").iterdir())
        if folder.is_dir()
    }
    strays = found = 0
    for name, readings in stories.items():
        for other, strangers in stories.items():
            for stray in strangers if other != name else ():
                if stray.article.id not in {r.article.id for r in readings}:
                    strays += 1
                    told = {one.article for one in find_apart((*readings, stray), ReuseSettings())}
                    found += stray.article.id in told
    assert found >= 0.95 * strays
