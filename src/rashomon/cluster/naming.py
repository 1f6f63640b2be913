"""Names of stories: made from the article that opened them, so that the same article opens the same story."""

from collections.abc import Container
from hashlib import blake2b


def story_id(article: str, taken: Container[str] = ()) -> str:
    """Twelve hexadecimal signs made from an article's id; others where that name is taken."""
    name = article
    while True:
        made = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
        if made not in taken:
            return made
        name += "+"
