"""A store that has something for every page, and the address of each page over it."""

from dataclasses import replace
from pathlib import Path

from tests.large_story import make_large
from tests.web.kept_story import keep_story
from tests.web.reading_room import FEED, NOW, keep

from rashomon.model.article import Article
from rashomon.model.kept import Skipped, SourceState
from rashomon.model.span import Span
from rashomon.settings import Settings
from rashomon.store.opening import open_store
from rashomon.store.store import Store
from rashomon.stream.comparing import compare_story
from rashomon.stream.correcting import correct_story, move_article
from rashomon.text.selecting import select
from rashomon.web.addresses import article_at, evidence_at, speaker_at, story_at

KINDS = (
    "stories",
    "stories of a day",
    "stories with words",
    "no such stories",
    "story",
    "story filtered",
    "story corrected",
    "story of one",
    "broad story",
    "story gone",
    "claim",
    "name",
    "whole story",
    "corrections",
    "article",
    "article with words",
    "article changed",
    "versions",
    "evidence",
    "evidence gone",
    "speakers",
    "speaker",
    "search",
    "search articles",
    "search claims",
    "search quotations",
    "search finds nothing",
    "sources",
    "add",
    "API",
    "no such page",
    "no such story",
)
LATER = "2026-01-19T15:00:00+00:00"
CHANGED = "https://vbc.example/news/2026/01/17/halven"  # of the demonstration; gets another version
BARGES = tuple(
    Article(f"https://{name}.example/barge", text, outlet=name.title(), headline=headline, published="2026-01-10")
    for name, headline, text in (
        ("auk", "Barge sinks", "A barge sank off Port Harrow on Saturday, police said. Nobody was aboard."),
        ("rail", "Harrow barge down", "Divers found the barge that sank off Port Harrow, police said on Saturday."),
    )
)


def enlarge(path: Path) -> dict[str, str]:
    """The filled store gets what it lacks; the path of a page of each kind by the name of the kind."""
    with open_store(path) as store:
        broad = keep_story(store, make_large(reports=20, claims=24))
        cable_car, ferry = store.story_of("VBC") or "", store.story_of("gull.example/ferry") or ""
        _change(store)
        gone = _split(store)
        _correct(store, ferry)
        _follow(store)
        for story in (cable_car, ferry):
            compare_story(store, story, LATER, Settings())
        speaker = store.speakers(limit=1)[0].key
        gull = store.article("gull.example/ferry")
        start = gull.text.index("Twelve people")
        words = select(gull.id, gull.text, Span(start, start + 23))
        pages = {
            "stories": "/",
            "stories of a day": "/?day=2026-01-18",
            "stories with words": "/?words=ferry",
            "no such stories": "/?words=unheard",
            "story": story_at(cable_car),
            "story filtered": f"{story_at(cable_car)}?kind=number&relation=conflict",
            "story corrected": story_at(ferry),
            "story of one": story_at(store.story_of("oats.example/mill") or ""),
            "broad story": story_at(broad),
            "story gone": story_at(gone),
            "claim": f"{story_at(cable_car)}/items/c-1",
            "name": f"{story_at(cable_car)}/items/n-1",
            "whole story": f"{story_at(cable_car)}/items/story",
            "corrections": "/corrections",
            "article": article_at("Post"),
            "article with words": article_at(gull.id, Span(start, start + 23)),
            "article changed": article_at("VBC"),
            "versions": article_at("VBC", old=1, new=2),
            "evidence": evidence_at(words),
            "evidence gone": evidence_at(replace(words, start=3, end=9, exact="a zebra", prefix="", suffix="")),
            "speakers": "/speakers",
            "speaker": speaker_at(speaker),
            "search": "/search",
            "search articles": "/search?q=cable",
            "search claims": "/search?q=cable&in=claims",
            "search quotations": "/search?q=we&in=quotations",
            "search finds nothing": "/search?q=zebra",
            "sources": "/sources",
            "add": "/add",
            "API": "/api",
            "no such page": "/nothing/here",
            "no such story": "/stories/none",
        }
        assert tuple(pages) == KINDS
        return pages


def _change(store: Store) -> None:
    """One report of the cable car has another version."""
    old = store.article("VBC")
    first, _, rest = old.text.partition(". ")
    keep(
        store, replace(old, text=f"{first}, officials said. {rest}\n\nThe search went on.", headline="Halven: 11 dead")
    )


def _split(store: Store) -> str:
    """The id of a story whose two reports were moved to two others."""
    keep(store, *BARGES)
    story = store.story_of(BARGES[0].id) or ""
    for article, other in ((BARGES[0].id, "gull.example/ferry"), (BARGES[1].id, "oats.example/mill")):
        move_article(store, article, store.story_of(other) or "", LATER, "Ada")
    return story


def _correct(store: Store, ferry: str) -> None:
    tern = store.article("tern.example/marlin")
    end = tern.text.index(".") + 1
    correct_story(store, "boilerplate", ferry, [select(tern.id, tern.text, Span(0, end))], LATER, "Ada Penn")


def _follow(store: Store) -> None:
    store.save_source_state(SourceState(FEED, "feed", None, None, NOW, LATER, 0, None))
    failed = SourceState("https://auk.example/rss", "feed", None, None, None, LATER, 3, "the server answered 503")
    store.save_source_state(failed)
    store.skip([Skipped("https://gull.example/live", FEED, "it has no text of its own", NOW)])
