"""The day from which each report reckons: that of its publication, unless words of the story speak against it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from rashomon.model.reading import DateMention, DateParts, Reading
from rashomon.settings import DateSettings
from rashomon.text.almanac import Anchor, day_of, resolve
from rashomon.text.tokens import find_tokens

Anchors = dict[int, Anchor]  # by the number of the report in the story


def find_anchors(readings: Sequence[Reading], settings: DateSettings) -> Anchors:
    """The day from which each report reckons; a report is missing where none can be told."""
    anchors = {n: anchor for n, reading in enumerate(readings) if (anchor := _own(reading, settings))}
    _correct_by_others(readings, anchors, settings)
    _correct_fetched(readings, anchors, settings)
    if not anchors:
        _start_from_named_year(readings, anchors)
    _lend(readings, anchors, settings)
    return anchors


def published_on(reading: Reading) -> date | None:
    """The day of publication as given or found in the text; None where there is none, or it is no date."""
    try:
        return date.fromisoformat((reading.masthead.published or reading.article.published or "")[:10])
    except ValueError:
        return None


def _own(reading: Reading, settings: DateSettings) -> Anchor | None:
    """The report's date of publication, or the last day its own words give where they lie too far from it."""
    published = published_on(reading)
    if published is None:
        return None
    anchor = Anchor(published, f"the date of publication, {published.isoformat()}")
    days = sorted(day for mention in reading.dates if (day := _paired_day(mention.parts, anchor)))
    far = bool(days) and min(abs((day - published).days) for day in days) > settings.fetched_later
    if far and not _knows_later(reading, days[-1], published):
        return Anchor(days[-1], f"the report's own words, which name {days[-1].isoformat()} with its weekday")
    return anchor


def _knows_later(reading: Reading, day: date, published: date) -> bool:
    """Whether the report gives a year after `day`, up to its publication: then `day` lies in its background."""
    years = (m.parts.year for m in reading.dates if m.parts.year is not None and m.parts.month is not None)
    return any(day.year < year <= published.year for year in years)


def _paired_day(parts: DateParts, anchor: Anchor) -> date | None:
    """The day of "Thursday (November 27)": weekday, day and month without a year."""
    if (
        parts.weekday is None
        or parts.day is None
        or parts.year is not None
        or parts.years_back is not None
        or parts.swapped
    ):
        return None
    found = _day(resolve(parts, anchor).date)
    return found if found and found.weekday() == parts.weekday else None


def _day(words: str | None) -> date | None:
    return date.fromisoformat(words) if words and len(words) == 10 else None


def _correct_by_others(readings: Sequence[Reading], anchors: Anchors, settings: DateSettings) -> None:
    """Gives a report that tells of the same "Tuesday" as one published a week before the earlier one's day.

    So too a report that speaks of a day as yet to come which lies before its own date of publication.
    """
    first = min((anchor.day for anchor in anchors.values()), default=date.max)
    late = [n for n in sorted(anchors) if (anchors[n].day - first).days >= settings.another_week]
    if not late:
        return
    told = _weekdays_told(readings, anchors, settings)
    for n in late:
        tellers = {*_tellers_of_same(n, told, settings), *_tellers_of_coming(readings, n, anchors)}
        fitting = [m for m in tellers if (anchors[n].day - anchors[m].day).days >= settings.another_week]
        if fitting:
            m = min(fitting, key=lambda m: (anchors[m].day, m))
            anchors[n] = _borrowed(readings, m, anchors[m].day)


def _correct_fetched(readings: Sequence[Reading], anchors: Anchors, settings: DateSettings) -> None:
    """Gives reports that name the same "Nov 27" as one dated much earlier that one's year.

    A date of publication so found to be the day of fetching is that of every report which bears it.
    """
    named = {n: _open_days(readings[n]) for n in sorted(anchors)}
    by_day = sorted(anchors, key=lambda n: (anchors[n].day, n))
    for n in by_day:
        for m in by_day:
            if named[n] and (anchors[n].day - anchors[m].day).days >= settings.fetched_later and named[n] & named[m]:
                anchors[n] = _borrowed(readings, m, anchors[m].day)
                break
    late = timedelta(settings.fetched_later)
    fetched = {day: n for n in by_day if (day := published_on(readings[n])) and day - anchors[n].day >= late}
    for n in by_day:
        lender = fetched.get(anchors[n].day)
        if lender is not None:
            anchors[n] = _borrowed(readings, lender, anchors[lender].day)


def _open_days(reading: Reading) -> set[tuple[int, int]]:
    """The days of a month that a report names without their year."""
    parts = (mention.parts for mention in reading.dates)
    return {
        (p.month, p.day)
        for p in parts
        if p.month and p.day and not p.swapped and p.year is None and p.years_back is None
    }


def _tellers_of_coming(readings: Sequence[Reading], n: int, anchors: Anchors) -> Iterator[int]:
    """Reports written before a day that report `n`, though published later, speaks of as yet to come."""
    tenses: dict[date, set[str | None]] = defaultdict(set)
    for mention in readings[n].dates:
        parts = mention.parts
        if parts.year is None and parts.day is not None and parts.years_back is None and (day := _day(mention.date)):
            tenses[day].add(parts.tense)
    coming = {day for day, seen in tenses.items() if seen == {"future"} and day < anchors[n].day}
    for m in sorted(anchors) if coming else ():
        if m != n and any(
            _day(mention.date) in coming and anchors[m].day <= max(coming) for mention in readings[m].dates
        ):
            yield m


def _borrowed(readings: Sequence[Reading], lender: int, day: date) -> Anchor:
    return Anchor(day, f"{readings[lender].article.id}, which is dated {day.isoformat()}")


_Near = tuple[frozenset[str], frozenset[str]]  # content words around a weekday, and those of its sentence
_Told = dict[int, list[tuple[int, _Near]]]


def _weekdays_told(readings: Sequence[Reading], anchors: Anchors, settings: DateSettings) -> _Told:
    """Which reports name which weekday alone, and with what words."""
    told: _Told = defaultdict(list)
    for n in sorted(anchors):
        for mention in readings[n].dates:
            if mention.parts.weekday is not None and mention.parts.day is None:
                told[mention.parts.weekday].append((n, _words_at(readings[n], mention, settings)))
    return told


def _tellers_of_same(n: int, told: _Told, settings: DateSettings) -> Iterator[int]:
    """Reports that tell of the same happening on the same weekday as report `n`."""
    for tellers in told.values():
        mine = [words for m, words in tellers if m == n]
        for around, sentence in mine:
            for m, (others_around, others_sentence) in tellers:
                near = len(around & others_around) >= settings.shared_around
                if m != n and near and len(sentence & others_sentence) >= settings.shared_in_sentence:
                    yield m


def _words_at(reading: Reading, mention: DateMention, settings: DateSettings) -> _Near:
    home = next((s.span for s in reading.sentences if s.span.holds(mention.span)), mention.span)
    tokens = [t for t in find_tokens(reading.article.text, home) if not t.span.overlap(mention.span)]
    place = sum(t.span.start < mention.span.start for t in tokens)
    reach = settings.words_around_weekday
    around = tokens[max(0, place - reach) : place + reach]
    return _content(t.stem for t in around), _content(t.stem for t in tokens)


def _content(stems: Iterator[str]) -> frozenset[str]:
    return frozenset(stem for stem in stems if len(stem) > 3 and stem not in _COMMON)


_COMMON = frozenset(
    {"after", "said", "that", "with", "from", "have", "were", "which", "their", "this", "would", "will", "been", "they"}
)


def _start_from_named_year(readings: Sequence[Reading], anchors: Anchors) -> None:
    """Where no report is dated: the one year named in the texts in which a "Thursday (November 27)" was a Thursday."""
    years = {
        p.year: n for n, r in reversed(list(enumerate(readings))) for m in r.dates if (p := m.parts).year is not None
    }
    for n, reading in enumerate(readings):
        for mention in reading.dates:
            parts = mention.parts
            if (
                parts.weekday is None
                or parts.month is None
                or parts.day is None
                or parts.year is not None
                or parts.swapped
            ):
                continue
            days = [
                d for y in sorted(years) if (d := day_of(y, parts.month, parts.day)) and d.weekday() == parts.weekday
            ]
            if len(days) == 1:
                lender = readings[years[days[0].year]].article.id
                anchors[n] = Anchor(days[0], f"{lender}, which names {days[0].year}, a year in which that weekday fits")
                return


def _lend(readings: Sequence[Reading], anchors: Anchors, settings: DateSettings) -> None:
    """Gives a report without a date the day of another: the latest of those near the days it names itself."""
    lenders = sorted(((anchor.day, n) for n, anchor in anchors.items()), key=lambda one: (one[0], -one[1]))
    for n, reading in enumerate(readings):
        if n in anchors:
            continue
        near = _near_own_days(reading, lenders, settings)
        if near:
            day, lender = near[-1]
            own = anchors[lender]
            anchors[n] = own if "names" in own.why else _borrowed(readings, lender, day)
        elif full := _last_full_day(reading):
            anchors[n] = Anchor(full, f"the report's own words, which name {full.isoformat()}")


def _near_own_days(reading: Reading, lenders: list[tuple[date, int]], settings: DateSettings) -> list[tuple[date, int]]:
    own = [
        m.parts for m in reading.dates if m.parts.day is not None and m.parts.month is not None and m.parts.year is None
    ]
    full = _last_full_day(reading)
    if full:
        return [one for one in lenders if abs((one[0] - full).days) <= settings.one_event]
    if own:
        return [one for one in lenders if any(_days_from(parts, one[0]) <= settings.one_event for parts in own)]
    apart = (lenders[-1][0] - lenders[0][0]).days if lenders else 0
    return lenders if apart <= settings.one_event else []


def _days_from(parts: DateParts, day: date) -> int:
    found = [_day(resolve(parts, Anchor(day, "")).date)]
    return min((abs((d - day).days) for d in found if d), default=10_000)


def _last_full_day(reading: Reading) -> date | None:
    """The last day that the report gives in full, by day, month and year."""
    given = (
        _day(m.date)
        for m in reading.dates
        if m.parts.year is not None and m.parts.day is not None and not m.parts.swapped
    )
    return max((day for day in given if day), default=None)
