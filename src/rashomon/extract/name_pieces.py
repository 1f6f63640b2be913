"""Which words of a capitalised run are a name, and which owe their capital to the sentence, the calendar or a shout."""

from collections import Counter

from rashomon.extract.lexicon import FUNCTION_WORDS, Lexicon
from rashomon.extract.runs import Run
from rashomon.extract.words import Word
from rashomon.text.word_sets import word_set


def find_pieces(run: Run, inside: Counter[str], lexicon: Lexicon) -> list[tuple[int, int, bool]]:
    """The names in a run, as first word, last word and whether the first begins a sentence.

    Words that only begin a sentence, months at the start and nationalities at the end are left out.
    """
    words = run.words
    start = _opening(words, inside, lexicon) if run.opens else 0
    small = _OPENERS if run.opens else _ARTICLES
    if run.opens or len(words) > 2:
        start = max(start, _shouted(words, lexicon))
    while start < len(words) and words[start].lower in small and not _is_acronym(words[start], lexicon):
        start += 1
    while start + 1 < len(words) and words[start].lower in _DATED and words[-1].lower not in lexicon.org_words:
        start += 1  # "On Friday Mr Berg"; but the Sunday Times is one
    end = _end(words, start, lexicon)
    if run.opens and start == 0 and end == 1 and not _stands_alone(words[0], run.following, inside, lexicon):
        return []
    if start >= end or _is_no_name(words[start:end], inside, lexicon):
        return []
    first, last = run.first + start, run.first + end - 1
    if end - start > 2 and words[start].lower in lexicon.places and words[start + 1].lower in lexicon.given_names:
        return [(first, first, run.opens and start == 0), (first + 1, last, False)]  # "In Oslo Kurt Weil"
    at = _bearer_at(words[start:end], lexicon)
    if at:
        office = words[start : start + at]
        body = [] if len(office) == 1 else [(first, first + at - 1, run.opens and start == 0)]
        return [*body, (first + at, last, False)]
    return [(first, last, run.opens and start == 0)]


def _bearer_at(words: tuple[Word, ...], lexicon: Lexicon) -> int:
    """Where a person's name follows what they are over: "Secretary of [State Jane Doe]"; 0 where none does."""
    if len(words) < 3 or words[0].lower in lexicon.given_names or words[0].lower in lexicon.honorifics:
        return 0
    over = _CHARGES if len(words) == 3 else _CHARGES | {"nations", "union", "agency", "ministry", "department", "court"}
    for n in (len(words) - 2, len(words) - 3):
        if n > 0 and words[n].lower in lexicon.given_names and words[n - 1].lower in over:
            return 0 if any(word.lower in lexicon.bodies for word in words[n:]) else n
    return 0


_CHARGES = frozenset(
    "state interior defence defense health finance treasury justice energy labor labour education trade".split(" ")
)


def _end(words: tuple[Word, ...], start: int, lexicon: Lexicon) -> int:
    """Where the names of a run end, without nationalities, days, months and small words behind them."""
    end = len(words)
    while end > start + 1 and words[end - 1].lower in lexicon.nations:
        if end == start + 2 and words[start].lower in _OPEN_NATIONS:
            return start  # "South Korean" is no South
        end -= 1
    while (
        end > start
        and not (end == start + 2 and _is_surname(words[start], words[end - 1], lexicon))
        and (words[end - 1].lower in lexicon.calendar or words[end - 1].lower in FUNCTION_WORDS)
        and not _is_acronym(words[end - 1], lexicon)
    ):
        end -= 1
    return end


def _is_surname(first: Word, last: Word, lexicon: Lexicon) -> bool:
    """True for "Theresa May", "Mrs May" and "Li Jun", where a month is no month."""
    named = first.lower in lexicon.honorifics or first.lower in lexicon.given_names or len(first.text) < _SHORT_SURNAME
    known = first.lower in lexicon.plain or first.lower in lexicon.calendar or first.lower in lexicon.places
    return last.lower in _MONTHS_TOO and named and not known


_MONTHS_TOO = frozenset(("may", "june", "april", "august", "march", "jun", "jan", "mar"))
_SHORT_SURNAME = 4  # letters; so short are the surnames of China and Korea


def _shouted(words: tuple[Word, ...], lexicon: Lexicon) -> int:
    """How many words at the start are common ones in capitals: "CHECK YOUR SCORE Smith"."""
    common = lexicon.plain
    count = 0
    while (
        count < len(words)
        and words[count].text.isupper()
        and len(words[count].text) > 1
        and (words[count].lower in common or words[count].lower.removesuffix("s") in common)
    ):
        count += 1
    return count if count > 1 else 0


def _opening(words: tuple[Word, ...], inside: Counter[str], lexicon: Lexicon) -> int:
    """How many words at the start of a sentence have their capital from the sentence alone."""
    first = words[0]
    if first.text.isupper() and len(first.text) > 1 and first.lower not in lexicon.plain:
        return 0
    if first.lower.endswith(("n't", "n’t")):
        return 1
    if first.lower in FUNCTION_WORDS and not _is_acronym(first, lexicon):
        numbered = len(words) > 1 and first.lower in _NUMERALS
        return 0 if numbered and words[1].lower in lexicon.org_words else 1
    common = first.lower in lexicon.common_words or inside[first.lower] < 0
    if not common or inside[first.lower] > 0:
        return 0
    if len(words) == 1:
        return 1
    if words[1].lower in {"of", "for"}:
        return 0
    if first.lower in lexicon.given_names and words[1].lower not in lexicon.plain | lexicon.places | lexicon.bodies:
        return 0  # "Bill Clinton", "Mark Twain"
    if first.lower in lexicon.place_openers or first.lower in lexicon.person_heads or first.lower in lexicon.honorifics:
        return 0
    rest = words[1:]
    settled = all(w.lower in lexicon.common_words or w.lower in lexicon.bodies for w in rest)
    return 0 if settled or rest[-1].lower in lexicon.bodies else 1


_NUMERALS = frozenset("first second third one two three four five seven".split())  # "First Bank", "Seven Seas"
_ARTICLES = frozenset(("the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "my", "and", "but", "or"))
_CONTRACTIONS = word_set(
    """
    i'm i’m i've i’ve i'd i’d i'll i’ll it's it’s we're we’re you're you’re they're they’re don't don’t
    """
)


_DATED = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march july september october november
    december
    """
)
_NO_NAMES_OF_TWO = frozenset(
    f"{first} {second}"
    for second, firsts in {
        "korean": "north south",
        "koreans": "north south",
        "african": "south north west east central",
        "africans": "south",
        "american": "south north latin central native",
        "asian": "south east southeast central",
        "sudanese": "south",
        "lankan": "sri",
        "rican": "costa puerto",
        "zealander": "new",
        "arabian": "saudi",
        "yorker": "new",
        "yorkers": "new",
        "european": "eastern western northern southern central",
        "year": "new",
    }.items()
    for first in firsts.split()
)
_OPEN_NATIONS = frozenset("north south northern southern west east sri costa puerto saudi new equatorial latin".split())
_OPENERS = FUNCTION_WORDS | _CONTRACTIONS
_ENGLISH_ENDS = tuple(sorted(word_set("ing ed ly tion tions ment ments ness ers ors ists ies ous ful less able ities")))


def _stands_alone(word: Word, following: str, inside: Counter[str], lexicon: Lexicon) -> bool:
    """True for a lone word at the start of a sentence that is known as a name by more than its capital."""
    known = word.lower in lexicon.places or word.lower in lexicon.given_names or word.lower in lexicon.org_words
    if known or inside[word.lower] > 0 or word.possessive or _is_acronym(word, lexicon) or not word.text.isalpha():
        return True
    if word.lower.endswith(_ENGLISH_ENDS) or len(word.text) < 4:
        return False
    return (
        following in lexicon.verbs
        or following.endswith("ed")
        or following in {"and", "also", "later", "then", "who", ","}
    )


def _is_acronym(word: Word, lexicon: Lexicon) -> bool:
    bare = word.text.replace(".", "")
    return (
        bare.isupper()
        and 2 <= len(bare) <= 6
        and ((bare.lower() not in FUNCTION_WORDS and bare.lower() not in lexicon.no_names) or bare in {"US", "WHO"})
    )


def _is_no_name(words: tuple[Word, ...], inside: Counter[str], lexicon: Lexicon) -> bool:
    """True for months, nationalities, titles and page words alone."""
    empty = lexicon.empty
    if all(w.lower in empty or w.text.isdigit() for w in words) and not (
        len(words) == 1 and _is_acronym(words[0], lexicon)
    ):
        return True
    if words[0].text[0].isdigit() or (len(words) == 2 and f"{words[0].lower} {words[1].lower}" in _NO_NAMES_OF_TWO):
        return True
    if len(words) == 1:
        low = words[0].lower
        shouted = words[0].text.isupper() and low in lexicon.common_words and low != "us"
        rare = (
            low in lexicon.common_words
            and words[0].text[0].isupper()
            and inside[low] < 2
            and low not in lexicon.places
            and not words[0].text.isupper()
        )
        return low in lexicon.person_heads or (shouted and inside[low] <= 0) or len(low) < 2 or rare
    return (words[-1].lower in lexicon.person_heads or words[-1].lower in lexicon.honorifics) and all(
        w.lower in lexicon.said_of for w in words
    )
