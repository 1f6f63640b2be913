"""Quoted stretches, each bound to the speech tag that carries it; names, titles and scare quotes left aside."""

from collections.abc import Iterator

from rashomon.extract.report import Form, Report
from rashomon.extract.speech import SpeechTag
from rashomon.extract.tagged import BREAKS, TaggedSentence, is_trailing, opening_source, source_of
from rashomon.model.span import Span
from rashomon.settings import QuotationSettings
from rashomon.text.quotes import strip_marks

_COUNTED_SO = frozenset({"into", "as"})  # a capitalised stretch after one of these is still what someone said
_NAMING = frozenset(
    {"sing", "read", "write", "call", "dub", "nickname", "label", "brand", "hear", "propose", "post", "refer"}
)
_THINKING = frozenset({"believe", "think", "know", "feel", "hope", "fear", "understand", "suspect", "expect"})
_CLOSING_MARKS = "\"”'’»"
_SENTENCE_ENDS = ".,!?…"
_LONG_LOWER = 8  # words; as many make a clause even without a capital


def find_quoted_reports(line: TaggedSentence, settings: QuotationSettings) -> Iterator[Report]:
    """The quoted stretches of the sentence that someone said, in order."""
    for n, piece in enumerate(line.pieces):
        if piece.quoted:
            content = strip_marks(line.text, Span(piece.start, piece.end))
            report = _report(line, n, content, settings) if content else None
            if report:
                yield report


def is_title(words: str) -> bool:
    """Whether the quoted words look like a name or the title of a work: every longer word begins with a capital."""
    if words[-1] in "!?" and " " in words:
        return False
    parts = [w.strip(".,;:!?'’\"“”()[]") for w in words.split()]
    longer = [w for w in parts if len(w) > 3 or (len(parts) == 1 and w)]
    capitals = all(w[0].isupper() or w[0].isdigit() for w in longer)
    return bool(longer) and len(parts) <= 10 and capitals and parts[0][:1].isupper()


def is_clause(words: str) -> bool:
    """Whether the words make a sentence of their own: a capital at the start, or length."""
    lead = words.lstrip("\"“”'‘’[(… .")
    return bool(lead) and (not lead[0].islower() or len(words.split()) >= _LONG_LOWER)


def _report(line: TaggedSentence, n: int, content: Span, settings: QuotationSettings) -> Report | None:
    words = content.of(line.text)
    if not any(c.isalnum() for c in words):
        return None
    tag, adjacent = _tag_of(line, n)
    if tag is None:
        return _untagged(line, n, content, settings)
    led = _leads_to(line, n)
    if is_title(words) and not (adjacent and words[-1] in ",.!?") and not led and not _counted(line, n):
        return None
    if is_title(words) and line.before(n).endswith(("'s", "’s")):  # the programme of a channel, the book of a writer
        return None
    form: Form = "direct" if (adjacent or led) and is_clause(words) else "mixed"
    return Report(content, form, line.number, line.span(tag.cue), source_of(line, tag), tag.lemma)


def _untagged(line: TaggedSentence, n: int, content: Span, settings: QuotationSettings) -> Report | None:
    """A stretch that nothing in its sentence credits: a whole sentence, or words too many for a name."""
    words = content.of(line.text)
    count = len(words.split())
    if line.wordy:
        led = n > 1 and line.pieces[n - 1].text == ":"
        source = opening_source(line, n - 1) if led else None
        if source:
            return Report(content, "direct" if is_clause(words) else "mixed", line.number, None, source)
        if is_title(words) or count < settings.untagged_words:
            return None
        form: Form = "direct" if is_clause(words) and n == 0 else "mixed"
        return Report(content, form, line.number, floating=True)
    left_open = line.pieces[n].text[-1] not in _CLOSING_MARKS
    ended = words.rstrip("\"”'’)] ")[-1:] in set(_SENTENCE_ENDS) or left_open
    heading = line.alone and count <= settings.heading_words and not ended
    if heading or not (ended or line.pieces[-1].text in {".", "!", "?"}):
        return None
    return Report(content, "direct", line.number, floating=True)


def _tag_of(line: TaggedSentence, n: int) -> tuple[SpeechTag | None, bool]:
    """The tag that carries the quoted piece `n`, and whether it stands right after it."""
    after = next((t for t in line.tags if t.first > n), None)
    if after and not _follows(line, n, after):
        after = None
    before = next((t for t in reversed(line.tags) if t.last <= n), None)
    inside = n > 0 and line.pieces[n - 1].is_word
    if after and not (before and inside and before.shape != "inverted"):
        return after, True
    trailing = next(
        (t for t in line.tags if t.first > n and t.shape not in {"participle", "passive"} and is_trailing(line, t)),
        None,
    )
    if before and (before.shape != "inverted" or not trailing):
        return _outer(line, before), False
    return trailing or before, False


def _outer(line: TaggedSentence, tag: SpeechTag) -> SpeechTag:
    """Of "Doe said officials believe it was", the tag of Doe: the words are hers, whatever others think."""
    if tag.lemma not in _THINKING or tag.source is None:
        return tag
    outer = [t for t in line.tags if t.last in {tag.first, tag.first - 1} and t.shape == "subject"]
    return outer[0] if outer and line.pieces[outer[0].last].text not in BREAKS else tag


def _follows(line: TaggedSentence, n: int, tag: SpeechTag) -> bool:
    gap = line.pieces[n + 1 : tag.first]
    if any(p.is_word or p.quoted for p in gap) or tag.shape in {"participle", "passive"}:
        return False
    return not (tag.last + 1 < len(line.pieces) and line.pieces[tag.last].text == ":")


def _leads_to(line: TaggedSentence, n: int) -> bool:
    """Whether a colon, a comma or a verb of saying right before it leads to the quoted piece."""
    if n == 0 or line.pieces[n - 1].text in {":", ","}:
        return True
    return any(t.last == n and t.lemma not in _NAMING for t in line.tags)


def _counted(line: TaggedSentence, n: int) -> bool:
    return any(p.low in _COUNTED_SO for p in line.pieces[max(0, n - 3) : n])
