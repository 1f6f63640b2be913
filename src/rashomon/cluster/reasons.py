"""Why an article is in a story, in words: what it shares, with how many, how much alike they are."""

from collections.abc import Sequence

EMPTY = "no words to compare"
FIRST = "opened the story: no other is so alike"
BY_READER = "put there by a reader"
APART = "stands apart from the rest of the story it was in"
NOTHING_NEW = "placed before"
MOST_WORDS = 4  # told of what is shared


def shares(words: Sequence[str], others: int, more: bool, likeness: float) -> str:
    """What an article shares, most telling first, and with how many others of its story; `more` where not all were
    looked at.
    """
    told = ", ".join(f"'{word}'" for word in words)
    return f"shares {told} with {count(others)}{' or more' if more else ''} ({likeness:.2f} alike)"


def nearer(others: int, likeness: float) -> str:
    """Why articles were moved: what they are nearest to now."""
    if not others:
        return APART
    return f"nearest to {count(others)} ({likeness:.2f} alike)"


def count(articles: int) -> str:
    """The number of articles in words."""
    return "1 article" if articles == 1 else f"{articles} articles"
