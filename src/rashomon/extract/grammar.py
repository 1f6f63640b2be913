"""The small words that the reading of speech turns on. Data from grammar.toml."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any


def words_of(key: str) -> frozenset[str]:
    """The words of one set, named "file.set"; KeyError where there is none."""
    file, name = key.split(".")
    return frozenset(_read()[file][name].split())


@lru_cache(maxsize=1)
def _read() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "grammar.toml").read_text(encoding="utf-8"))
