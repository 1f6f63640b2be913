"""Which written forms are of one name: equal but for generic words, two spellings, two names of one place."""

import re
from collections import defaultdict
from itertools import pairwise

from rashomon.compare.aliases import places_called
from rashomon.compare.forms import Form, Groups, Occurrence, core_words
from rashomon.compare.known_names import LEGAL_ENDS, department, known_as, national_body
from rashomon.compare.name_match import name_similarity, sound, word_likeness
from rashomon.compare.short_names import link_acronyms, link_short_bodies
from rashomon.compare.short_persons import link_short_persons
from rashomon.model.reading import Reading
from rashomon.settings import NameSettings

_LONGEST_CUE = 40  # characters between two names that are said to be one
_ALSO = re.compile(
    r"""["”’']?[\s,(—–-]*
    (?:(?:which\ )?(?:means?|meaning|translates?\ (?:as|to))
      |(?:(?:also|better|formerly|previously|once)\ )?
       (?:known\ as|called|named|nicknamed|dubbed|aka|a\.k\.a\.|alias|formerly)
      |or(?=\s*(?:the\s)?["“‘]))
    \s*(?:the\s+)?["“‘']?""",
    re.VERBOSE,
)
_OFTEN = 5  # times; a form that stands once beside one that stands so often is a slip of it
_LONG = 6  # letters; shorter words differ by one letter and are other words


def link_forms(forms: list[Form], readings: tuple[Reading, ...], settings: NameSettings) -> list[list[Occurrence]]:
    """The occurrences of each name; an occurrence is in exactly one."""
    groups = Groups(len(forms))
    _link_same(forms, groups)
    _settle_firms(forms, groups)
    _link_by_words(forms, groups, readings)
    _link_spellings(forms, groups, settings)
    _link_aliases(forms, groups)
    link_short_bodies(forms, groups, readings)
    link_acronyms(forms, groups, readings)
    moved = link_short_persons(forms, groups, readings, settings)
    found: dict[int, list[Occurrence]] = defaultdict(list)
    for n, form in enumerate(forms):
        for k, one in enumerate(form.occurrences):
            found[groups.of(moved.get((n, k), n))].append(one)
    return [found[n] for n in sorted(found)]


def _link_same(forms: list[Form], groups: Groups) -> None:
    """Forms equal but for generic words, names of one country, and bodies of one nation."""
    seen: dict[tuple[str, str | None], int] = {}
    for n, form in enumerate(forms):
        polite = form.kind == "person" and form.sure == 1.0  # Virginia may be a woman, and Washington "Mr"
        known = None if polite else known_as(form.words, form.text)
        for key in (
            ("", "".join(core_words(form))),
            ("known", known),
            ("body", national_body(form.words)),
            ("department", department(form.words)),
        ):
            if key[1] is None:
                continue
            if key in seen and (key[0] or _may_be_one(form, forms[seen[key]])):
                groups.join(seen[key], n)
            seen.setdefault(key, n)


def _may_be_one(a: Form, b: Form) -> bool:
    legal = "place" not in (a.kind, b.kind) and any(form.words[-1] in LEGAL_ENDS for form in (a, b))
    return a.compatible(b) or legal


def _settle_firms(forms: list[Form], groups: Groups) -> None:
    """What is written with a legal form anywhere is a body everywhere, and so is the first word of its name alone."""
    firms = {groups.of(n) for n, form in enumerate(forms) if len(form.words) > 1 and form.words[-1] in LEGAL_ENDS}
    openers = set()
    for n, form in enumerate(forms):
        if groups.of(n) in firms:
            form.kind = "org"
            openers.add(form.words[0])
        elif form.kind == "org" and len(form.words) > 1:
            openers.add(form.words[0])
    surnames = {form.words[-1] for form in forms if form.kind == "person" and len(form.words) > 1}
    for form in forms:
        if len(form.words) == 1 and form.words[0] in openers - surnames and form.kind == "person":
            form.kind = "org"


def _link_by_words(forms: list[Form], groups: Groups, readings: tuple[Reading, ...]) -> None:
    """Two names that an article itself says are one: "X, also known as Y", "X, or “Y”,"."""
    places = sorted(
        (o.article, o.mention.span.start, o.mention.name.end, n)
        for n, form in enumerate(forms)
        for o in form.occurrences
    )
    for (article, _, end, n), (other, start, _, m) in pairwise(places):
        near = article == other and end < start < end + _LONGEST_CUE
        if near and _ALSO.fullmatch(readings[article].article.text, end, start):
            groups.join(n, m)


def _link_spellings(forms: list[Form], groups: Groups, settings: NameSettings) -> None:
    """Two spellings of one name; only names that begin or end alike are looked at, which many names can afford."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, form in enumerate(forms):
        heard = sound("".join(core_words(form)))
        for key in (("begins", heard[:3]), ("ends", heard[-3:])):
            for m in blocks[key]:
                if groups.of(n) != groups.of(m) and _one_spelling(form, forms[m], settings):
                    groups.join(n, m)
            blocks[key].append(n)


def _one_spelling(a: Form, b: Form, settings: NameSettings) -> bool:
    """True for two spellings of one name; in one article they must sound the same."""
    left, right = core_words(a), core_words(b)
    if not a.compatible(b) or (len(left) == 1) != (len(right) == 1) or min(len("".join(left)), len("".join(right))) < 4:
        return False
    kind = a.kind if a.kind != "other" else b.kind
    if kind == "place" and places_called(left) and places_called(right):
        return False  # two known places with names alike: Austria and Australia
    if len(left) == len(right) and any(_other_word(x, y, settings) for x, y in zip(left, right, strict=True)):
        return False  # Castro and Castillo, however alike the rest
    if ({"jr", "junior"} & {*a.words} and {"sr", "senior"} & {*b.words}) or (
        {"sr", "senior"} & {*a.words} and {"jr", "junior"} & {*b.words}
    ):
        return False  # father and son
    score = name_similarity(" ".join(left), " ".join(right), "person" if kind == "person" else "org").score
    floor = settings.spelling_in_one_article if a.articles & b.articles else settings.spelling
    return score >= floor or (score >= settings.spelling and _is_slip(a, b))


def _other_word(x: str, y: str, settings: NameSettings) -> bool:
    """True for words too far apart; in a short word one letter is much, and with the rest alike may be a vowel."""
    return len(x) > 4 and word_likeness(x, y) < settings.spelling_of_word


def _is_slip(a: Form, b: Form) -> bool:
    """True where one form stands once in the story and the other all the time: "Harabe" for "Harambe"."""
    once, often = sorted((len(a.occurrences), len(b.occurrences)))
    single = len(a.words) == len(b.words) == 1
    return once == 1 and often >= _OFTEN and single and min(len(a.words[0]), len(b.words[0])) >= _LONG


def _link_aliases(forms: list[Form], groups: Groups) -> None:
    """Places that the table of place names knows under both names, such as Pokrovsk and Krasnoarmeysk."""
    seen: dict[int, int] = {}
    for n, form in enumerate(forms):
        if form.kind not in ("place", "other"):
            continue
        for number, _ in places_called(core_words(form)):
            if number in seen:
                groups.join(seen[number], n)
            seen.setdefault(number, n)
