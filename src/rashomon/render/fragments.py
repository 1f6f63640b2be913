"""Text fragments: the end of an address that makes a browser find words in the live page and show them.

After the WICG's URL Fragment Text Directives: `#:~:text=[prefix-,]start[,end][,-suffix]`, each part percent-encoded,
hyphens, commas and ampersands too, as they would else be taken for signs of the directive.
"""

import re
from functools import lru_cache
from urllib.parse import quote, urlsplit

LONGEST_WHOLE = 200  # characters of words given whole; of longer ones the first and the last words are given
FEWEST_WORDS = 3  # fewer are not looked for without what stands beside them: another part of the page may have them
STEPS = (4, 8, 16)  # words of a start, an end or what stands beside them: the more, the surer they stand but once
_BREAK = re.compile(r"[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_WORD = re.compile(r"\S+")


def point_to(address: str | None, text: str, start: int, end: int) -> str:
    """The address of a page with the fragment that finds a place of its text; empty where it is no web address."""
    if not address or not _is_web(address):
        return ""
    directive = find_directive(text, start, end)
    if not directive:
        return address
    return f"{address}{'' if '#' in address else '#'}:~:{directive}"


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:  # as "https://[gull"
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not re.search(r"[\s\x00-\x1f\x7f]", address)


def find_directive(text: str, start: int, end: int) -> str:
    """The directive that finds a place of a text, and no other that has the same words; empty for white space."""
    start, end = _whole_words(text, start, end)
    if start >= end:
        return ""
    words = text[start:end]
    if len(words) <= LONGEST_WHOLE and not _BREAK.search(words):
        first, last = words, ""
    else:
        first, last = _ends(words)
    before, after = _beside(text, start, end, first, last)
    parts = (
        f"{_encode(before)}-" if before else "",
        _encode(first),
        _encode(last),
        f"-{_encode(after)}" if after else "",
    )
    return "text=" + ",".join(part for part in parts if part)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The place without white space at its ends, widened to whole words: a browser finds no half of a word."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        while start > 0 and text[start].isalnum() and text[start - 1].isalnum():
            start -= 1
        while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
            end += 1
    return start, end


def _ends(words: str) -> tuple[str, str]:
    """The first and the last words, each of one line, and so many that the last stand nowhere in between."""
    lines = [line for line in _BREAK.split(words) if line.strip()]
    first, last = lines[0].strip(), lines[-1].strip()
    head = _first_words(first, STEPS[0])
    for number in STEPS:
        tail = _last_words(last, number)
        if len(lines) == 1 and len(head) + len(tail) >= len(words):  # one long word, or script without spaces
            return words, ""
        if _fold(words[len(head) :]).count(_fold(tail)) == 1:
            break
    return head, tail


def _beside(text: str, start: int, end: int, first: str, last: str) -> tuple[str, str]:
    """What stands before and after in the same line, where the words alone do not say which place is meant."""
    folded = _fold_text(text)
    if len(first.split()) >= FEWEST_WORDS and folded.count(_fold(first)) == 1:
        return "", ""
    line_before, line_after = _BREAK.split(text[:start])[-1], _BREAK.split(text[end:])[0]
    for number in STEPS:
        before, after = _last_words(line_before, number), _first_words(line_after, number)
        around = (
            text[start - len(before) : start + len(first)] if last else text[start - len(before) : end + len(after)]
        )
        if folded.count(_fold(around)) == 1:
            break
    return before.strip(), after.strip()


def _first_words(line: str, number: int) -> str:
    """The beginning of a line that has so many words, white space before them kept."""
    found = list(_WORD.finditer(line))[:number]
    return line[: found[-1].end()] if found else ""


def _last_words(line: str, number: int) -> str:
    """The end of a line that has so many words, white space after them kept."""
    found = list(_WORD.finditer(line))[-number:]
    return line[found[0].start() :] if found else ""


def _fold(words: str) -> str:
    return " ".join(words.casefold().split())


@lru_cache(maxsize=256)
def _fold_text(text: str) -> str:
    """A whole report, folded once for all that is cited of it."""
    return _fold(text)


def _encode(words: str) -> str:
    return quote(" ".join(words.split()), safe="", errors="replace").replace("-", "%2D")
