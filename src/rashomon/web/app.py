"""The application: every router, what guards it, and what it says when something is wrong."""

from collections.abc import Callable
from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from rashomon.settings import Settings
from rashomon.store.store import Store
from rashomon.version import VERSION
from rashomon.web.house import House
from rashomon.web.pages import stories

_STATIC = Path(__file__).parent / "static"


def make_app(store: Store, clock: Callable[[], str], settings: Settings | None = None) -> FastAPI:
    """The application over an open store, which stays the caller's to close."""
    app = FastAPI(title="Rashomon", version=VERSION, docs_url=None, redoc_url=None, openapi_url=None)
    app.state.house = House(store, settings or Settings(), clock)
    app.include_router(stories.router)
    app.mount("/static", StaticFiles(directory=_STATIC), "static")
    return app
