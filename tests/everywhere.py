"""What holds of every comparison, whatever was read: used by the tests of evidence and of hostile texts."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from rashomon.model.article import Article
from rashomon.model.comparison import Comparison
from rashomon.pipeline import compare_articles
from rashomon.serialize import comparison_from_json, comparison_to_json


def checked_comparison(articles: Sequence[Article]) -> Comparison:
    """The comparison of the articles, after everything that must hold of one was seen to hold."""
    comparison = compare_articles(articles)
    printed = comparison_to_json(comparison)
    check_printed(printed, {article.id: article.text for article in articles})
    assert comparison_from_json(printed) == comparison
    assert comparison_to_json(compare_articles(list(articles)[::-1])) == printed
    return comparison


def check_printed(printed: str, texts: dict[str, str]) -> None:
    """Every evidence is its article's own words, every id points at something, every article has one origin."""
    node = json.loads(printed)
    assert {article["id"]: article["text"] for article in node["articles"]} == texts
    for one in _evidence_in(node):
        start, end = one["start"], one["end"]
        assert 0 <= start < end <= len(texts[one["article"]]), one
        assert texts[one["article"]][start:end] == one["text"], one
    assert sorted(id for origin in node["origins"] for id in origin["articles"]) == sorted(texts)
    claims, differences = ([one["id"] for one in node[kind]] for kind in ("claims", "differences"))
    assert len(set(claims)) == len(claims) and len(set(differences)) == len(differences)
    for claim in node["claims"]:
        assert set(claim["differences"]) <= set(differences)
        assert claim["within"] is None or claim["within"] in set(claims) - {claim["id"]}
        assert claim["evidence"] and not {e["article"] for e in claim["evidence"]} & set(claim["not_found_in"])
    for difference in node["differences"]:
        assert set(difference["claims"]) <= set(claims)
        assert len(difference["values"]) >= 2 and all(value["evidence"] for value in difference["values"])
        assert 0 <= difference["confidence"] <= 1 and difference["reason"]


def _evidence_in(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if {"article", "start", "end"} <= node.keys() and node["start"] is not None:
            yield node
        for value in node.values():
            yield from _evidence_in(value)
    elif isinstance(node, list):
        for value in node:
            yield from _evidence_in(value)
