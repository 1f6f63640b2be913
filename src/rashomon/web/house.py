"""What every page of one running application shares."""

from collections.abc import Callable
from dataclasses import dataclass, field

from fastapi import Request

from rashomon.settings import Settings
from rashomon.store.store import Store
from rashomon.web.keeping_pages import Pages


@dataclass(frozen=True, slots=True)
class House:
    """The store, the settings of every comparison, the clock (ISO 8601 in UTC), and the pages rendered before."""

    store: Store
    settings: Settings
    clock: Callable[[], str]
    pages: Pages = field(default_factory=Pages)


def the_house(request: Request) -> House:
    """The house that a request came to; a dependency of every page."""
    house: House = request.app.state.house
    return house
