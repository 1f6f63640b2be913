"""A small invented story, and the makers of its parts: short enough to be read beside a test."""

from dataclasses import replace

from rashomon.model.article import Article
from rashomon.model.comparison import (
    FORMAT,
    Apart,
    Claim,
    ClaimAttribution,
    ClaimEvidence,
    Comparison,
    Difference,
    Happening,
    Headline,
    LeftOutEvidence,
    MadeBy,
    Name,
    Origin,
    Passage,
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

TEXTS = {
    "gull": (
        "A ferry ran aground off Port Halven on Tuesday.\n\n"
        "Twelve people were hurt, the coast guard said.\n\n"
        "“We heard a loud bang and the lights went out,” said Mira Oduya, a passenger.\n\n"
        "Sign up for our newsletter."
    ),
    "tern": (
        "HALVEN, 4 March (Wirenet) - A ferry ran aground off Port Halven on Tuesday, and 14 people were hurt.\n\n"
        "“We heard a very loud bang and all the lights went off,” said Mira Oduya.\n\n"
        "The captain was questioned by police."
    ),
    "skua": (
        "A ferry ran aground off Port Halven on Tuesday, and 14 people were hurt.\n\n"
        "Mira Oduja, who was on board, said she had heard a bang."
    ),
}


def make_article(id: str = "gull", text: str | None = None, **known: str) -> Article:
    """An article of the story, or another one."""
    return Article(id, TEXTS.get(id, "A ferry ran aground.") if text is None else text, **known)


def find(article: str, words: str, texts: dict[str, str] = TEXTS) -> Evidence:
    """The evidence for words that stand in a text."""
    start = texts[article].index(words)
    return Evidence(article, start, start + len(words), words)


def make_witness(id: str, text: str = "", **known: object) -> Witness:
    """A report of which nothing is known but its id and text, and what is given."""
    nothing = Witness(id, None, None, None, None, None, None, None, None, (), text)
    return replace(nothing, **known)  # type: ignore[arg-type]


def make_claim(number: int, *evidence: Evidence, origins: int, relation: str = "agree", **more: object) -> Claim:
    """A claim over its evidence, in the outlets' own voice."""
    articles = {one.article for one in evidence}
    credited = tuple(ClaimEvidence(one.article, one.start, one.end, one.text, None) for one in evidence)
    claim = Claim(f"c-{number}", evidence[0], relation, len(articles), origins, credited, (), ())  # type: ignore[arg-type]
    return replace(claim, **more)  # type: ignore[arg-type]


def make_empty(*witnesses: Witness) -> Comparison:
    """A comparison in which nothing was found."""
    origins = tuple(Origin(f"o-{n}", (one.id,), one.id, None, "stands alone") for n, one in enumerate(witnesses, 1))
    return Comparison(
        format=FORMAT,
        made_by=MadeBy("0.0.0", {}),
        story=Story("0" * 12, None, None, None),
        articles=witnesses,
        origins=origins,
        passages=(),
        apart=(),
        claims=(),
        differences=(),
        quotations=(),
        names=(),
        timeline=(),
        left_out=(),
        unresolved=(),
    )


def make_comparison() -> Comparison:
    """Three reports of a ferry that ran aground, two of them copies of one agency's."""
    hurt = (
        find("gull", "Twelve people were hurt"),
        find("tern", "14 people were hurt"),
        find("skua", "14 people were hurt"),
    )
    aground = tuple(find(article, "A ferry ran aground off Port Halven on Tuesday") for article in TEXTS)
    gone = find("gull", "Sign up for our newsletter.")
    return replace(
        make_empty(
            make_witness("gull", TEXTS["gull"], outlet="The Gull", headline="Ferry aground", published="2025-03-04"),
            make_witness(
                "tern", TEXTS["tern"], outlet="Tern", dateline="HALVEN, 4 March (Wirenet)", credits=("Wirenet",)
            ),
            make_witness("skua", TEXTS["skua"], url="https://skua.example/ferry"),
        ),
        story=Story("f" * 12, Headline("gull", "Ferry aground", None, None), "2025-03-04", "2025-03-04"),
        origins=(
            Origin("o-1", ("gull",), "gull", None, "stands alone"),
            Origin("o-2", ("tern", "skua"), "tern", "Wirenet", "credited to Wirenet"),
        ),
        passages=(
            Passage(
                find("tern", "A ferry ran aground off Port Halven on Tuesday, and 14"), find("skua", TEXTS["skua"][:54])
            ),
        ),
        apart=(Apart("skua", "tells of it in two sentences only"),),
        claims=(
            make_claim(1, *hurt, origins=2, relation="differ", differences=("d-1",)),
            make_claim(2, *aground, origins=2),
            make_claim(
                3,
                find("tern", "The captain was questioned by police."),
                origins=1,
                relation="single",
                not_found_in=("gull", "skua"),
            ),
        ),
        differences=(
            Difference(
                "d-1",
                "number",
                "conflict",
                "people hurt",
                (
                    Value("Twelve", {"number": 12, "unit": "count", "bound": "exact"}, "the coast guard", hurt[:1]),
                    Value("14", {"number": 14, "unit": "count", "bound": "exact"}, None, hurt[1:]),
                ),
                ("c-1",),
                0.6,
                "two figures for one count",
            ),
            Difference(
                "d-2",
                "wording",
                "wording",
                "lights",
                (
                    Value("went out", None, None, (find("gull", "went out"),)),
                    Value("went off", None, None, (find("tern", "went off"),)),
                ),
                (),
                0.9,
                "one quotation worded differently",
            ),
        ),
        quotations=(_bang(),),
        names=(
            Name(
                "n-1",
                "person",
                "Mira Oduya",
                "a passenger",
                (
                    Spelling("Mira Oduya", (find("gull", "Mira Oduya"), find("tern", "Mira Oduya"))),
                    Spelling("Mira Oduja", (find("skua", "Mira Oduja"),)),
                ),
            ),
        ),
        timeline=(Happening("2025-03-04", (find("gull", "Tuesday"), find("tern", "4 March")), ("c-2",)),),
        left_out=(LeftOutEvidence(gone.article, gone.start, gone.end, gone.text, "a prompt of the page"),),
        unresolved=(Unresolved("date", (find("skua", "Tuesday"),), "no publication date to count from"),),
    )


def _bang() -> Utterance:
    said = (
        ("gull", "We heard a loud bang and the lights went out", "direct"),
        ("tern", "We heard a very loud bang and all the lights went off", "direct"),
        ("skua", "she had heard a bang", "indirect"),
    )
    variants = []
    for article, words, form in said:
        place = find(article, words)
        variants.append(Variant(article, place.start, place.end, words, form, None, None))  # type: ignore[arg-type]
    return Utterance("q-1", QuotedSpeaker("Mira Oduya", "a passenger", True), "altered", tuple(variants))


def credited(claim: Claim, speaker: str) -> Claim:
    """The claim with all its evidence credited to a speaker."""
    attribution = ClaimAttribution(speaker, "named", None, "said", False)
    return replace(claim, evidence=tuple(replace(one, attribution=attribution) for one in claim.evidence))
