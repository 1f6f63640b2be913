"""Who is quoted, under which name, how often: counted anew from the findings whenever these change."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, Connection, delete, desc, func, or_, select

from rashomon.errors import BadOption, NoSuchSpeaker
from rashomon.model.kept import Speaker
from rashomon.store.rows import AnyRow, Row, in_portions, put
from rashomon.store.search_words import fold_words
from rashomon.store.tables import findings, speakers

_LONGEST_KEY = 120  # characters; an index takes no longer ones, and a name has thirty
_MOST_ASKED = 20  # words of a name that are looked for; more are no name
_MOST_DESCRIBED = 5  # descriptions told of one speaker


def speaker_key(name: str | None) -> str | None:
    """The name without case and accents, its words joined by hyphens; None where it has no letter or figure."""
    return "-".join(fold_words(name))[:_LONGEST_KEY] or None if name else None


def find_speaker(connection: Connection, key: str) -> Speaker:
    """The speaker of that key. Raises NoSuchSpeaker."""
    row = connection.execute(select(speakers).where(speakers.c.key == key)).first()
    if row is None:
        raise NoSuchSpeaker(f"nobody of the name {key!r} is quoted in a story that was compared")
    return _speaker(row)


def find_speakers(connection: Connection, words: str | None, limit: int, offset: int) -> tuple[Speaker, ...]:
    """The speakers, those most quoted first; of those whose name has all the words, or words that begin so."""
    wanted = select(speakers).order_by(desc(speakers.c.quotations), speakers.c.key).limit(limit).offset(offset)
    if words is not None:
        wanted = wanted.where(*_named(words))
    return tuple(map(_speaker, connection.execute(wanted)))


def count_named(connection: Connection, words: str | None) -> int:
    """How many speakers `find_speakers` finds in all."""
    wanted = select(func.count()).select_from(speakers)
    counted: int = connection.execute(wanted if words is None else wanted.where(*_named(words))).scalar_one()
    return counted


def count_anew(connection: Connection, keys: Iterable[str]) -> None:
    """What is known of these speakers is what the findings say now."""
    counted = {key: _counted(connection, key) for key in dict.fromkeys(keys)}
    put(connection, speakers, [row for row in counted.values() if row is not None])
    for some in in_portions([key for key, row in counted.items() if row is None]):
        connection.execute(delete(speakers).where(speakers.c.key.in_(some)))


def _counted(connection: Connection, key: str) -> Row | None:
    """The speaker's row; None where nothing is quoted of them any more."""
    wanted = select(findings.c.story, findings.c.name, findings.c.described, findings.c.printed_by)
    found = connection.execute(wanted.where(findings.c.speaker == key)).all()
    if not found:
        return None
    outlets = {outlet for row in found for outlet in json.loads(row.printed_by)}
    described = _by_use(row.described for row in found if row.described)
    return {
        "key": key,
        "name": _by_use(row.name for row in found)[0],
        "quotations": len(found),
        "stories": len({row.story for row in found}),
        "outlets": len(outlets),
        "described": json.dumps(described[:_MOST_DESCRIBED]),
    }


def _by_use(words: Iterable[str]) -> Sequence[str]:
    """The words, those used most first; in the order of the alphabet where as often."""
    counts = Counter(words)
    return sorted(counts, key=lambda one: (-counts[one], one))


def _named(words: str) -> list[ColumnElement[bool]]:
    folded = dict.fromkeys(word[:_LONGEST_KEY] for word in fold_words(words))
    if not folded:
        raise BadOption(f"{words[:40]!r} has no letter to look for; give a name, or how one begins")
    if len(folded) > _MOST_ASKED:
        raise BadOption(f"{len(folded)} words to look for; give a name, or how one begins")
    key = speakers.c.key  # folded words have no sign that LIKE would take for its own
    return [or_(key.like(f"{word}%"), key.like(f"%-{word}%")) for word in folded]


def _speaker(row: AnyRow) -> Speaker:
    return Speaker(row.key, row.name, row.quotations, row.stories, row.outlets, tuple(json.loads(row.described)))
