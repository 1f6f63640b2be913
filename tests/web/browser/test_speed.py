"""How fast and how heavy: a story of twenty reports and three hundred claims, as a browser meets it."""

from collections.abc import Callable, Iterator
from statistics import median
from typing import Any

import pytest
from tests.large_story import make_large
from tests.web.browser.served import serve
from tests.web.kept_story import keep_story

from rashomon.store.opening import open_store
from rashomon.web.addresses import story_at

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
INTERACTIVE = 1.5  # seconds
HEAVIEST = 500_000  # bytes that are sent, without the words of the reports
MOST_SHIFT = 0.05

# Nothing holds the main thread up any more after everything has come.
QUIET = """() => new Promise(done => {
  const quiet = () => setTimeout(() => {
    const late = performance.now();
    setTimeout(() => performance.now() - late < 50 ? done() : quiet(), 0);
  }, 0);
  document.readyState === 'complete' ? quiet() : addEventListener('load', quiet);
})"""
CAME = "performance.getEntriesByType('navigation')[0].responseEnd / 1000"
SHIFT = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => { for (const one of list.getEntries()) if (!one.hadRecentInput) sum += one.value; })
    .observe({type: 'layout-shift', buffered: true});
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum), 100)));
})"""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the story, served."""
    store = tmp_path_factory.mktemp("large") / "store.sqlite"
    with open_store(store) as opened:
        story = keep_story(opened, make_large(20, 300))
    with serve(store) as address:
        yield address + story_at(story)


def test_it_can_be_used_soon(large: str, visit: Callable[..., Any]) -> None:
    times = [seconds_until_usable(large, visit) for _ in range(3)]
    assert median(times) < INTERACTIVE, times


def seconds_until_usable(large: str, visit: Callable[..., Any]) -> float:
    """Until the page has come, by the clock, and then the work of its main thread until that is idle, by the
    processor: other work of the machine, as that of other tests, is none of the page's.
    """
    page = visit(large.partition("/stories")[0])
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(large)
    page.evaluate(QUIET)
    told = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    came: float = page.evaluate(CAME)
    page.close()
    return came + float(told["TaskDuration"])


def test_it_is_light(large: str, visit: Callable[..., Any]) -> None:
    """What is sent of the reports' words cannot be told apart in a packed page: all of it is counted."""
    page = visit(large)
    sizes = page.evaluate(
        "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
        ".map(one => [one.name, one.transferSize])"
    )
    assert sum(size for _, size in sizes) < HEAVIEST, sizes


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_it_loads(large: str, visit: Callable[..., Any], width: int) -> None:
    page = visit(large, width=width)
    assert page.evaluate(SHIFT) < MOST_SHIFT
    page.evaluate("scrollTo(0, 4000)")
    assert page.evaluate(SHIFT) < MOST_SHIFT


def test_all_of_it_can_be_found(large: str, visit: Callable[..., Any]) -> None:
    """What is laid out late is there all the same: to be linked, and to be printed."""
    page = visit(f"{large}#c-250")
    claim = page.locator("#c-250")
    assert claim.evaluate("one => { const at = one.getBoundingClientRect().top; return at >= 0 && at < innerHeight }")
    page.emulate_media(media="print")
    heights = page.locator(".rep").evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    assert len(heights) == 20 and all(height > 200 for height in heights)
