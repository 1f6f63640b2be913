"""Words of the report printed twice: pull quotes, and paragraphs that stand in the text again."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.extract.lines import Line
from rashomon.settings import FurnitureSettings
from rashomon.text.tokens import fold

AGAIN = "a paragraph that stands in the text already"
PULL_QUOTE = "words of the text, repeated for display"
_MOST_ALIKE = 4  # lines tried at one place of the text; more only where a text is built of one phrase


def find_repeated(lines: Sequence[Line], gone: dict[int, str], settings: FurnitureSettings) -> dict[int, str]:
    """Lines whose words stand in another line: whole paragraphs the second time, and short lines without an end."""
    body = [(line, _words(line)) for line in lines if line.number not in gone]
    return _paragraphs_again(body, settings) | _pull_quotes(body, settings)


def _paragraphs_again(body: Sequence[tuple[Line, list[str]]], settings: FurnitureSettings) -> dict[int, str]:
    seen: set[tuple[str, ...]] = set()
    found = {}
    for line, words in body:
        if line.ended and len(words) >= settings.shortest_repeat:
            if tuple(words) in seen:
                found[line.number] = AGAIN
            seen.add(tuple(words))
    return found


def _pull_quotes(body: Sequence[tuple[Line, list[str]]], settings: FurnitureSettings) -> dict[int, str]:
    shortest = settings.shortest_repeat
    first = next((line.number for line, _ in body if line.ended), 0)  # before it stand headline and deck
    sought: dict[tuple[str, ...], list[tuple[int, list[str]]]] = defaultdict(list)
    for line, words in body:
        if (
            line.number > first
            and shortest <= len(words) <= settings.longest_display
            and not line.ended
            and not line.listed
        ):
            sought[tuple(words[:shortest])].append((line.number, words))
    if not sought:
        return {}
    return {number: PULL_QUOTE for line, words in body for number in _standing_in(line.number, words, sought, shortest)}


def _standing_in(
    number: int, words: list[str], sought: dict[tuple[str, ...], list[tuple[int, list[str]]]], shortest: int
) -> Iterator[int]:
    for at in range(len(words) - shortest + 1):
        for other, wanted in sought.get(tuple(words[at : at + shortest]), ())[:_MOST_ALIKE]:
            if other != number and words[at : at + len(wanted)] == wanted:
                yield other


def _words(line: Line) -> list[str]:
    return [word for piece in line.words_of.split() if (word := fold(piece.strip(_MARKS)))]


_MARKS = "\"'“”‘’«»„.,;:!?()[]…—–-*_#>|"
