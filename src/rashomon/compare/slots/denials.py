"""Words by which a speaker says that something is not so."""

from rashomon.compare.slots.words import DENIALS, DENYING, is_negation
from rashomon.text.tokens import Token, fold

_BEFORE_NOUNS = frozenset(
    """a an the this that his her its their in of over after during no any legal bitter trade border territorial labour
    labor pay political long-running ongoing""".split()
)
_REACHES = 2  # words before a denial in which a "not" is said of it: "does not deny", "did not immediately dispute"
_SAYS_SO = frozenset(
    "is are was were be been completely simply just plain quite absolutely totally that's it's".split()
)
_BE = frozenset("is are was were be been being".split())
_REFUSED = frozenset(
    "a an any the their his her its access entry bail parole asylum permission visas justice treatment medical".split()
)  # what follows where something is kept from someone


def denies_at(tokens: tuple[Token, ...], n: int) -> int:
    """How many words from there on make a denial; nought where they make none, or are denied themselves."""
    if any(is_negation(t.text) for t in tokens[max(0, n - _REACHES) : n]):
        return 0
    if fold(tokens[n].text) in ("wrong", "incorrect") and not (n and fold(tokens[n - 1].text) in _SAYS_SO):
        return 0
    if tokens[n].stem in DENIALS:
        if _is_refused(tokens, n):
            return 0
        return 0 if n and fold(tokens[n - 1].text) in _BEFORE_NOUNS and _is_quarrel(tokens[n]) else 1
    for phrase in DENYING.get(fold(tokens[n].text), ()):
        if tuple(fold(t.text) for t in tokens[n : n + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def _is_refused(tokens: tuple[Token, ...], n: int) -> bool:
    """True for "was denied a witness", by which something is kept from someone."""
    before, after = ({fold(t.text) for t in part} for part in (tokens[max(0, n - 2) : n], tokens[n + 1 : n + 2]))
    return fold(tokens[n].text) == "denied" and bool(before & _BE) and bool(after & _REFUSED)


def _is_quarrel(token: Token) -> bool:
    """True for "a dispute", which two have, and is no denial."""
    return fold(token.text) in ("dispute", "disputes")


def what_is_denied(denial: Token, after: tuple[Token, ...]) -> tuple[Token, ...]:
    """Of the words after a denial those that say what is denied: none in "dismissed by critics as a sham"."""
    words = [fold(t.text) for t in after]
    if words[:1] == ["by"]:
        return ()
    if "as" in words and not fold(denial.text).startswith("den"):  # "denied that he served as director" denies it all
        return after[: words.index("as")]
    return after
