"""What readers decided: each correction under its number, never deleted; one that was undone says when and by whom."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, or_, select, update

from rashomon.errors import NoSuchCorrection
from rashomon.model.selector import Selector
from rashomon.model.story import GROUPING_KINDS, Correction, KeptCorrection
from rashomon.store.revisions import raise_revisions
from rashomon.store.rows import AnyRow, next_number
from rashomon.store.tables import articles, corrected, corrections, key_of, memberships


def add_correction(connection: Connection, one: Correction) -> int:
    """The number of the correction, which every later run knows; one that holds already is the same."""
    row = _row(one)
    while (found := _number(connection, row["key"])) is not None:
        number, undone = found
        if undone is None:
            return number
        row["key"] = key_of(row["key"].hex(), "again")  # decided, undone and decided anew in one second
    return _add(connection, row, one)


def take_correction(connection: Connection, one: Correction, undone: str | None, undone_by: str | None) -> None:
    """The correction is on record as another store had it; one that is here already stays as it is."""
    row = _row(one) | {"undone": undone, "undone_by": undone_by}
    if _number(connection, row["key"]) is None:
        _add(connection, row, one)


def _row(one: Correction) -> dict[str, Any]:
    told = {
        "kind": one.kind,
        "story": one.story,
        "other": one.other,
        "articles": json.dumps(one.articles),
        "at": one.when,
        "decided_by": one.by,
    }
    places = json.dumps([asdict(place) for place in one.places])
    key = key_of(*told.values(), *([places] if one.places else []))
    return {"key": key, **told, "places": places, "undone": None, "undone_by": None}


def _number(connection: Connection, key: bytes) -> tuple[int, str | None] | None:
    """Number and end of the correction under a key."""
    row = connection.execute(select(corrections.c.number, corrections.c.undone).where(corrections.c.key == key)).first()
    return None if row is None else (row.number, row.undone)


def _add(connection: Connection, row: dict[str, Any], one: Correction) -> int:
    number = next_number(connection, corrections)
    connection.execute(corrections.insert(), {"number": number, **row})
    read_in = dict.fromkeys(place.article for place in one.places)
    if read_in:
        rows = [{"article": key_of(article), "correction": number} for article in read_in]
        connection.execute(corrected.insert(), rows)
    _raise_revisions(connection, number)
    return number


def end_correction(connection: Connection, number: int, undone: str, undone_by: str) -> None:
    """The correction holds no more."""
    ended = update(corrections).where(corrections.c.number == number)
    connection.execute(ended.values(undone=undone, undone_by=undone_by))
    _raise_revisions(connection, number)


def _raise_revisions(connection: Connection, number: int) -> None:
    """The stories that a correction is about, by name or by words of their reports, are to be compared anew."""
    row = connection.execute(
        select(corrections.c.story, corrections.c.other).where(corrections.c.number == number)
    ).first()
    inside = (
        select(memberships.c.story)
        .join(articles, memberships.c.article == articles.c.number)
        .join(corrected, corrected.c.article == articles.c.key)
        .where(corrected.c.correction == number)
        .distinct()
    )
    named = () if row is None else filter(None, (row.story, row.other))
    raise_revisions(connection, (*named, *connection.execute(inside.order_by(memberships.c.story)).scalars()))


def find_living(connection: Connection, grouping: bool) -> tuple[Correction, ...]:
    """The corrections that hold, in the order in which they were made; only those of stories where `grouping`."""
    wanted = select(corrections).where(corrections.c.undone.is_(None))
    if grouping:
        wanted = wanted.where(corrections.c.kind.in_(GROUPING_KINDS))
    return tuple(one.correction for one in _kept(connection, wanted))


def find_kept(connection: Connection, story: str | None) -> tuple[KeptCorrection, ...]:
    """All corrections, undone ones too, the newest last; those that name a story or words of its reports."""
    wanted = select(corrections)
    return tuple(_kept(connection, wanted if story is None else wanted.where(_of_story(story))))


def find_correction(connection: Connection, number: int) -> KeptCorrection:
    """The correction of that number. Raises NoSuchCorrection."""
    row = connection.execute(select(corrections).where(corrections.c.number == number)).first()
    if row is None:
        raise NoSuchCorrection(f"no correction {number} in the store; `rashomon story corrections` lists them")
    return _correction(row)


def find_readings(connection: Connection, story: str) -> tuple[KeptCorrection, ...]:
    """The corrections that hold for the comparison of a story: those about words of its reports, in order."""
    return tuple(_kept(connection, _readings(select(corrections), story)))


def find_reading_keys(connection: Connection, story: str) -> tuple[bytes, ...]:
    """What stands for each of `find_readings`, without reading them."""
    wanted = _readings(select(corrections.c.key), story).order_by(corrections.c.number)
    return tuple(map(bytes, connection.execute(wanted).scalars()))


def _readings(wanted: Select[Any], story: str) -> Select[Any]:
    return wanted.where(corrections.c.undone.is_(None), corrections.c.places != "[]", _of_story(story))


def _of_story(story: str) -> ColumnElement[bool]:
    """The corrections that name a story, or words of an article that is in it now."""
    inside = (
        select(corrected.c.correction)
        .join(articles, articles.c.key == corrected.c.article)
        .join(memberships, memberships.c.article == articles.c.number)
        .where(memberships.c.story == story)
    )
    return or_(corrections.c.story == story, corrections.c.other == story, corrections.c.number.in_(inside))


def _kept(connection: Connection, wanted: Select[Any]) -> Iterable[KeptCorrection]:
    return map(_correction, connection.execute(wanted.order_by(corrections.c.number)))


def _correction(row: AnyRow) -> KeptCorrection:
    places = tuple(Selector(**place) for place in json.loads(row.places))
    named = tuple(json.loads(row.articles))
    correction = Correction(row.kind, row.story, row.other, named, row.at, row.decided_by, places)
    return KeptCorrection(row.number, correction, row.undone, row.undone_by)
