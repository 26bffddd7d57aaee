"""Every field of every record type is explained, and its example is one that the checks accept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter

from generator.catalogue import Catalogue
from generator.loading import load
from generator.records import RECORD_TYPES, Part, Record
from generator.records.examples import NOTHING, pasteable
from generator.records.fields import LONGEST_TABLE, Clause, Division, Occupation, SeedFile, Term
from generator.records.shape import Shape, shapes
from generator.yamltext import Mapping, Node, Scalar, read
from tests.conftest import AS_OF, REPOSITORY

HAN = re.compile(r"[\u4e00-\u9fff]")


def _parts(part: type[Part], seen: dict[str, type[Part]]) -> dict[str, type[Part]]:
    """A part and all below it, by name."""
    seen[part.__name__] = part
    for shape in shapes(part).values():
        below = shape.items or shape
        if below.part and below.part.__name__ not in seen:
            _parts(below.part, seen)
    return seen


def _fields() -> Iterator[tuple[type[Part], str, Shape]]:
    parts: dict[str, type[Part]] = {}
    for record_type in RECORD_TYPES:
        _parts(record_type, parts)
    for part in parts.values():
        for name, shape in shapes(part).items():
            yield part, name, shape


def _param(field: tuple[type[Part], str, Shape]) -> Any:  # noqa: ANN401 - pytest's own
    return pytest.param(*field, id=f"{field[0].__name__}.{field[1]}")


FIELDS = [_param(field) for field in _fields()]
LISTS = [_param(field) for field in _fields() if field[2].items is not None]
# Any example of a credit code would be that of a real institution, or a wrong one.
SHOWN = [_param(field) for field in _fields() if field[1] != "uscc"]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The records of this repository."""
    return load(str(REPOSITORY), AS_OF)[0]


@pytest.mark.parametrize(("part", "name", "shape"), FIELDS)
def test_a_field_has_a_title_and_a_help(part: type[Part], name: str, shape: Shape) -> None:
    """Staff see a Chinese title, and a short Chinese sentence that says more than the title."""
    help_text = (shape.info.description if shape.info else None) or ""
    assert HAN.search(shape.title), (part, name)
    assert len(shape.title) <= 12
    assert len(HAN.findall(help_text)) >= 4
    assert help_text.endswith("。")
    assert help_text.rstrip("。") != shape.title
    assert len(help_text) <= 60


@pytest.mark.parametrize(("part", "name", "shape"), LISTS)
def test_a_list_has_a_limit(part: type[Part], name: str, shape: Shape) -> None:
    """No list may hold so many items that checking it takes minutes."""
    limits = [m.max_length for m in shape.markers if hasattr(m, "max_length")]
    assert limits, (part, name)
    assert limits[0] <= LONGEST_TABLE


@pytest.mark.parametrize(("part", "name", "shape"), SHOWN)
def test_a_field_has_an_example_that_can_be_pasted(
    part: type[Part], name: str, shape: Shape, catalogue: Catalogue
) -> None:
    """The line that a message offers is read without a fault, and its type takes it."""
    line = pasteable((name,), shape)
    assert NOTHING not in line, (part, name)
    tree, problems = read(f"{line}\n".encode(), "example.yml")
    assert [p.message for p in problems] == []
    assert isinstance(tree, Mapping)
    value = _plain(tree.entries[name])
    info = part.model_fields[name]
    adapter = TypeAdapter[Any](Annotated[info.annotation, info])  # type: ignore[arg-type]  # made here
    adapter.validate_python(value)
    _assert_known(catalogue, shape, value)


def _plain(node: Node) -> Any:  # noqa: ANN401 - text, list or dict
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Mapping):
        return {name: _plain(value) for name, value in node.entries.items()}
    return [_plain(item) for item in node.items]


def _assert_known(catalogue: Catalogue, shape: Shape, value: Any) -> None:  # noqa: ANN401
    """Terms, divisions, clauses, occupations and files that an example names must exist."""
    if isinstance(value, list) and shape.items:
        for item in value:
            _assert_known(catalogue, shape.items, item)
    elif isinstance(value, dict) and shape.part:
        for name, below in value.items():
            _assert_known(catalogue, shapes(shape.part)[name], below)
    for marker in shape.markers:
        if isinstance(marker, Term):
            assert value in catalogue.terms[marker.vocabulary]
    known: dict[type, Any] = {
        Division: catalogue.regions,
        Clause: catalogue.clauses,
        Occupation: catalogue.occupations,
        SeedFile: catalogue.files,
    }
    for marker in shape.markers:
        assert type(marker) not in known or value in known[type(marker)]


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda kind: kind.kind)
def test_a_record_type_says_what_and_where_it_is(record_type: type[Record]) -> None:
    """Each type has a Chinese title and a folder of its own."""
    assert HAN.search(record_type.title)
    assert [t for t in RECORD_TYPES if t.folder == record_type.folder] == [record_type]
    assert record_type.folder.count("/") == 1


def test_every_vocabulary_that_a_field_names_exists(catalogue: Catalogue) -> None:
    """A field whose vocabulary is missing would take any value."""
    named = {marker.vocabulary for _, _, shape in _fields() for marker in _terms(shape)}
    assert named <= set(catalogue.terms)


def _terms(shape: Shape) -> list[Term]:
    below = _terms(shape.items) if shape.items else []
    return [marker for marker in shape.markers if isinstance(marker, Term)] + below
