"""Which written forms are of one name: full and short, two spellings, an acronym and what it stands for."""

import re
from collections import defaultdict

from rashomon.compare.aliases import places_called
from rashomon.compare.extents import FACILITIES
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
    ("deutsche presse agentur", "dpa"),
)
_STATES = """alabama ala|arizona ariz|arkansas ark|california calif|colorado colo|connecticut conn|delaware del|florida fla|georgia ga|
illinois ill|indiana ind|kansas kan|kentucky ky|louisiana la|maryland md|massachusetts mass|michigan mich|minnesota minn|
mississippi miss|missouri mo|montana mont|nebraska neb|nevada nev|new hampshire nh|new jersey nj|new mexico nm|new york ny|
north carolina nc|north dakota nd|oklahoma okla|oregon ore|pennsylvania pa|rhode island ri|south carolina sc|south dakota sd|
tennessee tenn|texas tex|vermont vt|virginia va|washington wash|west virginia wva|wisconsin wis|wyoming wyo"""
_ABBREVIATED = tuple(tuple(pair.strip().rsplit(" ", 1)) for pair in _STATES.replace("\n", "").split("|"))
_CANON = {tuple(name.split()): group[0] for group in (*SAME_PLACE, *_ABBREVIATED) for name in group}
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
    _settle_firms(forms, groups)
    _link_by_words(forms, groups, readings)
    _link_spellings(forms, groups, settings)
    _link_aliases(forms, groups)
    _link_short_bodies(forms, groups, readings)
    _link_acronyms(forms, groups, readings)
    moved = _link_short_persons(forms, groups, settings)
    found: dict[int, list[Occurrence]] = defaultdict(list)
    for n, form in enumerate(forms):
        for k, one in enumerate(form.occurrences):
            found[groups.of(moved.get((n, k), n))].append(one)
    return [found[n] for n in sorted(found)]


def _core(form: Form) -> tuple[str, ...]:
    """The words that tell the name apart: no legal form, no "province"."""
    words = form.words
    if form.kind in ("place", "other") and len(words) > 1 and (words[-1] in PLACE_TAILS or _is_facility(words)):
        words = words[:-1]
    if form.kind in ("org", "other"):
        while len(words) > 1 and words[-1] in LEGAL_FORMS:
            words = words[:-1]
    return words


def _is_facility(words: tuple[str, ...]) -> bool:
    """"Ofer Prison" is Ofer, but Manchester Airport is not Manchester."""
    return words[-1] in FACILITIES and not places_called(words[:-1])


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
            if key[0] == "country" and len(form.text.replace(".", "")) == 2 and not ("." in form.text or form.text.isupper()):
                continue
            if key in seen and (key[0] or _compatible(form, forms[seen[key]]) or _has_legal_end(form, forms[seen[key]])):
                groups.join(seen[key], n)
            seen.setdefault(key, n)


def _settle_firms(forms: list[Form], groups: Groups) -> None:
    """What is written with a legal form anywhere is a body everywhere."""
    firms = {groups.of(n) for n, form in enumerate(forms) if len(form.words) > 1 and form.words[-1] in _LEGAL_ENDS}
    for n, form in enumerate(forms):
        if groups.of(n) in firms:
            form.kind = "org"
    openers = {form.words[0] for form in forms if form.kind == "org" and len(_core(form)) > 1 and form.words[-1] not in _LEGAL_ENDS}
    openers |= {form.words[0] for n, form in enumerate(forms) if groups.of(n) in firms}
    surnames = {form.words[-1] for form in forms if form.kind == "person" and len(form.words) > 1}
    for form in forms:
        if len(form.words) == 1 and form.words[0] in openers - surnames and form.kind == "person":
            form.kind = "org"


def _link_by_words(forms: list[Form], groups: Groups, readings: tuple[Reading, ...]) -> None:
    """Two names that an article itself says are one: "X, also known as Y", "X, or “Y”,"."""
    places = sorted((o.article, o.mention.span.start, o.mention.name.end, n) for n, form in enumerate(forms) for o in form.occurrences)
    for (article, _, end, n), (other, start, _, m) in zip(places, places[1:], strict=False):
        if article == other and end < start < end + _LONGEST_CUE and _ALSO.fullmatch(readings[article].article.text, end, start):
            groups.join(n, m)


_LEGAL_ENDS = frozenset("inc corp corporation ltd limited llc llp plc gmbh ag group co".split())
_LONGEST_CUE = 40  # characters between two names that are said to be one
_ALSO = re.compile(
    r"""["”’']?[\s,(—–-]*(?:(?:which\ )?(?:means?|meaning|translates?\ (?:as|to))|(?:(?:also|better|formerly|previously|once)\ )?
    (?:known\ as|called|named|nicknamed|dubbed|aka|a\.k\.a\.|alias|formerly)|or(?=\s*(?:the\s)?["“‘]))\s*(?:the\s+)?["“‘']?""",
    re.VERBOSE,
)
def _has_legal_end(a: Form, b: Form) -> bool:
    return "place" not in (a.kind, b.kind) and any(form.words[-1] in _LEGAL_ENDS for form in (a, b))


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
    return score >= floor or (score >= settings.spelling and _is_slip(a, b))


def _is_slip(a: Form, b: Form) -> bool:
    """True where one form stands once in the story and the other all the time: "Harabe" for "Harambe"."""
    once, often = sorted((len(a.occurrences), len(b.occurrences)))
    return once == 1 and often >= 5 and len(a.words) == len(b.words) == 1 and min(len(a.words[0]), len(b.words[0])) >= 6


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
        if len(short.words) != 1 or not 2 <= len(letters) <= 7 or not (short.text.replace(".", "").isupper() or short.text.islower()) or short.kind == "person":
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


def _link_short_bodies(forms: list[Form], groups: Groups, readings: tuple[Reading, ...]) -> None:
    """"Goldman" and "Goldman Sachs", "Red Cross" and "German Red Cross": where one longer name holds the shorter.

    Of several the one that the story names by far the most.
    """
    for n, short in enumerate(forms):
        if short.kind in ("person", "place") or sum(map(len, short.words)) < 3:
            continue
        tail = len(short.words) == 1 and any(_follows_the(o, readings) for o in short.occurrences)
        sizes: dict[int, int] = defaultdict(int)
        for m, long in enumerate(forms):
            if m != n and groups.of(m) != groups.of(n) and _shortens(short, long, tail):
                sizes[groups.of(m)] += len(long.occurrences)
        ranked = sorted(sizes, key=lambda g: (-sizes[g], g))
        if ranked and (len(ranked) == 1 or sizes[ranked[0]] >= _BY_FAR * sizes[ranked[1]]):
            groups.join(n, ranked[0])


_BY_FAR = 3  # times as many mentions


def _follows_the(one: Occurrence, readings: tuple[Reading, ...]) -> bool:
    start = one.mention.name.start
    return readings[one.article].article.text[max(0, start - 4) : start].lower() == "the "


def _shortens(short: Form, long: Form, tail: bool) -> bool:
    a, b = short.words, _core(long)
    if len(a) >= len(b) or not _compatible(short, long) or long.kind == "person":
        return False
    return (b[: len(a)] == a and sum(map(len, a)) >= 4) or (b[-len(a) :] == a and (len(a) >= 2 or tail))


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
