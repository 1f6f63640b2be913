"""Who a source phrase means, as far as one article tells it: pronouns, surnames, "the spokesman", "the ministry"."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from rashomon.extract.bearers import NOT_THEMSELVES, closes_title, closing_name, is_from, main_body
from rashomon.extract.cues import load_cues
from rashomon.extract.focus import FAR, Focus, Held
from rashomon.extract.grammar import words_of
from rashomon.extract.people import (
    People,
    Person,
    all_capital,
    bare_name,
    gender_of,
    last_word,
    without_titles,
    words_in,
)
from rashomon.extract.report import Report
from rashomon.model.article import Article
from rashomon.model.reading import Mention, Sentence, Speaker
from rashomon.model.span import Span
from rashomon.text.quotes import find_quoted_spans

_AGED = re.compile(r"\b(\d{1,3})-year-old\b")
_GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_PRONOUNS = frozenset({*_GENDERS, "it", "they", "them", "we", "who", "i", "you"})
_COMPANIES = words_of("antecedents.companies")
_GROUPS = words_of("antecedents.groups")
_ANYONE = frozenset("man woman official spokesman spokeswoman spokesperson source".split(" "))
_SHORT = 4  # words; a longer description tells more than a title and takes up nobody by it


def find_speakers(
    article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention], reports: Sequence[Report]
) -> tuple[Speaker | None, ...]:
    """The speaker of each report, in the order given; None where nobody could be found."""
    return _Resolver(article.text, sentences, mentions).speakers(reports)


class _Resolver:
    """One article on its way down: its people, its bodies, and who is in focus."""

    def __init__(self, text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> None:
        self.text = text
        self.sentences = sentences
        self.mentions = mentions
        self.starts = [m.name.start for m in mentions]
        self.people = People(text, mentions)
        self.focus = Focus()
        self.number = 0  # of the sentence reached
        self.quoted: tuple[Span, ...] = ()  # quoted stretches of that sentence

    def speakers(self, reports: Sequence[Report]) -> tuple[Speaker | None, ...]:
        by_sentence: dict[int, list[int]] = {}
        for n, report in enumerate(reports):
            by_sentence.setdefault(report.sentence, []).append(n)
        found: list[Speaker | None] = [None] * len(reports)
        for number, sentence in enumerate(self.sentences):
            self.number, self.quoted = number, find_quoted_spans(self.text, sentence.span)
            here = by_sentence.get(number, [])
            for n in here:
                found[n] = self.focus.latest(number) if reports[n].floating else None
                if found[n] and self.focus.speaker and not self._has_words_outside():
                    self.focus.keep(found[n], number)
            until = self._until_pronoun(sentence.span, [reports[n].source for n in here])
            if until:
                self._name_those_in(until)
            self._read(reports, here, found)
        return tuple(found)

    def _until_pronoun(self, span: Span, sources: Sequence[Span | None]) -> Span | None:
        """The sentence as far as "he told": whoever is named after it is told, and is not "he"."""
        first = min((s for s in sources if s and s.of(self.text).lower() in _GENDERS), default=None)
        if first is None:
            return span
        return Span(span.start, first.start) if first.start > span.start else None

    def _read(self, reports: Sequence[Report], here: Sequence[int], found: list[Speaker | None]) -> None:
        """Resolve the sources of one sentence; a stretch without one goes to whoever else speaks in it."""
        said: dict[Span, Speaker | None] = {}
        for n in here:
            source = reports[n].source
            if source is None:
                continue
            if source not in said:
                speaker = said[source] = self._resolve(source)
                if speaker:
                    self.focus.speak(speaker, self.number, self.people)
            found[n] = said[source]
        for n in here:
            if reports[n].floating and said and self._has_words_outside():
                found[n] = next(iter(said.values()))

    def _has_words_outside(self) -> bool:
        at, span = self.sentences[self.number].span.start, self.sentences[self.number].span
        for quoted in (*self.quoted, Span(span.end, span.end + 1)):
            if any(c.isalpha() for c in self.text[at : min(quoted.start, span.end)]):
                return True
            at = quoted.end
        return False

    def _name_those_in(self, span: Span) -> None:
        """The first person named outside quotation marks, or else the first body, comes into focus."""
        bodies: list[Mention] = []
        for m in self._outside(span):
            person = self._person(m) if m.kind == "person" else None
            if person and not self._possessive(m):
                self.focus.name(person, self.number)
                break
            if m.kind == "org":
                bodies.append(m)
        if bodies:
            self.focus.body = Held(Speaker(bare_name(bodies[0].name.of(self.text)), None), self.number)

    # -- mentions

    def _in(self, span: Span) -> list[Mention]:
        first = bisect_left(self.starts, span.start)
        return [m for m in self.mentions[first : bisect_left(self.starts, span.end)] if m.name.end <= span.end]

    def _outside(self, span: Span) -> list[Mention]:
        return [m for m in self._in(span) if not any(q.holds(m.name) for q in self.quoted)]

    def _person(self, m: Mention) -> Person | None:
        return self.people.find(bare_name(m.name.of(self.text)))

    def _possessive(self, m: Mention) -> bool:
        return self.text[m.name.end : m.name.end + 2] in {"'s", "’s"} or m.name.of(self.text).endswith(("'s", "’s"))

    # -- what a phrase means

    def _resolve(self, source: Span) -> Speaker | None:
        words = source.of(self.text)
        if words.lower() in _PRONOUNS:
            return self._pronoun(words.lower(), source)
        return self._named(source, words) or self._described(words)

    def _pronoun(self, low: str, source: Span) -> Speaker | None:
        focus = self.focus
        if low in _GENDERS:
            inside = self._in_same_sentence(source, _GENDERS[low])
            held = focus.person.get(_GENDERS[low])
            if inside is None and held and self.number - held.sentence <= 3 * FAR:
                return held.speaker
            return inside or self._last_of_unknown_gender()
        if low == "it":
            return self._near(focus.body)
        return self._near(focus.group or focus.body) if low in {"they", "them", "we"} else None

    def _near(self, held: Held | None) -> Speaker | None:
        return held.speaker if held and self.number - held.sentence <= FAR else None

    def _last_of_unknown_gender(self) -> Speaker | None:
        """Whoever spoke last, where nothing tells that it cannot be "she" or "he"."""
        last = self._near(self.focus.speaker)
        person = self.people.find(last.name) if last and last.name else None
        return last if person and not person.gender else None

    def _in_same_sentence(self, source: Span, gender: str) -> Speaker | None:
        start = self.sentences[self.number].span.start
        for m in self._outside(Span(start, source.start)) if source.start > start else ():
            person = self._person(m) if m.kind == "person" and not self._possessive(m) else None
            if person and person.gender in {"", gender}:
                person.gender = gender
                return Speaker(person.name, None)
        return None

    def _named(self, source: Span, words: str) -> Speaker | None:
        """The name that the phrase ends with; one inside it ("a lawyer for Smith") does not speak."""
        cues = load_cues()
        if words.lower() in cues.people | cues.documents:
            return self._with_first_name(words) if words[0].isupper() else None
        inside = self._in(source)
        if inside and is_from(self.text, inside[0], source):
            return self._mentioned(inside[0], words)
        if inside and inside[-1].name.end >= source.end:
            before = self.text[source.start : inside[-1].name.start].split()
            beside = bool({w.lower() for w in before} & NOT_THEMSELVES)
            of_another = beside and not closes_title(self.text, before, inside[-1])
            closing = closing_name(inside[-1].name.of(self.text)) if beside else None
            if of_another or closing:
                return self._introduced(closing) if closing else None
            return self._mentioned(inside[-1], words)
        apposed = self._apposed(source)
        if apposed or not all_capital(words):
            return apposed
        if 2 <= len(words.split()) <= 3 and not words_in(words) & (cues.bodies | {"the"}):
            return self._introduced(words)
        if words.split()[-1].lower() in cues.titles | cues.people:
            return None
        person = self.people.find(bare_name(words))
        return Speaker(person.name if person else bare_name(words), None)

    def _with_first_name(self, words: str) -> Speaker | None:
        """Whose name begins with a word that is an everyday one too: "Park" after or before "Park Min-ji"."""
        found = [p for p in self.people if p.name.split()[0] == words and " " in p.name]
        return Speaker(found[0].name, None) if len(found) == 1 else None

    def _mentioned(self, m: Mention, words: str) -> Speaker:
        name = bare_name(m.name.of(self.text))
        person = self.people.find(name) if m.kind == "person" or " " not in name else None
        if person:
            return Speaker(person.name, None)
        if m.kind == "other" and 2 <= len(name.split()) <= _SHORT and not words_in(name) & load_cues().bodies:
            return self._introduced(words if all_capital(words) else name)
        return Speaker(bare_name(words) if all_capital(words) else name, None)

    def _introduced(self, words: str) -> Speaker:
        """A speaker whom no mention gave as a person, taken for one from now on."""
        return Speaker(self.people.add(without_titles(bare_name(words))).name, None)

    def _apposed(self, source: Span) -> Speaker | None:
        """The name in apposition: "the union's chairman, Jane Doe, said"."""
        if self.text[source.end : source.end + 2] != ", ":
            return None
        n = bisect_left(self.starts, source.end)
        for m in self.mentions[n : n + 1]:
            closed = self.text[m.name.end : m.name.end + 1] == ","
            if m.span.start <= source.end + 2 and m.kind in {"person", "other"} and closed:
                return self._introduced(m.name.of(self.text))
        return None

    # -- descriptions

    def _described(self, words: str) -> Speaker | None:
        """The person or body that a description takes up again, else the description itself."""
        parts = words.lower().split()
        if parts[0] == "the" and len(parts) <= _SHORT:
            return self._taken_up(words, parts) or Speaker(None, words)
        return Speaker(None, words)

    def _taken_up(self, words: str, parts: Sequence[str]) -> Speaker | None:
        cues, head = load_cues(), parts[-1]
        age = _AGED.search(words)
        if age:
            return next((Speaker(p.name, None) for p in self.people if age.group(1) in p.roles), None)
        told = words_in(words) - {"the"}
        holders = [p for p in self.people if told <= p.roles and p.last >= 0]
        if told and holders and head in cues.people - cues.bodies - cues.outlets - cues.documents:
            return Speaker(max(holders, key=lambda p: p.last).name, None)
        if len(parts) == 2 or head in _COMPANIES | _GROUPS:
            return self._body(head) or (self._anyone(head) if len(parts) == 2 else None)
        return None

    def _anyone(self, head: str) -> Speaker | None:
        """Whom "the spokesman" or "the woman" takes up: the last person in focus with no other role known."""
        if head not in _ANYONE:
            return None
        people = self.focus.person
        found = self._near(people.get(gender_of("", {head}) or "m") or people.get("f"))
        person = self.people.find(found.name) if found and found.name else None
        return None if person and person.roles & (load_cues().people - {head}) else found

    def _body(self, head: str) -> Speaker | None:
        """The body that "the ministry" or "the company" takes up: one so named, else the one spoken of."""
        for m in self.mentions:
            name = bare_name(m.name.of(self.text)) if m.kind == "org" else ""
            if " " in name and last_word(name) == head:
                return Speaker(name, None)
        if head in _COMPANIES:
            return main_body(self.text, self.mentions, self.people) or self._near(self.focus.body)
        return self._near(self.focus.body) if head in _GROUPS else None
