"""The reference of the API as a page of ours, made of its own description; it loads nothing from anywhere."""

from collections.abc import Iterator
from dataclasses import dataclass

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import HTMLResponse
from starlette.routing import Mount

from rashomon.web.api.describing import ALWAYS, KNOWN, REF, Schema, operations
from rashomon.web.templating import show

router = APIRouter()
ROOT = "/api/v1"
_EVERYWHERE = ALWAYS | KNOWN  # told once, at the top


@dataclass(frozen=True, slots=True)
class Kind:
    """What a value is, in words, with the shapes that are described on the page."""

    words: tuple[tuple[str, bool], ...]  # True of the names of shapes


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter or a key: its name, what it is, whether it must be there, and what is said of it."""

    name: str
    kind: Kind
    needed: bool
    said: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be asked for; `body` is what is sent, `answers` what may come: status, words, shape."""

    id: str
    method: str
    path: str
    summary: str
    said: str
    parameters: tuple[Field, ...]
    body: Kind | None
    answers: tuple[tuple[str, str, Kind | None], ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """An object of JSON, key by key."""

    name: str
    said: str
    fields: tuple[Field, ...]


@router.get("/api", include_in_schema=False)
def reference(request: Request) -> HTMLResponse:
    """Everything that programs can ask for."""
    schema = _api_of(request.app).openapi()
    rooms: dict[str, list[Operation]] = {}
    for path, method, told in operations(schema):
        rooms.setdefault(told["tags"][0], []).append(_operation(path, method, told))
    shapes = [_shape(name, one) for name, one in sorted(schema["components"]["schemas"].items())]
    return show(request, "api.html.j2", rooms=rooms, shapes=shapes, root=ROOT, everywhere=sorted(_EVERYWHERE.items()))


def _api_of(app: FastAPI) -> FastAPI:
    mounted = next(route.app for route in app.routes if isinstance(route, Mount) and route.path == ROOT)
    assert isinstance(mounted, FastAPI)
    return mounted


def _operation(path: str, method: str, told: Schema) -> Operation:
    answers = tuple(
        (status, one["description"], _content(one.get("content")))
        for status, one in sorted(told["responses"].items())
        if status not in _EVERYWHERE
    )
    return Operation(
        id=told["operationId"],
        method=method.upper(),
        path=ROOT + path,
        summary=told["summary"],
        said=told.get("description", ""),
        parameters=tuple(
            Field(one["name"], kind_of(one["schema"]), one.get("required", False), _said_of(one))
            for one in told.get("parameters", ())
        ),
        body=_content(told.get("requestBody", {}).get("content")),
        answers=answers,
    )


def _said_of(parameter: Schema) -> str:
    said: str = parameter.get("description") or parameter["schema"].get("description", "")
    return said


def _content(content: Schema | None) -> Kind | None:
    return kind_of(next(iter(content.values()))["schema"]) if content else None


def _shape(name: str, told: Schema) -> Shape:
    needed = told.get("required", ())
    fields = tuple(
        Field(key, kind_of(one), key in needed, one.get("description", ""))
        for key, one in told.get("properties", {}).items()
    )
    return Shape(name, " ".join(told.get("description", "").split()), fields)


def kind_of(schema: Schema) -> Kind:
    """What a value of this schema is: "list of Claim", "text or null"."""
    return Kind(tuple(_words(schema)))


def _words(schema: Schema) -> Iterator[tuple[str, bool]]:
    if "$ref" in schema:
        yield schema["$ref"].removeprefix(REF), True
    elif choices := schema.get("anyOf") or schema.get("oneOf"):
        for number, one in enumerate(choices):
            if number:
                yield " or ", False
            yield from _words(one)
    elif "enum" in schema or "const" in schema:
        yield ", ".join(f"“{one}”" for one in schema.get("enum", [schema.get("const")])), False
    elif schema.get("type") == "array":
        yield "list of ", False
        yield from _items(schema)
    else:
        yield from _plain(schema)


def _items(schema: Schema) -> Iterator[tuple[str, bool]]:
    """What stands in a list: of one kind, or of one kind at each place."""
    if "prefixItems" not in schema:
        yield from _words(schema.get("items", {}))
        return
    for number, one in enumerate(schema["prefixItems"]):
        if number:
            yield " and ", False
        yield from _words(one)


def _plain(schema: Schema) -> Iterator[tuple[str, bool]]:
    kind = str(schema.get("type", "any value"))
    names = {"string": "text", "integer": "whole number", "boolean": "true or false", "null": "null"}
    yield names.get(kind, kind), False
    values = schema.get("additionalProperties")
    if kind == "object" and isinstance(values, dict):
        yield " of ", False
        yield from _words(values)
