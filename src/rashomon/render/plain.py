"""Characters for the terminal: nothing a report writes can move the cursor, and lines are broken at the width."""

import itertools
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

# Control characters (the escape that starts a terminal's commands among them), lone surrogates, and the characters
# that turn the direction of what follows.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_SPACE = re.compile(r"\s+")
_CODES = {"bold": "1", "quiet": "2", "red": "31", "green": "32", "violet": "35", "under": "4"}


def safe(text: str) -> str:
    """The text in one line, white space single, without characters a terminal would act on."""
    return _UNSAFE.sub("\ufffd", _SPACE.sub(" ", text)).strip()


def cells(text: str) -> int:
    """The columns the text takes on a terminal."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(unicodedata.combining(char) != 0 for char in text)


@dataclass(frozen=True, slots=True)
class Word:
    """Text that is not broken at a space, its styles, and whether it stands against the word before it."""

    text: str
    styles: tuple[str, ...] = ()
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Ink:
    """How words are set off: by style where there is colour, else by marks that plain text has."""

    colour: bool

    def paint(self, text: str, *styles: str) -> str:
        """The text in these styles; unchanged without colour."""
        if not (self.colour and text and styles):
            return text
        return f"\x1b[{';'.join(_CODES[style] for style in styles)}m{text}\x1b[0m"

    def words(self, text: str, *styles: str, glued: bool = False) -> list[Word]:
        """The words of a text, made safe, in these styles."""
        return [Word(word, styles, glued and not n) for n, word in enumerate(safe(text).split())]

    def runs(self, runs: Iterable[tuple[str, bool]]) -> list[Word]:
        """Words of a report, those set off in bold or, without colour, between asterisks."""
        words: list[Word] = []
        open_end = False  # True where the text before ended inside a word
        for text, set_off in runs:
            glued = open_end and not text[:1].isspace()
            open_end = not text[-1:].isspace()
            if set_off and not self.colour:
                text = f"*{text.strip()}*"
            words += self.words(text, *(("bold",) if set_off else ()), glued=glued)
        return words


def wrap(words: Iterable[Word], width: int, ink: Ink, first: str = "", rest: str = "") -> list[str]:
    """Words in lines of at most `width` columns, after `first` and then `rest`; a word longer than a line is cut."""
    lines: list[list[Word]] = [[]]
    room = width - cells(first)
    for word in words:
        for piece in _pieces(word, max(8, width - cells(rest))):
            need = cells(piece.text) + (bool(lines[-1]) and not piece.glued)
            if need > room and lines[-1]:
                held = _pop_glued(lines[-1]) if piece.glued and cells(word.text) < width // 4 else []
                lines.append(held)
                room, need = width - cells(rest) - sum(cells(one.text) for one in held), cells(piece.text)
            lines[-1].append(piece)
            room -= need
    starts = [first] + [rest] * (len(lines) - 1)
    return [(start + _painted(line, ink)).rstrip() for start, line in zip(starts, lines, strict=True)]


def _pop_glued(line: list[Word]) -> list[Word]:
    """The last word of a line with all that stands against it, taken off; nothing where it is the whole line."""
    at = len(line) - 1
    while at > 0 and line[at].glued:
        at -= 1
    if at <= 0:
        return []
    held = line[at:]
    del line[at:]
    return held


def _pieces(word: Word, width: int) -> Iterable[Word]:
    if cells(word.text) <= width:
        return (word,)
    half = max(1, width // 2)  # every character may be two columns wide
    parts = [word.text[at : at + half] for at in range(0, len(word.text), half)]
    return [Word(part, word.styles, word.glued or n > 0) for n, part in enumerate(parts)]


def _painted(line: list[Word], ink: Ink) -> str:
    """The words of a line; neighbours of one style are painted as one run."""
    painted = ""
    for styles, run in itertools.groupby(line, key=lambda word: word.styles):
        words = list(run)
        text = "".join(word.text if word.glued or not n else f" {word.text}" for n, word in enumerate(words))
        painted += (" " if painted and not words[0].glued else "") + ink.paint(text, *styles)
    return painted
