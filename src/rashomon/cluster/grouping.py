"""Articles grouped into stories all at once; the order in which they are given does not matter."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rashomon.cluster.index import StoryIndex
from rashomon.cluster.naming import story_id
from rashomon.cluster.reasons import BY_READER, EMPTY
from rashomon.cluster.signature import Signature, read_signature
from rashomon.cluster.ties import Ties
from rashomon.model.article import Article
from rashomon.model.story import Correction, Membership
from rashomon.settings import GroupingSettings


def group_articles(
    articles: Iterable[Article],
    settings: GroupingSettings,
    corrections: Sequence[Correction] = (),
    known: Iterable[Membership] = (),
) -> tuple[Membership, ...]:
    """One membership an article, in the order given.

    `known` are the stories of an earlier run: they keep their names, and corrections refer to them. More articles than
    `largest_table` are placed one by one, in order of their days and ids.
    """
    given = _apart(articles)
    signatures = {key: read_signature(replace(article, id=key), settings) for key, article in given.items()}
    stories = {one.article: one.story for one in known}  # older than any that is opened now
    ordered = sorted(signatures.values(), key=lambda one: (one.article not in stories, one.day, one.article))
    index = StoryIndex(settings, corrections)
    if len(ordered) <= settings.largest_table:
        index.load((one, stories.get(one.article) or story_id(one.article)) for one in ordered)
        index.regroup()
    else:
        index.load((one, stories[one.article]) for one in ordered if one.article in stories)
        for one in ordered:
            index.place(one)
    ties = Ties(corrections)
    told = (index.why(one, _decided(one, ties)) for one in signatures.values())
    return tuple(replace(one, article=article.id) for one, article in zip(told, given.values(), strict=True))


def _apart(articles: Iterable[Article]) -> dict[str, Article]:
    """The articles in order, those of an id that came before under another key."""
    kept: dict[str, Article] = {}
    for article in articles:
        key = article.id
        while key in kept:
            key += "\0"
        kept[key] = article
    return kept


def _decided(signature: Signature, ties: Ties) -> str | None:
    if ties.held(signature.article) is not None:
        return BY_READER
    return None if len(signature.terms) else EMPTY
