"""The language of a text: English by its small words, others by a model of letters."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SMALL = (
    "the of and to in a is that for on was with as it he said by at from be his has have are an its were "
    "had who will not but this they which their been after would about or more she her i we you there "
    "when than into over could"
)
_SMALL_WORDS = frozenset(_SMALL.split())
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 1500  # characters; a few paragraphs settle it
_ENGLISH = 0.22  # share of small words; English news has 0.35 to 0.45, other languages' stray matches stay under 0.12
_FEWEST_WORDS = 8  # below that, names decide
_SURE = 0.95  # of the model's probability
_COMMON = (
    "ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv mk ms nl no pl pt ro ru sk "
    "sl sq sr sv sw ta th tl tr uk ur vi zh"
)


def find_language(text: str) -> str | None:
    """The ISO 639-1 code of the language that the text is in; None where it is too short to say, or we are unsure."""
    sample = text[:_SAMPLE]
    words = [word.lower() for word in _WORD.findall(sample)]
    if sum(word in _SMALL_WORDS for word in words) >= _ENGLISH * len(words) and len(words) >= _FEWEST_WORDS:
        return "en"
    if len(words) < _FEWEST_WORDS and len("".join(words)) < 60:  # languages without spaces have few words
        return None
    code, sure = _identifier().classify(sample)
    return str(code) if sure >= _SURE else None


@lru_cache(maxsize=1)
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # here: two thirds of a second, and English needs none

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_COMMON.split())
    return identifier
