"""Invented articles among which some carry another's text, in every way and to every degree; one seed, one result.

The words are coined and drawn as a language draws them, a few often and most seldom. Around the copies stand what only
looks like them: an outlet's own footer under all its articles, set phrases, statements that several reports quote.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.generate import STOCK
from rashomon.model.article import Article

COPIED = 0.35  # share of the articles that carry another's text
SHORTEST = 120  # words of a report, so that no footer is half of an article
STORIES = 25  # articles for each event: their reports quote the same statements
OUTLETS = 30
LONGEST_FOOTER = 45  # words under every article of an outlet
SMALL = (
    "the of to and a in that for is on was with as it by at from said he be has his an are were have will "
    "not had its who been their but they which after more one about would this she her or up when out than"
).split()

Way = Callable[["Writer", list[str]], list[str]]


@dataclass(slots=True)
class Writer:
    """Draws words, sentences and paragraphs; a paragraph is one string."""

    chance: random.Random
    words: list[str]
    weights: list[float]
    phrases: list[str]

    def paragraphs(self, words: int) -> list[str]:
        """New text of about so many words, which no other article has."""
        made: list[str] = []
        while words > 0:
            sentences = [self.sentence(self.chance.randint(9, 32)) for _ in range(self.chance.randint(1, 3))]
            made.append(" ".join(sentences))
            words -= made[-1].count(" ") + 1
        return made

    def sentence(self, words: int) -> str:
        """So many words, one time in five with a set phrase among them."""
        drawn = self.chance.choices(self.words, cum_weights=self.weights, k=words)
        if self.chance.random() < 0.2:
            drawn.insert(self.chance.randrange(words), self.chance.choice(self.phrases))
        text = " ".join(drawn)
        return text[0].upper() + text[1:] + "."


def make_writer(chance: random.Random) -> Writer:
    """A writer of a newly coined language of 12,000 words and 300 set phrases."""
    coined = sorted(
        {"".join(chance.choices(STOCK["syllables"], k=chance.choice((2, 2, 3, 3, 4)))) for _ in range(12_000)}
    )
    chance.shuffle(coined)
    words, total, weights = [*SMALL, *coined], 0.0, []
    for rank in range(len(words)):
        total += 1 / (rank + 5)
        weights.append(total)
    writer = Writer(chance, words, weights, ["in a statement on the matter"])
    writer.phrases = [" ".join(chance.choices(words, cum_weights=weights, k=chance.randint(5, 10))) for _ in range(300)]
    return writer


def make_copies(articles: int, seed: int = 1) -> list[Article]:
    """So many articles of 120 to 1,200 words in a random order; about a third of them carry another's text."""
    chance = random.Random(f"copies {seed} {articles}")
    writer = make_writer(chance)
    footers = [writer.paragraphs(chance.randint(10, LONGEST_FOOTER)) if n % 3 else [] for n in range(OUTLETS)]
    bodies: list[list[str]] = []
    quoted: list[list[str]] = []
    while len(bodies) < articles:
        if len(bodies) % STORIES == 0:
            quoted = [writer.paragraphs(40) for _ in range(8)]
        if bodies and chance.random() < COPIED:
            bodies.append(_lengthened(writer, _copy(writer, bodies)))
        else:
            own = writer.paragraphs(chance.choice((SHORTEST, 300, 400, 500, 500, 600, 700, 800)))
            for statement in chance.sample(quoted, chance.randint(0, 2)):
                at = chance.randrange(len(own) + 1)
                own[at:at] = statement
            bodies.append(own)
    chance.shuffle(bodies)
    return [_article(n, body, footers) for n, body in enumerate(bodies)]


def _article(n: int, body: list[str], footers: list[list[str]]) -> Article:
    outlet = n * 7 % OUTLETS
    return Article(f"a{n:06}", "\n\n".join([*body, *footers[outlet]]), outlet=f"outlet{outlet:02}.example")


def _copy(writer: Writer, bodies: list[list[str]]) -> list[str]:
    """One of the ways to carry a text; most texts are carried once or twice, an agency's by many."""
    chance = writer.chance
    carried = len(bodies) - chance.randint(1, min(len(bodies), chance.choice((5, 50, 5000))))
    if chance.random() < 0.15:
        carried -= carried % 250  # an agency's report
    text = list(bodies[carried])
    return chance.choice(WAYS)(writer, text) if chance.random() < 0.9 else _halves(writer, text, bodies)


def _lengthened(writer: Writer, text: list[str]) -> list[str]:
    return text + writer.paragraphs(SHORTEST - sum(map(len, map(str.split, text))))


def _whole(writer: Writer, text: list[str]) -> list[str]:
    return text


def _cut(writer: Writer, text: list[str]) -> list[str]:
    return text[: max(1, round(len(text) * writer.chance.uniform(0.1, 0.95)))]


def _with_own(writer: Writer, text: list[str]) -> list[str]:
    for paragraph in writer.paragraphs(writer.chance.choice((40, 150, 400))):
        text.insert(writer.chance.randrange(len(text) + 1), paragraph)
    return text


def _excerpt(writer: Writer, text: list[str]) -> list[str]:
    first = writer.chance.randrange(len(text))
    return [*writer.paragraphs(writer.chance.choice((60, 200, 500))), *text[first : first + 4]]


def _edited(writer: Writer, text: list[str]) -> list[str]:
    """Words exchanged, dropped and put in, from one in 200 to one in six."""
    rate = writer.chance.choice((0.005, 0.02, 0.05, 0.1, 0.16))
    return [_edited_paragraph(writer, paragraph, rate) for paragraph in text]


def _edited_paragraph(writer: Writer, paragraph: str, rate: float) -> str:
    words: list[str] = []
    for word in paragraph.split():
        if writer.chance.random() >= rate:
            words.append(word)
            continue
        other = writer.chance.choice(writer.words)
        words.extend(writer.chance.choice(((other,), (), (word, other))))
    return " ".join(words)


def _cut_and_edited(writer: Writer, text: list[str]) -> list[str]:
    return _edited(writer, _cut(writer, text))


def _halves(writer: Writer, text: list[str], bodies: list[list[str]]) -> list[str]:
    """Half of one text and half of another."""
    other = writer.chance.choice(bodies)
    return [*text[: (len(text) + 1) // 2], *other[len(other) // 2 :]]


WAYS: tuple[Way, ...] = (_whole, _cut, _with_own, _excerpt, _edited, _cut_and_edited)
