"""robots.txt files kept between runs, so that a host is asked for its own once a day, however often we run."""

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class KeptFile:
    """What a host answered: the text of its robots.txt, None where it has none; and when, in seconds since 1970."""

    text: str | None
    read_at: float


class KeptRobots:
    """A folder of small files, one a host; without a folder nothing is kept. What cannot be read or written is passed
    over: the host is asked again then.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def find(self, origin: str) -> KeptFile | None:
        """What the host answered last; None where that is not known."""
        if self._folder is None:
            return None
        try:
            node = json.loads(self._path(origin).read_text(encoding="utf-8"))
            if node["origin"] == origin:
                return KeptFile(None if node["text"] is None else str(node["text"]), float(node["read_at"]))
        except (OSError, ValueError, KeyError, TypeError):
            pass
        return None

    def put(self, origin: str, kept: KeptFile) -> None:
        """Keeps what the host answered."""
        if self._folder is None:
            return
        path = self._path(origin)
        spare = path.with_suffix(f".{os.getpid()}.new")
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            node = {"origin": origin, "read_at": kept.read_at, "text": kept.text}
            spare.write_text(json.dumps(node), encoding="utf-8")
            spare.replace(path)  # whole or not at all, whoever else writes

    def _path(self, origin: str) -> Path:
        assert self._folder is not None
        return self._folder / f"{hashlib.sha256(origin.encode()).hexdigest()[:32]}.json"
