"""The application: every router, what guards it, and what it says when something is wrong."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from anyio.to_thread import current_default_thread_limiter, run_sync
from fastapi import FastAPI
from fastapi.responses import PlainTextResponse
from fastapi.staticfiles import StaticFiles
from platformdirs import user_cache_path

from rashomon.collect.wishes import Wishes
from rashomon.render.html import HERE as RENDER
from rashomon.settings import Settings, WebSettings
from rashomon.store.store import Store
from rashomon.version import VERSION
from rashomon.web.api import reference
from rashomon.web.api.app import make_api
from rashomon.web.background.jobs import Jobs
from rashomon.web.door.guarding import ALIVE, Guard
from rashomon.web.door.rules import Rules
from rashomon.web.faults import tell_faults
from rashomon.web.house import House
from rashomon.web.live import Live
from rashomon.web.pages import (
    adding,
    article,
    corrections,
    events,
    evidence,
    exports,
    items,
    search,
    sources,
    speaker,
    stories,
    story,
)
from rashomon.web.sending.cache import Cache

STATIC = Path(__file__).parent / "static"
ROOMS = (
    *(events, exports, stories, story, items, evidence, corrections),
    *(article, speaker, search, sources, adding, reference),
)


def make_app(
    store: Store,
    clock: Callable[[], str],
    settings: Settings | None = None,
    *,
    address: str | None = None,
    rules: Rules | None = None,
    limits: WebSettings | None = None,
    follow: bool = False,
    wishes: Wishes | None = None,
    folder: Path | None = None,
) -> FastAPI:
    """The application over an open store, which stays the caller's to close.

    `address` is that under which the background processes open the store themselves; `follow` asks the feeds that are
    known when they are due; `wishes` say how servers are asked; `folder` is for files until they are read. Nothing is
    compared or collected before the application is started, nor after it has ended.
    """
    rules, limits = rules or Rules(), limits or WebSettings()
    settings, folder = settings or Settings(), folder or user_cache_path("rashomon", appauthor=False)
    jobs = Jobs(store, address or store.where, clock, settings, limits, follow, wishes)
    live = Live(store, limits.looks, jobs.look)
    app = FastAPI(
        title="Rashomon",
        version=VERSION,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=_life_of(jobs, live, limits.threads),
    )
    pages, writers = Cache[bytes](limits.pages_kept, len), asyncio.Semaphore(max(1, limits.threads // 2))
    app.state.house = House(store, settings, clock, limits, rules, jobs, live, pages, folder, writers)
    tell_faults(app)
    app.add_middleware(Guard, rules=rules, settings=limits)
    app.add_api_route(ALIVE, _alive, include_in_schema=False)
    for room in ROOMS:
        app.include_router(room.router)
    app.mount(reference.ROOT, make_api(app.state.house), "api")
    app.mount("/static/comparison", StaticFiles(directory=RENDER / "static"), "comparison")
    app.mount("/static", StaticFiles(directory=STATIC), "static")
    return app


def _life_of(jobs: Jobs, live: Live, threads: int) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        current_default_thread_limiter().total_tokens = threads
        jobs.start()
        watching = asyncio.create_task(live.watch())
        try:
            yield
        finally:
            live.end()
            watching.cancel()
            await run_sync(jobs.close)

    return life


async def _alive() -> PlainTextResponse:
    return PlainTextResponse("ok\n")
