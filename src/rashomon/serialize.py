"""Comparison <-> JSON. The order of keys is the order of fields; the same comparison gives the same bytes."""

import dataclasses
import json
import types
import typing
from typing import Any

from rashomon.errors import NotAComparison
from rashomon.model.comparison import FORMAT, Comparison


def comparison_to_dict(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain lists and dictionaries, as the contract names them."""
    plain = _plain(comparison)
    assert isinstance(plain, dict)
    return plain


def comparison_to_json(comparison: Comparison) -> str:
    """The comparison as JSON text, one final newline."""
    return json.dumps(comparison_to_dict(comparison), ensure_ascii=False, indent=1) + "\n"


def comparison_from_json(text: str) -> Comparison:
    """The comparison that `comparison_to_json` wrote. Raises NotAComparison for anything else; unknown keys are passed over."""
    try:
        node = json.loads(text)
    except ValueError as error:
        raise NotAComparison(f"not JSON: {error}; give a file that `rashomon compare --format json` wrote") from None
    if not isinstance(node, dict) or node.get("format") != FORMAT:
        raise NotAComparison(f"not a comparison of format {FORMAT}; give a file that `rashomon compare --format json` wrote")
    try:
        made = _built(Comparison, node)
    except (KeyError, TypeError) as error:
        raise NotAComparison(f"a comparison with a part missing or misshapen: {error}") from None
    assert isinstance(made, Comparison)
    return made


def _plain(node: Any) -> Any:
    if dataclasses.is_dataclass(node):
        return {field.name: _plain(getattr(node, field.name)) for field in dataclasses.fields(node)}
    if isinstance(node, tuple | list):
        return [_plain(item) for item in node]
    if isinstance(node, dict):
        return {key: _plain(value) for key, value in node.items()}
    return node


def _built(kind: Any, node: Any) -> Any:
    """`node` made into `kind`: a dataclass, a tuple of one kind, an optional, or left as it is."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        hints = typing.get_type_hints(kind)
        return kind(**{f.name: _built(hints[f.name], node[f.name]) for f in dataclasses.fields(kind)})
    if origin is tuple:
        return tuple(_built(inner[0], item) for item in node)
    if origin in (typing.Union, types.UnionType) and node is not None:
        some = [k for k in inner if k is not type(None)]
        return _built(some[0], node) if len(some) == 1 else node
    return node
