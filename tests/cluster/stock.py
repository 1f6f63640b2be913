"""Invented reports of invented events, enough alike and enough apart to be grouped."""

from rashomon.model.article import Article

FERRY = (
    "The ferry Gull ran aground off Port Halven on Tuesday, injuring 12 passengers, the coast guard said. "
    "Captain Oduya had radioed that the rudder failed near the Halven lighthouse."
)
FERRY_LATER = (
    "Twelve passengers were injured when the ferry Gull struck rocks near the Halven lighthouse on Tuesday. "
    "The coast guard questioned Captain Oduya about the rudder."
)
FERRY_COPY = FERRY + " The company that runs the Gull did not comment."
BUDGET = (
    "Finance minister Perrault presented a budget for Ostria on Monday that raises the tax on sugar to 9 percent. "
    "Opposition leader Lindqvist called the sugar levy a raid on families."
)
BUDGET_LATER = (
    "Lindqvist, who leads the opposition in Ostria, attacked the sugar tax of 9 percent in the budget that "
    "minister Perrault set out on Monday."
)
CUP = "Tamsin Rey scored twice as Verdano beat Molina 3-1 in the cup final at the Corso stadium on Saturday night."


def report(id: str, text: str, day: str | None = "2031-03-04", headline: str | None = None) -> Article:
    """An article of that text and day."""
    return Article(id, text, headline=headline, published=day)


def mixed() -> list[Article]:
    """Six reports of three events."""
    texts = (FERRY, BUDGET, CUP, FERRY_LATER, BUDGET_LATER, FERRY_COPY)
    return [report(f"a{n}", text) for n, text in enumerate(texts)]
