"""The run itself: what comes of each visit leads to further errands, until none is left or it is stopped."""

import threading
import time
from dataclasses import replace
from functools import partial

from rashomon.collect.asking import user_agent
from rashomon.collect.crew import Crew
from rashomon.collect.errands import Errand, Frontier, Round
from rashomon.collect.leads import Leads
from rashomon.collect.ledger import Ledger
from rashomon.collect.schedule import Schedule
from rashomon.collect.states import GONE, after_failure, after_list, validators
from rashomon.collect.visiting import Later, Redirect, Refusal, RulesFirst, Same, Visit, Visitor
from rashomon.collect.wishes import Progress, Show, Wishes
from rashomon.ingest.listings import Listing
from rashomon.model.article import Article
from rashomon.model.kept import SourceState
from rashomon.settings import CollectSettings

_LOOKS_UP = 0.5  # seconds after which it is seen that somebody asked to stop
_LEFT = "left to the next run: the server asked to come back later"


class Collecting:
    """One run. Everything is decided and written in the thread that calls `run`; a crew of threads fetches."""

    def __init__(self, ledger: Ledger, wishes: Wishes, settings: CollectSettings, show: Show) -> None:
        self._ledger = ledger
        self._wishes = wishes
        self._settings = settings
        self._show = show
        self._frontier = Frontier()
        self._visitor = Visitor(settings, user_agent(wishes.contact), wishes.allow_private, wishes.robots)
        self._open: set[str] = set()  # addresses that wait, are under way, or whose round is not closed
        self._schedule = Schedule(settings)
        self._leads = Leads(ledger, wishes, settings, self._set_out)
        self._done = 0

    def add_source(self, address: str) -> None:
        """A web address that the reader gave."""
        self._leads.start(address)

    def add_listing(self, listing: Listing, where: str) -> None:
        """A list that was read from a file."""
        self._follow_up(listing, Round(where, where, listing, remembered=False), depth=0)

    def run(self, stop: threading.Event) -> None:
        """Until nothing is left to do; when watching, until `stop` is set."""
        crew = Crew(self._settings.side_by_side)
        try:
            while not stop.is_set() and (self._frontier or crew.busy or self._schedule):
                self._send_out(crew)
                for errand in self._schedule.take_due(time.monotonic()):
                    if not self._set_out(errand):  # its last round is not closed yet
                        self._schedule.put_off(errand, time.monotonic())
                if visit := crew.take(self._idle_for()):
                    self._settle(visit)
        finally:
            crew.dismiss()
            self._visitor.close()

    def _send_out(self, crew: Crew) -> None:
        while crew.busy < crew.size and (errand := self._frontier.take(time.monotonic())):
            told = validators(self._ledger.state(errand.asked_as))
            work = partial(self._visitor.visit, errand, told, time.monotonic(), self._ledger.now)
            crew.give(errand, work)

    def _idle_for(self) -> float:
        """Seconds to wait for the crew."""
        next_times = [one for one in (self._frontier.next_ready, self._schedule.next_due) if one is not None]
        until = min(next_times, default=float("inf")) - time.monotonic()
        return min(max(until, 0.01), _LOOKS_UP)

    def _set_out(self, errand: Errand) -> bool:
        """The errand is on its way; False where the same address is already."""
        if errand.asked_as in self._open:
            return False
        self._open.add(errand.asked_as)
        if errand.round:
            errand.round.waiting += 1
        self._frontier.add(errand)
        return True

    def _settle(self, visit: Visit) -> None:
        """What came of a visit; the host is free again, or asked to be left alone for a while."""
        errand, outcome = visit.errand, visit.outcome
        pause = self._visitor.pace(errand)
        if isinstance(outcome, RulesFirst):
            self._frontier.add(errand, first=True)
        elif isinstance(outcome, Redirect):
            self._redirect(errand, outcome)
        elif isinstance(outcome, Later):
            pause = self._come_back(errand, outcome, pause)
        else:
            self._finish(visit)
            self._done += 1
        if not self._frontier.free(errand, time.monotonic() + pause):
            self._visitor.hang_up(errand)
        tally = self._ledger.tally
        self._show(Progress(self._done, len(self._frontier), tally.kept["new"], tally.kept["changed"], errand.asked_as))

    def _redirect(self, errand: Errand, outcome: Redirect) -> None:
        if errand.hops >= self._settings.most_redirects:
            reason = f"more than {self._settings.most_redirects} redirects"
            self._finish(Visit(errand, Refusal(reason)))
        else:
            self._frontier.add(replace(errand, address=outcome.to, hops=errand.hops + 1), first=True)

    def _come_back(self, errand: Errand, outcome: Later, pause: float) -> float:
        """Seconds to leave the host alone: it is asked again where that is soon, else left to the next run."""
        wait = outcome.wait if outcome.wait is not None else pause * 4 ** (errand.tries + 1)
        if wait <= self._settings.longest_wait and errand.tries + 1 < self._settings.most_tries:
            self._frontier.add(replace(errand, tries=errand.tries + 1), first=True)
        else:
            for one in [errand, *self._frontier.drop(errand)]:
                self._leave(one)
        return max(wait, pause)

    def _leave(self, errand: Errand) -> None:
        self._ledger.tally.left += 1
        if errand.role == "page":
            self._ledger.tally.skip(errand.asked_as, _LEFT)
        else:
            self._follow(errand, self._ledger.fail(errand, _LEFT))
        self._close(errand, left=True)

    def _finish(self, visit: Visit) -> None:
        errand, outcome = visit.errand, visit.outcome
        if isinstance(outcome, Listing):
            self._listed(errand, outcome, visit)
            return
        left = False
        if isinstance(outcome, Article):
            state: SourceState | None = self._ledger.keep_page(errand, outcome, visit.headers)
        elif isinstance(outcome, Same):
            state = self._same(errand)
        else:
            assert isinstance(outcome, Refusal)  # the others were settled before
            state = self._refused(errand, outcome, visit)
            left = not outcome.final and not outcome.read and outcome.asked
        if errand.role != "page" and state:
            self._follow(errand, state)
        given_up = state is not None and state.failures >= self._settings.most_tries
        self._close(errand, left=left and not given_up)

    def _same(self, errand: Errand) -> SourceState:
        state = self._ledger.state(errand.asked_as)
        if state is None:
            return self._ledger.fail(errand, "the server answered 304, though nothing was known to change")
        if state.kind == "page":
            self._ledger.tally.kept["same"] += 1
        else:
            self._ledger.tally.unchanged += 1
        return self._ledger.unchanged(state)

    def _refused(self, errand: Errand, refusal: Refusal, visit: Visit) -> SourceState | None:
        if not refusal.asked:
            self._ledger.skip(errand.asked_as, errand.source, refusal.reason)
            unasked = after_failure(errand.asked_as, "list", None, refusal.reason, self._ledger.now, self._settings)
            return unasked if errand.role != "page" else None  # when watching, its rules may be others some day
        if (refusal.read or refusal.final) and errand.role == "page" and refusal.reason != GONE:
            self._ledger.read_useless(errand, visit.headers, refusal.reason)
            return None
        return self._ledger.fail(errand, refusal.reason)

    def _close(self, errand: Errand, left: bool = False) -> None:
        """The errand is done; with the last one of a round, the round is."""
        self._open.discard(errand.asked_as)
        if round := errand.round:
            round.waiting -= 1
            round.left = round.left or left
            self._close_round(round)

    def _close_round(self, round: Round) -> None:
        if round.waiting == 0:
            self._open.discard(round.address)
            if round.remembered:
                self._ledger.close_round(round)

    def _listed(self, errand: Errand, listing: Listing, visit: Visit) -> None:
        round = Round(errand.asked_as, errand.source, listing, visit.headers)
        if listing.kind == "front page":
            feeds = ", ".join(listing.lists)
            self._ledger.tally.note(f"{errand.asked_as} is a front page; what it announces was read: {feeds}")
        self._follow_up(listing, round, errand.depth)
        if self._wishes.watch:
            now = self._ledger.now
            self._follow(errand, after_list(errand.asked_as, listing, {}, False, now, self._settings))

    def _follow_up(self, listing: Listing, round: Round, depth: int) -> None:
        round.waiting += 1  # until all are under way
        self._leads.follow(listing, round, depth)
        round.waiting -= 1
        self._close_round(round)

    def _follow(self, errand: Errand, state: SourceState) -> None:
        if self._wishes.watch and state.last_error != GONE:
            self._schedule.add(errand, state, self._ledger.now, time.monotonic())
