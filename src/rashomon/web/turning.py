"""From one page of a list to those beside it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Turning:
    """The addresses of what lies before and after a list of stories; None where there is nothing."""

    earlier: str | None = None
    later: str | None = None
    following: str | None = None
    preceding: str | None = None
