"""The tree of a file that is to become a record: where its fields stand and what staff call them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from generator.problem import Location
from generator.records.envelope import Part, Record
from generator.records.examples import pasteable
from generator.records.shape import Path, Shape, shape_at, shapes
from generator.yamltext import Mapping, Node, Scalar, Sequence


class Facts(TypedDict):
    """What every message about a field tells."""

    at: Location
    label: str
    example: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A tree, the file it came from, and the type of record it should be."""

    tree: Mapping
    file: str
    record_type: type[Record]

    def at(self, path: Path) -> Location:
        """Where a field stands in the file."""
        return locate(self.tree, path, self.file)

    def node(self, path: Path) -> Node | None:
        """What stands at a place; None where the text has nothing."""
        node: Node = self.tree
        for step in path:
            if isinstance(node, Mapping) and isinstance(step, str) and step in node.entries:
                node = node.entries[step]
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
            else:
                return None
        return node

    def key_at(self, path: Path) -> Location:
        """Where the name of a field stands."""
        node = self.node(path[:-1]) or self.tree
        key = node.keys[str(path[-1])] if isinstance(node, Mapping) else node
        return Location(self.file, key.line, key.column)

    def label(self, path: Path) -> str:
        """How staff know a field."""
        return label(self.record_type, path)

    def shape(self, path: Path) -> Shape | None:
        """What the type says of a place; None where it has no such place."""
        return shape_at(self.record_type, path)

    def part(self, path: Path) -> type[Part] | None:
        """The part that the type has at a place."""
        shape = self.shape(path) if path else Shape(part=self.record_type)
        return shape.part if shape else None

    def facts(self, path: Path) -> Facts:
        """Place, label and a pasteable example of a field."""
        example = pasteable(path, self.shape(path))
        return {"at": self.at(path), "label": self.label(path), "example": example}


def locate(tree: Node, path: Path, file: str) -> Location:
    """The place of the deepest part of `path` that the text has."""
    node, line, column = tree, tree.line, tree.column
    for step in path:
        if isinstance(node, Mapping) and isinstance(step, str) and step in node.entries:
            key = node.keys[step]
            line, column = key.line, key.column
            node = node.entries[step]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            line, column = node.line, node.column
        else:
            break
    else:
        if isinstance(node, Scalar) and path:
            line, column = node.line, node.column
    return Location(file, line, column)


def label(part: type[Part], path: Path) -> str:
    """How staff know a field: “无障碍服务”第3项的“状态”（state）; “金额”（value） where its part has the same title."""
    words, current = [], Shape(part=part)
    for step in path:
        if isinstance(step, int):
            words.append(f"第{step + 1}项")
            current = current.items or Shape()
        else:
            current = shapes(current.part).get(step, Shape()) if current.part else Shape()
            word = f"“{current.title or step}”"
            words += [word] if words[-1:] != [word] else []
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    return "的".join(words).replace("的第", "第") + (f"（{name}）" if name else "")
