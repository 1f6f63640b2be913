"""Units of measure: how they are written, what they are called here, and what they come to in a base unit."""

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit under its one name; `factor` and `zero` turn an amount into the base unit of its dimension."""

    name: str
    dimension: str
    factor: float = 1.0
    zero: float = 0.0  # added before the factor: -32 for degrees Fahrenheit


# name | dimension | factor to the base unit | how it is written, without the endings "s" and "-" for " "
_TABLE = """
mm          | length      | 0.001            | mm, millimetre, millimeter
cm          | length      | 0.01             | cm, centimetre, centimeter
m           | length      | 1                | metre, meter
km          | length      | 1000             | km, kms, kilometre, kilometer
micrometre  | length      | 1e-6             | μm, µm, micron, micrometre, micrometer
nm          | length      | 1e-9             | nm, nanometre, nanometer
inch        | length      | 0.0254           | inch, inches, ″
foot        | length      | 0.3048           | ft, foot, feet
yard        | length      | 0.9144           | yd, yds, yard
mile        | length      | 1609.344         | mile, mi
nautical mile | length    | 1852             | nautical mile, nm mile
light-year  | length      | 9.4607e15        | light-year, light year
cm2         | area        | 0.0001           | cm2, cm², square centimetre, square centimeter, sq cm
m2          | area        | 1                | m2, m², sq m, sqm, sq metre, sq meter, square metre, square meter
km2         | area        | 1e6              | km2, km², sq km, sqkm, square kilometre, square kilometer, square km
ft2         | area        | 0.09290304       | sq ft, sqft, ft2, ft², square foot, square feet
mile2       | area        | 2589988.11       | sq mi, square mile, sq mile
hectare     | area        | 10000            | ha, hectare
acre        | area        | 4046.8564        | acre
cm3         | volume      | 1e-6             | cc, cubic centimetre, cubic centimeter
m3          | volume      | 1                | m3, m³, cubic metre, cubic meter, cu m
ft3         | volume      | 0.0283168        | cubic foot, cubic feet, cu ft
ml          | volume      | 1e-6             | ml, millilitre, milliliter
cl          | volume      | 1e-5             | cl, centilitre, centiliter
litre       | volume      | 0.001            | litre, liter
gallon      | volume      | 0.00378541       | gallon
pint        | volume      | 0.000473176      | pint
quart       | volume      | 0.000946353      | quart
barrel      | volume      | 0.158987         | barrel, bbl
mg          | weight      | 1e-6             | mg, milligram, milligramme
microgram   | weight      | 1e-9             | μg, mcg, microgram
gram        | weight      | 0.001            | gram, gramme
kg          | weight      | 1                | kg, kgs, kilo, kilogram, kilogramme
tonne       | weight      | 1000             | tonne, metric ton, metric tonne
ton         | weight      | 1000             | ton
kilotonne   | weight      | 1e6              | kt, kilotonne, kiloton
megatonne   | weight      | 1e9              | megatonne, megaton
gigatonne   | weight      | 1e12             | gigatonne, gigaton
lb          | weight      | 0.45359237       | lb, lbs
ounce       | weight      | 0.0283495        | oz, ounce
stone       | weight      | 6.35029          | st, stone
second      | time        | 1                | sec, secs, second
millisecond | time        | 0.001            | ms, millisecond
minute      | time        | 60               | min, mins, minute
hour        | time        | 3600             | hr, hrs, hour
day         | time        | 86400            | day
week        | time        | 604800           | week
fortnight   | time        | 1209600          | fortnight
month       | time        | 2629746          | month
year        | time        | 31556952         | year, yr, yrs
decade      | time        | 315569520        | decade
century     | time        | 3155695200       | century, centuries
km/h        | speed       | 0.2777777777777778      | km/h, kmh, kph, km/hr, kmph
mile/hour   | speed       | 0.44704          | mph
m/s         | speed       | 1                | m/s
knot        | speed       | 0.514444         | knot
celsius     | temperature | 1                | C, °C, ° C, degrees Celsius, degree Celsius, deg C, degC
celsius     | temperature | 1                | degrees C, Celsius
fahrenheit  | temperature | 0.5555556 - 32   | F, °F, ° F, degrees Fahrenheit, degree Fahrenheit, deg F, degF, degrees F
fahrenheit  | temperature | 0.5555556 - 32   | Fahrenheit
degree      | angle       | 1                | degree, °
watt        | power       | 1                | watt
kilowatt    | power       | 1000             | kW, kilowatt
megawatt    | power       | 1e6              | MW, megawatt
gigawatt    | power       | 1e9              | GW, gigawatt
terawatt    | power       | 1e12             | TW, terawatt
horsepower  | power       | 745.7            | hp, bhp, horsepower
kilowatt hour | energy    | 3.6e6            | kWh, kilowatt hour, kilowatt-hour
megawatt hour | energy    | 3.6e9            | MWh, megawatt hour, megawatt-hour
gigawatt hour | energy    | 3.6e12           | GWh, gigawatt hour, gigawatt-hour
terawatt hour | energy    | 3.6e15           | TWh, terawatt hour, terawatt-hour
calorie     | energy      | 4184             | calorie, kcal
kilobyte    | data        | 1e3              | KB, kB, kilobyte
megabyte    | data        | 1e6              | MB, megabyte
gigabyte    | data        | 1e9              | GB, gigabyte
terabyte    | data        | 1e12             | TB, terabyte
megabit/second | data rate | 1e6             | Mbps, Mbit/s
gigabit/second | data rate | 1e9             | Gbps, Gbit/s
hertz       | frequency   | 1                | Hz, hertz
kilohertz   | frequency   | 1e3              | kHz, kilohertz
megahertz   | frequency   | 1e6              | MHz, megahertz
gigahertz   | frequency   | 1e9              | GHz, gigahertz
megapixel   | pixels      | 1e6              | MP, megapixel
ppm         | concentration | 1e-6           | ppm, parts per million
ppb         | concentration | 1e-9           | ppb, parts per billion
magnitude   | magnitude   | 1                | magnitude, on the Richter scale
volt        | voltage     | 1                | volt
gigapascal  | pressure    | 1e9              | GPa, gigapascal
ksi         | pressure    | 6.895e6          | ksi
psi         | pressure    | 6895             | psi
decibel     | sound       | 1                | dB, decibel
point per game    | points a game   | 1   | ppg
rebound per game  | rebounds a game | 1   | rpg
assist per game   | assists a game  | 1   | apg
mpg         | economy     | 1                | mpg, miles per gallon
lb-ft       | torque      | 1                | lb-ft, pound-feet, lb ft
percent     | share       | 0.01             | %, per cent, percent, pc, pct
percentage point | share points | 0.01        | percentage point, pp, ppt, % point, per cent point
basis point | share points | 0.0001           | basis point, bps, bp
year-old    | age         | 1                | year-old, years-old, year old, years old, years of age, yo, year-olds
month-old   | age         | 0.0833333        | month-old, months-old, months old
"""


def _read_table() -> tuple[dict[str, Unit], dict[str, str]]:
    units, written = {}, {}
    for row in _TABLE.strip().splitlines():
        name, dimension, factor, forms = (cell.strip() for cell in row.split("|"))
        scale, _, zero = factor.partition(" - ")
        units[name] = Unit(name, dimension, float(scale), -float(zero or 0))
        for form in forms.split(","):
            written[form.strip()] = name
    return units, written


UNITS, WRITTEN = _read_table()
UNITS["fraction"] = Unit("fraction", "share")  # "a fifth", which names no unit
# Signs whose case matters, or that are words of their own in lower case; the rest may be written in any case.
_CASED = {
    w for w in WRITTEN if len(w) <= 2 and w.isalpha() and w not in ("km", "kg", "cm", "mm", "ft", "lb", "oz", "ml")
}
_CASED |= {"MWh", "GWh", "TWh", "Mbps", "Gbps", "GPa", "GHz", "MHz"}
_FOLDED = {w.lower(): name for w, name in WRITTEN.items() if w not in _CASED}
_GLUED_ONLY = {
    "m": "m",
    "g": "gram",
    "l": "litre",
    "L": "litre",
    "h": "hour",
    "V": "volt",
    "W": "watt",
    "b": "bit",
}


def _alternatives(words: set[str]) -> str:
    longest_first = sorted(words, key=lambda w: (-len(w), w))
    return "|".join(re.escape(w).replace(r"\ ", r"[\s-]").replace(r"\-", r"[\s-]") for w in longest_first)


_ANY = {w for w in WRITTEN if w not in _CASED}
_PATTERN = re.compile(
    rf"(?:(?P<any>(?i:{_alternatives(_ANY)}))s?|(?P<cased>{_alternatives(_CASED)})(?!-\d+(?![\d°CF])))(?![\w²³])"
)
_GLUED = re.compile(rf"(?:{'|'.join(_GLUED_ONLY)})(?![\w²³])")
_PER = re.compile(
    r"(?:\s?/\s?|\s(?:per|an?|each|every|for each|for every)\s|[\s-]a[\s-]|\sper[\s-])"
    r"(?P<of>share|hour|hr|day|week|month|year|annum|second|minute|night|person|head|household|ounce|barrel|gallon|litre|liter|"
    r"kilo|kilogram|kg|pound|lb|tonne|ton|mile|kilometre|kilometer|km|sq m|sq ft|square foot|square metre|square meter|"
    r"capita|game|unit|piece|vehicle|ticket|acre|hectare|pint|bottle|glass|cup|pack|packet|box|can|dozen|bushel|kWh|MWh|"
    r"kilowatt-hour|kilowatt hour|megawatt-hour|megawatt hour|therm|mmbtu|yard|foot|metre|meter|gram|child|pupil|"
    r"student|patient|family|passenger|employee|worker|dose|copy|seat|episode|word|carat)(?![\w])",
    re.IGNORECASE,
)
_SAME_PER = {
    "annum": "year",
    "hr": "hour",
    "head": "person",
    "capita": "person",
    "liter": "litre",
    "kilogram": "kg",
    "kilo": "kg",
}
_SAME_PER |= {"pound": "lb", "kilometre": "km", "kilometer": "km", "square foot": "ft2", "sq ft": "ft2", "sq m": "m2"}
_SAME_PER |= {"square metre": "m2", "square meter": "m2", "ton": "tonne"}


def match_unit(text: str, at: int, end: int, glued: bool) -> tuple[str, int] | None:
    """The unit written at `at`, under its one name, and where it ends; `glued` where the figure touches it."""
    if glued and (short := _GLUED.match(text, at, end)):
        return _GLUED_ONLY[short.group()], short.end()
    found = _PATTERN.match(text, at, end)
    if not found:
        return None
    if found.group("cased"):
        return WRITTEN[found.group("cased")], found.end()
    return _named(found.group("any")), found.end()


def match_per(text: str, at: int, end: int) -> tuple[str, int] | None:
    """What an amount is reckoned by ("a year", "per share", "/kg"), and where the words end."""
    found = _PER.match(text, at, end)
    if not found:
        return None
    by = found.group("of").lower()
    return _SAME_PER.get(by, by), found.end()


def _named(words: str) -> str:
    plain = words.lower()
    for form in (plain, re.sub(r"[\s-]", " ", plain), re.sub(r"[\s-]", "-", plain)):
        if form in _FOLDED:
            return _FOLDED[form]
        if form.endswith("s") and form[:-1] in _FOLDED:
            return _FOLDED[form[:-1]]
    return _FOLDED.get(re.sub(r"\s+", " ", plain), plain)


@lru_cache(maxsize=1000)
def measure_of(unit: str) -> Unit | None:
    """What a unit measures and how it is turned into the base unit of that; None for a unit that is no measure.

    A length by the hour is a speed, as "km/h" is; any other "tonne per year" is a dimension of its own.
    """
    name, _, by = unit.partition(" per ")
    if unit in UNITS or name not in UNITS or not by:
        return UNITS.get(unit)
    known, time = UNITS[name], UNITS.get(by)
    if known.dimension == "length" and time is not None and time.dimension == "time":
        return Unit(unit, "speed", known.factor / time.factor)
    return Unit(unit, f"{known.dimension} per {by}", known.factor)


def in_base_unit(amount: float, unit: str) -> float:
    """The amount in the base unit of what `unit` measures; as it is where that is no measure."""
    known = measure_of(unit)
    return amount if known is None else (amount + known.zero) * known.factor
