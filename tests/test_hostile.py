"""Texts made to break or to stall: each is compared without a fault, in time that grows with its length only."""

import random
import time

import pytest

from everywhere import checked_comparison
from rashomon.model.article import Article
from rashomon.pipeline import compare_articles

REPORT = (
    "The ferry Marlin struck the harbour wall at Port Ansel on Tuesday and nine passengers were hurt, police said. "
    "“We heard a long, low sound,” Iris Vane, the captain, told reporters. Repairs will cost about $2.4 million.\n\n"
)
JUNK = {
    "nul": "\x00" * 500,
    "control": "".join(map(chr, range(32))) * 20,
    "surrogates": "\ud83d \udc00 " * 100,
    "bytes": random.Random(1).randbytes(3000).decode("latin-1"),
    "right to left": "قال المتحدث باسم الشرطة يوم الثلاثاء إن تسعة أشخاص أصيبوا. \u202eولم يعلق.\u202c " * 20,
    "chinese": "渡轮周二在港口撞墙，九人受伤。市长说：“我们听到了声音。” " * 20,
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈🇰🇬" * 80,
    "combining": "Z" + "\u0301\u0323" * 300 + "algo said on Tuesday.",
    "open quotation marks": "“ \" ‘ ' « „ The mayor said " * 60,
    "closing quotation marks": "” ’ » The mayor said on Tuesday 12 people" * 60,
    "brackets": "(" * 400 + "Reuters" + ")" * 400,
    "one long word": "a" * 5000,
    "one long number": "9" * 5000 + " people",
    "numbers": "1,2.3-4/5:6 " * 300,
    "capitals": "MAYOR SAID POLICE IN PORT ANSEL " * 80,
    "dots": "." * 3000 + "?!" * 500,
    "dashes": "—-–" * 800,
    "mark-up": "<script>alert('x')</script><p>The mayor &quot;said&quot;</p>" * 40,
    "line ends": "a\r\nb\rc\u2028d\u2029e\x85f\x0bg" * 60,
    "no spaces": "Themayorsaid12peoplewerehurt." * 100,
}
# Repeated until long: what makes careless searching quadratic.
LONG = {
    "prose": REPORT,
    "one paragraph": REPORT.replace("\n", " "),
    "one word": "buffalo ",
    "letters": "a",
    "capitals": "Mayor Vane Of Port Ansel ",
    "open marks": "“We heard it, ",
    "straight marks": '"We heard it, ',
    "single marks": "'We heard it, ",
    "numbers": "12 ",
    "digits": "9",
    "commas": "a, ",
    "and": "and Vane ",
    "dashes": "— ",
    "newlines": "\n",
    "short lines": "Vane\n",
    "said": "said Vane, who said ",
    "spaces": " ",
    "dots": ".",
    "dates": "on 4 March 2031 ",
}
SHORT_LENGTH, LONG_LENGTH = 20_000, 160_000  # code points
MOST_GROWTH = 3.0  # times the growth in length; twice would already be far from quadratic (eightfold)


@pytest.mark.parametrize("text", JUNK.values(), ids=JUNK.keys())
def test_junk_is_compared_without_a_fault(text):
    checked_comparison([Article("junk", text), Article("junk too", text[::-1]), Article("report", REPORT)])


@pytest.mark.parametrize("piece", LONG.values(), ids=LONG.keys())
def test_time_grows_with_length_only(piece):
    short, long = (_seconds(piece * (length // len(piece))) for length in (SHORT_LENGTH, LONG_LENGTH))
    assert long < 1.0 or long < MOST_GROWTH * short * LONG_LENGTH / SHORT_LENGTH


def _seconds(text: str) -> float:
    begun = time.perf_counter()
    compare_articles([Article("long", text), Article("report", REPORT)])
    return time.perf_counter() - begun


def test_two_hundred_articles_are_compared():
    articles = [Article(f"a{n:03}", REPORT.replace("nine", str(n)), f"outlet{n}.example") for n in range(200)]
    begun = time.perf_counter()
    comparison = compare_articles(articles)
    assert time.perf_counter() - begun < 40
    assert len(comparison.articles) == 200
