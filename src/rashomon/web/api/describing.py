"""What OpenAPI says of the API beyond what its functions say of themselves."""

import json
import re
from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI
from pydantic import TypeAdapter

from rashomon.web.api.problems import MEDIA_TYPE, Problem

Schema = dict[str, Any]
REF = "#/components/schemas/"
ALWAYS = {  # what any request may be answered with
    "422": "What was asked for cannot be: an unknown name or value; `detail` says which.",
    "503": "The store cannot be read or written just now, or too much waits; ask again after `Retry-After` seconds.",
}
KNOWN = {"304": "As `If-None-Match` knows it."}
_PROBLEM = {"content": {MEDIA_TYPE: {"schema": {"$ref": f"{REF}Problem"}}}}
_TAG = {"ETag": {"description": "Known again by it: send it as `If-None-Match`.", "schema": {"type": "string"}}}
_UNUSED = ("HTTPValidationError", "ValidationError")
_FORM = re.compile(r"\bBody_add_files\b")
_PORTION = re.compile(r"\bPortion_(\w+?)_(?!\w)")


def describe(api: FastAPI) -> None:
    """The description is made when it is first asked for; every problem in it has the one shape."""
    made = api.openapi

    def openapi() -> Schema:
        if api.openapi_schema is None:
            api.openapi_schema = _described(made())
        return api.openapi_schema

    api.openapi = openapi  # type: ignore[method-assign]


def operations(schema: Schema) -> Iterator[tuple[str, str, Schema]]:
    """Path, method and description of everything that can be asked for, in order."""
    for path, methods in schema["paths"].items():
        for method, told in methods.items():
            yield path, method, told


def _described(made: Schema) -> Schema:
    schema = _named(made)
    schemas = schema["components"]["schemas"]
    schemas["Problem"] = TypeAdapter(Problem).json_schema()
    for name in _UNUSED:
        schemas.pop(name, None)
    for _, method, told in operations(schema):
        _tell_answers(method, told["responses"])
    taken = set(_reached([told.get("requestBody") for _, _, told in operations(schema)], schemas))
    for name, shape in schemas.items():
        if name not in taken and "properties" in shape:
            shape["required"] = list(shape["properties"])  # what is answered has every key, whatever its default
    return schema


def _named(made: Schema) -> Schema:
    """The same with names of ours for "Portion_Speaker_" and "Body_add_files"."""
    named: Schema = json.loads(_FORM.sub("FilesToAdd", _PORTION.sub(r"\1Portion", json.dumps(made))))
    return named


def _tell_answers(method: str, answers: Schema) -> None:
    for status, words in ALWAYS.items():
        answers[status] = {"description": words, **_PROBLEM}
    if "404" in answers:
        answers["404"] = {"description": answers["404"]["description"], **_PROBLEM}
    if method == "get":
        answers["200"].setdefault("headers", {}).update(_TAG)
        answers |= {status: {"description": words} for status, words in KNOWN.items()}


def _reached(node: object, schemas: Schema) -> Iterator[str]:
    """The names of all shapes that a part of the description leads to."""
    waiting: list[object] = [node]
    seen: dict[str, None] = {}
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            name = str(one.get("$ref", "")).removeprefix(REF)
            if name in schemas and name not in seen:
                seen[name] = None
                waiting.append(schemas[name])
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
    yield from seen
