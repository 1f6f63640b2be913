"""What OpenAPI says of the API beyond what its functions say of themselves."""

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI
from pydantic import TypeAdapter

from rashomon.web.api.problems import MEDIA_TYPE, Problem

_PROBLEM = {"content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}}
_ALWAYS = {
    "422": "What was asked for cannot be: an unknown name or value; `detail` says which.",
    "503": "The store cannot be read just now.",
}
_UNUSED = ("HTTPValidationError", "ValidationError")
_TAG = {
    "ETag": {"description": "Known again by it: send it as `If-None-Match`.", "schema": {"type": "string"}},
}


def describe(api: FastAPI) -> None:
    """The description is made when it is first asked for; every problem in it has the one shape."""
    made = api.openapi

    def openapi() -> dict[str, Any]:
        if api.openapi_schema is None:
            api.openapi_schema = _described(made())
        return api.openapi_schema

    api.openapi = openapi  # type: ignore[method-assign]


def _described(schema: dict[str, Any]) -> dict[str, Any]:
    schemas = schema["components"]["schemas"]
    schemas["Problem"] = TypeAdapter(Problem).json_schema()
    for name in _UNUSED:
        schemas.pop(name, None)
    for method, operation in operations(schema):
        told = operation["responses"]
        for status, words in _ALWAYS.items():
            told[status] = {"description": words, **_PROBLEM}
        if "404" in told:
            told["404"] = {"description": told["404"]["description"], **_PROBLEM}
        if method == "get":
            told["200"]["headers"] = _TAG
            told["304"] = {"description": "As `If-None-Match` knows it."}
    return schema


def operations(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Method and operation, in the order in which they are described."""
    for path in schema["paths"].values():
        yield from path.items()
