"""Comparison <-> JSON. The order of keys is the order of fields; the same comparison gives the same bytes."""

import dataclasses
import json
import types
import typing
from functools import lru_cache
from typing import Any

from rashomon.errors import NotAComparison
from rashomon.model.comparison import FORMAT, Comparison, Difference, Origin, Utterance

_BEGINNING = f'{{\n "format": {json.dumps(FORMAT)},\n'  # of what `comparison_to_json` writes

_TYPES: dict[Any, tuple[type, ...]] = {str: (str,), int: (int,), float: (float, int), bool: (bool,)}


def comparison_to_dict(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain lists and dictionaries, as the contract names them."""
    plain = _plain(comparison)
    assert isinstance(plain, dict)
    return plain


def comparison_to_json(comparison: Comparison) -> str:
    """The comparison as JSON text: each article, claim, difference and so on in a line of its own."""
    keys = (f" {_line(key)}: {_lines(value)}" for key, value in comparison_to_dict(comparison).items())
    return "{\n" + ",\n".join(keys) + "\n}\n"


def comparison_from_json(text: str) -> Comparison:
    """The comparison that `comparison_to_json` wrote; unknown keys are passed over. Raises NotAComparison otherwise."""
    made = _read(Comparison, _loaded(text))
    assert isinstance(made, Comparison)
    return made


def quotations_from_json(text: str) -> tuple[Utterance, ...]:
    """The quotations alone of such a comparison, in a fraction of the time. Raises NotAComparison."""
    made: tuple[Utterance, ...] = _read(tuple[Utterance, ...], _part(text, "quotations"))
    return made


def differences_from_json(text: str) -> tuple[Difference, ...]:
    """The differences alone of such a comparison, in a fraction of the time. Raises NotAComparison."""
    made: tuple[Difference, ...] = _read(tuple[Difference, ...], _part(text, "differences"))
    return made


def origins_from_json(text: str) -> tuple[Origin, ...]:
    """The origins alone, likewise."""
    made: tuple[Origin, ...] = _read(tuple[Origin, ...], _part(text, "origins"))
    return made


def _part(text: str, key: str) -> Any:
    """One key's value, without reading the others: each begins a line, and no string has a line's end in it."""
    start = text.find(f'\n "{key}": ')
    if not text.startswith(_BEGINNING) or start < 0:  # written by another hand
        return _loaded(text).get(key)
    value = text[start + len(f'\n "{key}": ') : text.find('\n "', start + 1)]
    try:
        return json.loads(value.rstrip("\n},"))
    except ValueError:
        return _loaded(text).get(key)


def _loaded(text: str) -> dict[str, Any]:
    try:
        node = json.loads(text)
    except ValueError as error:
        raise NotAComparison(f"not JSON: {error}; give a file that `rashomon compare --format json` wrote") from None
    if not isinstance(node, dict) or node.get("format") != FORMAT:
        raise NotAComparison(
            f"not a comparison of format {FORMAT}; give one that `rashomon compare --format json` wrote"
        )
    return node


def _read(kind: Any, node: Any) -> Any:
    try:
        return _built(kind, node)
    except (KeyError, TypeError) as error:
        raise NotAComparison(f"a comparison with a part missing or misshapen: {error}") from None


def _lines(value: Any) -> str:
    return "[\n  " + ",\n  ".join(map(_line, value)) + "\n ]" if isinstance(value, list) and value else _line(value)


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _plain(node: Any) -> Any:
    kind: type = type(node)
    if kind is str or kind is int or node is None:
        return node
    fields = _field_names(kind)
    if fields:
        return {name: _plain(getattr(node, name)) for name in fields}
    if isinstance(node, tuple | list):
        return [_plain(item) for item in node]
    if isinstance(node, dict):
        return {key: _plain(value) for key, value in node.items()}
    return node


@lru_cache(maxsize=100)
def _field_names(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass, in order; none for any other type."""
    return tuple(field.name for field in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else ()


@lru_cache(maxsize=100)
def _field_kinds(kind: type) -> dict[str, Any]:
    return {name: hint for name, hint in typing.get_type_hints(kind).items() if name in _field_names(kind)}


def _built(kind: Any, node: Any) -> Any:
    """`node` made into `kind`: a dataclass, a tuple of one kind, an optional, or left as it is.

    Raises TypeError where words or numbers should stand and something else does: what is read may come from anywhere.
    """
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return kind(**{name: _built(inside, node[name]) for name, inside in _field_kinds(kind).items() if name in node})
    if origin is tuple:
        return tuple(_built(inner[0], item) for item in node)
    if origin in (typing.Union, types.UnionType) and node is not None:
        some = [k for k in inner if k is not type(None)]
        return _built(some[0], node) if len(some) == 1 else node
    if kind in _TYPES and type(node) not in _TYPES[kind]:
        raise TypeError(f"{str(node)[:40]!r} where {kind.__name__} should stand")
    return node
