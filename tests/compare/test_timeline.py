"""When what happened."""

from rashomon.compare.timeline import make_timeline
from rashomon.model.article import Article
from rashomon.model.comparison import Claim, ClaimEvidence
from rashomon.model.joined import StoryReading
from rashomon.model.reading import DateMention, Masthead, Reading, Sentence
from rashomon.model.span import Span

TEXT = "The dam broke on Monday. Help came in 2024."


def story() -> StoryReading:
    article = Article("a", TEXT)
    monday, year = TEXT.index("Monday"), TEXT.index("2024")
    dates = (
        DateMention(Span(monday, monday + 6), "2024-05-06", "given"),
        DateMention(Span(year, year + 4), "2024", "given"),
        DateMention(Span(0, 3), None, "unknown"),
    )
    sentences = (Sentence(Span(0, 24), 0, ()), Sentence(Span(25, len(TEXT)), 0, ()))
    return StoryReading((Reading(article, Masthead(), sentences=sentences, dates=dates),), ())


def claim(id: str, start: int, end: int) -> Claim:
    article = story().articles[0]
    evidence = ClaimEvidence("a", start, end, TEXT[start:end], None)
    return Claim(id, article.evidence(Span(start, end)), "single", 1, 1, (evidence,), (), ())


def test_dates_stand_in_order_with_their_words_and_claims() -> None:
    line = make_timeline(story(), (claim("c-1", 0, 13), claim("c-2", 25, 43)))
    assert [(h.date, [e.text for e in h.evidence], h.claims) for h in line] == [
        ("2024", ["2024"], ("c-2",)),
        ("2024-05-06", ["Monday"], ("c-1",)),
    ]
