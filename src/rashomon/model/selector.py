"""A place in an article by its position and by its words, so that it is found again in a later version."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Selector:
    """Words of an article: W3C's text position (in code points) and text quote (the words and what stands around them).

    What comes from an address may say anything; `text.selecting.find_selected` tells where the words are, if anywhere.
    """

    article: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""
