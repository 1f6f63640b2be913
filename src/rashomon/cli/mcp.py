"""`rashomon mcp`."""

from rashomon.cli.extras import needing
from rashomon.cli.options import StoreOption
from rashomon.cli.stores import open_named


def mcp(store: StoreOption = None) -> None:
    """Serve the store to an assistant, by the Model Context Protocol over standard input and output.

    The assistant can find stories, compare, quote and search; nothing is written to the store. A client starts this
    command itself; docs/api.md shows its configuration.
    """
    with needing("mcp", "serving assistants"):
        from rashomon.mcp.server import make_server
    from rashomon.settings import Settings

    with open_named(store, writing=False) as opened:
        make_server(opened, Settings()).run("stdio")
