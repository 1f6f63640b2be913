"""What stands to be compared: one story after the other, each kept as soon as it is made."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rashomon.errors import RashomonError, StoreFault
from rashomon.settings import Settings
from rashomon.store.store import Store
from rashomon.stream.comparing import compare_story

_AT_ONCE = 20  # stories looked up at a time, so that those with the latest reports come before what was left


@dataclass(frozen=True, slots=True)
class Compared:
    """A story that was compared and is kept; or `failure` says why it could not be."""

    story: str
    failure: str | None = None


def compare_waiting(
    store: Store,
    when: str,
    settings: Settings,
    most: int | None = None,
    stop: Callable[[], bool] = lambda: False,
) -> Iterator[Compared]:
    """Compares the stories that wait, those of several articles first, the latest first; tells each when it is kept.

    It ends when none waits, after `most`, or between two stories when `stop` says so; what is left, the next run does.
    A story that cannot be compared stops no other, and waits until it changes. Each is tried once: one that grows while
    it is compared is left as well. Raises StoreFault where the store itself fails.
    """
    tried: dict[str, None] = {}
    left = most
    while left is None or left > 0:
        story = None if stop() else _next(store, tried)
        if story is None:
            return
        tried[story] = None
        left = None if left is None else left - 1
        yield compare_one(store, story, when, settings)


def compare_one(store: Store, story: str, when: str, settings: Settings) -> Compared:
    """The story is compared, and its comparison kept; where it cannot be, the reason is. Raises StoreFault."""
    digest = store.story_digest(story)
    try:
        compare_story(store, story, when, settings)
    except StoreFault:
        raise
    except Exception as fault:  # any fault of ours in one story must not keep the others from being compared
        reason = str(fault) if isinstance(fault, RashomonError) else f"{type(fault).__name__}: {fault}"
        store.fail_comparison(story, digest, reason)
        return Compared(story, reason)
    return Compared(story)


def _next(store: Store, tried: dict[str, None]) -> str | None:
    """The first story that waits and was not tried; several are looked up, since those tried may wait again."""
    most = _AT_ONCE
    while True:
        waiting = store.waiting_stories(most)
        found = next((story for story in waiting if story not in tried), None)
        if found is not None or len(waiting) < most:
            return found
        most *= 2
