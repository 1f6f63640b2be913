"""The invented demonstration: its file as a reader would give it, and its reports wherever they are shown."""

import json
from functools import lru_cache

from rashomon.collect.addresses import id_of_address, tidy_address
from rashomon.demo import demo_articles

NAME = "the invented demonstration.jsonl"


@lru_cache(maxsize=1)
def read_demonstration() -> bytes:
    """The file of its reports, as JSON lines."""
    with demo_articles() as path:
        return path.read_bytes()


def is_invented(article: str | None) -> bool:
    """True for the id of one of its reports, however that came to be kept."""
    return article in _ids()


@lru_cache(maxsize=1)
def _ids() -> frozenset[str]:
    addresses = (tidy_address(json.loads(line)["url"]) for line in read_demonstration().splitlines())
    return frozenset(id_of_address(address) for address in addresses if address)
