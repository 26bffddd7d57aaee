"""A module imports only lower layers, and each library has its one place."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHELL = 7.0
LAYERS: dict[str, float] = {
    **dict.fromkeys(("digits",), -3),
    **dict.fromkeys(("identity",), -2),
    **dict.fromkeys(("private_numbers",), -1),
    **dict.fromkeys(("problem", "machine", "markdown", "figures", "git_objects", "forge", "processes", "engines", "search_kinds"), 0),
    **dict.fromkeys(("yamltext", "files", "prose", "page_text", "report", "speech", "explanation", "history"), 1),
    **dict.fromkeys(("records", "revisions"), 2),
    **dict.fromkeys(("own_words", "ties"), 2.5),
    **dict.fromkeys(("catalogue",), 3),
    **dict.fromkeys(("loading",), 3.2),
    **dict.fromkeys(("tracing",), 3.3),
    **dict.fromkeys(("statements", "rule"), 3.5),
    **dict.fromkeys(("checks", "choices", "silencing", "reviews", "locality"), 4),
    **dict.fromkeys(("pages", "outputs", "editor_files", "forms", "form_editor", "spreadsheets"), 5),
    **dict.fromkeys(("render",), 6),
}
"""The shell, which is everything else, stands above and may use itself."""
OWNERS = {
    "yaml": {"yamltext"},
    "xlsxwriter": {"spreadsheets"},
    "openpyxl": {"spreadsheets"},
    "pydantic": {"records"},
    "pydantic_core": {"records"},
    "jinja2": {"render"},
    "numpy": {"render"},
    "markupsafe": {"render"},
    "markdown_it": {"prose"},
    "nh3": {"prose", "page_text", "mkdocs_plugin"},
    "lxml": {"speech"},
    "mkdocs": {"mkdocs_plugin"},
    "click": {"cli", "command_guide", "command_line", "commands"},
    "pagefind_bin": {"search"},
    "sqlite3": {"incremental"},
    "weasyprint": {"leaflets"},
    "segno": {"leaflets"},
    "watchdog": {"serving"},
    "distributed": {"cluster"},
}
FILES = sorted((ROOT / "generator").rglob("*.py"))


def _imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def _module(file: Path) -> str:
    return file.relative_to(ROOT / "generator").parts[0].removesuffix(".py")


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_module_imports_only_lower_layers(file: Path) -> None:
    """Whoever reads a module need never look above it."""
    module = _module(file)
    layer = LAYERS.get(module, SHELL)
    for name in _imports(file):
        top, _, rest = name.partition(".")
        other = rest.split(".")[0]
        if top == "generator" and other not in {module, ""}:
            below = LAYERS.get(other, SHELL)
            assert below < layer or layer == SHELL, f"{module} imports {other}"
        assert module in OWNERS.get(top, {module}), f"{module} imports {top}"


def test_every_layer_exists() -> None:
    """A module that was renamed takes its place in the layers along."""
    modules = {_module(file) for file in FILES}
    assert set(LAYERS) - modules <= {"outputs"}
    assert {owner for owners in OWNERS.values() for owner in owners} <= modules


def test_only_the_outside_asks_the_clock() -> None:
    """The same commit gives the same site on any day: `as_of` is passed in."""
    clock = re.compile(r"\b(datetime|date|time)\.(today|now|utcnow|time|localtime|gmtime)\(")
    asks = {_module(file) for file in FILES if clock.search(file.read_text())}
    assert asks <= {"commands", "mkdocs_plugin"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_sizes_stay_small(file: Path) -> None:
    """No module over 300 lines and no function over 50, so that each can be read in one go."""
    text = file.read_bytes()
    assert text.count(b"\n") <= 300
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
    assert [f.name for f in functions if (f.end_lineno or 0) - f.lineno >= 50] == []
