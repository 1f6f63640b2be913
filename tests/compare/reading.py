"""Texts read for their names alone: what tests of names begin with."""

from rashomon.compare.bywords import add_bywords
from rashomon.compare.names import join_names
from rashomon.extract.mentions import find_mentions
from rashomon.model.article import Article
from rashomon.model.comparison import Name
from rashomon.model.reading import Masthead, Reading, Sentence
from rashomon.settings import NameSettings
from rashomon.text.sentences import find_paragraph_spans, find_sentence_spans


def read(id: str, text: str) -> Reading:
    sentences = tuple(
        Sentence(span, number, (span,))
        for number, paragraph in enumerate(find_paragraph_spans(text))
        for span in find_sentence_spans(text, paragraph)
    )
    article = Article(id, text)
    mentions = find_mentions(article, sentences, NameSettings())
    return Reading(article, Masthead(), sentences=sentences, mentions=mentions)


def all_names_of(*texts: str) -> tuple[Name, ...]:
    """The joined names with the words that stand for them."""
    readings = tuple(read(f"a{n}", text) for n, text in enumerate(texts))
    return add_bywords(join_names(readings, NameSettings()), readings)


def together(names: tuple[Name, ...], *forms: str) -> bool:
    return any(set(forms) <= {variant.text for variant in name.variants} for name in names)


def forms_of(names: tuple[Name, ...], canonical: str) -> set[str]:
    return {variant.text for name in names if name.canonical == canonical for variant in name.variants}
