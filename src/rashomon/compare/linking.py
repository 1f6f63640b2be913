"""Which written forms are of one name: full and short, two spellings, an acronym and what it stands for."""

from collections import defaultdict

from rashomon.compare.aliases import places_called
from rashomon.compare.forms import Form, Occurrence
from rashomon.compare.name_match import name_similarity, word_likeness
from rashomon.compare.nations import COUNTRY_OF
from rashomon.compare.nicknames import LEGAL_FORMS, SMALL_WORDS
from rashomon.model.reading import Reading
from rashomon.settings import NameSettings

# One country or union under several names that are no spellings of one another.
SAME_PLACE = (
    ("united states", "us", "usa", "united states of america", "america"),
    ("united kingdom", "uk", "britain", "great britain"),
    ("united arab emirates", "uae", "emirates"),
    ("european union", "eu"),
    ("united nations", "un"),
    ("turkey", "turkiye"),
    ("burma", "myanmar"),
    ("czech republic", "czechia"),
    ("ivory coast", "cote d ivoire"),
    ("swaziland", "eswatini"),
    ("holland", "netherlands"),
    ("drc", "democratic republic of congo", "democratic republic of the congo", "dr congo"),
    ("associated press", "ap"),
    ("agence france presse", "afp"),
)
_CANON = {tuple(name.split()): group[0] for group in SAME_PLACE for name in group}
BODY_TAILS = frozenset(
    "military army forces troops navy police government parliament agency embassy consulate ministry court cabinet senate".split()
)
PLACE_TAILS = frozenset("province region river district county oblast city state governorate prefecture peninsula islands".split())


class Groups:
    """A union of form numbers; the smallest number of a group names it."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def of(self, n: int) -> int:
        """The group of a form."""
        while self._parent[n] != n:
            self._parent[n] = self._parent[self._parent[n]]
            n = self._parent[n]
        return n

    def join(self, a: int, b: int) -> None:
        """Make the groups of two forms one."""
        x, y = sorted((self.of(a), self.of(b)))
        self._parent[y] = x


def link_forms(forms: list[Form], readings: tuple[Reading, ...], settings: NameSettings) -> list[list[Occurrence]]:
    """The occurrences of each name; an occurrence is in exactly one."""
    groups = Groups(len(forms))
    _link_same(forms, groups)
    _link_spellings(forms, groups, settings)
    _link_aliases(forms, groups)
    _link_acronyms(forms, groups, readings)
    _link_short_bodies(forms, groups)
    moved = _link_short_persons(forms, groups, settings)
    found: dict[int, list[Occurrence]] = defaultdict(list)
    for n, form in enumerate(forms):
        for k, one in enumerate(form.occurrences):
            found[groups.of(moved.get((n, k), n))].append(one)
    return [found[n] for n in sorted(found)]


def _core(form: Form) -> tuple[str, ...]:
    """The words that tell the name apart: no legal form, no "province"."""
    words = form.words
    if form.kind in ("place", "other") and len(words) > 1 and words[-1] in PLACE_TAILS:
        words = words[:-1]
    if form.kind in ("org", "other"):
        while len(words) > 1 and words[-1] in LEGAL_FORMS:
            words = words[:-1]
    return words


def _compatible(a: Form, b: Form) -> bool:
    return a.kind == b.kind or "other" in (a.kind, b.kind)


def _link_same(forms: list[Form], groups: Groups) -> None:
    """Forms equal but for generic words, and names of one country."""
    seen: dict[object, int] = {}
    for n, form in enumerate(forms):
        core = _core(form)
        for key in (("", "".join(core)), ("country", _CANON.get(form.words)), ("body", _national_body(form.words))):
            if key[1] is None:
                continue
            if key in seen and (key[0] or _compatible(form, forms[seen[key]])):
                groups.join(seen[key], n)
            seen.setdefault(key, n)


_SAME_BODY = {"army": "military", "forces": "military", "troops": "military", "defence": "defense", "department": "police"}


def _national_body(words: tuple[str, ...]) -> str | None:
    """"israel military" for "Israeli army" and "Israel's military"; None for other names."""
    country = COUNTRY_OF.get(words[0]) if len(words) > 1 else None
    if country is None or words[-1] not in BODY_TAILS:
        return None
    return " ".join([country, *(_SAME_BODY.get(w, w) for w in words[1:])])


def _link_spellings(forms: list[Form], groups: Groups, settings: NameSettings) -> None:
    for n, a in enumerate(forms):
        for m in range(n):
            b = forms[m]
            if groups.of(n) == groups.of(m) or not _compatible(a, b) or not _near(a, b):
                continue
            if _one_spelling(a, b, settings):
                groups.join(n, m)


def _near(a: Form, b: Form) -> bool:
    return abs(len(a.words) - len(b.words)) <= 2 and min(sum(map(len, a.words)), sum(map(len, b.words))) >= 4


def _one_spelling(a: Form, b: Form, settings: NameSettings) -> bool:
    """True for two spellings of one name; in one article they must sound the same."""
    left, right = _core(a), _core(b)
    if (len(left) == 1) != (len(right) == 1) and "".join(left) != "".join(right):
        return False
    kind = a.kind if a.kind != "other" else b.kind
    if kind == "place" and places_called(left) and places_called(right):
        return False  # two known places with names alike: Austria and Australia
    score = name_similarity(" ".join(left), " ".join(right), "person" if kind == "person" else "org").score
    floor = settings.spelling_in_one_article if a.articles & b.articles else settings.spelling
    return score >= floor


def _link_aliases(forms: list[Form], groups: Groups) -> None:
    """Places that the table of place names knows under both names, such as Pokrovsk and Krasnoarmeysk."""
    seen: dict[int, int] = {}
    for n, form in enumerate(forms):
        if form.kind not in ("place", "other"):
            continue
        for number, _ in places_called(_core(form)):
            if number in seen:
                groups.join(seen[number], n)
            seen.setdefault(number, n)


def _link_acronyms(forms: list[Form], groups: Groups, readings: tuple[Reading, ...]) -> None:
    for n, short in enumerate(forms):
        letters = "".join(short.words)
        if len(short.words) != 1 or not 2 <= len(letters) <= 7 or not short.text.replace(".", "").isupper() or short.kind == "person":
            continue
        for m, long in enumerate(forms):
            if n != m and (len(long.words) > 1 or not long.text.isupper()) and _stands_for(letters, short, long, readings):
                groups.join(n, m)
                break


def _stands_for(letters: str, short: Form, long: Form, readings: tuple[Reading, ...]) -> bool:
    if long.kind in ("person", "place") and not (long.kind == "place" and short.kind == "place"):
        return False
    content = [w for w in long.words if w not in {"of", "and", "the", "for", "de", "la"}]
    if letters in ("".join(w[0] for w in content), "".join(w[0] for w in long.words)):
        return True
    return _in_brackets(short, long, readings) and long.words[0][0] == letters[0]


def _in_brackets(short: Form, long: Form, readings: tuple[Reading, ...]) -> bool:
    """True where some article writes the long form and then the short one in brackets."""
    ends = {(o.article, o.mention.name.end) for o in long.occurrences}
    for one in short.occurrences:
        text = readings[one.article].article.text
        start = one.mention.name.start
        if text[max(0, start - 2) : start] == " (" and (one.article, start - 2) in ends:
            return True
    return False


def _link_short_bodies(forms: list[Form], groups: Groups) -> None:
    """"Goldman" and "Goldman Sachs", "Red Cross" and "German Red Cross": where one longer name alone holds the shorter."""
    for n, short in enumerate(forms):
        if short.kind in ("person", "place") or sum(map(len, short.words)) < 4:
            continue
        longer = {groups.of(m) for m, long in enumerate(forms) if m != n and _shortens(short, long)}
        if len(longer) == 1:
            groups.join(n, longer.pop())


def _shortens(short: Form, long: Form) -> bool:
    a, b = short.words, _core(long)
    if len(a) >= len(b) or not _compatible(short, long) or long.kind == "person":
        return False
    return b[: len(a)] == a or (b[-len(a) :] == a and len(a) >= 2)


def _link_short_persons(forms: list[Form], groups: Groups, settings: NameSettings) -> dict[tuple[int, int], int]:
    """Surnames joined to the full name they shorten; where several could be meant, place by place.

    Gives for (form, occurrence) the form it goes to, where that is not its own.
    """
    full = [(m, _bare(form)) for m, form in enumerate(forms) if form.kind in ("person", "other") and len(_bare(form)) > 1]
    moved: dict[tuple[int, int], int] = {}
    for n, short in enumerate(forms):
        words = _bare(short)
        if len(words) != 1 or short.kind in ("place", "org"):
            continue
        fitting = [m for m, long in full if _is_short_of(words[0], long, settings)]
        names = {groups.of(m) for m in fitting}
        if len(names) == 1:
            groups.join(n, fitting[0])
        elif names:
            for k, one in enumerate(short.occurrences):
                nearest = _nearest_before(one, [(m, forms[m]) for m in fitting])
                if nearest is not None:
                    moved[n, k] = nearest
    return moved


def _bare(form: Form) -> tuple[str, ...]:
    return tuple(w for w in form.words if w not in SMALL_WORDS) or form.words


def _is_short_of(word: str, long: tuple[str, ...], settings: NameSettings) -> bool:
    return word_likeness(word, long[-1]) >= settings.spelling_in_one_article or word == long[0]


def _nearest_before(one: Occurrence, full: list[tuple[int, Form]]) -> int | None:
    places = [
        (other.mention.name.start, m)
        for m, form in full
        for other in form.occurrences
        if other.article == one.article and other.mention.name.start < one.mention.name.start
    ]
    return max(places)[1] if places else None
