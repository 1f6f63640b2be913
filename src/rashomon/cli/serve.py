"""`rashomon serve`."""

from typing import Annotated

import typer

from rashomon.cli.moments import now
from rashomon.cli.options import StoreOption
from rashomon.cli.stores import open_named
from rashomon.cli.streams import tell
from rashomon.errors import BadOption


def serve(
    store: StoreOption = None,
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port to listen on.")] = 8765,
) -> None:
    """Read in the browser: the stories of the store, each one's comparison, and the means to correct it."""
    try:
        import uvicorn

        from rashomon.web.app import make_app
    except ImportError:
        raise BadOption("serving needs a few more packages: pip install 'rashomon[web]'") from None
    with open_named(store, create=True) as opened:
        tell(f"http://{host}:{port}/ reads {opened.where}; Ctrl-C ends it")
        uvicorn.run(make_app(opened, now), host=host, port=port, log_level="warning")
