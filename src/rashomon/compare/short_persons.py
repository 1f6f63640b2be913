"""Surnames and given names alone, joined to the full name that they shorten; never to a relative's."""

from collections import defaultdict
from collections.abc import Sequence

from rashomon.compare.forms import Form, Groups, Occurrence
from rashomon.compare.name_match import name_words, sound, word_likeness
from rashomon.compare.nicknames import MEN, SMALL_WORDS, WOMEN
from rashomon.model.reading import Reading
from rashomon.settings import NameSettings
from rashomon.text.word_sets import word_set

_ROYAL = word_set(
    "king queen prince princess pope emperor empress tsar sultan emir sheikh sheikha duke duchess saint st"
)
_REGNAL = word_set("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi")
_GENERATIONS = frozenset(("jr", "sr"))
_OF_A_LINE = frozenset(("bin", "ibn", "bint", "al"))  # "Prince Mohammed" is a Mohammed bin Salman
_MEN = word_set(
    "mr sir lord monsieur herr father husband brother son king prince duke uncle grandfather widower boyfriend"
)
_WOMEN = word_set(
    """
    mrs ms miss dame lady madame frau mother wife sister daughter queen princess duchess aunt grandmother widow
    girlfriend
    """
)
_AFTER = 12  # code points behind a full name in which "and her husband" tells its gender


def link_short_persons(
    forms: list[Form], groups: Groups, readings: Sequence[Reading], settings: NameSettings
) -> dict[tuple[int, int], int]:
    """Surnames joined to the full name they shorten; where several could be meant, place by place.

    Gives for (form, occurrence) the form it goes to, where that is not its own.
    """
    by_sound: dict[str, list[int]] = defaultdict(list)
    for m, form in enumerate(forms):
        words = _bare(form)
        if form.kind in ("person", "other") and len(words) > 1:
            for key in {sound(words[0])[:2], sound(words[-1])[:2]}:
                by_sound[key].append(m)
    moved: dict[tuple[int, int], int] = {}
    for n, short in enumerate(forms):
        words = _bare(short)
        if short.kind in ("place", "org"):
            continue
        if len(words) != 1:
            _link_tail(n, words, forms, groups, by_sound)
            continue
        fitting = [m for m in by_sound[sound(words[0])[:2]] if _is_short_of(words[0], _bare(forms[m]), settings)]
        fitting = [m for m in fitting if _may_shorten(short, words[0], forms[m], readings)]
        genders = {_gender(short.occurrences, readings), *(_told_by_title(o, readings) for o in short.occurrences)}
        if len({groups.of(m) for m in fitting}) == 1 and not _clash(genders, forms[fitting[0]], readings):
            groups.join(n, fitting[0])
        else:
            moved |= _place_by_place(n, short, [(m, forms[m]) for m in fitting], readings)
    return moved


def _link_tail(
    n: int, words: tuple[str, ...], forms: list[Form], groups: Groups, by_sound: dict[str, list[int]]
) -> None:
    """Join "Suu Kyi" to the one longer name that ends so."""
    if forms[n].kind not in ("person", "other"):
        return
    ends = by_sound.get(sound(words[-1])[:2], [])
    fitting = {
        groups.of(m) for m in ends if len(_bare(forms[m])) > len(words) and _bare(forms[m])[-len(words) :] == words
    }
    if len(fitting) == 1 and "person" in (forms[n].kind, *(forms[m].kind for m in ends if groups.of(m) in fitting)):
        groups.join(n, min(fitting))


def _bare(form: Form) -> tuple[str, ...]:
    """Without titles, particles and "Jr"; the number of a king or pope stays: Charles III is no Charles Dickens."""
    kept = tuple(w for w in form.words if w not in SMALL_WORDS) or form.words
    return form.words if len(kept) == 1 and form.words[-1] in _REGNAL else kept


def _is_short_of(word: str, long: tuple[str, ...], settings: NameSettings) -> bool:
    return word_likeness(word, long[-1]) >= settings.spelling_in_one_article or word == long[0]


def _may_shorten(short: Form, word: str, long: Form, readings: Sequence[Reading]) -> bool:
    """False for "King Charles" and Charles Dickens: a ruler's given name shortens a ruler's full one."""
    generation = _GENERATIONS & set(short.words)
    if not generation <= set(long.words):
        return False
    if word != _bare(long)[0] or not _ROYAL & _titles(short.occurrences, readings):
        return True
    line = _OF_A_LINE & set(long.words) or long.words[-1] in _REGNAL
    return bool(line or _ROYAL & _titles(long.occurrences, readings))


def _titles(occurrences: Sequence[Occurrence], readings: Sequence[Reading]) -> set[str]:
    """The words of titles and roles at these places."""
    found: set[str] = set()
    for one in occurrences:
        text, mention = readings[one.article].article.text, one.mention
        found |= set(name_words(text[mention.span.start : mention.name.start]))
        if mention.role and len(mention.role) < _SHORT_ROLE:
            found |= set(name_words(mention.role.of(text)))
    return found


_SHORT_ROLE = 30  # code points; in a longer one "mother" may be another person


def _told_by_title(one: Occurrence, readings: Sequence[Reading]) -> str:
    return _gender([one], readings)


def _gender(occurrences: Sequence[Occurrence], readings: Sequence[Reading]) -> str:
    """The gender, "m" or "f", that titles, roles and "and her husband" behind the name tell; "" where they do not."""
    words = _titles(occurrences, readings)
    man, woman = bool(words & _MEN), bool(words & _WOMEN)
    for one in () if man or woman else occurrences:
        given = name_words(one.mention.name.of(readings[one.article].article.text))[0]
        man, woman = man or given in MEN, woman or given in WOMEN
    for one in () if man or woman else occurrences:
        end = one.mention.name.end
        behind = readings[one.article].article.text[end : end + _AFTER].replace(",", " ").split()
        if behind[:1] == ["and"]:
            man, woman = man or behind[1:2] == ["his"], woman or behind[1:2] == ["her"]
    return "" if man == woman else "m" if man else "f"


def _clash(genders: set[str], long: Form, readings: Sequence[Reading]) -> bool:
    """True where titles make the short name a man's or a woman's, or both, and the full name is not that."""
    told = genders - {""}
    gender = _gender(long.occurrences, readings)
    return len(told) > 1 or (len(told) == 1 and gender not in ("", *told))


def _place_by_place(
    n: int, short: Form, full: list[tuple[int, Form]], readings: Sequence[Reading]
) -> dict[tuple[int, int], int]:
    """Each place of a surname that several people bear, with the full name last written before it in its article.

    "Mrs Berg" is none that is known to be a man.
    """
    moved = {}
    genders = {m: _gender(form.occurrences, readings) for m, form in full}
    for k, one in enumerate(short.occurrences):
        own = _gender([one], readings)
        before = [
            (other.mention.name.start, m)
            for m, form in full
            if not own or genders[m] in ("", own)
            for other in form.occurrences
            if other.article == one.article and other.mention.name.start < one.mention.name.start
        ]
        if before:
            moved[n, k] = max(before)[1]
    return moved
