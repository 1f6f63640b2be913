"""Lines set among the paragraphs for display: captions without a credit, pull quotes, picture galleries."""

import re
from collections import Counter
from collections.abc import Sequence

from rashomon.extract.lines import Line
from rashomon.settings import FurnitureSettings

DISPLAY = "a line set for display, not a sentence of the report"
SLIDES = "a picture gallery"
_EMBEDDED = re.compile(r"[@#]\w|pic\.twitter|t\.co/")
_CONTINUES = re.compile(
    r"(?:And|But|However|Meanwhile|Still|Yet|So|Also|Asked|According|Moreover|Nevertheless|Instead|Even|"
    r"Because|Although|That|This is|If)\b"
)
_SAID = re.compile(
    r"\b(?:said|says|told \w+|added|asked|wrote|tweeted|replied|insisted)\s*(?:[A-Z][\w.'’-]*\s*){0,4}$|"
    r"[,”\"’'] (?:he|she|they|it|[A-Z]\w+) (?:said|says|told|added|wrote)\b|[”\"]\s?(?:said|says)\b"
)
_SLIDE = re.compile(r"(\d{1,3})\s?(?:/|of)\s?(\d{1,3})\b")
_LOWER = re.compile(r"[\W_]*[a-z]")


def find_displayed(lines: Sequence[Line], gone: dict[int, str], settings: FurnitureSettings) -> dict[int, str]:
    """Long lines without an end among paragraphs that have one: captions without credit, pull quotes, links.

    Sub-headings are shorter, and belong to the report; so do headline and deck, before the first paragraph. A text
    that is broken at the end of its printed lines, or does not end its paragraphs, is left alone.
    """
    body = [line for line in lines if line.number not in gone]
    paragraphs = [line for line in body if line.ended and line.words >= settings.shortest_display]
    if len(paragraphs) < settings.fewest_paragraphs or _is_wrapped(body, settings):
        return {}
    first, last = paragraphs[0].number, body[-1].number
    found = [line for line in body if first < line.number < last and _stands_out(line, settings)]
    many = len(found) >= settings.many_displayed
    return {line.number: DISPLAY for line in found if many or not _may_be_prose(line, settings)}


def _stands_out(line: Line, settings: FurnitureSettings) -> bool:
    if line.ended or line.listed or not settings.shortest_display <= line.words <= settings.longest_display:
        return False
    return not (_EMBEDDED.search(line.words_of) or _SAID.search(line.words_of))


def _may_be_prose(line: Line, settings: FurnitureSettings) -> bool:
    """True where the line could as well be a paragraph whose full stop was lost."""
    return line.words > settings.longest_lone_display or bool(
        _CONTINUES.match(line.words_of) or re.search(r"[a-z0-9”\"][.!?][”\"’']? [A-Z“\"]", line.words_of)
    )


def _is_wrapped(body: Sequence[Line], settings: FurnitureSettings) -> bool:
    """True where lines break in mid sentence, or too few of them end one."""
    open_ended = [n for n, line in enumerate(body[:-1]) if not line.ended and line.words >= settings.shortest_display]
    broken = sum(bool(_LOWER.match(body[n + 1].words_of)) for n in open_ended)
    if broken > settings.most_broken * max(1, len(open_ended)) and broken > 1:
        return True
    return sum(line.words for line in body if line.ended) < settings.least_ended * sum(line.words for line in body)


def find_slides(lines: Sequence[Line], settings: FurnitureSettings) -> dict[int, str]:
    """Lines that number themselves alike ("3/16 ...", "3 of 16"), or in a row begin with one title.

    None where hardly a word would be left: there the gallery is the report.
    """
    slides = {line.number: found[2] for line in lines if (found := _SLIDE.match(line.words_of))}
    counts = Counter(slides.values())
    numbered = {number: SLIDES for number, of in slides.items() if counts[of] >= settings.fewest_slides}
    gallery = numbered | _titled(lines, settings)
    inside = sum(line.words for line in lines if line.number in gallery)
    return {} if inside > settings.most_slides * sum(line.words for line in lines) else gallery


def _titled(lines: Sequence[Line], settings: FurnitureSettings) -> dict[int, str]:
    found: dict[int, str] = {}
    run: list[Line] = []
    for line in [*lines, None]:
        if line is not None and run and _shares_title(run[0], line, settings):
            run.append(line)
            continue
        if len(run) >= settings.fewest_slides:
            found |= {slide.number: SLIDES for slide in run}
        run = [line] if line is not None else []
    return found


def _shares_title(a: Line, b: Line, settings: FurnitureSettings) -> bool:
    """True where both begin with the same words, and go on with a capital: a title, then a caption."""
    first, second = (line.words_of[:200].split()[: settings.title_words + 1] for line in (a, b))
    if len(first) <= settings.title_words or first[:-1] != second[:-1]:
        return False
    return (
        all(words[-1][:1].isupper() or words[-1][:1].isdigit() or words[-1] == words[0] for words in (first, second))
        or first == second
    )
