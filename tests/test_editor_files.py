"""The schemas and settings in this repository are those that the models and vocabularies give."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from generator.command_guide import FILE as GUIDE
from generator.command_guide import command_guide
from generator.editor_files import SETTINGS, schemas, settings
from generator.loading import load
from generator.records import RECORD_TYPES, Course
from generator.records.shape import shapes
from tests.conftest import AS_OF, REPOSITORY, Runner, Tree

FRESH = "运行 catalogue schema，把结果一起提交"


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    """The schemas as they should be."""
    catalogue, problems = load(str(REPOSITORY), AS_OF)
    assert problems == []
    return schemas(catalogue)


def test_the_schemas_are_fresh(made: dict[str, str]) -> None:
    """A new field or value of a vocabulary is in the editor as soon as it is in the catalogue."""
    kept = {file.name: file.read_bytes().decode() for file in (REPOSITORY / "schemas").iterdir()}
    assert kept == made, FRESH


def test_the_settings_are_fresh_and_name_every_schema(made: dict[str, str]) -> None:
    """VS Code reads them as they are; any other editor gives the same to its language server."""
    text = (REPOSITORY / SETTINGS).read_bytes().decode()
    assert text == settings(), FRESH
    named = json.loads(text)["yaml.schemas"]
    assert {name.removeprefix("./schemas/") for name in named} == set(made)
    assert set(named.values()) == {f"{record_type.folder}/**/*.yml" for record_type in RECORD_TYPES}
    extensions = json.loads((REPOSITORY / ".vscode/extensions.json").read_bytes())
    assert "redhat.vscode-yaml" in extensions["recommendations"]


def _nodes(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON
    if isinstance(value, dict):
        yield value
    for below in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _nodes(below)


def test_each_field_has_its_words(made: dict[str, str]) -> None:
    """Title, description and message of every property are Chinese; every reference leads somewhere."""
    for text in made.values():
        schema = json.loads(text)
        assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
        for node in _nodes(schema):
            for field in node.get("properties", {}).values():
                for key in ("title", "description", "errorMessage"):
                    assert re.search("[\u4e00-\u9fff]", field[key])
            if "$ref" in node:
                assert node["$ref"].removeprefix("#/definitions/") in schema["definitions"]
            if isinstance(node.get("pattern"), str):
                assert node["patternErrorMessage"] == node["errorMessage"]
            assert len(node.get("enum", [])) == len(node.get("enumDescriptions", []))
        assert all(name.isascii() for name in schema["definitions"])


def test_a_schema_stays_small(made: dict[str, str]) -> None:
    """An editor reads one for each file that is opened."""
    assert max(len(text.encode()) for text in made.values()) < 80_000


def test_a_course_may_hold_exactly_its_fields(made: dict[str, str]) -> None:
    """The properties are the fields of the model, and nothing else is allowed."""
    schema = json.loads(made["course.json"])
    assert list(schema["properties"]) == list(shapes(Course))
    assert schema["additionalProperties"] is False
    asked = [rule["required"][0] for rule in schema["allOf"] if "required" in rule]
    assert asked == [name for name, info in Course.model_fields.items() if info.is_required()]


def test_the_command_writes_them(run: Runner, small: Tree) -> None:
    """Into the tree together with the settings, or into a folder of one's own."""
    done = run("schema", cwd=small.root)
    assert (done.code, done.out) == (0, f"已生成 {len(RECORD_TYPES) + 2} 个文件，放在 schemas。\n")
    assert small.read(SETTINGS) == settings()
    assert small.read(GUIDE) == command_guide()
    run("schema", "--out", small.root / "a/b", cwd=small.root)
    assert small.read("a/b/course.json") == small.read("schemas/course.json")


def test_without_vocabularies_nothing_is_written(run: Runner, small: Tree) -> None:
    """A schema without values would call every value wrong."""
    small.remove("catalogue/regions/sichuan-divisions.yml")
    done = run("schema", cwd=small.root)
    assert done.code == 1
    assert "catalogue check" in done.err
    assert not (small.root / "schemas").exists()
