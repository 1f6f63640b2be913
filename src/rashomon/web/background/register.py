"""The jobs of one application, as they stand."""

import threading

from rashomon.errors import NoSuchJob
from rashomon.web.background.job import Job


class Register:
    """Jobs by id; those that go on, and of each kind so many as are `kept` once they are over. Any thread may ask."""

    def __init__(self, kept: int) -> None:
        self._kept = kept
        self._jobs: dict[str, Job] = {}
        self._lock = threading.Lock()

    def begin(self, job: Job) -> Job:
        """A new job, in the place of one of that id that is over."""
        with self._lock:
            self._jobs.pop(job.id, None)
            self._jobs[job.id] = job
            alike = [one for one in self._jobs.values() if one.kind == job.kind]
            over = [one.id for one in alike if one.over]
            for id in over[: max(len(alike) - self._kept, 0)]:
                del self._jobs[id]
        return job

    def change(self, job: Job) -> Job:
        """A job that goes on stands otherwise now."""
        with self._lock:
            self._jobs[job.id] = job
        return job

    def find(self, id: str) -> Job | None:
        """The job of that id; None where none is known, or not any more."""
        with self._lock:
            return self._jobs.get(id)

    def job(self, id: str) -> Job:
        """The job of that id. Raises NoSuchJob."""
        found = self.find(id)
        if found is None:
            raise NoSuchJob(f"no job {id!r} is known here, or not any more; what it added is in the stories")
        return found

    def all(self) -> tuple[Job, ...]:
        """The jobs that are still known, the latest first."""
        with self._lock:
            return tuple(reversed(self._jobs.values()))
