"""Who was last spoken of, as the reading moves down an article: whom "he", "they" and "it" take up."""

from dataclasses import dataclass, field

from rashomon.extract.cues import load_cues
from rashomon.extract.grammar import words_of
from rashomon.extract.people import People, Person, words_in
from rashomon.model.reading import Speaker

FAR = 6  # sentences; nothing is taken up from further back, a "he" from no more than three times as far
_ONE_PERSON = words_of("antecedents.one_person")
_POSSESSIVES = frozenset({"his", "her", "their"})  # "her office" is no woman


@dataclass(slots=True)
class Held:
    """Someone spoken of and the sentence that spoke of them."""

    speaker: Speaker
    sentence: int


@dataclass(slots=True)
class Focus:
    """The last man, woman, body, group and speaker."""

    person: dict[str, Held] = field(default_factory=dict)  # by gender, "m" and "f"
    body: Held | None = None
    group: Held | None = None
    speaker: Held | None = None

    def name(self, person: Person, sentence: int) -> None:
        """Someone was named: "he" or "she" now means them."""
        person.last = sentence
        for gender in (person.gender,) if person.gender else ("m", "f"):
            self.person[gender] = Held(Speaker(person.name, None), sentence)

    def speak(self, speaker: Speaker, sentence: int, people: People) -> None:
        """Someone spoke: "he", "they" or "it" now means them."""
        held = self.speaker = Held(speaker, sentence)
        person = people.find(speaker.name) if speaker.name else None
        if person and person.name == speaker.name:
            self.name(person, sentence)
            return
        cues = load_cues()
        words = words_in(speaker.name or speaker.description or "") - _POSSESSIVES
        gender = "f" if words & cues.women else "m" if words & cues.men else ""
        if gender or words & _ONE_PERSON:
            for one in (gender,) if gender else ("m", "f"):
                self.person[one] = held
            return
        self.group = held
        if not any(word.endswith("s") or word in {"police", "people"} for word in words & cues.people):
            self.body = held

    def keep(self, speaker: Speaker | None, sentence: int) -> None:
        """The speaker speaks on, in a sentence right after the last: one who speaks long is not forgotten."""
        held = self.speaker
        if held and held.speaker == speaker and sentence - held.sentence <= 1:
            self.speaker = Held(held.speaker, sentence)

    def latest(self, sentence: int) -> Speaker | None:
        """Whoever spoke last, or the person named since: whose a quotation is that says nothing of its speaker."""
        named = max(self.person.values(), key=lambda held: held.sentence, default=None)
        held = self.speaker
        if held is None or (named and named.sentence > held.sentence):
            held = named
        return held.speaker if held and sentence - held.sentence <= FAR else None
