"""Who may come in, and what they may do."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Rules:
    """What the application may be called besides `localhost` and an address in figures; the password, where one is
    asked for; whether nothing may be written.
    """

    hosts: tuple[str, ...] = ()
    password: str | None = field(default=None, repr=False)
    read_only: bool = False
