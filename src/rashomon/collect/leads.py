"""What a list leads to: which of its pages and further lists are worth asking."""

from collections.abc import Callable

from rashomon.collect.addresses import tidy_address
from rashomon.collect.errands import Errand, Round
from rashomon.collect.ledger import Ledger
from rashomon.collect.reports import read_words
from rashomon.collect.states import GONE, look_at
from rashomon.collect.wishes import Wishes
from rashomon.ingest.listings import Item, Listing
from rashomon.model.article import Article
from rashomon.settings import CollectSettings

_NO_ADDRESS = "no web address that can be fetched; check it"


class Leads:
    """The lists of one run. `set_out` takes an errand, and says whether it was not under way before."""

    def __init__(
        self, ledger: Ledger, wishes: Wishes, settings: CollectSettings, set_out: Callable[[Errand], bool]
    ) -> None:
        self._ledger = ledger
        self._wishes = wishes
        self._settings = settings
        self._set_out = set_out
        self._lists: set[str] = set()  # that other lists led to
        self._read: set[str] = set()  # lists read before; what they pass over again is not counted again

    def start(self, address: str) -> None:
        """Sets out for a web address that the reader gave."""
        tidy = tidy_address(address)
        if tidy is None:
            self._ledger.skip(address, address, _NO_ADDRESS)
        elif not self._is_gone(tidy, address):
            self._set_out(Errand(tidy, tidy, address, "source"))

    def follow(self, listing: Listing, round: Round, depth: int) -> None:
        """Sets out for all that a list leads to and that is worth asking; keeps what it carries whole."""
        tally = self._ledger.tally
        tally.lists += round.address not in self._read
        for one in listing.unread:
            self._ledger.skip(one.where, round.source, one.reason)
        for address in listing.lists:
            self._take_list(address, round, depth)
        most = self._settings.most_items
        whole = [article for item in listing.items[:most] if (article := self._take_item(item, listing.title, round))]
        if len(listing.items) > most:
            tally.skip(round.address, f"beyond the first {most} of its list", len(listing.items) - most)
        self._ledger.keep_all(whole, round.address)
        self._read.add(round.address)

    def _take_list(self, address: str, round: Round, depth: int) -> None:
        tidy = tidy_address(address)
        if tidy in self._lists:  # by another list, or when this one was read before: it is followed by itself
            return
        if reason := self._why_not(tidy, depth):
            self._ledger.skip(tidy or address, round.source, reason)
        elif tidy and not self._is_gone(tidy, round.source):
            self._lists.add(tidy)
            self._set_out(Errand(tidy, tidy, round.source, "list", depth=depth + 1))

    def _why_not(self, tidy: str | None, depth: int) -> str | None:
        if tidy is None:
            return _NO_ADDRESS
        if depth >= self._settings.deepest:
            return f"more than {self._settings.deepest} lists deep"
        if len(self._lists) >= self._settings.most_lists:
            return f"more than {self._settings.most_lists} lists in one run"
        return None

    def _is_gone(self, address: str, source: str) -> bool:
        """True where a server has said that this will not come back; it is not asked again."""
        state = self._ledger.state(address)
        if state is None or state.last_error != GONE:
            return False
        self._ledger.skip(address, source, GONE)
        return True

    def _take_item(self, item: Item, title: str | None, round: Round) -> Article | None:
        """The item's article where the list carries it whole and that is wanted; else sets out for its page."""
        since, dated = self._wishes.since, item.modified or item.published
        if since and dated and dated[:10] < since.isoformat():
            self._ledger.tally.skip(item.address, f"older than {since}")
            return None
        article = read_words(item, title, self._settings.least_feed_words) if self._wishes.feed_text else None
        if article is None:
            self._take_page(item, round)
        return article

    def _take_page(self, item: Item, round: Round) -> None:
        tally, tidy = self._ledger.tally, tidy_address(item.address)
        if tidy is None:
            self._ledger.skip(item.address, round.source, _NO_ADDRESS)
            return
        state = self._ledger.state(tidy)
        look = look_at(state, item, self._ledger.now, self._settings)
        if look == "ask":
            self._set_out(Errand(tidy, tidy, round.address, "page", round, item))
        elif look == "unasked":
            tally.unasked += round.address not in self._read
        elif look == "given up":
            tally.skip(tidy, f"given up: {state.last_error if state else ''}")
        else:
            tally.skip(tidy, "it failed before and is asked again later")
            tally.left += round.address not in self._read
            round.left = True
