"""Cities and countries by each of their names, from GeoNames; `scripts/build_aliases.py` makes the table."""

from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from zipfile import ZipFile


@lru_cache(maxsize=10_000)
def places_called(words: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """The places of that name, most populous first: GeoNames number and thousands of people; none for unknown names."""
    name = " ".join(words)
    if len(name) < 3 or not name.isascii():
        return ()
    names = _member(name[:2].replace(" ", "_"))
    at = names.find(f"\n{name}\t")
    if at < 0:
        return ()
    start = at + len(name) + 2
    pairs = (place.split(":") for place in names[start : names.index("\n", start)].split())
    return tuple((int(number), int(people)) for number, people in pairs)


@lru_cache(maxsize=1)
def _archive() -> ZipFile:
    return ZipFile(Path(str(files("rashomon.compare") / "aliases.zip")))


@lru_cache(maxsize=1)
def _members() -> frozenset[str]:
    return frozenset(_archive().namelist())


@lru_cache(maxsize=1_000)
def _member(key: str) -> str:
    """The lines of names that begin with two letters; read when first asked for, as few are."""
    return "\n" + _archive().read(key).decode("ascii") if key in _members() else ""
