"""Each article its own id: ids that were given stand, ids that we derived give way."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import PurePath

from rashomon.ingest.naming import with_digest
from rashomon.ingest.records import Found
from rashomon.model.article import Article, Unread


def give_ids(
    results: Sequence[Found | Unread], as_given: bool = False
) -> tuple[tuple[Article, ...], tuple[Unread, ...]]:
    """The articles, each with an id of its own, and what was not read; an article given twice is kept once.

    Different texts that were given one id are all kept, and it is told by what ids; by that one where `as_given`.
    """
    found = [one for one in results if isinstance(one, Found)]
    unread = [one for one in results if isinstance(one, Unread)]
    kept, repeated = _without_repeats([one for one in found if one.given])
    if not as_given:
        found, kept, renamed = _told_apart(found, kept)
        repeated += renamed
    taken = {one.article.id for one in kept}
    named = dict(zip(map(id, kept), (one.article.id for one in kept), strict=True))
    named |= _derived([one for one in found if not one.given], taken)
    articles = tuple(replace(one.article, id=named[id(one)]) for one in found if id(one) in named)
    return articles, (*unread, *repeated)


def _without_repeats(found: list[Found]) -> tuple[list[Found], list[Unread]]:
    first: dict[tuple[str, str], Found] = {}
    repeated = []
    for one in found:
        earlier = first.setdefault((one.article.id, one.article.text), one)
        if earlier is not one:
            repeated.append(Unread(one.where, f"the same article as in {earlier.where}; it was read once"))
    return list(first.values()), repeated


def _told_apart(found: list[Found], kept: list[Found]) -> tuple[list[Found], list[Found], list[Unread]]:
    """What was found and what is kept of it, with ids made from the text where different texts were given one id."""
    shared = {name for name, times in Counter(one.article.id for one in kept).items() if times > 1}
    renamed = {
        id(one): replace(one, article=replace(one.article, id=with_digest(one.article.id, one.article.text)))
        for one in kept
        if one.article.id in shared
    }
    told = [
        Unread(
            one.where, f"another text has the id {one.article.id!r} too; it was read as {renamed[id(one)].article.id!r}"
        )
        for one in kept
        if id(one) in renamed
    ]
    return [renamed.get(id(one), one) for one in found], [renamed.get(id(one), one) for one in kept], told


def _derived(found: list[Found], taken: set[str]) -> dict[int, str]:
    """Ids by `id()` of what was found: the shortest name that is nobody else's, so that order plays no part."""
    named: dict[int, str] = {}
    waiting = found
    for name in _NAMES:
        counts = Counter(name(one) for one in waiting)
        settled = [one for one in waiting if counts[name(one)] == 1 and name(one) not in taken]
        named |= {id(one): name(one) for one in settled}
        taken = taken | {name(one) for one in settled}
        waiting = [one for one in waiting if id(one) not in named]
    for one in waiting:  # one address given twice
        name_of_it, number = _digested(one), 2
        while f"{name_of_it}-{number}" in taken:
            number += 1
        taken.add(f"{name_of_it}-{number}")
        named[id(one)] = f"{name_of_it}-{number}"
    return named


def _plain(one: Found) -> str:
    return one.article.id


def _with_folder(one: Found) -> str:
    folder = PurePath(one.where).parent.name
    return f"{folder}/{one.article.id}" if folder and "://" not in one.where else _digested(one)


def _with_ending(one: Found) -> str:
    path = PurePath(one.where)
    return f"{path.parent.name}/{path.name}" if path.parent.name and "://" not in one.where else _digested(one)


def _digested(one: Found) -> str:
    return with_digest(one.article.id, f"{one.where}\0{one.article.url}\0{one.article.text}")


_NAMES: tuple[Callable[[Found], str], ...] = (_plain, _with_folder, _with_ending, _digested)
