"""How many of the numbers in news sentences are found, and with the right unit: NewsQuant, micro F1.

    python -m benchmarks.quantities [--errors] [--data FILE ...]

A found quantity meets a gold one where the numbers are equal, both ends of a range counting; each gold quantity once.
For the second figure the units must be the same as well: units of measure under one name, a counted noun where the gold
phrase holds it. Vague words ("dozens", "a few"), which the set does not label, are not counted, and a change "from A to
B" is one range, as it is there.
"""

import math
import re
import sys
from collections import Counter
from dataclasses import replace

from benchmarks.corpus import Row
from benchmarks.figures import Benchmark, precision_recall_f1, run
from rashomon.extract.nouns import singular
from rashomon.extract.quantities import find_quantities
from rashomon.model.article import Article
from rashomon.model.reading import Quantity, Sentence
from rashomon.model.span import Span

# The set's names for units, where they are not ours.
SAME = {
    "percentage": "percent", "dollar": "USD", "euro": "EUR", "pound sterling": "GBP", "japanese yen": "JPY",
    "chinese yuan": "CNY", "australian dollar": "AUD", "canadian dollar": "CAD", "new zealand dollar": "NZD",
    "singaporean dollar": "SGD", "hong kong dollar": "HKD", "indian rupee": "INR", "rupee": "INR",
    "malaysian ringgit": "MYR", "shekel": "ILS", "danish krone": "DKK", "swedish krona": "SEK",
    "norwegian krone": "NOK", "south african rand": "ZAR", "swiss franc": "CHF", "russian ruble": "RUB",
    "south korean won": "KRW", "brazilian real": "BRL", "thai baht": "THB", "bitcoin": "BTC", "metre": "m",
    "kilometre": "km", "centimetre": "cm", "millimetre": "mm", "nanometre": "nm", "square metre": "m2",
    "square kilometre": "km2", "square foot": "ft2", "square mile": "mile2", "cubic metre": "m3", "cubic foot": "ft3",
    "pound-mass": "lb", "kilogram": "kg", "metric ton": "tonne", "millilitre": "ml", "gigaton": "gigatonne",
    "kilometre per hour": "km/h", "mile per hour": "mile/hour", "metre per second": "m/s", "year of age": "year-old",
    "age": "year-old", "mile per gallon": "mpg", "megabit per second": "megabit/second",
    "gigabit per second": "gigabit/second", "foot pound-force": "lb-ft", "kilopound per square inch": "ksi",
    "point": "point", "degree celsius": "celsius", "pence": "penny", "penny sterling": "penny",
    "microgram": "microgram", "pound": "lb",
}  # fmt: skip

LOOSE = re.compile(r"few|several|couple|handful|many|^(?:dozens|hundreds|thousands|scores)$", re.IGNORECASE)
FROM = re.compile(r"(?<!\w)from\s$", re.IGNORECASE)
CHANGE = re.compile(r"(?:\s\w+){0,2}\sto\s", re.IGNORECASE)
Gold = Row


def ends(value: str) -> tuple[float, float]:
    """The numbers of a gold value: "26.0", "1.0-1.5", "-260"."""
    found = re.fullmatch(r"(-?[\d.]+(?:[eE][-+]?\d+)?)(?:-(-?[\d.]+(?:[eE][-+]?\d+)?))?", str(value).strip())
    if not found:
        return math.nan, math.nan
    low, high = float(found[1]), float(found[2] or found[1])
    return min(low, high), max(low, high)


def found_ends(quantity: Quantity) -> tuple[float, float]:
    low = quantity.high if quantity.low is None else quantity.low
    high = quantity.low if quantity.high is None else quantity.high
    assert low is not None and high is not None
    return low, high


def same_value(gold: Gold, quantity: Quantity) -> bool:
    mine, theirs = found_ends(quantity), ends(gold["value"])
    return all(math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-9) for a, b in zip(mine, theirs, strict=True))


def same_unit(gold: Gold, quantity: Quantity) -> bool:
    theirs = str(gold["normalized_unit"]).strip()
    unit = " per ".join(SAME.get(part, part) for part in theirs.split(" per ")) if theirs not in SAME else SAME[theirs]
    if quantity.unit in ("count", "fraction"):
        if theirs == "count" and quantity.head == "time":
            return True
        words = {singular(word) for word in re.findall(r"[\w'’-]+", theirs)}
        return (quantity.head or "-") in words or (quantity.head is None and theirs == "-")
    return unit == quantity.unit or theirs == quantity.unit


def read_quantities(text: str) -> tuple[Quantity, ...]:
    sentences = (Sentence(Span(0, len(text)), 0, ()),) if text else ()
    found = [q for q in find_quantities(Article("a", text), sentences) if not LOOSE.search(q.number.of(text))]
    return tuple(join_changes(text, found))


def join_changes(text: str, found: list[Quantity]) -> list[Quantity]:
    """A change "from A to B", which is two quantities here, as the one range it is in the set."""
    joined: list[Quantity] = []
    for q in found:
        last = joined[-1].span if joined else q.span
        if CHANGE.fullmatch(text[last.end : q.span.start]) and FROM.search(text[: last.start]):
            first = joined.pop()
            (a, b), (c, d) = found_ends(first), found_ends(q)
            whole = Span(first.span.start, q.span.end)
            q = replace(q, span=whole, low=min(a, b, c, d), high=max(a, b, c, d), bound="range")
        joined.append(q)
    return joined


def tie(
    gold: list[Gold], found: tuple[Quantity, ...]
) -> tuple[list[tuple[Gold, Quantity]], list[Gold], list[Quantity]]:
    """Pairs of equal value, those of equal unit first; what is missed; what is too much."""
    pairs: list[tuple[Gold, Quantity]] = []
    missed, extra = list(gold), list(found)
    for wanted in (True, False):
        for g in list(missed):
            fitting = [q for q in extra if same_value(g, q) and (not wanted or same_unit(g, q))]
            if fitting:
                pairs.append((g, fitting[0]))
                missed.remove(g)
                extra.remove(fitting[0])
    return pairs, missed, extra


def measure(rows: list[Row], errors: bool) -> dict[str, float]:
    """Micro precision, recall and F1 on the value, then on value and unit."""
    count: Counter[str] = Counter()
    for row in rows:
        pairs, missed, extra = tie(row["quantities"], read_quantities(row["text"]))
        units = [(g, q) for g, q in pairs if same_unit(g, q)]
        count.update(value=len(pairs), unit=len(units), found=len(pairs) + len(extra), wanted=len(row["quantities"]))
        if errors:
            report(row["text"], missed, extra, [pair for pair in pairs if pair not in units])
    found, wanted = count["found"], count["wanted"]
    return precision_recall_f1(count["value"], found, wanted, "value") | precision_recall_f1(
        count["unit"], found, wanted, "value and unit"
    )


def report(text: str, missed: list[Gold], extra: list[Quantity], other: list[tuple[Gold, Quantity]]) -> None:
    if missed or extra or other:
        print("#", text[:300], file=sys.stderr)
    for g in missed:
        print("   missed  ", g["value"], g["unit"], "|", g["normalized_unit"], file=sys.stderr)
    for q in extra:
        print("   too much", q.span.of(text), "|", q.low, q.high, q.unit, q.head, file=sys.stderr)
    for g, q in other:
        print("   unit    ", q.span.of(text), "|", q.unit, q.head, "| gold", g["normalized_unit"], file=sys.stderr)


BENCHMARK = Benchmark(
    "quantities",
    __doc__,
    ("bench/numbers/newsquant-dev.jsonl.gz",),
    {"text": str, "quantities": ("value", "unit", "normalized_unit")},
    measure,
)


def main(argv: list[str] | None = None) -> int:
    """0 where every figure holds or the data is absent; 1 where one does not; 2 where the data is unusable."""
    return run(BENCHMARK, argv)


if __name__ == "__main__":
    sys.exit(main())
