"""What is wrong with a page, as a browser shows it."""

from typing import Any

import pytest

LOOKS = 60_000  # milliseconds that anything may take to be seen, on a busy machine
LAWS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
OF_LOOKS = ("color-contrast", "target-size")  # what another width or light can break

UNSCROLL = """() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => {
    for (const one of [document.scrollingElement, ...document.querySelectorAll('body *')])
        if (one.scrollTop) one.scrollTo({top: 0, behavior: 'instant'});
    requestAnimationFrame(done);
})))"""  # after the frames in which a page goes to its fragment


def faults_of(page: Any, *own: str) -> list[str]:
    """What goes wrong on a page from now on: its errors, and whatever it asks for that begins with none of `own`.

    That the page itself is answered as an error is none: its test asks for one.
    """
    faults: list[str] = []
    allowed = ("data:", "blob:", *own)

    def hear(message: Any) -> None:
        answered = message.text.startswith("Failed to load resource") and message.location.get("url") == page.url
        if message.type == "error" and not answered:
            faults.append(message.text)

    page.on("console", hear)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda asked: None if asked.url.startswith(allowed) else faults.append(asked.url))
    return faults


def violations_of(page: Any, laws: tuple[str, ...] = LAWS) -> list[str]:
    """What axe-core finds against WCAG 2.2 AA and its own best practice, a line for each kind on each page.

    Links within a text are exempt from the size of targets, which axe cannot see where a sentence is all links.
    It takes what a bar on top covers as one scrolls for small: nothing is scrolled while it looks.
    """
    page.wait_for_load_state("load")
    page.evaluate(UNSCROLL)
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    found = axe.run(page, options={"resultTypes": ["violations"], "runOnly": [*laws]}).response["violations"]
    lines = []
    for law in found:
        nodes = law["nodes"]
        if law["id"] == "target-size":
            within = page.evaluate(
                "all => all.map(one => !!document.querySelector(one)?.closest('.tx,#text'))",
                [node["target"][0] for node in nodes],
            )
            nodes = [node for node, exempt in zip(nodes, within, strict=True) if not exempt]
        if nodes:
            lines.append(f"{law['id']}: {len(nodes)}, first {nodes[0]['target']} {nodes[0]['html'][:200]}")
    return lines


def expect(locator: Any) -> Any:
    """Playwright's assertions, which wait until they hold: without `eval`, which the pages' own policy forbids."""
    sync_api = pytest.importorskip("playwright.sync_api")
    sync_api.expect.set_options(timeout=LOOKS)
    return sync_api.expect(locator)
