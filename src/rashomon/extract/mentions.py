"""Names in their places."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise

from rashomon.extract.bodies import body_end
from rashomon.extract.kinds import Votes, votes_around, votes_within
from rashomon.extract.lexicon import FUNCTION_WORDS, Lexicon, load_lexicon
from rashomon.extract.roles import has_age, role_after, role_before, split_title
from rashomon.extract.runs import Run, find_runs, is_headline
from rashomon.extract.words import Word, find_words
from rashomon.model.article import Article
from rashomon.model.reading import Mention, NameKind, Sentence
from rashomon.model.span import Span
from rashomon.settings import NameSettings
from rashomon.text.word_sets import word_set


@dataclass(frozen=True, slots=True)
class _Candidate:
    span: Span
    name: Span
    role: Span | None
    key: str  # the bare name, small letters, white space single
    votes: Votes
    sure: bool  # capitals inside running prose, or a title before it


def find_mentions(article: Article, sentences: tuple[Sentence, ...], settings: NameSettings) -> tuple[Mention, ...]:
    """The people, places and bodies named in the sentences, in order, none inside another."""
    lexicon = load_lexicon()
    text = article.text
    lines = [(s.span, find_words(text, s.span)) for s in sentences]
    headlines = [is_headline(words) for _, words in lines]
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
    return tuple(Mention(c.span, c.name, kinds[c.key], c.role) for c in found)


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
        for first, last, opens in _pieces(run, inside, lexicon):
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


def _pieces(run: Run, inside: Counter[str], lexicon: Lexicon) -> list[tuple[int, int, bool]]:
    """The run without words that only begin a sentence, and without nationalities or months at its end."""
    words = run.words
    start = _opening(words, inside, lexicon) if run.opens else 0
    small = FUNCTION_WORDS | _CONTRACTIONS if run.opens else _ARTICLES
    if run.opens or len(words) > 2:
        start = max(start, _shouted(words, lexicon))
    while start < len(words) and words[start].lower in small and not _is_acronym(words[start], lexicon):
        start += 1
    end = len(words)
    while end > start + 1 and words[end - 1].lower in lexicon.nations:
        end -= 1
    while (
        end > start
        and words[end - 1].lower in lexicon.calendar | FUNCTION_WORDS
        and not _is_acronym(words[end - 1], lexicon)
    ):
        end -= 1
    if run.opens and start == 0 and end == 1 and not _stands_alone(words[0], run.following, inside, lexicon):
        return []
    if start >= end or _is_no_name(words[start:end], inside, lexicon):
        return []
    return [(run.first + start, run.first + end - 1, run.opens and start == 0)]


def _shouted(words: tuple[Word, ...], lexicon: Lexicon) -> int:
    """How many words at the start are common ones in capitals: "CHECK YOUR SCORE Smith"."""
    common = lexicon.common_words | FUNCTION_WORDS
    count = 0
    while (
        count < len(words)
        and words[count].text.isupper()
        and len(words[count].text) > 1
        and words[count].lower in common
    ):
        count += 1
    return count if count > 1 else 0


def _opening(words: tuple[Word, ...], inside: Counter[str], lexicon: Lexicon) -> int:
    """How many words at the start of a sentence have their capital from the sentence alone."""
    first = words[0]
    if first.text.isupper() and len(first.text) > 1 and first.lower not in lexicon.common_words | FUNCTION_WORDS:
        return 0
    if first.lower in FUNCTION_WORDS and not _is_acronym(first, lexicon):
        numbered = len(words) > 1 and first.lower in {
            "first",
            "second",
            "third",
            "one",
            "two",
            "three",
            "four",
            "five",
            "seven",
        }
        return 0 if numbered and words[1].lower in lexicon.org_words else 1
    common = first.lower in lexicon.common_words or inside[first.lower] < 0
    if not common or inside[first.lower] > 0:
        return 0
    if len(words) == 1:
        return 1
    if words[1].lower in {"of", "for"}:
        return 0
    if first.lower in lexicon.place_openers or first.lower in lexicon.person_heads or first.lower in lexicon.honorifics:
        return 0
    rest = words[1:]
    settled = all(w.lower in lexicon.common_words or w.lower in lexicon.org_words | lexicon.place_words for w in rest)
    return 0 if settled or rest[-1].lower in lexicon.org_words | lexicon.place_words else 1


_ARTICLES = frozenset(("the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "my", "and", "but", "or"))
_CONTRACTIONS = word_set(
    """
    i'm i’m i've i’ve i'd i’d i'll i’ll it's it’s we're we’re you're you’re they're they’re don't don’t
    """
)


_ENGLISH_ENDS = (
    "ing",
    "ed",
    "ly",
    "tion",
    "tions",
    "ment",
    "ments",
    "ness",
    "ers",
    "ors",
    "ists",
    "ies",
    "ous",
    "ful",
    "less",
    "able",
    "ities",
)


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
        and (bare.lower() not in FUNCTION_WORDS | lexicon.no_names or bare in {"US", "WHO"})
    )


def _is_no_name(words: tuple[Word, ...], inside: Counter[str], lexicon: Lexicon) -> bool:
    """True for months, nationalities, titles and page words alone."""
    empty = lexicon.calendar | lexicon.no_names | lexicon.nations | lexicon.honorifics
    if all(w.lower in empty or w.text.isdigit() for w in words) and not (
        len(words) == 1 and _is_acronym(words[0], lexicon)
    ):
        return True
    if words[0].text[0].isdigit():
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
    return words[-1].lower in lexicon.person_heads | lexicon.honorifics and all(
        w.lower in lexicon.common_words | lexicon.person_heads | lexicon.nations | lexicon.modifiers | lexicon.places
        for w in words
    )


def _candidate(
    text: str, span: Span, words: list[Word], first: int, last: int, opens: bool, lexicon: Lexicon
) -> _Candidate | None:
    run = tuple(words[first : last + 1])
    titled = split_title(run, lexicon)
    begin = first + titled
    name = tuple(words[begin : last + 1])
    if titled and all(w.lower in lexicon.nations | lexicon.no_names | lexicon.calendar for w in name):
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
    return _Candidate(full, bare, role or behind, _key(bare.of(text)), votes, not opens or titled > 0)


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
            votes["person"] += 1.5 * (last in pooled) - 1.5 * (first in pooled and last not in pooled)
    persons = {key.rsplit(" ", 1)[-1] for key, votes in pooled.items() if " " in key and _best(votes) == "person"}
    return {key: "person" if key in persons and votes["place"] < 5 else _best(votes) for key, votes in pooled.items()}


def _best(votes: Votes) -> NameKind:
    order: tuple[NameKind, ...] = ("org", "place", "person")
    kind = max(order, key=lambda k: votes[k])
    return kind if votes[kind] >= 1 else "other"
