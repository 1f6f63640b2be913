"""What waits in a store, compared while the reader looks on; stopped with Ctrl-C, it has lost nothing."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rashomon.cli.moments import now
from rashomon.cli.progress import progress_bar
from rashomon.cli.streams import tell
from rashomon.render.edition import count
from rashomon.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from rashomon.store.store import Store


def compare_stories(store: "Store") -> None:
    """Every story that waits is compared, or said why not; what was done is told on standard error."""
    from rashomon.stream.standing import compare_waiting  # here: only this asks for the pipeline

    done: Counter[bool] = Counter()
    try:
        with _bar(store.count_waiting()) as step:
            for one in compare_waiting(store, now(), Settings()):
                done[one.failure is None] += 1
                step(one.story)
                if one.failure is not None:
                    tell(f"story {one.story} is not compared: {one.failure}")
    finally:
        left = store.count_waiting()
        told = [f"{count(done[True], 'story', 'stories')} compared"]
        told += [f"{done[False]} could not be"] if done[False] else []
        told += [f"{left:,} left; run this again to go on"] if left else []
        tell(", ".join(told))


@contextmanager
def _bar(total: int) -> "Iterator[Callable[[str], None]]":
    """Tells of each story as it is done."""
    with progress_bar() as bar:
        if bar is None:
            yield lambda _: None
            return
        task = bar.add_task("", total=total)
        yield lambda story: bar.update(task, advance=1, description=f"story {story}")
