"""Who a source phrase means, as far as one article tells it: pronouns, surnames, "the spokesman", "the ministry"."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.extract.cues import load_cues
from rashomon.extract.grammar import words_of
from rashomon.extract.report import Report
from rashomon.model.article import Article
from rashomon.model.reading import Mention, Sentence, Speaker
from rashomon.model.span import Span
from rashomon.text.quotes import find_quoted_spans

_WORD = re.compile(r"[^\W_]+(?:[-.’'&][^\W_]+)*\.?")
_RUN = re.compile(r"[A-Z][\w’'-]*(?:\s+(?:[A-Z]\.|al|bin|de|van|von|der|la|el|ben|den|du|[A-Z][\w’'-]*))*")
_HE = frozenset({"he", "him", "his"})
_SHE = frozenset({"she", "her"})
_BODY_PRONOUNS = frozenset({"it", "its"})
_GROUP_PRONOUNS = frozenset({"they", "them", "their", "we"})
_NOT_THEMSELVES = words_of("antecedents.not_themselves")
_REACH = 90  # code points after a name in which an apposition may stand
_APPOSITION = re.compile(r",\s+([^,.;:“\"]{3,80})")
_VERBAL = re.compile(r"(?:and|but|or|while|said|says|told)\b")
_HEAD_OF = re.compile(r"\b(?:of|who|with|for|to|and|in|at|from|whose)\b")  # what follows tells of others
_OFTEN = 3  # mentions; a body named less often is not what the article is about
_COMPANIES = words_of("antecedents.companies")
_GROUPS = words_of("antecedents.groups")
_NO_COMPANY = words_of("antecedents.no_company")
_FAR = 6  # sentences; a pronoun reaches no further back than this


@dataclass(slots=True)
class _Person:
    name: str
    gender: str = ""  # "m", "f" or "" where nothing tells
    roles: set[str] = field(default_factory=set)
    last: int = -99  # sentence of the last mention


@dataclass(slots=True)
class _Focus:
    """Who was last spoken of, as the reading moves down the text."""

    person: dict[str, tuple[_Person, int]] = field(default_factory=dict)  # by gender
    body: tuple[Speaker, int] | None = None
    group: tuple[Speaker, int] | None = None
    speaker: tuple[Speaker, int] | None = None


class Cast:
    """The people and bodies of one article, and whom each source phrase means."""

    def __init__(self, article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> None:
        self.text = article.text
        self.sentences = sentences
        self.mentions = mentions
        self.starts = [m.name.start for m in mentions]
        self.people: dict[str, _Person] = {}
        self.bodies = [m for m in mentions if m.kind == "org"]
        for m in mentions:
            if m.kind == "person":
                self._learn(m)
        self._learn_genders()

    def _learn(self, mention: Mention) -> None:
        name = _bare(mention.name.of(self.text))
        known = self.people.get(_last(name))
        if known is None:
            known = self.people[_last(name)] = _Person(name)
        elif len(name.split()) > len(known.name.split()) and _initial_agrees(name, known.name) and not _shouted(name):
            known.name = name
        if mention.role:
            known.roles |= _words(mention.role.of(self.text))
        known.roles |= _words(self.text[mention.span.start : mention.name.start])
        title = set(known.roles)
        apposition = _APPOSITION.match(self.text, mention.name.end, mention.name.end + _REACH)
        if apposition and not _VERBAL.match(apposition.group(1)):
            known.roles |= _words(apposition.group(1))
            title |= _words(_HEAD_OF.split(apposition.group(1), maxsplit=1)[0])
        known.gender = known.gender or _gender_of(name, title)

    def _learn_genders(self) -> None:
        """The pronoun right after a name of unknown gender tells it."""
        for m in self.mentions:
            if m.kind != "person":
                continue
            known = self.people[_last(_bare(m.name.of(self.text)))]
            if known.gender:
                continue
            found = re.search(
                r"\b(he|his|him|she|her|himself|herself)\b", self.text[m.name.end : m.name.end + 120], re.IGNORECASE
            )
            if found:
                known.gender = (
                    "m"
                    if found.group().lower().startswith("h") and found.group().lower() not in {"her", "herself"}
                    else "f"
                )

    def speakers(self, reports: Sequence[Report]) -> tuple[Speaker | None, ...]:
        """The speaker of each report, in the order given."""
        focus = _Focus()
        by_sentence: dict[int, list[int]] = {}
        for n, report in enumerate(reports):
            by_sentence.setdefault(report.sentence, []).append(n)
        found: list[Speaker | None] = [None] * len(reports)
        for number in range(len(self.sentences)):
            here = by_sentence.get(number, [])
            floating = [n for n in here if reports[n].floating]
            for n in floating:
                found[n] = self._floating(focus, number, reports[n])
            self._move(focus, number)
            said: dict[tuple[int, int], Speaker | None] = {}
            for n in here:
                source = reports[n].source
                if reports[n].floating or source is None:
                    continue
                key = (source.start, source.end)
                if key not in said:
                    said[key] = self._resolve(source, number, focus)
                    self._settle(focus, said[key], number)
                found[n] = said[key]
            for n in floating:  # a mixed stretch: whoever speaks elsewhere in the sentence
                if said and any(c.isalpha() for c in self._outside(number)):
                    found[n] = next(iter(said.values()))
        return tuple(found)

    # -- moving down the text

    def _outside(self, number: int) -> str:
        span = self.sentences[number].span
        at, kept = span.start, []
        for quoted in find_quoted_spans(self.text, span):
            kept.append(self.text[at : quoted.start])
            at = quoted.end
        return "".join([*kept, self.text[at : span.end]])

    def _in(self, span: Span) -> list[Mention]:
        first = bisect_left(self.starts, span.start)
        return [m for m in self.mentions[first : bisect_left(self.starts, span.end)] if m.name.end <= span.end]

    def _move(self, focus: _Focus, number: int) -> None:
        """The first person or body named outside quotation marks becomes whom "he" or "it" means."""
        span = self.sentences[number].span
        quoted = find_quoted_spans(self.text, span)
        seen: set[str] = set()
        for m in self._in(span):
            if any(q.holds(m.name) for q in quoted):
                continue
            kind = m.kind if m.kind in {"person", "org"} else ""
            if not kind or kind in seen:
                continue
            if kind == "person":
                person = self.people[_last(_bare(m.name.of(self.text)))]
                if self._possessive(m):
                    continue
                seen.add(kind)
                self._focus_on(focus, person, number)
            elif not seen:
                seen.add(kind)
                focus.body = (Speaker(_bare(m.name.of(self.text)), None), number)

    def _possessive(self, m: Mention) -> bool:
        return self.text[m.name.end : m.name.end + 2] in {"'s", "’s"} or self.text[m.name.start : m.name.end].endswith(
            ("'s", "’s")
        )

    def _focus_on(self, focus: _Focus, person: _Person, number: int) -> None:
        person.last = number
        for gender in (person.gender,) if person.gender else ("m", "f"):
            focus.person[gender] = (person, number)

    def _settle(self, focus: _Focus, speaker: Speaker | None, number: int) -> None:
        if speaker is None:
            return
        focus.speaker = (speaker, number)
        person = self.people.get(_last(speaker.name)) if speaker.name else None
        if person and person.name == speaker.name:
            self._focus_on(focus, person, number)
            return
        words = _words(speaker.name or speaker.description or "")
        gender = "f" if words & load_cues().women else "m" if words & load_cues().men else ""
        if gender or words & _ONE_PERSON:
            for g in (gender,) if gender else ("m", "f"):
                focus.person[g] = (_Person(speaker.name or "", gender, words | {speaker.description or ""}), number)
                focus.person[g][0].roles = {"\0" + (speaker.description or "")} if not speaker.name else words
        elif _is_group(words):
            focus.group = (speaker, number)
        else:
            focus.body = (speaker, number)
            focus.group = (speaker, number)

    # -- what a phrase means

    def _floating(self, focus: _Focus, number: int, report: Report) -> Speaker | None:
        """Whoever spoke last, or the person the sentence before is about."""
        if focus.speaker is None and not focus.person:
            return None
        nearest = max((at for _, at in focus.person.values()), default=-1)
        if focus.speaker and focus.speaker[1] >= nearest:
            return focus.speaker[0] if number - focus.speaker[1] <= _FAR else None
        person, at = max(focus.person.values(), key=lambda p: p[1])
        return _as_speaker(person) if number - at <= _FAR else None

    def _resolve(self, source: Span, number: int, focus: _Focus) -> Speaker | None:
        words = source.of(self.text)
        low = words.lower()
        if low in _HE | _SHE | _BODY_PRONOUNS | _GROUP_PRONOUNS | {"who", "i", "you"}:
            return self._pronoun(low, number, focus, source)
        named = self._named(source)
        if named:
            return named
        return self._described(words, number, focus)

    def _pronoun(self, low: str, number: int, focus: _Focus, source: Span) -> Speaker | None:
        if low in _HE | _SHE:
            gender = "m" if low in _HE else "f"
            inside = self._same_sentence(source, number, gender)
            if inside:
                return _as_speaker(inside)
            held = focus.person.get(gender)
            if held and number - held[1] <= 3 * _FAR:
                return _as_speaker(held[0])
            return self._last_of_unknown_gender(focus, number)
        held_body = (
            focus.body if low in _BODY_PRONOUNS else focus.group or focus.body if low in _GROUP_PRONOUNS else None
        )
        return held_body[0] if held_body and number - held_body[1] <= _FAR else None

    def _last_of_unknown_gender(self, focus: _Focus, number: int) -> Speaker | None:
        """Whoever spoke last, where nothing tells that it cannot be "she" or "he"."""
        if focus.speaker is None or number - focus.speaker[1] > _FAR or not focus.speaker[0].name:
            return None
        person = self.people.get(_last(focus.speaker[0].name))
        return focus.speaker[0] if person and not person.gender else None

    def _same_sentence(self, source: Span, number: int, gender: str) -> _Person | None:
        span = self.sentences[number].span
        if source.start <= span.start:
            return None
        quoted = find_quoted_spans(self.text, span)
        for m in self._in(Span(span.start, source.start)):
            if m.kind == "person" and not any(q.holds(m.name) for q in quoted) and not self._possessive(m):
                person = self.people[_last(_bare(m.name.of(self.text)))]
                if person.gender in {"", gender}:
                    person.gender = gender
                    return person
        return None

    def _named(self, source: Span) -> Speaker | None:
        """The name that the phrase ends with; one inside it ("a lawyer for Smith") does not speak."""
        if source.of(self.text).lower() in load_cues().people | load_cues().documents:
            return None
        for m in reversed(self._in(source)):
            if m.name.end < source.end:
                break
            before = {w.lower() for w in self.text[source.start : m.span.start].split()}
            return None if before & _NOT_THEMSELVES else self._mentioned(m, source)
        words = source.of(self.text)
        apposed = self._apposed(source)
        if apposed:
            return apposed
        run = _RUN.search(words)
        if not self.mentions and run and run.end() == len(words):
            return Speaker(_without_titles(run.group()), None)
        if (
            _all_capital(words)
            and len(words.split()) in (2, 3)
            and not _words(words) & load_cues().bodies | {"the"} & _words(words)
        ):
            return self._introduced(words)
        if _all_capital(words) and words.split()[-1].lower() not in load_cues().titles | load_cues().people:
            person = self.people.get(_last(_bare(words)))
            return Speaker(person.name if person else _bare(words), None)
        return None

    def _mentioned(self, m: Mention, source: Span) -> Speaker:
        name, words = _bare(m.name.of(self.text)), source.of(self.text)
        if m.kind == "person":
            return Speaker(self.people[_last(name)].name, None)
        person = self.people.get(_last(name)) if len(name.split()) == 1 else None
        if person:
            return Speaker(person.name, None)
        if m.kind == "other" and 2 <= len(name.split()) <= 4 and not _words(name) & load_cues().bodies:
            return self._introduced(words if _all_capital(words) else name)
        return Speaker(_bare(words) if _all_capital(words) else name, None)

    def _introduced(self, words: str) -> Speaker:
        """A speaker that no mention was found for, taken for a person from now on."""
        name = _without_titles(_bare(words))
        known = self.people.setdefault(_last(name), _Person(name, _gender_of(name, set())))
        return Speaker(known.name, None)

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

    def _described(self, words: str, number: int, focus: _Focus) -> Speaker | None:
        """The person or body that a description takes up again, else the description itself."""
        cues = load_cues()
        parts = words.split()
        head = parts[-1].lower()
        definite = parts[0].lower() == "the"
        content = _words(words) - {"the"}
        if definite and len(parts) <= 4:
            role = [p for p in self.people.values() if content and content <= p.roles and p.last >= 0]
            if role and head in cues.people - cues.bodies - cues.outlets - cues.documents:
                return _as_speaker(max(role, key=lambda p: p.last))
            age = re.search(r"\b(\d{1,3})-year-old\b", words)
            if age:
                aged = [p for p in self.people.values() if age.group(1) in p.roles]
                return _as_speaker(aged[0]) if aged else Speaker(None, words)
        if definite and (len(parts) == 2 or (len(parts) <= 4 and head in _COMPANIES | _GROUPS)):
            body = self._body(head, focus)
            if body:
                return body
            if head in {"man", "woman", "official", "spokesman", "spokeswoman", "spokesperson", "source"}:
                gender = _gender_of("", {head})
                held = focus.person.get(gender or "m") or focus.person.get("f")
                if held and number - held[1] <= _FAR and not any(r in cues.people - {head} for r in held[0].roles):
                    return _as_speaker(held[0])
        return Speaker(None, words)

    def _body(self, head: str, focus: _Focus) -> Speaker | None:
        """The body that "the ministry" or "the company" takes up: one of that name, else the one spoken of."""
        for m in self.bodies:
            name = _bare(m.name.of(self.text))
            if len(name.split()) > 1 and name.split()[-1].lower() == head:
                return Speaker(name, None)
        if head in _COMPANIES:
            return self._main_body() or (focus.body[0] if focus.body else None)
        return focus.body[0] if head in _GROUPS and focus.body else None

    def _main_body(self) -> Speaker | None:
        """The body the article names most often, outlets aside: what "the company" mostly means."""
        count: dict[str, int] = {}
        for m in self.mentions:
            name = _bare(m.name.of(self.text))
            person = self.people.get(_last(name)) if m.kind == "person" else None
            if m.kind not in {"org", "person"} or (person and " " in person.name):
                continue
            if not _words(name) & _NO_COMPANY:
                count[name] = count.get(name, 0) + 1
        best = max(count, key=lambda name: count[name], default=None)
        return Speaker(best, None) if best and count[best] >= _OFTEN else None


_ONE_PERSON = words_of("antecedents.one_person")


def _as_speaker(person: _Person) -> Speaker | None:
    if person.name:
        return Speaker(person.name, None)
    described = next((r[1:] for r in sorted(person.roles) if r.startswith("\0")), "")
    return Speaker(None, described) if described else None


def _bare(name: str) -> str:
    name = re.sub(r"^(?:[Tt]he|Mr|Mrs|Ms|Dr|Sir)\.?\s+", "", " ".join(name.split()))
    return re.sub(r"['’]s?$", "", name)


def _last(name: str) -> str:
    parts = [p for p in name.split() if p.lower().strip(".,") not in {"jr", "sr", "ii", "iii", "iv"}]
    return parts[-1].lower() if parts else name.lower()


def _shouted(name: str) -> bool:
    """Whether capitals of a headline or label have run into the name."""
    parts = name.split()
    return any(len(p) > 3 and p.isupper() for p in parts) and not all(p.isupper() for p in parts)


def _initial_agrees(longer: str, shorter: str) -> bool:
    return len(shorter.split()) == 1 or longer[0] == shorter[0]


def _words(phrase: str) -> set[str]:
    return {w.lower().rstrip(".") for w in _WORD.findall(phrase)} | set(re.findall(r"\b\d{1,3}\b", phrase))


def _gender_of(name: str, roles: set[str]) -> str:
    cues = load_cues()
    if roles & (cues.women - {"her"}):
        return "f"
    if roles & cues.men:
        return "m"
    first = name.split()[0].lower() if len(name.split()) > 1 else ""
    return "f" if first in cues.women_names else "m" if first in cues.men_names else ""


def _is_group(words: set[str]) -> bool:
    return any(w.endswith("s") or w in {"police", "people"} for w in words & load_cues().people)


def _all_capital(words: str) -> bool:
    parts = [p for p in words.split() if p.lower() not in {"of", "and", "for", "the", "&", "in", "on"}]
    return bool(parts) and all(p[0].isupper() or p[0].isdigit() for p in parts)


def _without_titles(run: str) -> str:
    parts = run.split()
    titles = load_cues().titles
    last = max((n for n, p in enumerate(parts[:-1]) if p.lower().strip(".,") in titles), default=-1)
    return " ".join(parts[last + 1 :])
