"""Word lists written as running text, which is easier to read and to add to than a list of strings."""


def word_set(words: str) -> frozenset[str]:
    """The words of a text, divided by white space."""
    return frozenset(words.split())
