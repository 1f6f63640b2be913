"""The comparison as JSON with a citation of every place: for a file that leaves the house."""

import json
from collections.abc import Iterator
from typing import Any

from rashomon.model.comparison import Comparison
from rashomon.model.span import Evidence
from rashomon.render.citations import cite, link_to_words, target_of
from rashomon.render.sheet import find_places
from rashomon.serialize import comparison_to_json

_END = "\n}\n"


def render_cited_json(comparison: Comparison) -> str:
    """The JSON of the contract with one key more, `citations`: for every place its citation and its W3C target.

    It is read as any comparison is.
    """
    lines = ",\n  ".join(json.dumps(one, ensure_ascii=False) for one in _citations(comparison))
    listed = f"[\n  {lines}\n ]" if lines else "[]"
    return f'{comparison_to_json(comparison).removesuffix(_END)},\n "citations": {listed}{_END}'


def _citations(comparison: Comparison) -> Iterator[dict[str, Any]]:
    reports = {one.id: one for one in comparison.articles}
    for article, start, end in find_places(comparison):
        report = reports[article]
        place = Evidence(article, start, end, report.text[start:end])
        yield {
            "article": article,
            "start": start,
            "end": end,
            "citation": cite(report, place),
            "link": link_to_words(report, place) or None,
            "target": target_of(report, place),
        }
