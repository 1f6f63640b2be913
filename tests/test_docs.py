"""Documentation that cannot lie: commands, formats, settings, links and printed output are held to the code."""

import ast
import dataclasses
import importlib.util
import inspect
import json
import re
import shlex
import subprocess
import sys
import typing
from pathlib import Path
from types import ModuleType

import pytest

from rashomon.cli.serve import serve
from rashomon.model import comparison as contract
from rashomon.settings import Settings
from rashomon.store.opening import open_store

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "src" / "rashomon").rglob("*.py"))
OF_NO_COMPARISON = {"CollectSettings", "CopySettings", "GroupingSettings", "StreamSettings", "WebSettings"}
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *ROOT.glob("*/README.md")])


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", script("write_docs").FILLED)
def test_what_a_document_shows_is_what_the_command_prints(name):
    assert read(name) == script("write_docs").filled(read(name)), "stale; run make docs"


def test_who_follows_the_page_for_programs_has_the_ids_that_it_shows(tmp_path):
    page = read("docs/api.md")
    commands = re.findall(r"^    rashomon ((?:collect|stories) .+ --store) halven\.sqlite$", page, re.MULTILINE)
    assert len(commands) == 2
    for command in commands:
        asked = [sys.executable, "-m", "rashomon", *shlex.split(command), str(tmp_path / "halven.sqlite")]
        subprocess.run(asked, cwd=ROOT, check=True, capture_output=True)
    with open_store(tmp_path / "halven.sqlite") as store:
        (story,) = store.stories()
        known = {article.id for article in store.articles()}
    assert set(re.findall(r"/stories/(\w{12})\b", page)) == {story.id}
    assert set(re.findall(r"""\barticle(?:=|": ")([^&"]+)""", page)) <= known


def test_examples_are_the_demonstration():
    for name, text in script("write_examples").examples().items():
        assert read(f"examples/{name}") == text, "stale; run make docs"


def test_every_command_stands_in_the_documentation():
    for name in script("write_docs").COMMANDS:
        assert f"## rashomon {name}\n" in read("docs/cli.md") and f"<!-- help: {name} -->" in read("docs/cli.md")


@pytest.mark.parametrize("name", script("write_docs").COMMANDS)
def test_every_option_has_a_row_of_its_own(name):
    rows = re.findall(r"^\| `--", script("write_docs").help_of(name), re.MULTILINE)
    command = script("write_docs").COMMANDS[name]
    hints = typing.get_type_hints(command, include_extras=True).values()
    options = [
        told for hint in hints for told in getattr(hint, "__metadata__", ()) if type(told).__name__ == "OptionInfo"
    ]
    assert len(rows) == len(options) > 0 and all(told.help for told in options)


def dataclasses_of(kind: object) -> dict[str, type]:
    """Every dataclass that a field of `kind` leads to, by name."""
    found: dict[str, type] = {}
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        found[kind.__name__] = kind
        for hint in typing.get_type_hints(kind).values():
            found |= dataclasses_of(hint)
    for part in typing.get_args(kind):
        found |= dataclasses_of(part)
    return found


def documented_keys() -> dict[str, set[str]]:
    """The keys that each table of docs/format.md explains."""
    tables = re.findall(r"\| key of `(\w+)` .*\n\|[-|]+\n((?:\|.*\n)+)", read("docs/format.md"))
    return {
        name: {key for row in rows.splitlines() for key in re.findall(r"`(\w+)`", row.split("|")[1])}
        for name, rows in tables
    }


def test_every_key_of_the_json_is_documented_and_no_other():
    kinds = dataclasses_of(contract.Comparison)
    kinds.pop("Evidence")  # explained under the ground rules
    assert documented_keys() == {
        name: {field.name for field in dataclasses.fields(kind)} for name, kind in kinds.items()
    }


def test_format_is_named_in_the_documentation():
    assert contract.FORMAT in read("docs/format.md")


@pytest.mark.parametrize("word", ["ClaimRelation", "DifferenceKind", "DifferenceRelation", "WordingOfQuotation"])
def test_every_word_of_a_closed_list_is_explained(word):
    for one in typing.get_args(getattr(contract, word)):
        assert f"`{one}`" in read("docs/format.md") and f"**{one}**" in read("docs/terms.md"), one


def test_every_setting_has_its_unit_and_reason_beside_it():
    lines = read("src/rashomon/settings.py").splitlines()
    steps = {field.name: field.default_factory for field in dataclasses.fields(Settings)}
    for node in ast.parse("\n".join(lines)).body:
        if isinstance(node, ast.ClassDef) and node.name != "Settings":
            printed = {step.__name__ for step in steps.values()}
            assert node.name in printed | OF_NO_COMPARISON, f"{node.name} is printed nowhere"
            for field in (part for part in node.body if isinstance(part, ast.AnnAssign)):
                above, own, below = lines[field.lineno - 2], lines[field.end_lineno - 1], lines[field.end_lineno]
                assert "  # " in own or above.strip().startswith("# ") or below.strip().startswith('"""'), own


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_every_module_and_public_function_has_a_docstring(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), f"{path} says nothing of itself"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path):
    text = path.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if not target.startswith(("http://", "https://")):
            file, _, anchor = target.partition("#")
            linked = path.parent / file if file else path
            assert linked.exists(), target
            assert not anchor or anchor in anchors(linked.read_text(encoding="utf-8")), target


def anchors(text: str) -> set[str]:
    """The anchors that headings of a Markdown text make."""
    heads = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_named_in_the_documents_exist(path):
    for name in re.findall(
        r"`((?:src|tests|docs|benchmarks|scripts|examples)/[\w./-]+)`", path.read_text(encoding="utf-8")
    ):
        assert (ROOT / name).exists(), name


def test_options_of_the_guide_to_serving_are_those_of_commands():
    known = {
        name
        for one in script("write_docs").COMMANDS
        for name in re.findall(r"`(--[\w-]+)", script("write_docs").help_of(one))
    }
    named = set(re.findall(r"(?<![\w-])--[a-z][\w-]+", read("docs/serving.md")))
    assert named and named <= known, named - known


def test_the_guide_to_serving_names_the_port_that_is_served():
    assert f":{inspect.signature(serve).parameters['port'].default}" in read("docs/serving.md")


def test_the_guide_to_serving_shows_every_picture_that_is_taken():
    taken = set(re.findall(r'Picture\("(\w+)"', read("scripts/write_picture.py")))
    assert taken == set(re.findall(r"\(serve-(\w+)\.png\)", read("docs/serving.md")))


def test_make_targets_named_in_the_documents_exist():
    targets = set(re.findall(r"^(\w+):", read("Makefile"), re.MULTILINE))
    for path in DOCUMENTS:
        for line in re.findall(r"(?:^ {4}|`)make ((?:\w+ ?)+)", path.read_text(encoding="utf-8"), re.MULTILINE):
            assert set(line.split()) <= targets, (path, line)


def test_words_quoted_in_the_walk_through_stand_in_the_demonstration():
    articles = [json.loads(line)["text"] for line in read("src/rashomon/demo/articles.jsonl").splitlines()]
    quoted = re.findall(r"^ *> (.+)$", read("docs/pipeline.md"), re.MULTILINE)
    assert quoted
    for words in quoted:
        assert any(words in text for text in articles), words


def test_requirement_of_python_is_the_one_that_the_documents_name():
    assert "Python 3.11 or later" in read("README.md") and 'requires-python = ">=3.11"' in read("pyproject.toml")
    assert sys.version_info >= (3, 11)
