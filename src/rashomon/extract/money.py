"""Money: how currencies are written before and after a figure, under their ISO 4217 codes."""

import re

_BEFORE = {
    "$": "USD", "US$": "USD", "US $": "USD", "$US": "USD", "U.S.$": "USD", "USD": "USD", "A$": "AUD", "AU$": "AUD",
    "AU $": "AUD", "$A": "AUD", "AUD": "AUD", "C$": "CAD", "C $": "CAD", "CA$": "CAD", "Can$": "CAD", "$C": "CAD",
    "CAD": "CAD", "NZ$": "NZD", "NZ $": "NZD", "NZD": "NZD", "HK$": "HKD", "HK $": "HKD", "HKD": "HKD", "S$": "SGD",
    "S $": "SGD", "SGD": "SGD", "NT$": "TWD", "TWD": "TWD", "R$": "BRL", "BRL": "BRL", "MXN": "MXN", "Z$": "ZWL",
    "J$": "JMD", "TT$": "TTD", "FJ$": "FJD", "£": "GBP", "GBP": "GBP", "€": "EUR", "EUR": "EUR", "¥": "JPY",
    "JPY": "JPY", "CNY": "CNY", "RMB": "CNY", "₹": "INR", "Rs": "INR", "Rs.": "INR", "INR": "INR", "₽": "RUB",
    "RUB": "RUB", "₩": "KRW", "KRW": "KRW", "₪": "ILS", "NIS": "ILS", "ILS": "ILS", "₺": "TRY", "₴": "UAH",
    "₦": "NGN", "NGN": "NGN", "₱": "PHP", "PHP": "PHP", "฿": "THB", "THB": "THB", "RM": "MYR", "MYR": "MYR",
    "Rp": "IDR", "IDR": "IDR", "CHF": "CHF", "SFr": "CHF", "SEK": "SEK", "NOK": "NOK", "DKK": "DKK", "PLN": "PLN",
    "CZK": "CZK", "HUF": "HUF", "ZAR": "ZAR", "AED": "AED", "Dh": "AED", "Dhs": "AED", "SAR": "SAR", "QAR": "QAR",
    "EGP": "EGP", "PKR": "PKR", "Tk": "BDT", "BDT": "BDT", "VND": "VND", "KSh": "KES", "Sh": "KES", "KES": "KES",
    "GH₵": "GHS", "GH¢": "GHS", "₵": "GHS", "TRY": "TRY", "UAH": "UAH", "R": "ZAR", "Rmb": "CNY", "RMB¥": "CNY",
    "CN¥": "CNY", "Aus$": "AUD", "EC$": "XCD", "N$": "NAD", "G$": "GYD", "Bds$": "BBD", "B$": "BSD", "BZ$": "BZD",
    "L$": "LRD", "MX$": "MXN", "E£": "EGP", "LKR": "LKR", "KZT": "KZT", "UGX": "UGX", "TSh": "TZS", "USh": "UGX",
    "Ksh": "KES", "Shs": "KES", "₫": "VND", "₸": "KZT", "₾": "GEL", "₡": "CRC", "₼": "AZN", "Bt": "THB", "OMR": "OMR",
    "KWD": "KWD", "BHD": "BHD", "CLP": "CLP", "ARS": "ARS", "P": "PHP", "N": "NGN", "LE": "EGP",
    "SR": "SAR", "QR": "QAR", "KD": "KWD", "BD": "BHD", "RO": "OMR", "K": "ZMW",
    "PS": "GBP", "Y=": "JPY",  # what is left of the pound's and the yen's sign where a text was forced into ASCII
}  # fmt: skip
# Letters that stand for much else ("N95 mask", "PS5") are a currency only where they touch a sum from here on.
_DOUBTFUL = {**dict.fromkeys("P N LE SR QR KD BD RO K".split(), 1000), "PS": 6}

_WORDS = {
    "dollar": "USD", "US dollar": "USD", "U.S. dollar": "USD", "American dollar": "USD", "buck": "USD",
    "Australian dollar": "AUD", "Canadian dollar": "CAD", "New Zealand dollar": "NZD", "Hong Kong dollar": "HKD",
    "Singapore dollar": "SGD", "Taiwan dollar": "TWD", "New Taiwan dollar": "TWD", "pound sterling": "GBP",
    "pounds sterling": "GBP", "British pound": "GBP", "quid": "GBP", "Egyptian pound": "EGP", "euro": "EUR",
    "yen": "JPY", "Japanese yen": "JPY", "yuan": "CNY", "Chinese yuan": "CNY", "renminbi": "CNY", "rupee": "INR",
    "Indian rupee": "INR", "Pakistani rupee": "PKR", "Sri Lankan rupee": "LKR", "Nepali rupee": "NPR",
    "rouble": "RUB", "ruble": "RUB", "Russian rouble": "RUB", "Russian ruble": "RUB", "won": "KRW",
    "Korean won": "KRW", "South Korean won": "KRW", "shekel": "ILS", "Turkish lira": "TRY", "lira": "TRY",
    "hryvnia": "UAH", "naira": "NGN", "Philippine peso": "PHP", "Mexican peso": "MXN", "peso": "peso", "baht": "THB",
    "ringgit": "MYR", "rupiah": "IDR", "Swiss franc": "CHF", "franc": "franc", "Swedish krona": "SEK",
    "Swedish kronor": "SEK", "Swedish crown": "SEK", "Norwegian krone": "NOK", "Norwegian kroner": "NOK",
    "Norwegian crown": "NOK", "Danish krone": "DKK", "Danish kroner": "DKK", "Danish crown": "DKK", "krona": "SEK",
    "kronor": "SEK", "krone": "krone", "kroner": "krone", "zloty": "PLN", "zlotys": "PLN", "koruna": "CZK",
    "Czech crown": "CZK", "forint": "HUF", "rand": "ZAR", "South African rand": "ZAR", "dirham": "AED",
    "riyal": "SAR", "Saudi riyal": "SAR", "Qatari riyal": "QAR", "rial": "IRR", "Iranian rial": "IRR",
    "dinar": "dinar", "real": "BRL", "reais": "BRL", "taka": "BDT", "dong": "VND", "Kenyan shilling": "KES",
    "shilling": "shilling", "cedi": "GHS", "tenge": "KZT", "som": "KGS", "bitcoin": "BTC", "bitcoins": "BTC",
    "cent": "cent", "¢": "cent", "pence": "penny", "penny": "penny", "pennies": "penny", "p": "penny",
    "kopeck": "kopeck",
}  # fmt: skip
_AFTER = {
    **{sign: code for sign, code in _BEFORE.items() if sign not in ("R", "Sh", "$", "Y=") and sign not in _DOUBTFUL},
    **_WORDS,
}
_AFTER_FOLDED = {word.lower(): code for word, code in _AFTER.items()}
_UNCERTAIN = frozenset(
    {"real", "won", "som", "dong", "p"}
)  # words of another meaning: taken where nothing is counted after them


def _alternatives(words: list[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s") for w in sorted(words, key=lambda w: (-len(w), w)))


# A code or letters need a word's start before them; a bare sign may follow anything.
CURRENCY_BEFORE = (
    rf"(?:(?<![\w$])(?:{_alternatives([s for s in _BEFORE if s[0].isalpha()])})"
    rf"|(?:{_alternatives([s for s in _BEFORE if not s[0].isalpha()])}))"
)
_MATCH_AFTER = re.compile(rf"[\s-]?(?P<word>{_alternatives(list(_AFTER))})s?(?!\w)", re.IGNORECASE)
_POUND = re.compile(r"[\s-]pounds?(?!\w)", re.IGNORECASE)
_NATIONAL = re.compile(r"\s(?:US|U\.S\.|AU|Australian|NZ|CAD|USD|AUD)(?![\w-])")


def currency_before(sign: str) -> str:
    """The code of a currency written before its figure."""
    return _BEFORE[" ".join(sign.split())]


def may_be_currency(sign: str, amount: float, touches: bool) -> bool:
    """False where the letters before a figure are a currency's only before a greater one: "PS5", "N95"."""
    return sign not in _DOUBTFUL or (touches and amount >= _DOUBTFUL[sign])


def match_currency_after(text: str, at: int, end: int) -> tuple[str, int] | None:
    """The currency written after a figure that ends at `at`, and where its words end."""
    found = _MATCH_AFTER.match(text, at, end)
    if not found:
        return None
    word = " ".join(found.group("word").split()).lower()
    if word in _UNCERTAIN and _goes_on(text, found.end()) and not (word == "p" and found.start("word") == at):
        return None
    return _AFTER_FOLDED[word], found.end()


def _goes_on(text: str, at: int) -> bool:
    """True where a word follows that is none of those after a sum."""
    follows = text[at : at + 12].split()
    return (
        bool(follows)
        and text[at].isspace()
        and follows[0].lower() not in ("in", "at", "on", "for", "to", "by", "and", "a", "per", "from")
    )


def match_nation_after(text: str, at: int, end: int) -> int | None:
    """The end of a country written after a sum ("$500 US"), which then belongs to it."""
    found = _NATIONAL.match(text, at, end)
    return found.end() if found else None


def match_pounds(text: str, at: int, end: int) -> int | None:
    """The end of "pounds" after a figure: money or weight, which the figure's neighbours must settle."""
    found = _POUND.match(text, at, end)
    return found.end() if found else None
