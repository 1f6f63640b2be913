"""Names that stand in one place of two statements: another spelling, another person, another place."""

from rashomon.compare.name_match import name_words
from rashomon.compare.slots.alignment import Alignment, Substitution, stretch
from rashomon.compare.slots.findings import Finding, label, tell, topic
from rashomon.compare.slots.names import spelled_alike
from rashomon.compare.slots.statement import Statement
from rashomon.compare.slots.words import EMPTY, OFFICES, STYLES
from rashomon.model.comparison import DifferenceRelation
from rashomon.settings import DifferenceSettings
from rashomon.text.tokens import Token, fold

_TITLES = EMPTY | OFFICES | STYLES


def exchange_names(
    x: tuple[Token, ...],
    y: tuple[Token, ...],
    how: Alignment,
    sub: Substitution,
    names: dict[str, int],
    sure: float,
    settings: DifferenceSettings,
) -> Finding | None:
    """How the name `x` of the first statement and `y` of the second part; None where both are of one, or of others."""
    a, b = how.first, how.second
    if _opens(a, x) or _opens(b, y) or _styles(x) or _styles(y):
        return None
    text_x, text_y = stretch(x).of(a.page.article.text), stretch(y).of(b.page.article.text)
    one, two = (" ".join(name_words(text)) for text in (text_x, text_y))
    same = names.get(_name_at(a, x)) == names.get(_name_at(b, y)) and names.get(_name_at(a, x)) is not None
    spelled = len(x) == len(y) and spelled_alike(one, two)
    held = _given_name(a, x) == _given_name(b, y) != "" or (how.shared >= 0.7 and sub.left and sub.right)
    if not spelled and (same or one in two or two in one or not held):
        return None
    if not spelled and (_knows(a, x, two) or _knows(b, y, one)):
        return None
    told = (*tell(a, stretch(x), one, {"name": text_x}), *tell(b, stretch(y), two, {"name": text_y}))
    about = topic(a, b, stretch(x))
    if spelled:
        reason = f"“{text_x}” and “{text_y}” spell one name."
        return Finding("name", "wording", label(f"spelling of {text_x}"), told, sure, reason)
    reason = f"“{text_x}” stands where another has “{text_y}”."
    if _place_on(a, x) and _place_on(b, y):
        relation: DifferenceRelation = "conflict" if how.shared >= settings.near_copy else "precision"
        return Finding("place", relation, label(f"place: {about}"), told, sure, reason)
    return Finding("name", "conflict", label(f"name: {about}"), told, sure, reason)


def _styles(tokens: tuple[Token, ...]) -> bool:
    """True for a title alone, "Miss" or "Sgt.", which stands before a name and is none."""
    return all(fold(t.text).rstrip(".") in _TITLES for t in tokens)


def _knows(statement: Statement, tokens: tuple[Token, ...], other: str) -> bool:
    """True where the words are of a body whose report names another by the `other` words: the Times and the Angels."""
    mention = next((m for m in statement.mentions if m.name.overlap(stretch(tokens))), None)
    if mention is None or mention.kind == "person":
        return False
    text, words = statement.page.article.text, set(other.split())
    return any(words <= set(fold(m.name.of(text)).split()) for m in statement.page.reading.mentions)


def _place_on(statement: Statement, tokens: tuple[Token, ...]) -> bool:
    return any(m.kind == "place" and m.name.overlap(stretch(tokens)) for m in statement.mentions)


def _opens(statement: Statement, tokens: tuple[Token, ...]) -> bool:
    """True where the words open a sentence, so that their capital says nothing."""
    sentence = statement.page.sentence_at(tokens[0].span.start)
    return sentence is not None and sentence.span.start + 2 >= tokens[0].span.start and len(tokens) == 1


def _name_at(statement: Statement, tokens: tuple[Token, ...]) -> str:
    span = stretch(tokens)
    mention = next((m for m in statement.mentions if m.name.overlap(span)), None)
    return fold(" ".join((mention.name if mention else span).of(statement.page.article.text).split()))


def _given_name(statement: Statement, tokens: tuple[Token, ...]) -> str:
    """What stands before the words in the name that they end; empty where they end none."""
    span = stretch(tokens)
    names = (m.name for m in statement.mentions if m.kind == "person")
    name = next((name for name in names if name.start < span.start and name.end == span.end), None)
    return fold(statement.page.article.text[name.start : span.start].strip()) if name else ""
