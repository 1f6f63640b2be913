"""Names: one name spelt in two ways, or given less and more fully."""

from collections.abc import Iterator

from rapidfuzz import fuzz

from rashomon.compare.slots.findings import Finding, Told, label, signed
from rashomon.compare.slots.page import Page
from rashomon.compare.slots.words import EMPTY
from rashomon.model.comparison import Name, Spelling
from rashomon.model.reading import Mention
from rashomon.model.span import Span
from rashomon.settings import DifferenceSettings
from rashomon.text.tokens import find_tokens, fold

_MANY_WORDS = 3  # of a person's name; with two of them the same, the third may be spelt more freely
_LEAST_ALIKE = 60  # 0..100, likeness of that third word: "Fayid" and "Faed" have 67


@signed
def find_spellings(pages: tuple[Page, ...], names: tuple[Name, ...], settings: DifferenceSettings) -> Iterator[Finding]:
    """Spellings of one name that part in their letters or marks."""
    by_id = {page.article.id: page for page in pages}
    for name in names:
        variants = [v for v in name.variants if v.evidence]
        for n, one in enumerate(variants):
            for two in variants[n + 1 :]:
                if _spelt_apart(one.text, two.text, name.kind == "person") and _apart(one, two):
                    yield _of_spellings(by_id, one, two, name.canonical)


def name_words(text: str) -> tuple[str, ...]:
    """The words of a name or role that carry something, folded."""
    words = [fold(t.text) for t in find_tokens(text, Span(0, len(text)))] if text.strip() else []
    return tuple(w for w in words if w not in EMPTY)


def _spelt_apart(x: str, y: str, person: bool) -> bool:
    a, b = name_words(x), name_words(y)
    if not a or not b:
        return False
    if "".join(a).replace("-", "") == "".join(b).replace("-", ""):
        return _marks(x).replace(",", "") != _marks(y).replace(",", "") if person else _marks(x) != _marks(y)
    odd = [(p, q) for p, q in zip(a, b, strict=False) if p != q]
    if len(a) != len(b) or len(odd) != 1:
        return False
    return spelled_alike(*odd[0]) or (person and len(a) >= _MANY_WORDS and fuzz.ratio(*odd[0]) >= _LEAST_ALIKE)


@signed
def find_full_names(
    pages: tuple[Page, ...], names: tuple[Name, ...], settings: DifferenceSettings
) -> Iterator[Finding]:
    """People whose fullest form has a middle name or initial in one report and none in another."""
    by_text = numbers_of(names)
    fullest: dict[int, dict[int, tuple[tuple[str, ...], Mention, Page]]] = {}
    for page in pages:
        for mention in page.reading.mentions:
            words = " ".join(mention.name.of(page.article.text).split())
            n, parts = by_text.get(fold(words)), name_words(words)
            if n is not None and len(parts) > 1:
                held = fullest.setdefault(n, {}).get(page.number)
                if held is None or len(parts) > len(held[0]):
                    fullest[n][page.number] = (parts, mention, page)
    for n in sorted(fullest):
        forms = list(fullest[n].values())
        short, long = min(forms, key=lambda f: len(f[0]))[0], max(forms, key=lambda f: len(f[0]))[0]
        if len(short) < len(long) and short[0] == long[0] and short[-1] == long[-1]:
            told = tuple(
                Told(page, m.name, " ".join(parts), {"name": m.name.of(page.article.text)}) for parts, m, page in forms
            )
            reason = f"“{' '.join(short).title()}” and “{' '.join(long).title()}” give one name less and more fully."
            yield Finding("name", "precision", label(f"name of {names[n].canonical}"), told, 0.6, reason)


PERSON = frozenset(("person",))


def numbers_of(names: tuple[Name, ...], kinds: frozenset[str] = PERSON) -> dict[str, int]:
    """For each spelling (folded) of the names of these kinds, the number of its name."""
    return {
        fold(" ".join(v.text.split())): n for n, name in enumerate(names) if name.kind in kinds for v in name.variants
    }


def _marks(text: str) -> str:
    """The name without case, accents, apostrophes and full stops: what is left of two spellings differs in earnest."""
    plain = fold(" ".join(text.split())).split(" ")
    while len(plain) > 1 and plain[0].strip(".") in EMPTY:
        plain = plain[1:]
    return "".join(c for c in " ".join(plain) if c not in ".'’\"“”‘")


def spelled_alike(p: str, q: str) -> bool:
    """True for two spellings of one word, not for a word and its adjective ("Ukraine", "Ukrainian")."""
    if min(len(p), len(q)) < 4 or p.startswith(q) or q.startswith(p):
        return False
    if p[:4] == q[:4] and abs(len(p) - len(q)) >= 1 and p[-2:] != q[-2:] and (_derived(p) or _derived(q)):
        return False
    return fuzz.ratio(p, q) >= (70 if p[0] == q[0] else 77)


def _derived(word: str) -> bool:
    return word.endswith(("an", "ian", "ish", "ese", "ic", "i", "ist", "ists", "ans", "s"))


def _apart(one: Spelling, two: Spelling) -> bool:
    """True where some article has the one and not the other."""
    a, b = {e.article for e in one.evidence}, {e.article for e in two.evidence}
    return bool(a - b) and bool(b - a)


def _of_spellings(by_id: dict[str, Page], one: Spelling, two: Spelling, name: str) -> Finding:
    told = tuple(
        Told(by_id[e.article], e.span, _marks(s.text), {"name": " ".join(s.text.split())})
        for s in (one, two)
        for e in s.evidence
    )
    x, y = " ".join(one.text.split()), " ".join(two.text.split())
    reason = f"“{x}” and “{y}” are spellings of one name."
    return Finding("name", "wording", label(f"spelling of {name}"), told, 0.7, reason)
