"""What every page of one running application shares."""

from asyncio import Semaphore
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from fastapi import Request

from rashomon.settings import Settings, WebSettings
from rashomon.store.store import Store
from rashomon.web.background.jobs import Jobs
from rashomon.web.door.rules import Rules
from rashomon.web.live import Live
from rashomon.web.sending.keeping_pages import Pages
from rashomon.web.sending.lookups import Lookups

_STORIES, _LISTS = 1000, 100  # that are kept; a list holds fifty stories


@dataclass(frozen=True, slots=True)
class House:
    """The store, the settings of every comparison, the clock (ISO 8601 in UTC), what is done in the background, who is
    told of changes, who may come in, the pages rendered before, and the stories and lists of them looked up before.

    `folder` is where files lie until they are read, and the rules of the hosts that were asked. `writers` are
    the turns to write to the store.
    """

    store: Store
    settings: Settings
    clock: Callable[[], str]
    limits: WebSettings
    rules: Rules
    jobs: Jobs
    live: Live
    pages: Pages
    folder: Path
    writers: Semaphore
    stories: Lookups = field(default_factory=lambda: Lookups(_STORIES))
    lists: Lookups = field(default_factory=lambda: Lookups(_LISTS))


async def the_house(request: Request) -> House:
    """The house that a request came to; a dependency of every page, which no thread is woken for."""
    house: House = request.app.state.house
    return house
