"""Furniture: what stands in the text and is not the report."""

import dataclasses
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rashomon.extract.captions import CAPTION, caption_reason
from rashomon.extract.closings import find_closings
from rashomon.extract.displays import DISPLAY, SLIDES, find_displayed, find_slides
from rashomon.extract.lines import Line, find_lines
from rashomon.extract.masthead import find_bylines, find_stamp, make_masthead
from rashomon.extract.prompts import (
    BARE_ADDRESS,
    BRACKETED_LINK,
    INLINE,
    LABEL_REASONS,
    LINK,
    LINK_AT_END,
    LINK_CAPITALS,
    LINK_LINE,
    LINKED_ITEM,
    ONLY_MARKS,
    PROMPT,
    PROMPT_REASONS,
    SECTION_LABEL,
    SECTIONS,
    label_of,
)
from rashomon.extract.repeats import PULL_QUOTE, find_repeated
from rashomon.model.article import Article
from rashomon.model.reading import LeftOut, Masthead
from rashomon.model.span import Span
from rashomon.settings import FurnitureSettings
from rashomon.text.sentences import trim

STATING = frozenset({CAPTION, DISPLAY, PULL_QUOTE, SLIDES})
_SENTENCE = re.compile(r"(?:[^.!?…]+|[.!?…]+(?=[\w@/]))*[.!?…]*[\"”’')\]]*")


def find_furniture(article: Article, settings: FurnitureSettings) -> tuple[Masthead, tuple[LeftOut, ...]]:
    """The masthead of the article, and the stretches that are not part of its report, each with a reason.

    The stretches are trimmed, in order, and share no character.
    """
    end = _end_of_reading(article.text, settings.longest_article)
    beyond = trim(article.text, end, len(article.text))
    if beyond is None:
        return _find_in(article, settings)
    masthead, left_out = _find_in(dataclasses.replace(article, text=article.text[:end]), settings)
    reason = f"beyond the first {settings.longest_article:,} characters; no more is read of one article"
    return masthead, (*left_out, LeftOut(beyond, reason))


def _end_of_reading(text: str, longest: int) -> int:
    """Where reading ends: between words where one ends near the limit."""
    if len(text) <= longest:
        return len(text)
    space = max(text.rfind(sign, longest // 2, longest) for sign in " \n")
    return space if space > 0 else longest


def _find_in(article: Article, settings: FurnitureSettings) -> tuple[Masthead, tuple[LeftOut, ...]]:
    lines = find_lines(article.text)
    stamp = find_stamp(lines)
    gone = _whole_lines(lines, settings)
    bylines = find_bylines([line for line in lines if line.number not in gone])
    gone |= {line.number: "byline" for line in bylines}
    gone |= find_displayed(lines, gone, settings)
    whole = [LeftOut(line.span, gone[line.number]) for line in lines if line.number in gone]
    rest = [line for line in lines if line.number not in gone]
    late = len(lines) - settings.closing_lines
    parts = [part for line in rest for part in _parts(line, line.number >= late, settings)]
    if stamp is not None:
        parts.insert(0, stamp.left_out)
    left_out = _stating(article.text, _disjoint(article.text, [*whole, *parts]), settings)
    notes = [line for line in lines if gone.get(line.number) not in (CAPTION, SLIDES)]
    return make_masthead(article, notes, rest, bylines, stamp), left_out


def _stating(text: str, left_out: tuple[LeftOut, ...], settings: FurnitureSettings) -> tuple[LeftOut, ...]:
    """Captions and display lines long enough to state something are marked so: they may serve as evidence."""
    return tuple(
        dataclasses.replace(
            gone, stated=gone.reason in STATING and len(gone.span.of(text).split()) >= settings.shortest_statement
        )
        for gone in left_out
    )


def _whole_lines(lines: Sequence[Line], settings: FurnitureSettings) -> dict[int, str]:
    """The numbers of lines that are furniture from end to end, with the reason."""
    gone = find_slides(lines, settings)
    for line in lines:
        reason = _line_reason(line, settings)
        if reason is not None:
            gone.setdefault(line.number, reason)
    gone |= _sections(lines, gone, settings)
    return gone | find_repeated(lines, gone, settings)


def _line_reason(line: Line, settings: FurnitureSettings) -> str | None:
    words = line.words_of
    if line.words <= 8 and (reason := LABEL_REASONS.get(label_of(words))):
        return reason
    if ONLY_MARKS.match(words):
        return "marks between parts"
    if len(words) < settings.shortest_line:
        return None
    if BARE_ADDRESS.match(words[:600]) or LINKED_ITEM.match(words[:900]):
        return "an address"
    if LINK_CAPITALS.match(words):
        return LINK
    if line.words <= settings.longest_link and any(
        p.match(words) for p in (LINK_LINE, BRACKETED_LINK, SECTION_LABEL, LINK_AT_END)
    ):
        return LINK
    return _prompt_reason(line, settings) or caption_reason(line, settings)


def _prompt_reason(line: Line, settings: FurnitureSettings) -> str | None:
    """The reason where prompts make up the line: one in a short line, several in a longer one."""
    if line.words > settings.longest_prompt or (
        line.ended and not any(_prompt_at(line, start) for start in line.starts)
    ):
        return None
    found = Counter(str(hit.lastgroup) for hit in PROMPT.finditer(line.words_of))
    many = found.total()
    if not found or many * settings.words_of_prompt < line.words:
        return None
    if many == 1 and line.ended and not any(_prompt_at(line, start) for start in line.starts[:2]):
        return None
    return PROMPT_REASONS[found.most_common(1)[0][0]]


def _prompt_at(line: Line, start: int) -> str | None:
    found = PROMPT.match(line.words_of, start)
    return PROMPT_REASONS[str(found.lastgroup)] if found else None


def _sections(lines: Sequence[Line], gone: dict[int, str], settings: FurnitureSettings) -> dict[int, str]:
    """Headlines under a section's label ("Read more:"), up to the next paragraph of the report."""
    found: dict[int, str] = {}
    room = 0
    for line in lines:
        if line.number in gone:
            if label_of(line.words_of) in SECTIONS or line.words_of.endswith(":"):
                room = settings.longest_section
        elif room and not line.ended:
            found[line.number] = LINK
            room -= 1
        else:
            room = 0
    return found


def _parts(line: Line, late: bool, settings: FurnitureSettings) -> Iterator[LeftOut]:
    """Stretches of a line whose rest belongs to the report."""
    if len(line.words_of) < settings.shortest_line:
        return
    yield from find_closings(line, late, settings.longest_closing)
    if len(line.words_of) > settings.longest_line:
        return
    for needle, pattern, reason in INLINE:
        if needle in line.words_of:
            for found in pattern.finditer(line.words_of):
                if span := line.part(*found.span()):
                    yield LeftOut(span, reason)
    yield from _prompting_sentences(line, settings)


def _prompting_sentences(line: Line, settings: FurnitureSettings) -> Iterator[LeftOut]:
    for start in line.starts:
        reason = _prompt_at(line, start)
        sentence = _SENTENCE.match(line.words_of, start) if reason else None
        if reason is None or sentence is None or sentence.group().count(" ") >= settings.longest_prompting_sentence:
            continue
        if not re.search(r"[\"“”]", sentence.group()) and (span := line.part(*sentence.span())):
            yield LeftOut(span, reason)


def _disjoint(text: str, found: Iterable[LeftOut]) -> tuple[LeftOut, ...]:
    """In order; where two overlap, the earlier keeps its words and the later what is left of its own."""
    kept: list[LeftOut] = []
    end = 0
    for one in sorted(found, key=lambda gone: (gone.span.start, -gone.span.end, gone.reason)):
        start, stop = max(one.span.start, end), one.span.end
        while start < stop and text[start].isspace():
            start += 1
        if start < stop:
            kept.append(LeftOut(Span(start, stop), one.reason))
            end = stop
    return tuple(kept)
