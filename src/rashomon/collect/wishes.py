"""What a run is asked to do, and how far it says it is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the reader asked for. `contact` is where whoever runs this is found, told to every server; `robots` is the
    folder in which the hosts' rules are kept from run to run.
    """

    watch: bool = False
    feed_text: bool = False
    since: date | None = None
    allow_private: bool = False
    contact: str | None = None
    robots: Path | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: errands done and waiting, articles that came, and where it is now."""

    done: int
    waiting: int
    new: int
    changed: int
    where: str


Show = Callable[[Progress], None]
