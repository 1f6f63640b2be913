"""What a host's robots.txt lets us do (RFC 9309)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from protego import Protego

from rashomon.collect.addresses import tidy_address
from rashomon.collect.asking import PRODUCT, Answer, Failed
from rashomon.collect.robots_kept import KeptFile
from rashomon.settings import CollectSettings

_REDIRECTS = (301, 302, 303, 307, 308)
_TOO_MANY = 429
_HOPS = 5  # redirects of a robots.txt; RFC 9309 asks for five at least
FORBIDDEN = "robots.txt does not allow it"


@dataclass(frozen=True, slots=True)
class Rules:
    """What a host allows. `refusal` is why nothing is asked there at all; `read_at` and `kept` are seconds."""

    read_at: float
    kept: float
    file: Protego | None = None
    refusal: str | None = None
    longest_delay: float = 0.0
    text: str | None = None  # of the file; None where there is none

    def refuses(self, url: str) -> str | None:
        """Why this address may not be asked; None where it may."""
        if self.refusal:
            return self.refusal
        return FORBIDDEN if self.file and not self.file.can_fetch(url, PRODUCT) else None

    @property
    def delay(self) -> float:
        """Seconds between two requests that the host asks for, as far as we keep to it."""
        asked = self.file.crawl_delay(PRODUCT) if self.file else None
        return min(max(asked or 0.0, 0.0), self.longest_delay)

    def still_good(self, now: float) -> bool:
        """False where robots.txt is to be read again."""
        return now < self.read_at + self.kept


def robots_address(url: str) -> str:
    """Where the rules for an address lie."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/robots.txt"


def read_rules(url: str, ask: Callable[[str], Answer | Failed], now: float, settings: CollectSettings) -> Rules:
    """The rules for the host of `url`; `ask` answers for any address, its redirects are followed here.

    None there (4xx): all is allowed. Not to be had (5xx, no answer, "too many requests"): nothing is, for a while.
    """
    address = robots_address(url)
    for _ in range(_HOPS + 1):
        answer = ask(address)
        if isinstance(answer, Failed):
            return _missing(answer, now, settings)
        onward = answer.headers.get("location") if answer.status in _REDIRECTS else None
        address = (tidy_address(urljoin(address, onward)) or "") if onward else ""
        if not address:
            return _rules_of(answer, now, settings)
    return Rules(now, settings.robots_kept)  # RFC 9309 2.3.1.2: too many redirects count as none there


def rules_kept(kept: KeptFile | None, now: datetime, seconds: float, settings: CollectSettings) -> Rules | None:
    """The rules that a host gave to an earlier run; None where they are not known or older than a day."""
    age = now.timestamp() - kept.read_at if kept else -1.0
    if kept is None or not 0 <= age < settings.robots_kept:
        return None
    return _rules_in(kept.text, seconds - age, settings)


def _rules_of(answer: Answer, now: float, settings: CollectSettings) -> Rules:
    if answer.status == 200:
        return _rules_in(answer.data.decode("utf-8-sig", "replace"), now, settings)
    if answer.status >= 500 or answer.status == _TOO_MANY:
        reason = f"its robots.txt could not be had (the server answered {answer.status}), so nothing is asked there"
        return Rules(now, settings.robots_missing_kept, refusal=reason)
    return _rules_in(None, now, settings)


def _rules_in(text: str | None, read_at: float, settings: CollectSettings) -> Rules:
    file = Protego.parse(text) if text is not None else None
    return Rules(read_at, settings.robots_kept, file, longest_delay=settings.longest_delay, text=text)


def _missing(failed: Failed, now: float, settings: CollectSettings) -> Rules:
    if not failed.asked:
        return Rules(now, settings.robots_kept, refusal=failed.reason)
    reason = f"its robots.txt could not be had ({failed.reason}), so nothing is asked there"
    return Rules(now, settings.robots_missing_kept, refusal=reason)
