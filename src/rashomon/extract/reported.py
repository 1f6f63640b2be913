"""Reported clauses: what someone is said to have said, in the reporter's words."""

from collections.abc import Iterator, Sequence

from rashomon.extract.contents import has_that, skip_to_content
from rashomon.extract.cues import load_cues
from rashomon.extract.grammar import words_of
from rashomon.extract.pieces import Piece
from rashomon.extract.quoted import is_clause
from rashomon.extract.report import Form, Report
from rashomon.extract.speech import SpeechTag
from rashomon.extract.tagged import BREAKS, FINITE, PREPOSITIONS, TaggedSentence, is_coordinate, source_of
from rashomon.model.span import Span
from rashomon.settings import QuotationSettings

_ENDS = frozenset({".", "!", "?", "…", ";", ")", "]"})
_SAYING = frozenset({"say", "tell"})
_OPENERS = words_of("reported.openers")  # a clause surely begins with one of these
_FIRST_PERSON = words_of("reported.first_person")
_EARLY = 12  # words within which a clause has its verb


def find_clause_reports(line: TaggedSentence, settings: QuotationSettings) -> Iterator[Report]:
    """The reported clauses of the sentence; a report inside another's is not told apart."""
    done = 0  # pieces already given to someone
    for k, tag in enumerate(line.tags):
        if tag.shape == "passive" or (tag.first < done and not is_coordinate(line, tag)) or not _reports(line, tag):
            continue
        for first, last in _regions(line, tag, done, line.tags[k + 1 :]):
            report = _clause(line, first, last, tag, settings)
            if report:
                done = max(done, last)
                yield report


def _reports(line: TaggedSentence, tag: SpeechTag) -> bool:
    if tag.is_phrase:
        return tag.lemma not in {"citing", "quoting"}
    source = source_of(line, tag)
    if source and source.of(line.text).lower() in _FIRST_PERSON:
        return False
    return tag.lemma in load_cues().clause_verbs or has_that(line.pieces, tag)


def _regions(line: TaggedSentence, tag: SpeechTag, done: int, later: Sequence[SpeechTag]) -> Iterator[tuple[int, int]]:
    """The pieces before or after the tag, or on both sides of it, that it may carry."""
    pieces = line.pieces
    if tag.is_phrase:
        yield from _beside_phrase(line, tag, done, later)
        return
    start = len(pieces) if tag.shape == "inverted" else skip_to_content(pieces, tag)
    parenthetical = start < len(pieces) and pieces[start].text in {",", "—", "–"}
    closing = tag.shape == "inverted" or line.ends(start) or parenthetical
    if tag.first and line.before(tag.first) in {",", "—", "–", "as", "“”"} and closing:
        yield done, tag.first
        if not parenthetical or _adds_only_manner(pieces, start + 1):
            return
        start += 1
    elif line.before(tag.first) == "“”" and not has_that(pieces, tag):
        return  # "...," he said in a statement
    yield start, _end_of(line, start, later)


def _beside_phrase(
    line: TaggedSentence, tag: SpeechTag, done: int, later: Sequence[SpeechTag]
) -> Iterator[tuple[int, int]]:
    """According to X, this; this, according to X; this, according to X, and that."""
    comma = next((k for k in range(tag.last, len(line.pieces)) if line.pieces[k].text == ","), None)
    if tag.first:
        yield done, tag.first
    if comma is not None and (tag.first == 0 or (comma == tag.last and not _adds_only_manner(line.pieces, comma + 1))):
        yield comma + 1, _end_of(line, comma + 1, later)


def _adds_only_manner(pieces: Sequence[Piece], at: int) -> bool:
    """Whether what follows tells how or where it was said: ", speaking through a translator"."""
    if at >= len(pieces):
        return True
    low = pieces[at].low
    return low.endswith("ing") or low in PREPOSITIONS | {
        "who",
        "which",
        "whose",
        "where",
        "eyes",
        "citing",
        "as",
        "while",
    }


def _end_of(line: TaggedSentence, start: int, later: Sequence[SpeechTag]) -> int:
    return next((t.first for t in later if t.first >= start and is_coordinate(line, t)), len(line.pieces))


def _clause(line: TaggedSentence, first: int, last: int, tag: SpeechTag, settings: QuotationSettings) -> Report | None:
    first, last = _trimmed(line.pieces, first, last)
    inside = line.pieces[first:last]
    words = [p for p in inside if p.is_word]
    if len(words) < settings.clause_words or (inside[0].quoted and is_clause(inside[0].text[1:])):
        return None
    if not _states(line, words, tag, first):
        return None
    form: Form = "clause" if any(p.quoted for p in inside) else "indirect"
    span = Span(inside[0].start, inside[-1].end)
    return Report(span, form, line.number, line.span(tag.cue), source_of(line, tag), tag.lemma)


def _trimmed(pieces: Sequence[Piece], first: int, last: int) -> tuple[int, int]:
    while first < last and not pieces[first].quoted and (pieces[first].low in BREAKS or pieces[first].low == "that"):
        first += 1
    while last > first and not pieces[last - 1].quoted and _closes(pieces[last - 1]):
        last -= 1
    return first, last


def _closes(piece: Piece) -> bool:
    return piece.low in BREAKS | _ENDS or (not piece.is_word and piece.text not in "%)]")


def _states(line: TaggedSentence, words: Sequence[Piece], tag: SpeechTag, first: int) -> bool:
    """Whether the words make a statement and are not the verb's object: "added three goals" is none."""
    if first < tag.first:
        return words[0].low not in PREPOSITIONS or any(_is_finite(p) or p.low.endswith("ed") for p in words[4:])
    if tag.is_phrase or (has_that(line.pieces, tag) and first >= tag.last):
        return True
    low = words[0].low
    if tag.lemma in _SAYING:
        return not (low in PREPOSITIONS | {"while", "when", "as"} and not any(_is_finite(p) for p in words))
    if low in _OPENERS:
        return True
    limit = _EARLY // 2 if tag.lemma in load_cues().that_verbs or tag.lemma == "add" else _EARLY
    return not low[0].isdigit() and any(_is_finite(p) for p in words[1:limit])


def _is_finite(piece: Piece) -> bool:
    return piece.low in FINITE or piece.low.endswith(("'s", "n't"))
