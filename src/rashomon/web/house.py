"""What every page of one running application shares."""

from asyncio import Semaphore
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex

from fastapi import Request

from rashomon.model.kept import ListedStory
from rashomon.settings import Settings, WebSettings
from rashomon.store.store import Store
from rashomon.web.background.jobs import Jobs
from rashomon.web.door.rules import Rules
from rashomon.web.live import Live
from rashomon.web.sending.cache import Cache
from rashomon.web.turning import Turning

_STORIES, _LISTS = 1000, 100  # that are kept; a list holds fifty stories


@dataclass(frozen=True, slots=True)
class House:
    """The store, the settings of every comparison, the clock (ISO 8601 in UTC), what is done in the background, who is
    told of changes, who may come in, the pages rendered before, and the stories and lists of them looked up before.

    `folder` is where files lie until they are read, and the rules of the hosts that were asked. `writers` are
    the turns to write to the store. `salt` tells the tags of this running application from those of another one, which
    may have shown another store at the same address.
    """

    store: Store
    settings: Settings
    clock: Callable[[], str]
    limits: WebSettings
    rules: Rules
    jobs: Jobs
    live: Live
    pages: Cache[bytes]
    folder: Path
    writers: Semaphore
    stories: Cache[ListedStory] = field(default_factory=lambda: Cache(_STORIES))
    lists: Cache[tuple[tuple[ListedStory, ...], Turning]] = field(default_factory=lambda: Cache(_LISTS))
    salt: str = field(default_factory=lambda: token_hex(8))


async def the_house(request: Request) -> House:
    """The house that a request came to; a dependency of every page, which no thread is woken for."""
    house: House = request.app.state.house
    return house
