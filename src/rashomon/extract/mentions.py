"""Names in their places."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise

from rashomon.extract.bodies import body_end
from rashomon.extract.kinds import Votes, votes_around, votes_within
from rashomon.extract.lexicon import Lexicon, load_lexicon
from rashomon.extract.name_pieces import find_pieces
from rashomon.extract.roles import has_age, role_after, role_before, split_title
from rashomon.extract.runs import find_runs, is_headline
from rashomon.extract.words import Word, find_words
from rashomon.model.article import Article
from rashomon.model.reading import Mention, NameKind, Sentence
from rashomon.model.span import Span
from rashomon.settings import NameSettings


@dataclass(frozen=True, slots=True)
class _Candidate:
    span: Span
    name: Span
    role: Span | None
    key: str  # the bare name, small letters, white space single
    votes: Votes
    sure: bool  # capitals inside running prose, or a title before it
    polite: bool = False  # "Mr" or such before it: a person, whatever else bears the name


def find_mentions(article: Article, sentences: tuple[Sentence, ...], settings: NameSettings) -> tuple[Mention, ...]:
    """The people, places and bodies named in the sentences, in order, none inside another."""
    lexicon = load_lexicon()
    text = article.text
    lines = [(s.span, find_words(text, s.span)) for s in sentences]
    headlines = [is_headline(text, words) for _, words in lines]
    inside = _seen_inside(text, lines, headlines)
    found: list[_Candidate] = []
    for (span, words), headline in zip(lines, headlines, strict=True):
        if not headline:
            found += _in_prose(text, span, words, inside, lexicon)
    known = {c.key for c in found}
    for (span, words), headline in zip(lines, headlines, strict=True):
        if headline:
            found += _in_headline(text, span, words, known, lexicon)
    found.sort(key=lambda c: c.span)
    kinds = _settle_kinds(found)
    return tuple(Mention(c.span, c.name, "person" if c.polite else kinds[c.key], c.role) for c in found)


def _seen_inside(text: str, lines: list[tuple[Span, list[Word]]], headlines: list[bool]) -> Counter[str]:
    """How often each word has a capital (counted up) or none (counted down) where capitals mean something."""
    seen: Counter[str] = Counter()
    for (_, words), headline in zip(lines, headlines, strict=True):
        if not headline:
            for before, word in pairwise(words):
                if text[before.end : word.start] in (" ", ", ", "’s ", "'s "):
                    seen[word.lower] += 1 if word.capital else -1
    return seen


def _in_prose(text: str, span: Span, words: list[Word], inside: Counter[str], lexicon: Lexicon) -> list[_Candidate]:
    found = _bodies(text, words, lexicon)
    taken = [c.span for c in found]
    for run in find_runs(text, words, lexicon):
        for first, last, opens in find_pieces(run, inside, lexicon):
            if any(words[first].start < t.end and t.start < words[last].end for t in taken):
                continue
            made = _candidate(text, span, words, first, last, opens, lexicon)
            if made and not any(made.name.overlap(t) for t in taken):
                found = [c for c in found if not c.span.overlap(made.span)]  # names inside a role are part of it
                found.append(made)
    return found


def _bodies(text: str, words: list[Word], lexicon: Lexicon) -> list[_Candidate]:
    found = []
    at = 0
    while at < len(words):
        end = body_end(text, words, at, lexicon) if words[at].capital else at
        if end > at:
            span = Span(words[at].start, words[end].end)
            votes: Votes = defaultdict(float, {"org": 6.0})
            found.append(_Candidate(span, span, None, _key(span.of(text)), votes, True))
        at = end + 1
    return found


def _candidate(
    text: str, span: Span, words: list[Word], first: int, last: int, opens: bool, lexicon: Lexicon
) -> _Candidate | None:
    run = tuple(words[first : last + 1])
    titled = split_title(run, lexicon)
    begin = first + titled
    name = tuple(words[begin : last + 1])
    if titled and all(w.lower in lexicon.empty for w in name):
        return None
    lead = role_before(text, words, first, titled > 0, lexicon)
    role = Span(words[lead].start, words[begin - 1].end) if lead < begin else None
    behind = role_after(text, words[last].end, span.end, lexicon) if role is None else None
    votes = votes_within(name, lexicon)
    for kind, weight in votes_around(text, words, begin, last, lexicon).items():
        votes[kind] += weight
    person_title = titled > 0 or (role is not None and _is_personal(role.of(text), lexicon))
    if person_title:
        votes["person"] += 4
    elif role is not None:
        votes["org"] += 2
    if behind is not None:
        votes["person" if _is_personal(behind.of(text), lexicon) else "org"] += 2
    if has_age(text, words[last].end, span.end):
        votes["person"] += 3
    full = Span(words[lead].start if role else name[0].start, name[-1].end)
    bare = Span(name[0].start, name[-1].end)
    polite = titled > 0 and words[begin - 1].lower in _POLITE
    return _Candidate(full, bare, role or behind, _key(bare.of(text)), votes, not opens or titled > 0, polite)


_POLITE = frozenset(("mr", "mrs", "ms", "miss", "dr", "sir", "dame", "monsieur", "madame", "herr", "frau"))


def _is_personal(role: str, lexicon: Lexicon) -> bool:
    return any(
        w.lower() in lexicon.person_heads or w.lower() in lexicon.honorifics or w.endswith("-year-old")
        for w in role.split()
    )


def _key(name: str) -> str:
    return " ".join(name.lower().replace("’", "'").split())


def _in_headline(text: str, span: Span, words: list[Word], known: set[str], lexicon: Lexicon) -> list[_Candidate]:
    """Where every word has a capital, only names that the prose of the article knows, and countries and acronyms."""
    found = []
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + 6), at, -1):
            bare = Span(words[at].start, words[end - 1].end)
            key = _key(bare.of(text))
            lone = end == at + 1 and (
                words[at].lower in lexicon.places
                or (words[at].lower in lexicon.place_acronyms and words[at].text.isupper() and words[at].lower != "us")
            )
            if key in known or lone:
                found.append(_Candidate(bare, bare, None, key, votes_within(tuple(words[at:end]), lexicon), False))
                at = end - 1
                break
        at += 1
    return found


def _settle_kinds(found: list[_Candidate]) -> dict[str, NameKind]:
    """The kind of each name, by all its places in the article.

    A surname alone is what the full name is; a body is cut short from behind ("Goldman"), a person from the front.
    """
    pooled: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    for one in found:
        votes = pooled[one.key]
        for kind, weight in one.votes.items():
            votes[kind] += weight
    for key, votes in pooled.items():
        if " " in key:
            first, last = key.split(" ", 1)[0], key.rsplit(" ", 1)[-1]
            surname = last in pooled and first not in load_lexicon().place_openers  # York is none of New York
            votes["person"] += 1.5 * surname - 1.5 * (first in pooled and last not in pooled)
    persons = {key.rsplit(" ", 1)[-1] for key, votes in pooled.items() if " " in key and _best(votes) == "person"}
    return {key: "person" if key in persons and votes["place"] < 5 else _best(votes) for key, votes in pooled.items()}


def _best(votes: Votes) -> NameKind:
    order: tuple[NameKind, ...] = ("org", "place", "person")
    kind = max(order, key=lambda k: votes[k])
    return kind if votes[kind] >= 1 else "other"
