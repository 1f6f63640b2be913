"""Imports go down the floors only: each room knows those below it, and rooms of one floor never know each other."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "rashomon"
FLOORS = (
    ("model", "settings", "errors", "version", "demo"),  # demo is a folder of data
    ("text", "serialize"),
    ("ingest", "extract", "reuse", "compare", "render", "cluster", "store"),
    ("pipeline",),
    ("stream",),
    ("collect",),
    ("web", "mcp"),
    ("cli",),
    ("__main__",),
)
FLOOR_OF = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
FILES = sorted(SOURCE.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    """The rooms that a file imports from, wherever in it the import stands."""
    modules = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            modules.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            modules.add(node.module or "")
            if node.module == "rashomon":
                modules.update(f"rashomon.{alias.name}" for alias in node.names)
    return {name.split(".")[1] for name in modules if name.startswith("rashomon.")}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_go_down_only(path):
    room = room_of(path)
    if room == "__init__":
        return
    assert room in FLOOR_OF, f"{room}: give the new room a floor"
    for other in imported_rooms(path) - {room}:
        if room in ("settings", "errors", "version"):
            pytest.fail(f"{room} imports {other}; it stands on the ground")
        if room == "model":
            pytest.fail(f"model imports {other}; it knows only itself")
        assert FLOOR_OF[other] < FLOOR_OF[room], f"{path.name} ({room}) imports {other}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_nobody_inside_imports_from_the_package_root(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "rashomon":
            names = {alias.name for alias in node.names}
            assert names <= FLOOR_OF.keys(), f"{path.name}: from rashomon import {', '.join(sorted(names))}"


@pytest.mark.parametrize("heavy", ["trafilatura", "httpx2", "py3langid", "jinja2", "typer", "lxml", "sqlalchemy"])
def test_comparing_loads_nothing_that_only_other_commands_need(heavy):
    import subprocess
    import sys

    program = (
        "import sys\nfrom rashomon.pipeline import compare_articles\nfrom rashomon.model.article import Article\n"
        "text = 'The ferry hit the wall on Tuesday. Nine people were hurt, the mayor said.'\n"
        "compare_articles([Article('a', text, language='en'), Article('b', text, language='en')])\n"
        f"sys.exit({heavy!r} in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
