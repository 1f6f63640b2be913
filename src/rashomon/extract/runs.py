"""Runs of capitalised words: what may be a name, before anything is known of its kind."""

from dataclasses import dataclass

from rashomon.extract.lexicon import FUNCTION_WORDS, PARTICLES, Lexicon
from rashomon.extract.words import Word
from rashomon.text.word_sets import word_set

LONGEST_RUN = 12  # words; longer runs are headlines or lists
_CONTENT_LENGTH = 4  # letters; shorter words stay small in a headline
_HEADLINE_SHARE = 0.75  # of the content words with a capital


@dataclass(frozen=True, slots=True)
class Run:
    """Words `first` to `last` of a sentence, both taken in; `opens` where it begins the sentence or a quotation."""

    words: tuple[Word, ...]
    first: int
    last: int
    opens: bool
    following: str  # the next word, in small letters; "," where a comma or bracket comes first


_BREAKS = word_set(
    """
    The A An This That These Those It He She They We You I His Her Their Our My If When While As But And Or So
    At In On By From To With After Before Since Because What Why How Who Where Is Are Was Were Has Have Had Will
    Can May
    """
)


def is_headline(text: str, words: list[Word]) -> bool:
    """True where nearly every content word has a capital and no full stop ends it, so that capitals say nothing."""
    if not words or text[words[-1].end : words[-1].end + 1] == "." or text[words[-1].end - 1] == ".":
        return False
    content = [w for w in words if len(w.text) >= _CONTENT_LENGTH and w.text[0].isalpha()]
    if len(content) < _CONTENT_LENGTH:
        return False
    return sum(w.capital for w in content) >= _HEADLINE_SHARE * len(content)


def find_runs(text: str, words: list[Word], lexicon: Lexicon) -> list[Run]:
    """The runs of one sentence, in order, none overlapping."""
    runs = []
    at = 0
    while at < len(words):
        if not words[at].capital:
            at += 1
            continue
        last = _run_end(text, words, at, lexicon)
        following = words[last + 1].lower if last + 1 < len(words) else ""
        if text[words[last].end : words[last].end + 2] in (", ", " ("):
            following = ","
        runs.append(Run(tuple(words[at : last + 1]), at, last, _opens(text, words, at), following))
        at = last + 1
    return runs


def _opens(text: str, words: list[Word], at: int) -> bool:
    if at == 0:
        return True
    between = text[words[at - 1].end : words[at].start]
    return any(mark in between for mark in '.!?:•|"“‘—–') or " '" in between or " - " in between


def _run_end(text: str, words: list[Word], at: int, lexicon: Lexicon) -> int:
    """The index of the last word of the run that begins at `at`."""
    last = at
    while last + 1 < len(words) and last - at < LONGEST_RUN:
        following = _next_in_run(text, words, at, last, lexicon)
        if following is None:
            break
        last = following
    return last


def _next_in_run(text: str, words: list[Word], at: int, last: int, lexicon: Lexicon) -> int | None:
    word, following = words[last], words[last + 1]
    if word.closed:
        return None
    gap = text[word.end : following.start]
    if following.capital:
        if following.text in _BREAKS and not _surname(word, following, lexicon):
            return None
        if gap in (" ", " ", ""):
            return last + 1
        if gap in (" & ", "& "):
            return last + 1
        saint = last > at and words[last - 1].lower in {"st", "saint"}
        if word.possessive and gap[-1:] == " " and len(gap) <= 3 and _possessive_joins(word, following, lexicon, saint):
            return last + 1
        return _listed(text, words, at, last, lexicon) if gap == ", " else None
    if gap != " " or word.possessive:
        return None
    if following.text.isdigit():
        return last + 1 if _numbered(text, words, at, last) else None
    return _over_small_words(text, words, at, last, lexicon)


def _surname(word: Word, following: Word, lexicon: Lexicon) -> bool:
    """True for "Theresa May"."""
    return following.text == "May" and (word.lower in lexicon.given_names or word.lower in lexicon.honorifics)


def _possessive_joins(word: Word, following: Word, lexicon: Lexicon, saint: bool) -> bool:
    """True for "Children's Hospital": a common word's possessive before the word of a body or place."""
    common = word.lower in lexicon.common_words or word.lower in {
        "st",
        "king",
        "queen",
        "women",
        "men",
        "children",
        "people",
    }
    return (common or saint) and (
        following.lower in lexicon.org_words or following.lower in lexicon.place_words or word.lower == "women"
    )


def _listed(text: str, words: list[Word], at: int, last: int, lexicon: Lexicon) -> int | None:
    """The word behind a comma inside a firm's name, known by what follows: "Keefe, Bruyette & Woods", "Apple, Inc."."""
    after = words[last + 1]
    if last + 2 < len(words) and words[last + 2].capital and text[after.end : words[last + 2].start] == " & ":
        return last + 1
    if after.lower in {"inc", "llc", "ltd", "llp", "jr", "sr"}:
        return last + 1
    return None


_COUNTED = word_set(
    """
    percent per million billion trillion hundred thousand people men women children km kg m cm mph feet year
    """
)


def _numbered(text: str, words: list[Word], at: int, last: int) -> bool:
    """True for "Apollo 11": a short number that counts nothing after it."""
    number = words[last + 1]
    if len(number.text) > 3 or (at == last and at == 0) or not words[last].text.isalpha() or len(words[last].text) < 3:
        return False
    after = words[last + 2] if last + 2 < len(words) else None
    if after is None or after.capital or text[number.end : after.start] not in (" ", "-"):
        return True
    return after.lower in FUNCTION_WORDS or (not after.lower.endswith("s") and after.lower not in _COUNTED)


def _over_small_words(text: str, words: list[Word], at: int, last: int, lexicon: Lexicon) -> int | None:
    """The next capital behind particles ("van der"), or behind "of", "for", "and" where a body's name goes on."""
    here = last + 1
    while here < len(words) and words[here].lower in PARTICLES and here - last <= 3:
        here += 1
    if last + 1 < here < len(words) and words[here].capital and _single_spaced(text, words, last, here):
        return here
    link = words[last + 1].lower
    behind = last + 2
    if behind < len(words) and words[behind].lower == "the":
        behind += 1
    if behind >= len(words) or not words[behind].capital or not _single_spaced(text, words, last, behind):
        return None
    if link in {"of", "for", "on", "against"}:
        return behind if any(w.lower in _HEADS_OF for w in words[at : last + 1]) else None
    return (
        behind if link == "and" and behind == last + 2 and _one_body(text, words, at, last, behind, lexicon) else None
    )


def _single_spaced(text: str, words: list[Word], a: int, b: int) -> bool:
    return all(text[words[k].end : words[k + 1].start] == " " for k in range(a, b))


_HEADS_OF = word_set(
    """
    bank ministry university department house bay gulf isle republic kingdom church council court college
    institute academy bureau office board union league federation association society school museum centre
    center city state states order house board chamber command guard army front party movement organization
    organisation committee commission alliance forum world cup cape strait sea port district board secretariat
    directorate embassy consulate tower island
    """
)


def _one_body(text: str, words: list[Word], at: int, last: int, behind: int, lexicon: Lexicon) -> bool:
    """True for "Securities and Exchange Commission": common words on both sides and a body's word at the end."""
    if words[last].lower not in lexicon.joined or words[last].lower in lexicon.places:
        return False
    if words[last].lower in lexicon.person_heads:
        return False
    if any(w.lower == "of" for w in words[at:last]):
        return words[behind].lower in lexicon.joined  # "Academy of Arts and Sciences"
    end = behind
    while end + 1 < len(words) and words[end + 1].capital and text[words[end].end : words[end + 1].start] == " ":
        end += 1
    return words[behind].lower in lexicon.joined and (
        words[end].lower in lexicon.org_words or words[end].lower in lexicon.place_words
    )
