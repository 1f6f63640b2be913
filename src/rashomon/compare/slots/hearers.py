"""To whom a speaker spoke, where each report names another: "told Reuters", "told reporters"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.compare.slots.findings import Finding, Told, label, signed
from rashomon.compare.slots.page import Page
from rashomon.model.comparison import DifferenceRelation, Name
from rashomon.model.span import Span
from rashomon.text.tokens import fold

_REACH = 90  # code points after the speaker or the words in which the hearer may stand
_WORD = r"[A-Z](?:[\w’'&-]|\.\w)*"
_NAME = rf"(?:[a-z]*\d\w*|{_WORD}(?:\s(?:of\s|the\s|de\s|and\s)?{_WORD}){{0,5}})"
_PRESS = (
    r"(?:reporters?|journalists?|newspapers?|news\s(?:agency|agencies|conference|briefing|website)|press\s(?:conference|"
    r"briefing)|broadcasters?|television|magazine|daily|media|radio)"
)
_HEARER = re.compile(
    r"\b(?:told|tells?|telling|spoke\s(?:to|with)|speaking\s(?:to|with|at|on)|explain(?:s|ed)\sto|interview\s(?:with|on|to)"
    r"|said\sat|told\sat)\s"
    rf"(?P<who>(?:the\s|Germany's\s|its\s)?{_NAME}|(?:an?\s|the\s|local\s|several\s)?(?:[a-z][\w-]*\s|[A-Z]\w+\s){{0,2}}{_PRESS})"
)
_PRESS_WORD = re.compile(rf"\b{_PRESS}\b")


@dataclass(frozen=True, slots=True)
class _Heard:
    page: Page
    words: Span

    @property
    def text(self) -> str:
        return " ".join(self.words.of(self.page.article.text).split())

    @property
    def key(self) -> str:
        return " ".join(w for w in fold(self.text).split() if w not in {"the", "a", "an"})

    @property
    def unnamed_outlet(self) -> bool:
        """True for "a local newspaper", which can be the outlet that another report names; not for "reporters"."""
        return (
            self.vague
            and self.text.split()[0].lower() in {"a", "an"}
            and not self.text.endswith(("conference", "briefing"))
        )

    @property
    def vague(self) -> bool:
        return bool(_PRESS_WORD.search(self.text))


@signed
def find_hearers(pages: tuple[Page, ...], names: tuple[Name, ...]) -> Iterator[Finding]:
    """Speakers who spoke to one outlet in one report and to another, or to the press at large, in another."""
    spelled = {
        fold(" ".join(v.text.split())): name.canonical for name in names if name.kind == "person" for v in name.variants
    }
    heard: dict[str, dict[int, list[_Heard]]] = {}
    for page in pages:
        for speaker, place in _speakers(page, spelled):
            found = _hearer(page, place)
            if found:
                held = heard.setdefault(speaker, {}).setdefault(page.number, [])
                if found.key not in {h.key for h in held}:
                    held.append(found)
    for speaker in sorted(heard):
        finding = _parted(speaker, list(heard[speaker].values()))
        if finding:
            yield finding


def _speakers(page: Page, spelled: dict[str, str]) -> Iterator[tuple[str, Span]]:
    """The people whom the article names or lets speak, each with the words for them."""
    text = page.article.text
    for said in page.reading.attributions:
        if said.kind == "named" and said.speaker and said.source is not None:
            yield said.speaker, said.source
    for mention in page.reading.mentions:
        speaker = spelled.get(fold(" ".join(mention.name.of(text).split())))
        if speaker:
            yield speaker, mention.span


def _hearer(page: Page, speaker: Span) -> _Heard | None:
    """Who is told something right behind the speaker, no other person being named up to there."""
    sentence = page.sentence_at(speaker.start)
    if sentence is None:
        return None
    end = min(sentence.span.end, speaker.end + _REACH)
    found = _HEARER.search(page.article.text, speaker.end, end)
    if not found or any(m.kind == "person" for m in page.mentions_in(Span(speaker.end, found.end()))):
        return None
    return _Heard(page, Span(*found.span("who")))


def _parted(speaker: str, reports: list[list[_Heard]]) -> Finding | None:
    """The finding where no two reports name one hearer and at least one names an outlet."""
    if len(reports) < 2:
        return None
    sets = [frozenset(h.key for h in report) for report in reports]
    if frozenset.intersection(*sets) or all(h.vague for report in reports for h in report):
        return None
    firsts = [report[0] for report in reports]
    other = next((h for h in firsts if h.key != firsts[0].key), None)
    if other is None:
        return None
    told = tuple(Told(h.page, h.words, h.key) for report in reports for h in report)
    relation: DifferenceRelation = "precision" if firsts[0].unnamed_outlet != other.unnamed_outlet else "wording"
    reason = f"{speaker} spoke to “{firsts[0].text}” in one report, to “{other.text}” in another."
    return Finding("name", relation, label(f"to whom {speaker} spoke"), told, 0.5, reason)
