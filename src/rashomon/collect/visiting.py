"""One visit to one host: its rules first, then one question, and what the answer holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from urllib.parse import urljoin

from rashomon.collect.addresses import host_and_port, tidy_address
from rashomon.collect.asking import Answer, Failed, Line
from rashomon.collect.errands import Errand
from rashomon.collect.reports import read_plain, read_report
from rashomon.collect.robots import Rules, read_rules, rules_kept
from rashomon.collect.robots_kept import KeptFile, KeptRobots
from rashomon.collect.states import GONE, wait_asked_for
from rashomon.ingest.feeds import read_feed
from rashomon.ingest.front_pages import read_front_page
from rashomon.ingest.kinds import Kind, kind_of
from rashomon.ingest.listings import Listing
from rashomon.ingest.opml import read_opml
from rashomon.ingest.pages import decode_page
from rashomon.ingest.sitemaps import read_sitemap
from rashomon.ingest.unpacking import GZIP, BadCompression, unpack
from rashomon.model.article import Article, Unread
from rashomon.settings import CollectSettings

_REDIRECTS = (301, 302, 303, 307, 308)
_LATER = (429, 503)
_PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml", "")


@dataclass(frozen=True, slots=True)
class Redirect:
    """The address lies elsewhere."""

    to: str


@dataclass(frozen=True, slots=True)
class Same:
    """The server says that nothing has changed."""


@dataclass(frozen=True, slots=True)
class Later:
    """The server asks us to come back; `wait` in seconds, None where it does not say when."""

    wait: float | None
    reason: str


@dataclass(frozen=True, slots=True)
class RulesFirst:
    """The host's robots.txt was read; the errand itself is still to be done."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Nothing came of it. `final`: asking again brings the same. `read`: an answer came and was looked at. `asked`:
    false where the host was not even asked, since its rules forbid it.
    """

    reason: str
    final: bool = False
    read: bool = False
    asked: bool = True


Outcome = Article | Listing | Redirect | Same | Later | RulesFirst | Refusal


@dataclass(frozen=True, slots=True)
class Visit:
    """An errand done, what came of it, and the headers by which to ask next time whether it changed."""

    errand: Errand
    outcome: Outcome
    headers: Mapping[str, str] = field(default_factory=dict)


class Visitor:
    """Visits hosts. One visit a host at a time is the caller's promise; different hosts may be visited side by side."""

    def __init__(self, settings: CollectSettings, agent: str, allow_private: bool, robots: Path | None = None) -> None:
        self._settings = settings
        self._agent = agent
        self._allow_private = allow_private
        self._lines: dict[str, Line] = {}
        self._rules: dict[str, Rules] = {}
        self._kept = KeptRobots(robots)

    def visit(self, errand: Errand, validators: Mapping[str, str], seconds: float, now: datetime) -> Visit:
        """What came of an errand; `seconds` is the clock that rules age by, `now` the time of day."""
        rules = self._known_rules(_origin(errand.address), seconds, now)
        if rules is None:
            self._read_rules(errand.address, seconds, now)
            return Visit(errand, RulesFirst())
        if refusal := rules.refuses(errand.address):
            return Visit(errand, Refusal(refusal, asked=False))
        most = self._settings.largest_answer if errand.role == "page" else self._settings.largest_sitemap
        answer = self._ask(errand.address, most, validators)
        if isinstance(answer, Failed):
            return Visit(errand, Refusal(answer.reason, answer.lasting, asked=answer.asked))
        return Visit(errand, self._outcome(errand, answer, now), answer.headers)

    def pace(self, errand: Errand) -> float:
        """Seconds from one request to the next that the errand's host is given."""
        rules = self._rules.get(_origin(errand.address))
        return max(self._settings.pace, rules.delay if rules else 0.0)

    def hang_up(self, errand: Errand) -> None:
        """Ends the connection to the errand's host, where nothing is left to ask."""
        if line := self._lines.pop(host_and_port(errand.address), None):
            line.close()

    def _known_rules(self, origin: str, seconds: float, now: datetime) -> Rules | None:
        rules = self._rules.get(origin)
        if rules is None:
            rules = rules_kept(self._kept.find(origin), now, seconds, self._settings)
            if rules:
                self._rules[origin] = rules
        return rules if rules and rules.still_good(seconds) else None

    def _read_rules(self, url: str, seconds: float, now: datetime) -> None:
        ask = partial(self._ask_rules, host_and_port(url))
        rules = self._rules[_origin(url)] = read_rules(url, ask, seconds, self._settings)
        if rules.refusal is None:
            self._kept.put(_origin(url), KeptFile(rules.text, now.timestamp()))

    def close(self) -> None:
        """Ends every connection; what is under way fails."""
        for name in tuple(self._lines):
            if line := self._lines.pop(name, None):
                line.close()

    def _ask_rules(self, host: str, url: str) -> Answer | Failed:
        """What lies elsewhere is asked by a line of its own: that host's own may be in use."""
        if host_and_port(url) == host:
            return self._ask(url, self._settings.largest_robots, {})
        line = Line(self._settings, self._agent, self._allow_private)
        try:
            return line.ask(url, self._settings.largest_robots)
        finally:
            line.close()

    def _ask(self, url: str, most: int, validators: Mapping[str, str]) -> Answer | Failed:
        name = host_and_port(url)
        line = self._lines.get(name)
        if line is None:
            line = self._lines[name] = Line(self._settings, self._agent, self._allow_private)
        return line.ask(url, most, validators)

    def _outcome(self, errand: Errand, answer: Answer, now: datetime) -> Outcome:
        status = answer.status
        if status == 200:
            return self._read(errand, answer)
        if status == 304:
            return Same()
        if status in _REDIRECTS:
            return _redirect(answer)
        if status in _LATER:
            return Later(wait_asked_for(answer, now), f"the server asked to come back later ({status})")
        if status == 410:
            return Refusal(GONE, final=True)
        return Refusal(f"the server answered {status}")

    def _read(self, errand: Errand, answer: Answer) -> Outcome:
        data: bytes | None = answer.data
        if answer.data.startswith(GZIP):
            try:
                data = unpack(answer.data, self._settings.largest_sitemap)
            except BadCompression:
                return Refusal("a compressed file that is broken", read=True)
        if data is None:
            return Refusal(f"unpacked larger than {self._settings.largest_sitemap // 1_000_000} MB", True, read=True)
        if not data.strip():
            return Refusal("an empty answer", read=True)
        kind = kind_of(data, answer.content_type)
        outcome = (
            _read_page(errand, answer, data, kind)
            if kind in ("page", "text")
            else _read_list(errand, answer, data, kind)
        )
        return Refusal(outcome, read=True) if isinstance(outcome, str) else outcome


def _origin(address: str) -> str:
    scheme, _, rest = address.partition("://")
    return f"{scheme}://{rest.partition('/')[0]}"


def _redirect(answer: Answer) -> Outcome:
    try:
        to = tidy_address(urljoin(answer.url, answer.headers.get("location", "")))
    except ValueError:
        to = None
    if to is None or not answer.headers.get("location"):
        return Refusal("a redirect to nowhere that can be fetched")
    return Redirect(to)


def _read_page(errand: Errand, answer: Answer, data: bytes, kind: Kind) -> Article | Listing | str:
    if errand.role == "list":
        return "a page, where a feed or sitemap was announced"
    if answer.content_type not in _PAGE_TYPES:
        return f"holds {answer.content_type}, not a page"
    if kind == "text":
        return read_plain(data, answer.url, errand.item)
    if errand.role == "source":
        front = read_front_page(decode_page(data, answer.charset), answer.url)
        if front and not front.lists:
            return "a front page that announces no feed; give the address of a feed or of a report"
        if front:
            return front
    return read_report(data, answer.url, answer.charset, errand.item)


def _read_list(errand: Errand, answer: Answer, data: bytes, kind: Kind) -> Listing | str:
    if errand.role == "page":
        return f"a {kind}, not a page"
    if kind == "feed":
        read = read_feed(data, answer.url, answer.url, answer.headers.get("content-type"))
    elif kind == "sitemap":
        read = read_sitemap(data, answer.url)
    elif kind == "list of feeds":
        read = read_opml(data, answer.url)
    else:
        return f"{kind}, which is read from files; save it and give the file"
    return read.reason if isinstance(read, Unread) else read
