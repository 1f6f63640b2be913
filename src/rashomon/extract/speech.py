"""Speech tags: a reporting verb or crediting phrase with its source, and which side its content stands on."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.extract.cues import load_cues
from rashomon.extract.grammar import words_of
from rashomon.extract.phrases import BE, MODALS, NEGATIONS, PRONOUNS
from rashomon.extract.pieces import Piece
from rashomon.extract.sources import find_inverted, find_phrase_source, find_subject


@dataclass(frozen=True, slots=True)
class SpeechTag:
    """Piece numbers of one "X said": the cue's and the source's pieces, and all the tag covers (`first` to `last`)."""

    lemma: str
    cue: tuple[int, int]
    source: tuple[int, int] | None
    first: int
    last: int  # one past its final piece
    shape: str  # "subject" (X said), "inverted" (said X), "phrase", "participle" (, saying), "passive" (was described)

    @property
    def is_phrase(self) -> bool:
        return self.shape == "phrase"


def find_speech_tags(pieces: Sequence[Piece]) -> tuple[SpeechTag, ...]:
    """Every speech tag of a sentence outside its quoted stretches, in order."""
    found: list[SpeechTag] = []
    for n, piece in enumerate(pieces):
        if not piece.is_word or (found and n < found[-1].last):
            continue
        tag = _phrase_tag(pieces, n) or _verb_tag(pieces, n, found)
        if tag:
            found.append(tag)
    return tuple(found)


def _phrase_tag(pieces: Sequence[Piece], n: int) -> SpeechTag | None:
    for phrase in load_cues().phrases.get(pieces[n].low, ()):
        if tuple(piece.low for piece in pieces[n : n + len(phrase)]) == phrase:
            source = find_phrase_source(pieces, n + len(phrase))
            if source:
                return SpeechTag(" ".join(phrase), (n, n + len(phrase)), source, n, source[1], "phrase")
    return None


_NO_VERB_AFTER = words_of("speech.no_verb_after") | (MODALS - {"would"})


def _verb_tag(pieces: Sequence[Piece], n: int, earlier: Sequence[SpeechTag]) -> SpeechTag | None:
    word = pieces[n].low
    lemma = load_cues().verbs.get(word)
    if lemma is None or (pieces[n].is_capital and n > 0 and not pieces[n - 1].quoted and word != "said"):
        return None
    if word.endswith("ing"):
        return _participle(pieces, n, lemma, earlier)
    before = pieces[n - 1].low if n else ""
    named = n > 0 and pieces[n - 1].is_capital  # "Theresa May said"
    if not named and before in _NO_VERB_AFTER:
        return _infinitive(pieces, n, lemma) if before == "to" else None
    if _negated(pieces, n) or before in {"said", "says"}:  # "she said claims that ..."
        return None
    if _is_passive(pieces, n, word):
        return _passive(pieces, n, lemma)
    inverted = _inverted(pieces, n, word, lemma)
    if inverted:
        return SpeechTag(lemma, (n, n + 1), inverted, n, inverted[1], "inverted")
    subject = find_subject(pieces, n)
    if subject is None or (word == lemma and lemma != "read" and _singular(pieces, subject)):
        return _bare(pieces, n, word, lemma)
    if lemma == "quote":
        return _quoted_as(pieces, n, subject)
    if _is_object_of(pieces, n, subject):
        return None
    return SpeechTag(lemma, (n, n + 1), subject, subject[0], n + 1, "subject")


def _bare(pieces: Sequence[Piece], n: int, word: str, lemma: str) -> SpeechTag | None:
    """Of "... and added that": the verb's subject is that of an earlier clause."""
    before = pieces[n - 1].low if n else ""
    also = n > 1 and before in {"also", "later", "then", "further"}
    if (before in {"and", "but", "or"} or (also and pieces[n - 2].low in {"and", "but"})) and word != lemma:
        return SpeechTag(lemma, (n, n + 1), None, n, n + 1, "participle")
    if word.endswith("ed") and n + 1 < len(pieces) and pieces[n + 1].low == "as":
        return SpeechTag(lemma, (n, n + 2), None, n, n + 2, "passive")
    return None


_JUDGING = words_of("speech.judging")
_NOUN_LEADS = words_of("speech.noun_leads")


def _participle(pieces: Sequence[Piece], n: int, lemma: str, earlier: Sequence[SpeechTag]) -> SpeechTag | None:
    before = pieces[n - 1].low if n else ""
    if before in BE:
        subject = find_subject(pieces, n - 1)
        return SpeechTag(lemma, (n, n + 1), subject, subject[0], n + 1, "subject") if subject else None
    with_subject = find_subject(pieces, n) if lemma in _JUDGING | {"say"} else None
    if with_subject and with_subject[0] > 0 and pieces[with_subject[0] - 1].low == "with":  # ", with Doe claiming"
        return SpeechTag(lemma, (n, n + 1), with_subject, with_subject[0] - 1, n + 1, "subject")
    if before == "as" and n > 1 and (earlier and earlier[-1].last >= n - 2):
        return None
    lead = (
        n == 0
        or pieces[n - 1].quoted
        or before in {",", "and", "by", "after", "before", "while", "as", "—", "–", "in", "but", "then", "also", "when"}
    )
    follows = pieces[n + 1].low if n + 1 < len(pieces) else ""
    if (
        lead
        or (lemma in _JUDGING and before not in _NOUN_LEADS)
        or follows in {"that", ":"}
        or (lemma == "claim" and follows == "to")
        or (n + 1 < len(pieces) and pieces[n + 1].quoted)
        or lemma == "say"
    ):
        return SpeechTag(lemma, (n, n + 1), None, n, n + 1, "participle")
    return None


def _infinitive(pieces: Sequence[Piece], n: int, lemma: str) -> SpeechTag | None:
    """Of "went on to say"; other infinitives report nothing yet said."""
    if n >= 2 and pieces[n - 2].low in {"on", "continued"} and lemma in {"say", "add", "tell", "describe", "claim"}:
        start = n - 3 if pieces[n - 2].low == "on" else n - 2
        subject = find_subject(pieces, start)
        if subject:
            return SpeechTag(lemma, (n, n + 1), subject, subject[0], n + 1, "subject")
    return None


def _negated(pieces: Sequence[Piece], n: int) -> bool:
    return any(p.low in NEGATIONS or p.low.endswith("n't") for p in pieces[max(0, n - 3) : n] if p.is_word)


def _is_passive(pieces: Sequence[Piece], n: int, word: str) -> bool:
    if not word.endswith(
        ("ed", "said", "told", "thought", "known", "written", "quoted", "understood", "heard", "found", "read")
    ):
        return False
    at = n - 1
    while (
        at >= 0
        and pieces[at].is_word
        and (pieces[at].low.endswith("ly") or pieces[at].low in {"also", "widely", "being", "been"})
    ):
        at -= 1
    passive = at >= 0 and pieces[at].low in BE
    return passive or (at + 1 < n and pieces[at + 1].low in {"been", "being"})


def _passive(pieces: Sequence[Piece], n: int, lemma: str) -> SpeechTag | None:
    follows = pieces[n + 1].low if n + 1 < len(pieces) else ""
    if lemma == "quote" and follows == "as":
        subject = find_subject(pieces, n - 1)
        last = n + 3 if n + 2 < len(pieces) and pieces[n + 2].low == "saying" else n + 2
        return SpeechTag("say", (n, last), subject, subject[0] if subject else n, last, "subject")
    if follows == "by":
        source = find_phrase_source(pieces, n + 2)
        if source:
            last = next(
                (k for k in range(source[0], source[1]) if pieces[k].low in {"as", "in", "on", "at"}), source[1]
            )
            return SpeechTag(lemma, (n, n + 1), (source[0], last), n, last, "passive") if last > source[0] else None
    if lemma in {
        "tell",
        "inform",
        "hear",
        "find",
        "ask",
        "know",
        "expect",
        "learn",
        "remember",
        "appeal",
        "determine",
        "hit",
    }:
        return None
    return SpeechTag(lemma, (n, n + 1), None, n, n + 1, "passive")


def _inverted(pieces: Sequence[Piece], n: int, word: str, lemma: str) -> tuple[int, int] | None:
    if lemma in {"tell", "inform", "call", "describe", "accuse", "urge", "praise", "blame", "thank"} or word == lemma:
        return None
    lead = (
        n == 0
        or pieces[n - 1].quoted
        or pieces[n - 1].text in {",", "”", '"', "—", "–"}
        or pieces[n - 1].low in {"so", "as"}
    )
    source = find_inverted(pieces, n) if lead else None
    if source is None:
        return None
    after = pieces[source[1]] if source[1] < len(pieces) else None
    if pieces[n - 1].quoted or after is None or after.text in {".", ",", ";", ":", "—", "–", "("} or after.quoted:
        return source
    return (
        source
        if n and pieces[n - 1].text == "," and after.low in {"in", "on", "at", "during", "who", "after", "from", "to"}
        else None
    )


def _is_object_of(pieces: Sequence[Piece], n: int, subject: tuple[int, int]) -> bool:
    """Whether the noun before is what was reported, not who: "the points reported in the media"."""
    head = pieces[subject[1] - 1]
    if head.is_capital or head.low in PRONOUNS or head.low in load_cues().people or not pieces[n].low.endswith("ed"):
        return False
    return n + 1 < len(pieces) and pieces[n + 1].low in {"in", "by", "on", "from", "as", "to", "at", "last", "this"}


def _singular(pieces: Sequence[Piece], subject: tuple[int, int]) -> bool:
    """Whether the bare form cannot be this subject's verb: "the official report", "Smith claim"."""
    head = pieces[subject[1] - 1].low
    return (
        head not in PRONOUNS - {"he", "she", "it"}
        and not head.endswith("s")
        and head not in {"police", "people", "who", "others", "both"}
    )


def _quoted_as(pieces: Sequence[Piece], n: int, subject: tuple[int, int]) -> SpeechTag:
    """Of "the paper quoted him as saying": the one quoted is the source."""
    for k in range(n + 1, min(len(pieces), n + 12)):
        if pieces[k].low == "as" and k > n + 1:
            last = k + 2 if k + 1 < len(pieces) and pieces[k + 1].low == "saying" else k + 1
            return SpeechTag("say", (n, last), (n + 1, k), subject[0], last, "subject")
        if not pieces[k].is_word:
            break
    return SpeechTag("quote", (n, n + 1), subject, subject[0], n + 1, "subject")
