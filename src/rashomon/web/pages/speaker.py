"""Who is quoted, and all that is quoted of one: in every wording, with the reports that print it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from rashomon.errors import BadOption
from rashomon.model.comparison import Utterance
from rashomon.model.kept import Finding, ListedStory, Speaker
from rashomon.model.span import Evidence
from rashomon.render.sayings import Saying, find_sources, make_saying
from rashomon.serialize import quotations_from_json
from rashomon.web.house import House, the_house
from rashomon.web.sending.answers import answer_kept
from rashomon.web.templating import fill

router = APIRouter()

NAMES = 100  # speakers a page of the list
QUOTATIONS = 25  # quotations a page of one speaker; those of a story stay together as far as they are on it

Page = Annotated[int, Query(ge=1, le=1_000_000)]


@dataclass(frozen=True, slots=True)
class Quoted:
    """What is quoted of a speaker in one story: `headline` is the story's, `sources` the words that tell who it is."""

    story: str
    headline: str
    day: str | None
    sources: tuple[Evidence, ...]
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class SpeakerPage:
    """One page of all that is quoted of a speaker; `total` counts the quotations on all pages."""

    speaker: Speaker
    stories: tuple[Quoted, ...]
    number: int
    total: int

    @property
    def last(self) -> int:
        """The number of the last page."""
        return max(1, -(-self.total // QUOTATIONS))


@dataclass(frozen=True, slots=True)
class SpeakersPage:
    """One page of the list of speakers; `fault` says why the words asked for cannot be looked for."""

    words: str
    speakers: tuple[Speaker, ...]
    total: int
    number: int
    fault: str

    @property
    def last(self) -> int:
        """The number of the last page."""
        return max(1, -(-self.total // NAMES))


@router.get("/speakers")
def speakers(
    request: Request,
    q: Annotated[str, Query(max_length=200)] = "",
    page: Page = 1,
    house: House = Depends(the_house),
) -> Response:
    """Who is quoted by name, those most quoted first."""
    words = " ".join(q.split())
    key = ("speakers", words, page, house.store.mark())
    return answer_kept(
        request, house, key, lambda: fill(request, "speakers.html.j2", page=make_speakers_page(house, words, page))
    )


@router.get("/speakers/{key}")
def speaker(request: Request, key: str, page: Page = 1, house: House = Depends(the_house)) -> Response:
    """All that is quoted of one, story by story, newest first."""
    made_of = ("speaker", key, page, house.store.mark())
    return answer_kept(
        request, house, made_of, lambda: fill(request, "speaker.html.j2", page=make_speaker_page(house, key, page))
    )


def make_speakers_page(house: House, words: str, number: int) -> SpeakersPage:
    """A page of the speakers whose names have the words, of all where there are none."""
    asked = words or None
    try:
        found = house.store.speakers(asked, limit=NAMES, offset=(number - 1) * NAMES)
        return SpeakersPage(words, found, house.store.count_speakers(asked), number, "")
    except BadOption as fault:
        return SpeakersPage(words, (), 0, number, str(fault))


def make_speaker_page(house: House, key: str, number: int) -> SpeakerPage:
    """A page of what is quoted of a speaker. Raises NoSuchSpeaker."""
    speaker = house.store.speaker(key)
    found = house.store.quoted(key, limit=QUOTATIONS, offset=(number - 1) * QUOTATIONS)
    return SpeakerPage(speaker, tuple(_by_story(house, found)), number, speaker.quotations)


def _by_story(house: House, found: tuple[Finding, ...]) -> Iterator[Quoted]:
    """The quotations of each story together, in order of the newest of each."""
    order = {story: place for place, story in reversed(list(enumerate(one.story for one in found)))}
    together = sorted(found, key=lambda one: order[one.story])
    for story, held in groupby(together, key=lambda one: one.story):
        findings = tuple(held)
        listed = house.store.listed_story(story)
        utterances = _utterances(house, listed)
        known = [utterances[one.item] for one in findings if one.item in utterances]
        yield Quoted(
            story,
            listed.record.name,
            max((one.published for one in findings if one.published), default=None),
            find_sources(known),
            tuple(make_saying(one, utterances.get(one.item)) for one in findings),
        )


def _utterances(house: House, listed: ListedStory) -> dict[str, Utterance]:
    """The quotations of the comparison that the story is shown by, under their ids there."""
    kept = house.store.comparison(listed.record.id, listed.figures.digest) if listed.figures else None
    return {one.id: one for one in quotations_from_json(kept)} if kept else {}
