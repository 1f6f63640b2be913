"""What not every installation has: the packages of one command."""

from collections.abc import Iterator
from contextlib import contextmanager

from rashomon.errors import BadOption


@contextmanager
def needing(extra: str, doing: str) -> Iterator[None]:
    """Imports made inside need the packages of an extra. Raises BadOption, which names it, where one is not there."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("rashomon"):  # a fault of ours, which no package mends
            raise
        raise BadOption(f"{doing} needs a few more packages: pip install 'rashomon[{extra}]'") from None
