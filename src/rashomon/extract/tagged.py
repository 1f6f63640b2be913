"""A sentence with its pieces and speech tags, and whose words a tag without a source of its own carries."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.extract.contents import skip_to_content
from rashomon.extract.cues import load_cues
from rashomon.extract.grammar import words_of
from rashomon.extract.phrases import PRONOUNS, is_adverb, is_source
from rashomon.extract.pieces import Piece, find_pieces
from rashomon.extract.speech import SpeechTag, find_speech_tags
from rashomon.model.span import Span

BREAKS = frozenset({",", ";", ":", "—", "–", "-", "and", "but", "while", "as", "though", "although", "or", "(", "“”"})
FINITE = words_of("tagged.finite")
PREPOSITIONS = words_of("tagged.prepositions")
_CONDITIONS = words_of("tagged.conditions")
_LONGEST_SUBJECT = 8  # pieces
_WHEN = words_of("sources.never") | words_of("sources.days") | words_of("tagged.seasons")
_OPENERS = words_of("tagged.openers")
_ARTICLES = words_of("sources.determiners")
_COORDINATE = words_of("tagged.coordinate")


@dataclass(frozen=True, slots=True)
class TaggedSentence:
    """A sentence; `number` counts the article's sentences, `alone` is true where it is a paragraph by itself,
    `wordy` where words stand outside its quoted stretches.
    """

    text: str
    number: int
    alone: bool
    wordy: bool
    pieces: tuple[Piece, ...]
    tags: tuple[SpeechTag, ...]

    def before(self, n: int) -> str:
        """The lower-case piece before piece `n`, empty at the start."""
        return self.pieces[n - 1].low if n > 0 else ""

    def span(self, pieces: tuple[int, int]) -> Span:
        """The place of some pieces, first and last + 1."""
        return Span(self.pieces[pieces[0]].start, self.pieces[pieces[1] - 1].end)

    def ends(self, at: int) -> bool:
        """Whether no word or quotation follows from piece `at` on."""
        return all(not p.is_word and not p.quoted for p in self.pieces[at:])


def read_tagged(text: str, number: int, span: Span, alone: bool, quoted: Sequence[Span]) -> TaggedSentence:
    """The sentence at `span` with its tags; `quoted` are its quoted stretches, marks included."""
    pieces = find_pieces(text, span, quoted)
    wordy = any(p.is_word for p in pieces)
    return TaggedSentence(text, number, alone, wordy, pieces, find_speech_tags(pieces))


def is_trailing(line: TaggedSentence, tag: SpeechTag) -> bool:
    """Whether the tag closes its clause and carries what stands before it: "..., police said"."""
    lead = line.before(tag.first)
    if tag.is_phrase:
        return tag.first > 0
    if lead == "as" or lead in {",", "—", "–", "“”"}:
        return tag.shape == "inverted" or line.ends(skip_to_content(line.pieces, tag))
    return False


def is_coordinate(line: TaggedSentence, tag: SpeechTag) -> bool:
    """Whether the tag opens a report of its own and does not lie inside another's: ", adding that", "and he said"."""
    if tag.is_phrase:
        return True
    if tag.source is None:
        return tag.shape == "participle" and line.before(tag.cue[0]) in BREAKS
    return line.before(tag.first) in BREAKS - {"or"} and tag.lemma in _COORDINATE


def source_of(line: TaggedSentence, tag: SpeechTag) -> Span | None:
    """The words that name who: the tag's own, else those of the clause that ", saying" hangs on."""
    if tag.source:
        return line.span(tag.source)
    if tag.shape == "passive":
        return None
    for other in reversed([t for t in line.tags if t.first < tag.first]):
        if other.source and line.before(other.first) not in _CONDITIONS:
            return line.span(other.source)
    return _opening_subject(line, tag.cue[0])


def opening_source(line: TaggedSentence, limit: int) -> Span | None:
    """The subject a sentence begins with, where it can name who speaks: "Doe, the doctor, is blunter: ..."."""
    span = _opening_subject(line, limit)
    inside = [p for p in line.pieces[:limit] if span and span.start <= p.start < span.end]
    people = load_cues().people
    named = inside and (inside[-1].is_capital or any(p.low in people for p in inside))
    named = named and not any(p.low in _ARTICLES for p in inside[1:])  # "The Hall has a nickname: ..."
    return span if named and is_source(inside) else None


def _opening_subject(line: TaggedSentence, limit: int) -> Span | None:
    """The subject a sentence begins with: "The union, founded in 1950, marched, saying ..."."""
    pieces = line.pieces
    at = _past_adverb(pieces, limit)
    if at < limit and pieces[at].low in PREPOSITIONS:
        comma = next((k for k in range(at, min(limit, 14)) if pieces[k].text == ","), None)
        at = comma + 1 if comma is not None else at
    if at < limit and pieces[at].low in PRONOUNS:
        return line.span((at, at + 1))
    if at < limit and pieces[at].low in PREPOSITIONS | _CONDITIONS:
        return None  # "when the rain came" is not over yet
    end = at
    while end < limit and end - at < _LONGEST_SUBJECT and pieces[end].is_word and not (end > at and _past(pieces, end)):
        end += 1
    when = end > at and pieces[end - 1].low in _WHEN and not pieces[end - 1].is_capital  # "a day after ..."
    return line.span((at, end)) if end > at and not when else None


def _past_adverb(pieces: Sequence[Piece], limit: int) -> int:
    """Where the subject may begin: after "Previously", "Last year"."""
    if (
        limit > 2
        and pieces[0].low in {"last", "this", "earlier", "later"}
        and pieces[1].low in _WHEN | {"this", "last"}
    ):
        at = 2
        while at < limit and pieces[at].low in _WHEN:
            at += 1
        return at + (at < limit and pieces[at].text == ",")
    adverb = limit > 1 and (pieces[0].low in _OPENERS or pieces[0].low.endswith("ously"))
    return 1 + (limit > 2 and pieces[1].text == ",") if adverb else 0


def _past(pieces: Sequence[Piece], end: int) -> bool:
    """Whether the subject is over before piece `end`."""
    low = pieces[end].low
    if low in FINITE or low.endswith("ed") or low in PREPOSITIONS - {"of", "for"} or low in {"who", "which", "also"}:
        return True
    if is_adverb(pieces[end]):
        return True
    named = pieces[end - 1].is_capital and not pieces[end].is_capital and not (end == 1 and pieces[0].low in _ARTICLES)
    return named and low not in load_cues().people | {"of", "and", "for", "the"}
