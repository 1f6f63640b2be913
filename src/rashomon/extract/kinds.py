"""What a name names, by the words around it and inside it."""

from collections import Counter

from rashomon.extract.lexicon import PARTICLES, Lexicon
from rashomon.extract.words import Word
from rashomon.model.reading import NameKind

Votes = Counter[NameKind]

_SPEECH = frozenset("said says told tells added adds asked wrote tweeted replied insisted warned claimed explained recalled".split())
_PLACE_LEADS = {"in": 1.5, "near": 1.5, "outside": 0.7, "across": 1.0, "from": 0.5, "at": 0.5, "around": 0.5, "into": 0.5, "to": 0.3}
_PLACE_LEADS |= {"toward": 0.5, "towards": 0.5, "throughout": 1.0, "inside": 0.5, "over": 0.2, "of": 0.2}
_NEWS_HEADS = frozenset("newspaper agency broadcaster magazine website daily tabloid channel company firm".split())


def votes_within(name: tuple[Word, ...], lexicon: Lexicon) -> Votes:
    """The evidence of the name's own words."""
    votes: Votes = Counter()
    lows = [w.lower for w in name]
    last, text = lows[-1], name[-1].text
    if len(name) > 1 or last in {"nato", "taliban", "hamas", "hezbollah", "isis", "pentagon", "kremlin", "interpol", "europol", "bundestag", "knesset", "fed", "treasury", "parliament", "congress", "senate"}:
        votes["org"] += 3 * (last in lexicon.org_words) + 2 * any(w in lexicon.org_words for w in lows[:-1])
    if len(name) > 1:
        votes["place"] += 3 * (last in lexicon.place_words) + (lows[0] in lexicon.place_openers)
        votes["person"] += 2 * (lows[0] in lexicon.given_names) + 2 * any(_is_initial(w) for w in name[1:-1])
        votes["person"] += 2 * any(w in PARTICLES - {"la", "le", "el", "de", "i", "e", "y"} for w in lows[1:-1])
        if 2 <= len(name) <= 4 and not any(w in lexicon.common_words for w in lows):
            votes["person"] += 1
    elif last in lexicon.given_names:
        votes["person"] += 1
    joined = " ".join(lows)
    if joined in lexicon.places or last in lexicon.places or joined.replace("’", "'") in lexicon.places:
        votes["place"] += 3 if len(name) == 1 else 1
    if len(name) == 1 and last in lexicon.place_acronyms and text.replace(".", "").isupper():
        votes["place"] += 5
    elif text.isupper() and len(name) == 1 and 2 <= len(text) <= 6:
        votes["org"] += 2
    return votes


def _is_initial(word: Word) -> bool:
    return len(word.lower) == 1 and word.text[0].isupper()


def votes_around(text: str, words: list[Word], first: int, last: int, lexicon: Lexicon) -> Votes:
    """The evidence of the words right before and right behind a name."""
    votes: Votes = Counter()
    before = words[first - 1] if first else None
    after = words[last + 1] if last + 1 < len(words) else None
    if before and text[before.end : words[first].start] == " ":
        if before.lower in _PLACE_LEADS:
            votes["place"] += _PLACE_LEADS[before.lower]  # type: ignore[assignment]
            if before.lower in {"of", "in"} and first > 1 and words[first - 2].lower in lexicon.place_heads:
                votes["place"] += 2
        if before.lower in {"said", "says"}:
            votes["person"] += 1
        if before.lower == "the":
            votes["org"] += 0.5  # type: ignore[assignment]
            votes["person"] -= 2
        if before.lower in lexicon.org_heads:
            votes["org"] += 2
    if after and text[words[last].end : after.start] == " " and not words[last].possessive:
        if after.lower in _SPEECH:
            votes["person"] += 0.7  # type: ignore[assignment]
        if after.lower in lexicon.place_heads:
            votes["place"] += 2
        if after.lower in {"who", "whose"}:
            votes["person"] += 1
    return votes
