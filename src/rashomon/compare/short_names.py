"""Short forms of a name: "Goldman" of "Goldman Sachs", "AFP" of "Agence France-Presse", "Smith" of "Anna Smith"."""

from collections import defaultdict

from rashomon.compare.forms import Form, Groups, Occurrence, core_words
from rashomon.compare.known_names import SMALL_BODIES
from rashomon.model.reading import Reading

_BY_FAR = 3  # times as many mentions as the next, to be meant by a short form that fits several
_OF_A_BODY = frozenset(  # "Oslo University" has a hospital, the police have a union
    "union hospital press academy federation association museum school foundation college library medal trust".split()
)
_SMALL = frozenset(("of", "and", "the", "for", "de", "la"))


def link_acronyms(forms: list[Form], groups: Groups, readings: tuple[Reading, ...]) -> None:
    """Join letters to the name they are the initials of, or behind which some article has them in brackets."""
    by_initials: dict[str, int] = {}
    ends: dict[tuple[int, int], int] = {}
    for m, long in enumerate(forms):
        if long.kind not in ("person", "place"):
            ends |= {(o.article, o.mention.name.end): m for o in long.occurrences}
        if len(long.words) > 1 and long.kind != "person":
            for words in (long.words, [w for w in long.words if w not in _SMALL]):
                by_initials.setdefault("".join(w[0] for w in words), m)
    for n, short in enumerate(forms):
        if not _is_letters(short):
            continue
        found = by_initials.get(short.words[0])
        if found is None or (forms[found].kind == "place") != (short.kind == "place"):
            found = _bracketed(short, forms, ends, readings)
        if found is not None and found != n:
            groups.join(found, n)


def _is_letters(form: Form) -> bool:
    plain = form.text.replace(".", "")
    return (
        len(form.words) == 1 and 2 <= len(plain) <= 7 and (plain.isupper() or plain.islower()) and form.kind != "person"
    )


def _bracketed(
    short: Form, forms: list[Form], ends: dict[tuple[int, int], int], readings: tuple[Reading, ...]
) -> int | None:
    """The name right before " (SHORT)" in some article, if it begins with the same letter."""
    for one in short.occurrences:
        start = one.mention.name.start
        if readings[one.article].article.text[max(0, start - 2) : start] == " (":
            long = ends.get((one.article, start - 2))
            if long is not None and forms[long].words[0][0] == short.words[0][0]:
                return long
    return None


def link_short_bodies(forms: list[Form], groups: Groups, readings: tuple[Reading, ...]) -> None:
    """Join "Goldman" to "Goldman Sachs", "Red Cross" to "German Red Cross": where one longer name holds the shorter.

    Of several the one that the story names by far the most.
    """
    by_edge: dict[str, set[int]] = defaultdict(set)
    for m, long in enumerate(forms):
        words = core_words(long)
        if len(words) > 1 and long.kind != "person":
            by_edge[words[0]].add(m)
            by_edge[words[-1]].add(m)
    for n, short in enumerate(forms):
        if short.kind in ("person", "place") or len("".join(short.words)) < 3:
            continue
        tail = len(short.words) == 1 and any(_follows_the(o, readings) for o in short.occurrences)
        sizes: dict[int, int] = defaultdict(int)
        for m in by_edge[short.words[0]] | by_edge[short.words[-1]]:
            if groups.of(m) != groups.of(n) and _shortens(short, forms[m], tail):
                sizes[groups.of(m)] += len(forms[m].occurrences)
        ranked = sorted(sizes, key=lambda g: (-sizes[g], g))
        if ranked and (len(ranked) == 1 or sizes[ranked[0]] >= _BY_FAR * sizes[ranked[1]]):
            groups.join(n, ranked[0])


def _follows_the(one: Occurrence, readings: tuple[Reading, ...]) -> bool:
    start = one.mention.name.start
    return readings[one.article].article.text[max(0, start - 4) : start].lower() == "the "


def _shortens(short: Form, long: Form, tail: bool) -> bool:
    a, b = short.words, core_words(long)
    if len(a) >= len(b) or not short.compatible(long):
        return False
    if b[: len(a)] == a and a[-1] in SMALL_BODIES and b[-1] in _OF_A_BODY:
        return False
    return (b[: len(a)] == a and len("".join(a)) >= 4) or (b[-len(a) :] == a and (len(a) >= 2 or tail))
