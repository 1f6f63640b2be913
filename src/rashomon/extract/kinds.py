"""What a name names, by the words around it and inside it."""

from collections import defaultdict

from rashomon.extract.lexicon import PARTICLES, Lexicon
from rashomon.extract.words import Word
from rashomon.model.reading import NameKind
from rashomon.text.word_sets import word_set

Votes = defaultdict[NameKind, float]

_SPEECH = word_set(
    """
    said says told tells added adds asked wrote tweeted replied insisted warned claimed explained recalled
    """
)
# "at", "from", "to" and "of" stand before bodies as often, and prove nothing.
_PLACE_LEADS = {"in": 1.5, "near": 1.5, "across": 1.0, "throughout": 1.0, "outside": 0.7, "around": 0.5}
_LONE_BODIES = word_set(
    """
    nato taliban hamas hezbollah isis pentagon kremlin interpol europol bundestag knesset fed treasury
    parliament congress senate duma bundeswehr bundesbank politburo unesco unicef opec
    """
)
_STRONG_PLACES = word_set(
    """
    airport avenue boulevard street road island islands river county province falls sea ocean mountains
    peninsula highway motorway district region oblast cosmodrome valley strait republic prison station bridge
    stadium square cathedral
    """
)
_FOREIGN_PARTICLES = PARTICLES - {"la", "le", "el", "de", "i", "e", "y", "les", "las", "los"}


_PLACES_OF_MANY_WORDS = frozenset(("west bank", "south bank", "left bank", "right bank", "outer banks", "dogger bank"))


def votes_within(name: tuple[Word, ...], lexicon: Lexicon) -> Votes:
    """The evidence of the name's own words."""
    votes: Votes = defaultdict(float)
    lows = [w.lower for w in name]
    if len(name) > 1:
        _long_name(votes, name, lows, lexicon)
    else:
        _lone_word(votes, name[0], lexicon)
    if " ".join(lows) in _PLACES_OF_MANY_WORDS:
        votes["place"] += 6
    if " ".join(lows) in lexicon.places or lows[-1] in lexicon.places:
        votes["place"] += 3 if len(name) == 1 else 1
    return votes


def _long_name(votes: Votes, name: tuple[Word, ...], lows: list[str], lexicon: Lexicon) -> None:
    last = lows[-1].rsplit("-", 1)[-1]
    given = lows[0] in lexicon.given_names and lows[0] not in lexicon.bodies
    votes["org"] += 3 * (last in lexicon.org_words or "zoo" in lows) + 2 * any(
        w in lexicon.org_words for w in lows[:-1]
    )
    votes["place"] += (4 if last in _STRONG_PLACES else 2.5) * (last in lexicon.place_words) + (
        lows[0] in lexicon.place_openers
    )
    votes["person"] += 3 * given + 2 * any(_is_initial(w) for w in name[1:-1])
    votes["person"] += 2 * any(w in _FOREIGN_PARTICLES for w in lows[1:-1])
    if 2 <= len(name) <= 4 and all(_looks_personal(w, lexicon) for w in name):
        votes["person"] += 0.5


def _looks_personal(word: Word, lexicon: Lexicon) -> bool:
    plain = word.text.replace("-", "").replace("'", "").replace("’", "")
    inner = plain[1:] if not plain.startswith(("Mc", "Mac", "De", "Di", "O", "Le", "La", "Van")) else plain[3:]
    return word.lower not in lexicon.common_words and plain.isalpha() and inner == inner.lower()


def _lone_word(votes: Votes, word: Word, lexicon: Lexicon) -> None:
    if word.lower in _LONE_BODIES:
        votes["org"] += 3
    elif word.lower in lexicon.given_names:
        votes["person"] += 1
    bare = word.text.replace(".", "")
    if word.lower in lexicon.place_acronyms and bare.isupper():
        votes["place"] += 5
    elif bare.isupper() and bare.isalpha() and 2 <= len(bare) <= 6 and word.lower not in lexicon.places:
        votes["org"] += 2


def _is_initial(word: Word) -> bool:
    return len(word.lower) == 1 and word.text[0].isupper()


def votes_around(text: str, words: list[Word], first: int, last: int, lexicon: Lexicon) -> Votes:
    """The evidence of the words right before and right behind a name."""
    votes: Votes = defaultdict(float)
    if first and text[words[first - 1].end : words[first].start] == " ":
        _before(votes, words, first, lexicon)
    if last + 1 < len(words) and text[words[last].end : words[last + 1].start] == " " and not words[last].possessive:
        _behind(votes, words[last + 1], lexicon)
    if (
        first == last == 0
        and words[0].text.isupper()
        and len(words[0].text) > 3
        and text[words[0].end : words[0].end + 2] in (", ", " (", " —", " –", " -")
    ):
        votes["place"] += 4  # a dateline
    if "&" in text[words[first].start : words[last].end]:
        votes["org"] += 3
    return votes


def _before(votes: Votes, words: list[Word], first: int, lexicon: Lexicon) -> None:
    before = words[first - 1].lower
    votes["place"] += _PLACE_LEADS.get(before, 0)
    if before in {"of", "in"} and first > 1 and words[first - 2].lower in lexicon.place_heads:
        votes["place"] += 2
    if before in {"said", "says"}:
        votes["person"] += 1
    if before == "the":
        votes["org"] += 0.25
        votes["person"] -= 2
    if before in lexicon.org_heads:
        votes["org"] += 2


def _behind(votes: Votes, after: Word, lexicon: Lexicon) -> None:
    if after.lower in _SPEECH:
        votes["person"] += 0.3
    if after.lower in lexicon.place_heads:
        votes["place"] += 2
    if after.lower in {"who", "whose"}:
        votes["person"] += 1
