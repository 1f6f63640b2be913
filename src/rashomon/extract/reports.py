"""What is said to have been said: each quoted or reported stretch, bound to the speech tag that carries it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rashomon.extract.cues import load_cues
from rashomon.extract.pieces import Piece, find_pieces
from rashomon.extract.speech import SpeechTag, find_speech_tags, skip_to_content
from rashomon.model.reading import Sentence
from rashomon.model.span import Span
from rashomon.settings import QuotationSettings
from rashomon.text.quotes import find_quoted_spans, strip_marks

Form = Literal["direct", "mixed", "indirect", "clause"]  # "clause": reported words that hold quoted ones

_BREAKS = frozenset({",", ";", ":", "—", "–", "-", "and", "but", "while", "as", "though", "although", "or", "(", "“”"})
_ENDS = frozenset({".", "!", "?", "…", ";", ")", "]"})
_FINITE = frozenset(
    """is was were are has have had will would can could may might should must did does do be been 's 're 've 'll n't
    isn't wasn't weren't aren't hasn't haven't hadn't won't wouldn't can't cannot couldn't didn't doesn't don't shouldn't
    made took came went saw got gave left began became kept held felt fell found lost won met led told said knew thought
    needs wants seems remains shows means comes makes takes gets goes died""".split()
)
_NAMED_SO = frozenset({"into", "as"})  # before a capitalised stretch that is still what someone said


@dataclass(frozen=True, slots=True)
class Report:
    """One stretch of reported words; `sentence` is the number of its sentence, `lead` whether its source stands there too."""

    content: Span
    form: Form
    sentence: int
    cue: Span | None = None
    source: Span | None = None
    lemma: str = ""
    floating: bool = False  # nothing in its sentence tells who said it


def find_reports(text: str, sentences: Sequence[Sentence], settings: QuotationSettings) -> tuple[Report, ...]:
    """Every stretch that the sentences give as someone's words, in order."""
    found: list[Report] = []
    for number, sentence in enumerate(sentences):
        quoted = find_quoted_spans(text, sentence.span)
        alone = _is_paragraph(sentences, number)
        found.extend(_Reader(text, number, sentence.span, quoted, alone, settings).read())
    return tuple(sorted(found, key=lambda r: (r.content.start, -r.content.end)))


def _is_paragraph(sentences: Sequence[Sentence], n: int) -> bool:
    around = [sentences[k].paragraph for k in (n - 1, n + 1) if 0 <= k < len(sentences)]
    return sentences[n].paragraph not in around


class _Reader:
    """One sentence, its pieces and its tags."""

    def __init__(
        self, text: str, number: int, span: Span, quoted: Sequence[Span], alone: bool, settings: QuotationSettings
    ) -> None:
        self.text = text
        self.number = number
        self.alone = alone
        self.settings = settings
        self.pieces = find_pieces(text, span, quoted)
        self.tags = find_speech_tags(self.pieces)

    def read(self) -> Iterator[Report]:
        for n, piece in enumerate(self.pieces):
            if piece.quoted and (report := self._quotation(n, piece)):
                yield report
        yield from self._reported()

    # -- quoted stretches

    def _quotation(self, n: int, piece: Piece) -> Report | None:
        content = strip_marks(self.text, Span(piece.start, piece.end))
        if content is None:
            return None
        words = content.of(self.text)
        tag, adjacent = self._tag_of(n)
        if tag is None:
            return self._untagged(n, content, words)
        if is_title(words) and not (adjacent and words[-1] in ",.!?") and self._before(n) not in _NAMED_SO:
            if not self._leads_to(n) and not self._near(n, _NAMED_SO):
                return None
        form: Form = "direct" if (adjacent or self._leads_to(n)) and _is_clause(words) else "mixed"
        return self._report(content, form, tag)

    def _untagged(self, n: int, content: Span, words: str) -> Report | None:
        outside = [p for p in self.pieces if p.is_word]
        count = len(words.split())
        closed = (
            words[-1] in ".,!?…" or not self.pieces[n].text[-1] in "\"”'’»" or self.pieces[-1].text in {".", "!", "?"}
        )
        if not outside:
            if not closed or (self.alone and count <= self.settings.heading_words and words[-1] not in ".,!?…"):
                return None
            return Report(content, "direct", self.number, floating=True)
        if is_title(words) or count < self.settings.untagged_words:
            return None
        return Report(content, "direct" if _is_clause(words) and n == 0 else "mixed", self.number, floating=True)

    def _tag_of(self, n: int) -> tuple[SpeechTag | None, bool]:
        """The tag that carries the quoted piece `n`, and whether it stands right after it."""
        after = next((t for t in self.tags if t.first > n), None)
        if after and not self._follows(n, after):
            after = None
        before = next((t for t in reversed(self.tags) if t.last <= n), None)
        inside = n > 0 and self.pieces[n - 1].is_word
        if after and not (before and inside and before.shape != "inverted"):
            return after, True
        if before and (before.shape != "inverted" or not self._trailing(n)):
            return before, False
        return (self._trailing(n) or before), False

    def _follows(self, n: int, tag: SpeechTag) -> bool:
        gap = self.pieces[n + 1 : tag.first]
        if any(p.is_word for p in gap) or any(p.quoted for p in gap) or tag.shape in {"participle", "passive"}:
            return False
        return not (
            tag.last < len(self.pieces) and self.pieces[tag.last].text == ":" and tag.last + 1 < len(self.pieces)
        )

    def _trailing(self, n: int) -> SpeechTag | None:
        """The tag at the end of the sentence that carries all before it."""
        for tag in self.tags:
            if tag.first > n and tag.shape in {"subject", "inverted", "phrase"} and self._is_trailing(tag):
                return tag
        return None

    def _is_trailing(self, tag: SpeechTag) -> bool:
        lead = self._before(tag.first)
        if tag.is_phrase:
            return tag.first > 0
        if lead == "as" or lead in {",", "—", "–", "“”"}:
            return tag.shape == "inverted" or self._ends(skip_to_content(self.pieces, tag))
        return False

    def _before(self, n: int) -> str:
        return self.pieces[n - 1].low if n > 0 else ""

    def _near(self, n: int, words: frozenset[str]) -> bool:
        return any(p.low in words for p in self.pieces[max(0, n - 3) : n])

    def _leads_to(self, n: int) -> bool:
        """Whether a colon, or a comma right after a tag, leads to the quoted piece."""
        if n == 0:
            return True
        lead = self.pieces[n - 1]
        if lead.text == ":":
            return True
        return (
            any(t.last == n or (t.last == n - 1 and lead.text == ",") for t in self.tags) or lead.text == "," and n > 1
        )

    def _report(self, content: Span, form: Form, tag: SpeechTag) -> Report:
        return Report(
            content,
            form,
            self.number,
            self._span(tag.cue),
            self._span(tag.source) if tag.source else self._inherited(tag),
            tag.lemma,
        )

    def _span(self, pieces: tuple[int, int]) -> Span:
        return Span(self.pieces[pieces[0]].start, self.pieces[pieces[1] - 1].end)

    def _inherited(self, tag: SpeechTag) -> Span | None:
        """The source of ", saying": that of the tag before, or the subject the sentence begins with."""
        if tag.shape == "passive":
            return None
        for other in reversed([t for t in self.tags if t.first < tag.first]):
            if other.source:
                return self._span(other.source)
        return self._opening_subject(tag.cue[0])

    def _opening_subject(self, limit: int) -> Span | None:
        at = 0
        if at < limit and self.pieces[at].low in _OPENING_PREPOSITIONS:
            comma = next((k for k in range(at, min(limit, 14)) if self.pieces[k].text == ","), None)
            at = comma + 1 if comma is not None else at
        end = at
        while end < limit and end - at < 8 and self.pieces[end].is_word:
            low = self.pieces[end].low
            if end > at and (
                low in _FINITE
                or low.endswith("ed")
                or low in _OPENING_PREPOSITIONS - {"of", "for"}
                or low in {"who", "which", "also"}
            ):
                break
            if (
                end > at
                and self.pieces[end - 1].is_capital
                and not self.pieces[end].is_capital
                and low not in load_cues().people | {"of", "and", "for", "the"}
            ):
                break
            end += 1
        return self._span((at, end)) if end > at else None

    # -- reported clauses

    def _reported(self) -> Iterator[Report]:
        done = 0  # pieces already given to someone
        for k, tag in enumerate(self.tags):
            if tag.shape == "passive" or (tag.first < done and not self._is_coordinate(tag)):
                continue
            if not self._reports_clause(tag):
                continue
            regions = list(self._regions(tag, done, self.tags[k + 1 :]))
            for first, last in regions:
                if report := self._clause(first, last, tag):
                    done = max(done, last)
                    yield report

    def _reports_clause(self, tag: SpeechTag) -> bool:
        cues = load_cues()
        if tag.is_phrase:
            return tag.lemma not in {"citing", "quoting"}
        if tag.lemma not in cues.clause_verbs:
            return "that" in {p.low for p in self.pieces[tag.last : tag.last + 6]}
        return True

    def _regions(self, tag: SpeechTag, done: int, later: Sequence[SpeechTag]) -> Iterator[tuple[int, int]]:
        start = skip_to_content(self.pieces, tag) if tag.shape != "inverted" else len(self.pieces)
        if tag.is_phrase:
            start = tag.last
        end = self._end_of(start, later)
        if tag.first and self._before(tag.first) in {",", "—", "–", "as", "“”"} or (tag.is_phrase and tag.first):
            if tag.is_phrase or tag.shape == "inverted" or self._ends(start) or self._stops(start):
                yield done, tag.first
                if start >= len(self.pieces) or self._ends(start) or tag.is_phrase:
                    return
                start += 1
        if tag.is_phrase and tag.first == 0:
            comma = next((k for k in range(tag.last, end) if self.pieces[k].text == ","), None)
            if comma is None:
                return
            start = comma + 1
        yield start, end

    def _stops(self, at: int) -> bool:
        return at < len(self.pieces) and self.pieces[at].text in {",", "—", "–"}

    def _ends(self, at: int) -> bool:
        return all(not p.is_word and not p.quoted for p in self.pieces[at:])

    def _end_of(self, start: int, later: Sequence[SpeechTag]) -> int:
        for tag in later:
            if tag.first >= start and self._is_coordinate(tag):
                return tag.first
        return len(self.pieces)

    def _is_coordinate(self, tag: SpeechTag) -> bool:
        """Whether the tag opens a report of its own and does not lie inside another's: ", adding that", "and he said"."""
        if tag.is_phrase:
            return True
        if tag.source is None:
            return tag.shape == "participle" and self._before(tag.cue[0]) in _BREAKS
        return self._before(tag.first) in _BREAKS - {"or"} and tag.lemma in {
            "say",
            "add",
            "tell",
            "warn",
            "claim",
            "insist",
            "explain",
            "note",
            "argue",
            "write",
            "state",
            "report",
            "stress",
        }

    def _clause(self, first: int, last: int, tag: SpeechTag) -> Report | None:
        while first < last and (
            self.pieces[first].low in _BREAKS and not self.pieces[first].quoted or self.pieces[first].low == "that"
        ):
            first += 1
        while (
            last > first
            and not self.pieces[last - 1].quoted
            and (
                self.pieces[last - 1].low in _BREAKS | _ENDS
                or not self.pieces[last - 1].is_word
                and self.pieces[last - 1].text not in "%)]"
            )
        ):
            last -= 1
        inside = self.pieces[first:last]
        words = [p for p in inside if p.is_word]
        if len(words) < self.settings.clause_words or (inside[0].quoted and _is_clause(inside[0].text[1:])):
            return None
        if not self._has_verb(words, tag):
            return None
        form: Form = "clause" if any(p.quoted for p in inside) else "indirect"
        return self._report(Span(inside[0].start, inside[-1].end), form, tag)

    def _has_verb(self, words: Sequence[Piece], tag: SpeechTag) -> bool:
        if tag.lemma in {"say", "tell", "add"} or tag.is_phrase:
            return True
        if self.pieces[min(len(self.pieces) - 1, skip_to_content(self.pieces, tag)) - 1].low == "that":
            return True
        if tag.lemma in load_cues().that_verbs and tag.lemma not in {
            "believe",
            "think",
            "hope",
            "expect",
            "worry",
            "fear",
            "deny",
        }:
            return False
        return any(p.low in _FINITE or p.low.endswith(("'s", "n't")) for p in words[:12])


_OPENING_PREPOSITIONS = frozenset(
    "in on at by during after before from with within under over amid following since for of about through despite speaking writing asked".split()
)


def is_title(words: str) -> bool:
    """Whether the quoted words look like the title of a work or a name: every longer word begins with a capital."""
    if words[-1:] in {"!", "?"} and " " in words:
        return False
    parts = [w.strip(".,;:!?'’\"“”()[]") for w in words.split()]
    longer = [w for w in parts if len(w) > 3 or (len(parts) == 1 and w)]
    return (
        bool(longer)
        and len(parts) <= 10
        and all(w[0].isupper() or w[0].isdigit() for w in longer)
        and parts[0][:1].isupper()
    )


def _is_clause(words: str) -> bool:
    """Whether the words make a sentence of their own: a capital at the start, or length."""
    lead = words.lstrip("\"“”'‘’[(… .")
    return bool(lead) and (not lead[0].islower() or len(words.split()) >= 8)


def with_source(report: Report, source: Span | None) -> Report:
    """The report with another source."""
    return replace(report, source=source)
