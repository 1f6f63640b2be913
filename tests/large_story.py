"""A large invented story, made whole: as many reports and claims as are asked for, each place true to its text."""

from dataclasses import dataclass, field
from dataclasses import replace as changed
from itertools import count
from random import Random

from tests.factories import make_empty, make_witness

from rashomon.model.comparison import (
    Claim,
    ClaimAttribution,
    ClaimEvidence,
    Comparison,
    Difference,
    Happening,
    Headline,
    LeftOutEvidence,
    Name,
    Origin,
    QuotedSpeaker,
    Spelling,
    Story,
    Unresolved,
    Utterance,
    Value,
    Variant,
    Witness,
)
from rashomon.model.span import Evidence

_WHO = ("the coast guard", "Mayor Lena Orve", "a port official", "the ferry line Norrsund", "Captain Ivo Brandt")
_WHAT = ("the ferry left Port Halven", "a rope gave way on the lower deck", "the engine had been repaired", "the crew")
_MORE = ("before the fog came in", "after the evening watch", "while rain fell", "in spite of a warning", "at the quay")
_WAYS = (
    "{who} said that {what} {more}, and that {number} of {of} boats were sent out in the first hour",
    "In all {number} of {of} boats were sent out, {who} said, as {what} {more}",
)


@dataclass
class Desk:
    """Where the texts of the reports grow, sentence by sentence."""

    ids: tuple[str, ...]
    texts: dict[str, str] = field(default_factory=dict)

    def write(self, article: str, sentence: str) -> Evidence:
        """The sentence stands at the end of the report's text."""
        before = self.texts.get(article, "")
        text = f"{before}{'' if not before else ' ' if len(before) % 7 else chr(10) * 2}{sentence}."
        self.texts[article] = text
        start = len(text) - len(sentence) - 1
        return Evidence(article, start, start + len(sentence), sentence)


def make_large(reports: int = 20, claims: int = 300, seed: int = 4) -> Comparison:
    """A comparison of that size: two thirds of the reports are origins of their own, half of the claims are shared."""
    dice = Random(seed)
    desk = Desk(tuple(f"https://news-{n}.example/2025/03/04/ferry-aground-off-port-halven-{n}" for n in range(reports)))
    origins = _origins(desk.ids)
    origin_of = {article: one.id for one in origins for article in one.articles}
    numbers, differences, made = count(1), [], []
    for number in range(1, claims + 1):
        claim, parts = _claim(desk, dice, number, origin_of, numbers)
        made.append(claim)
        differences += parts
    quotations = tuple(_quotation(desk, dice, n) for n in range(1, claims // 4 + 1))
    names = tuple(_name(desk, dice, n) for n in range(1, claims // 3 + 1))
    timeline = tuple(_happening(desk, dice, n) for n in range(1, 13))
    left_out = tuple(_left_out(desk, dice, n) for n in range(reports * 3))
    unresolved = tuple(
        Unresolved(
            "date", (desk.write(dice.choice(desk.ids), f"It was the {n}th day of the watch"),), "no day to count on"
        )
        for n in range(reports // 2)
    )
    empty = make_empty(*(_witness(n, article, desk) for n, article in enumerate(desk.ids)))
    headline = Headline(desk.ids[0], "Ferry aground off Port Halven", None, None)
    return changed(
        empty,
        story=Story("1a2b3c4d5e6f", headline, "2025-03-04T06:00:00Z", "2025-03-05T18:00:00Z"),
        origins=origins,
        claims=tuple(made),
        differences=tuple(differences),
        quotations=quotations,
        names=names,
        timeline=timeline,
        left_out=left_out,
        unresolved=unresolved,
    )


def _witness(number: int, article: str, desk: Desk) -> Witness:
    return make_witness(
        article,
        desk.texts.get(article, "A ferry."),
        outlet=f"The Halven {('Courier', 'Post', 'Echo', 'Herald')[number % 4]} {number // 4 or ''}".strip(),
        url=article,
        headline=f"Ferry aground off Port Halven, {number} boats out",
        published=f"2025-03-04T{6 + number % 17:02}:15:00Z",
    )


def _origins(ids: tuple[str, ...]) -> tuple[Origin, ...]:
    """Every third report carries the text of the one before it."""
    groups: list[list[str]] = []
    for number, article in enumerate(ids):
        if number % 3 == 2:
            groups[-1].append(article)
        else:
            groups.append([article])
    return tuple(Origin(f"o-{n}", tuple(some), some[0], None, "the same words") for n, some in enumerate(groups, 1))


def _claim(
    desk: Desk, dice: Random, number: int, origin_of: dict[str, str], numbers: "count[int]"
) -> tuple[Claim, list[Difference]]:
    many = 1 if number % 2 else min(len(desk.ids), 2 + int(dice.expovariate(0.25)))
    who, what, more = dice.choice(_WHO), dice.choice(_WHAT), dice.choice(_MORE)
    figures = (number + 10, number + 12 + number % 5)
    places = []
    for article in sorted(dice.sample(desk.ids, many)):
        figure = figures[0] if dice.random() < 0.6 else figures[1]
        way = _WAYS[dice.random() < 0.4]
        places.append(
            (figure, desk.write(article, way.format(who=who, what=what, more=more, number=figure, of=number)))
        )
    evidence = tuple(_credited(one, who) for _, one in places)
    heard = {origin_of[one.article] for one in evidence}
    sides = {figure: tuple(one for at, one in places if at == figure) for figure in figures}
    parts = []
    if all(sides.values()) and number % 3 == 0:
        values = tuple(
            Value(str(figure), {"number": figure, "unit": "count", "bound": "exact"}, None, side)
            for figure, side in sides.items()
        )
        relation = ("conflict", "precision", "update", "wording")[number % 4]
        part = Difference(
            f"d-{next(numbers)}", "number", relation, "boats sent", values, (f"c-{number}",), 0.7, "two figures"
        )  # type: ignore[arg-type]
        parts.append(part)
    relation = "single" if len(heard) == 1 else "differ" if parts else "agree"
    silent = tuple(article for article in desk.ids if article not in {one.article for one in evidence})
    outlets = len({one.article for one in evidence})
    differs = tuple(part.id for part in parts)
    wording = places[0][1]
    claim = Claim(f"c-{number}", wording, relation, outlets, len(heard), evidence, differs, silent)  # type: ignore[arg-type]
    return claim, parts


def _credited(one: Evidence, who: str) -> ClaimEvidence:
    credit = ClaimAttribution(who, "named", None, "said", False)
    return ClaimEvidence(one.article, one.start, one.end, one.text, credit)


def _quotation(desk: Desk, dice: Random, number: int) -> Utterance:
    words = f"We heard a bang at gate {number} and then the lights went out on the whole of the deck"
    other = words.replace("a bang", "one loud bang").replace("whole of the ", "")
    variants = []
    for place, article in enumerate(sorted(dice.sample(desk.ids, 1 + number % min(4, len(desk.ids))))):
        said = other if place % 2 else words
        one = desk.write(article, f"“{said}”, {_WHO[number % 5]} said")
        variants.append(Variant(article, one.start + 1, one.start + 1 + len(said), said, "direct", None, None))
    wording = "altered" if len(variants) > 1 else "single"
    return Utterance(f"q-{number}", QuotedSpeaker(_WHO[number % 5], None, True), wording, tuple(variants))  # type: ignore[arg-type]


def _name(desk: Desk, dice: Random, number: int) -> Name:
    forms = (f"Ilse Varden-{number}", f"Ilze Varden-{number}") if number % 2 else (f"Ilse Varden-{number}", "Varden")
    spellings = []
    for form in forms:
        some = sorted(dice.sample(desk.ids, 1 + number % min(5, len(desk.ids))))
        places = (desk.write(article, f"{form} was there") for article in some)
        spellings.append(Spelling(form, tuple(Evidence(e.article, e.start, e.start + len(form), form) for e in places)))
    return Name(f"n-{number}", "person", forms[0], "a passenger", tuple(spellings))


def _happening(desk: Desk, dice: Random, number: int) -> Happening:
    evidence = tuple(
        desk.write(article, f"The ferry was seen on {number} March") for article in sorted(dice.sample(desk.ids, 3))
    )
    return Happening(f"2025-03-{number:02}", evidence, ())


def _left_out(desk: Desk, dice: Random, number: int) -> LeftOutEvidence:
    one = desk.write(dice.choice(desk.ids), f"Sign up for our newsletter number {number}")
    return LeftOutEvidence(one.article, one.start, one.end, one.text, "a prompt of the page")
