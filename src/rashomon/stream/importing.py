"""What an export says, taken into a store; what the store has already stays as it is."""

import dataclasses
import json
import types
import typing
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import groupby, islice
from typing import Any, TypeVar

from rashomon.errors import NoSuchArticle, NotAnExport
from rashomon.model.article import Article
from rashomon.model.kept import Skipped, SourceState, StoryRecord
from rashomon.model.story import Correction, Membership, StoryChange
from rashomon.settings import GroupingSettings
from rashomon.store.keeping import content_digest
from rashomon.store.store import Store
from rashomon.stream.arriving import sign
from rashomon.stream.exporting import FORMAT, Record

_AT_ONCE = 200  # lines of one kind written together
_Kind = TypeVar("_Kind")
_NEVER = ""  # stories are known before their articles come: their own time stands


@dataclasses.dataclass(frozen=True, slots=True)
class _Found:
    """A version of an article as a line has it."""

    article: Article
    found_at: str
    fetched: str


@dataclasses.dataclass(frozen=True, slots=True)
class _Compared:
    """A comparison as a line has it."""

    story: str
    digest: str
    when: str
    comparison: str


@dataclasses.dataclass(frozen=True, slots=True)
class _Decided:
    """A correction as a line has it."""

    correction: Correction
    undone: str | None
    undone_by: str | None


@dataclasses.dataclass(frozen=True, slots=True)
class Taken:
    """How much an export held, and how many of its versions of articles were new to the store."""

    stories: int
    versions: int
    new: int
    corrections: int


def import_lines(store: Store, lines: Iterable[str], settings: GroupingSettings, where: str) -> Taken:
    """How much there was; all that was new of it is in the store, or nothing where one line is bad.

    What the store has already stays as it is, an article in another story too. Raises NotAnExport with the line.
    """
    counted: Counter[str] = Counter()
    new = 0
    with store.transaction():
        for kind, group in groupby(read_lines(lines, where), key=lambda pair: pair[0]):
            while some := [one for _, one in islice(group, _AT_ONCE)]:
                counted[kind] += len(some)
                if kind == "article":
                    new += _take_articles(store, some)
                else:
                    _TAKERS[kind](store, some, settings)
    return Taken(counted["story"], counted["article"], new, counted["correction"])


def read_lines(lines: Iterable[str], where: str) -> Iterator[tuple[str, Any]]:
    """The kind of each line after the first, and what it holds. Raises NotAnExport with the line that is none."""
    begun = False
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        record = _parsed(line, f"{where}:{number}")
        kind = record.get("line")
        if kind == "export" and record.get("format") == FORMAT:
            begun = True
        elif not begun:
            raise NotAnExport(
                f"{where}:{number}: no export of format {FORMAT}; `rashomon collect` reads articles of other kinds"
            )
        elif kind not in _KINDS:
            raise NotAnExport(f"{where}:{number}: no kind of line that we know, {kind!r}; export it again")
        else:
            yield kind, _made(kind, record, f"{where}:{number}")
    if not begun:
        raise NotAnExport(f"{where}: empty; give a file that `rashomon export` wrote")


def _parsed(line: str, where: str) -> Record:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        record = None
    if not isinstance(record, dict):
        raise NotAnExport(f"{where}: no JSON object; give a file that `rashomon export` wrote, whole")
    return record


def _made(kind: str, record: Record, where: str) -> Any:
    if kind == "correction":
        return _decided(record, where)
    if kind != "article":
        return _built(_KINDS[kind], record, where)
    article = _built(Article, {**record, "headline": record.get("title")}, where)
    return _built(_Found, {**record, "article": article}, where)


def _decided(record: Record, where: str) -> _Decided:
    """The correction of a line; older exports have no places."""
    correction = _built(Correction, {"places": [], **record}, where)
    return _built(_Decided, {**record, "correction": correction}, where)


def _built(kind: type[_Kind], record: Record, where: str) -> _Kind:
    """The record as a dataclass. Raises NotAnExport where a key is missing or holds something else."""
    values = {}
    for name, hint in typing.get_type_hints(kind).items():
        try:
            values[name] = _read_as(hint, record.get(name), where)
        except _Misfit:
            raise NotAnExport(f"{where}: {name} is missing or not what it should be; export it again") from None
    return kind(**values)


class _Misfit(Exception):
    """A value is not of the kind that stands there."""


def _read_as(hint: Any, value: object, where: str) -> object:
    """The value as what its dataclass has there, itself one of ours or a tuple of them. Raises _Misfit."""
    origin, inside = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        for one in inside:
            with suppress(_Misfit):
                return _read_as(one, value, where)
    elif origin is typing.Literal:
        if value in inside:
            return value
    elif origin is tuple:
        if isinstance(value, list):
            return tuple(_read_as(inside[0], one, where) for one in value)
    elif dataclasses.is_dataclass(hint) and isinstance(value, dict):
        return _built(typing.cast("type[Any]", hint), value, where)
    elif isinstance(value, (int, float) if hint is float else hint) and not isinstance(value, bool):
        return value
    raise _Misfit


def _take_articles(store: Store, found: Sequence[_Found]) -> int:
    """Keeps those versions that the store has not, in the order in which they were fetched; how many these were."""
    held: dict[str, tuple[set[bytes], str]] = {}
    new: list[_Found] = []
    for one in found:
        digest = content_digest(one.article)
        digests, latest = held.setdefault(one.article.id, _versions_of(store, one.article.id))
        if digest not in digests or one.fetched > latest:
            new.append(one)
            held[one.article.id] = digests | {digest}, max(latest, one.fetched)
    for (source, fetched), group in groupby(new, key=lambda one: (one.found_at, one.fetched)):
        store.keep_all([one.article for one in group], source, fetched)
    return len(new)


def _versions_of(store: Store, article: str) -> tuple[set[bytes], str]:
    try:
        versions = store.versions(article)
    except NoSuchArticle:
        return set(), ""
    return {bytes.fromhex(one.digest) for one in versions}, versions[-1].fetched


def _take_memberships(store: Store, given: Sequence[Membership], settings: GroupingSettings) -> None:
    """Places those articles that are in no story yet."""
    new = [one for one in given if store.story_of(one.article) is None]
    signatures = sign((store.article(one.article) for one in new), settings)
    if new:
        store.place(new, when=_NEVER, signatures=signatures)


def _take_comparisons(store: Store, given: Sequence[_Compared], settings: GroupingSettings) -> None:
    for one in given:
        if store.comparison(one.story, one.digest) is None:
            store.save_comparison(one.story, one.digest, one.comparison, one.when)


def _take_sources(store: Store, given: Sequence[SourceState], settings: GroupingSettings) -> None:
    """A source that was read here later stays as it is."""
    for one in given:
        known = store.source_state(one.url)
        if known is None or (known.last_read or "") < (one.last_read or ""):
            store.save_source_state(one)


def _take_corrections(store: Store, given: Sequence[_Decided], settings: GroupingSettings) -> None:
    for one in given:
        store.take_correction(one.correction, one.undone, one.undone_by)


def _take_changes(store: Store, given: Sequence[StoryChange], settings: GroupingSettings) -> None:
    store.place((), given, when=_NEVER)


_KINDS: dict[str, type] = {
    "story": StoryRecord,
    "article": _Found,
    "membership": Membership,
    "change": StoryChange,
    "correction": _Decided,
    "comparison": _Compared,
    "source": SourceState,
    "skipped": Skipped,
}
_TAKERS: dict[str, Callable[[Store, Any, GroupingSettings], None]] = {
    "story": lambda store, given, _: store.add_stories(given),
    "membership": _take_memberships,
    "change": _take_changes,
    "correction": _take_corrections,
    "comparison": _take_comparisons,
    "source": _take_sources,
    "skipped": lambda store, given, _: store.skip(given),
}
