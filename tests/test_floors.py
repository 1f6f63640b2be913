"""No import goes up a floor, and rooms of one floor do not know each other."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "rashomon"
FLOORS = (
    {"model", "settings", "errors", "version"},
    {"text", "serialize"},
    {"ingest", "extract", "reuse", "compare", "render", "demo"},
    {"pipeline"},
    {"cli"},
    {"__main__"},
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
FILES = [path for path in sorted(SOURCE.rglob("*.py")) if path != SOURCE / "__init__.py"]


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    """The rooms of ours that a file imports from; "" is the root of the package."""
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"a relative import in {path}"
            modules = [
                f"{node.module}.{name.name}" if node.module == "rashomon" else node.module for name in node.names
            ]
        else:
            modules = [name.name for name in node.names] if isinstance(node, ast.Import) else []
        for module in modules:
            top, _, rest = (module or "").partition(".")
            if top == "rashomon":
                rooms.add(rest.partition(".")[0])
    return rooms


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_go_down(path):
    own = room_of(path)
    for room in imported_rooms(path) - {own}:
        assert room in FLOOR, f"{own} imports from the package's root; import from the room itself"
        assert FLOOR[room] < FLOOR[own], f"{own} imports {room}"
