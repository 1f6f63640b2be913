"""Names that are one without any likeness of spelling, and words of names that tell nothing apart."""

from rashomon.compare.nations import COUNTRY_OF
from rashomon.compare.nicknames import LEGAL_FORMS
from rashomon.text.word_sets import word_set

_SAME = """
united states|us|usa|united states of america|america
united kingdom|uk|britain|great britain
united arab emirates|uae|emirates
european union|eu
united nations|un
turkey|turkiye
burma|myanmar
czech republic|czechia
ivory coast|cote d ivoire
swaziland|eswatini
holland|netherlands
democratic republic of congo|drc|democratic republic of the congo|dr congo
republican party|gop|grand old party|republicans
democratic party|democrats
conservative party|conservatives|tories|tory party
labour party|labour
liberal democrats|lib dems|liberal democrat party
bharatiya janata party|bjp
associated press|ap
agence france presse|afp
deutsche presse agentur|dpa
alabama|ala
arizona|ariz
arkansas|ark
california|calif
colorado|colo
connecticut|conn
delaware|del
florida|fla
georgia|ga
illinois|ill
indiana|ind
kansas|kan
kentucky|ky
louisiana|la
maryland|md
massachusetts|mass
michigan|mich
minnesota|minn
mississippi|miss
missouri|mo
montana|mont
nebraska|neb
nevada|nev
new hampshire|nh
new jersey|nj
new mexico|nm
north carolina|nc
north dakota|nd
oklahoma|okla
oregon|ore
pennsylvania|pa
rhode island|ri
south carolina|sc
south dakota|sd
tennessee|tenn
texas|tex
vermont|vt
virginia|va
washington|wash
west virginia|wva
wisconsin|wis
wyoming|wyo
"""
_CANON = {
    tuple(name.split()): names[0]
    for names in (line.split("|") for line in _SAME.strip().splitlines())
    for name in names
}
_COUNTRIES = frozenset(_CANON.values()) | frozenset(COUNTRY_OF.values())
PLACE_TAILS = word_set("province region river district county oblast state governorate prefecture peninsula islands")
LEGAL_ENDS = word_set("inc corp corporation ltd limited llc llp plc gmbh ag group co")
_BODY_TAILS = word_set(
    """
    military army forces troops navy police government parliament agency embassy consulate ministry court cabinet senate
    """
)
SMALL_BODIES = word_set(
    """
    court ministry department committee commission council parliament agency authority police airport zoo hospital
    university embassy consulate bureau senate assembly
    """
)  # with these a name of two words is often written small
_SAME_BODY = {"army": "military", "forces": "military", "troops": "military", "defence": "defense"}


def known_as(words: tuple[str, ...], text: str) -> str | None:
    """The first of the names that are known to be one with this; None for other names.

    A name of two letters must be written as an abbreviation: "Pa." and "US", not "La".
    """
    short = text.replace(".", "")
    return None if len(short) == 2 and "." not in text and not text.isupper() else _CANON.get(words)


def known_country(words: tuple[str, ...]) -> str | None:
    """The country or American state of that name, None for other names."""
    name = " ".join(words)
    return name if name in _COUNTRIES else None


def national_body(words: tuple[str, ...]) -> str | None:
    """The same words for "Israeli army" and "Israel's military"; None for names of no nation's body."""
    words = _head_last(words)
    country = COUNTRY_OF.get(words[0]) if len(words) > 1 else None
    if country is None or words[-1] not in _BODY_TAILS:
        return None
    return " ".join([country, *(_SAME_BODY.get(w, w) for w in words[1:])])


def department(words: tuple[str, ...]) -> str | None:
    """The same words for "Department of Justice" and "Justice Department"; None for other names."""
    turned = _head_last(words)
    return " ".join(turned) if len(turned) > 1 and turned[-1] in _DEPARTMENTS else None


_DEPARTMENTS = frozenset(("department", "ministry"))


def _head_last(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with the department last: "justice department" for "department of justice"."""
    for n, word in enumerate(words[:-2]):
        if word in _DEPARTMENTS and words[n + 1] in ("of", "for"):
            rest = words[n + 2 :]
            rest = rest[1:] if rest[0] == "the" and len(rest) > 1 else rest
            return (*words[:n], *(rest[:-1] if rest[-1] == "affairs" and len(rest) > 1 else rest), word)
    return words


def without_legal_form(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without a legal form: "goldman sachs" for "Goldman Sachs Group Inc."; a lone word stays."""
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words = words[:-1]
    return words
