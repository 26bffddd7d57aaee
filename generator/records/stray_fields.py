"""Fields that their part does not have: another name is meant, or they stand a level too high.

Such a field leaves its own place empty, and that is the same slip: it is told once, at the field.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import partial
from itertools import islice

from generator.problem import Problem
from generator.records import messages as m
from generator.records.draft import Draft
from generator.records.examples import SHOWN, quoted, shown
from generator.records.fields import Term
from generator.records.shape import Path, Shape, shapes
from generator.records.vocabulary import VocabularyTerm, meant_terms, near_terms, terms_listed
from generator.yamltext import Mapping, Node, Scalar, Sequence
from generator.yamltext.limits import MOST_OF_A_KIND

Fault = tuple[str, Path, Callable[[], Problem]]
"""A kind of fault, its place, and how to tell it: telling thousands of the same would take minutes."""
UNKNOWN = frozenset({"unknown", "extra_forbidden"})
MOST_LISTED = 12


def explained(draft: Draft, faults: list[Fault]) -> list[Fault]:
    """The faults without those that a stray field explains."""
    strays = {path for kind, path, _ in faults if kind in UNKNOWN}
    if not strays:
        return faults
    for _, path, _ in _first(faults, {"empty"}):
        if (below := _not_indented(draft, path, strays)):
            faults = [fault for fault in faults if fault[1] != path and fault[1] not in below]
            faults.append(("indent", below[0], partial(_indent, draft, path, below)))
    lacking = {path: kind for kind, path, _ in faults if kind in {"missing", "group"}}
    for _, path, _ in _first(faults, UNKNOWN):
        place = _meant(draft, path, lacking) if lacking else None
        if place:
            del lacking[place[0]]
            gone = {place[0], path}
            faults = [fault for fault in faults if fault[1] not in gone]
            faults.append(("renamed", path, partial(_renamed, draft, path, place[1])))
    return faults


def _first(faults: list[Fault], kinds: AbstractSet[str]) -> list[Fault]:
    """As many as are told at most."""
    return list(islice((fault for fault in faults if fault[0] in kinds), MOST_OF_A_KIND))


def unknown_field(draft: Draft, path: Path) -> Problem:
    """A field that its part does not have, with the nearest that it has."""
    part, found = draft.part(path[:-1]), shown(path[-1])
    nearest = _nearest_field(found, shapes(part) if part else {})
    return m.UnknownField(**draft.facts(path) | {"at": draft.key_at(path)}, found=found, nearest=nearest)


def _nearest_field(found: str, known: dict[str, Shape]) -> str:
    close = _close(found, known)
    if close and known[close[0]].title == found:
        return f"字段名用英文，把“{found}”改成“{close[0]}”。"
    if close:
        words = "、".join(f"“{name}”（{known[name].title}）" for name in close)
        return f"最接近的是{words}；都不是就删去这一行。"
    if len(known) > MOST_LISTED:
        return "删去这一行；能写哪些字段，看同类的其他记录。"
    return f"删去这一行；这里可以写的有：{'、'.join(known)}。"


def _close(found: str, known: dict[str, Shape]) -> list[str]:
    """The names of the fields that may be meant, the likeliest first."""
    by_title = {shape.title: name for name, shape in known.items()}
    if found in by_title:
        return [by_title[found]]
    close = difflib.get_close_matches(found.lower(), known, 3, 0.6)
    close += [by_title[title] for title in difflib.get_close_matches(found, by_title, 2, 0.5)]
    return list(dict.fromkeys(close))


def _meant(draft: Draft, path: Path, lacking: dict[Path, str]) -> tuple[Path, str] | None:
    """Where a field is lacking that the name of a stray one means, and the name of that field."""
    part = draft.part(path[:-1])
    for name in _close(shown(path[-1]), shapes(part)) if part else ():
        group = next((group for group in part.one_of if name in group), (name,)) if part else ()
        place = (*path[:-1], group[0])
        if lacking.get(place) == ("group" if len(group) > 1 else "missing"):
            return place, name
    return None


def _renamed(draft: Draft, path: Path, name: str) -> Problem:
    place = (*path[:-1], name)
    shape, value = draft.shape(place), draft.node(path)
    facts = draft.facts(place) | {"at": draft.key_at(path)}
    return m.UnknownField(
        **facts,
        found=shown(path[-1]),
        should=_should(shape, name, found=str(path[-1])),
        nearest=_new_line(name, shape, value) or f"把“{shown(path[-1])}”改成“{name}”，后面的内容不动。",
        vocabulary=vocabulary(shape),
        value=value.value if isinstance(value, Scalar) else "",
    )


def vocabulary(shape: Shape | None) -> str:
    """The vocabulary that a field or the items of a list draw from."""
    term = (shape.items or shape).marker(Term) if shape else None
    return term.vocabulary if term else ""


def _should(shape: Shape | None, name: str, found: str) -> str:
    title = shape.title if shape else name
    return f"，字段名用英文：{name}" if found == title else f"，应是“{title}”（{name}）"


def with_values(problem: Problem, terms: dict[str, dict[str, VocabularyTerm]]) -> Problem:
    """A problem that asks for a value of a vocabulary, with the values: once all vocabularies are read."""
    if not isinstance(problem, m.UnknownField | m.MissingField):
        return problem
    known, is_list = terms.get(problem.vocabulary), problem.example.endswith("]")
    if isinstance(problem, m.MissingField):
        where = "写在方括号里，" if is_list else ""
        return replace(problem, value=f"（{where}从这些里选：{terms_listed(known, problem.vocabulary, [])}）") if known else problem
    return _with_choices(problem, known, is_list=is_list) if known and problem.value not in known else problem


def _with_choices(problem: m.UnknownField, known: dict[str, VocabularyTerm], *, is_list: bool) -> Problem:
    """The line with what is meant, where that is certain; else the values to choose from."""
    name, meant = problem.example.partition(":")[0], meant_terms(problem.value, known)
    if meant and (is_list or len(meant) == 1):
        return replace(problem, nearest=_guessed(problem, name, meant, known, is_list=is_list))
    how = f"{name}: [值]，把“值”换成这里的一个或几个，几个用半角逗号隔开" if is_list else f"{name}: 值，把“值”换成这里的一个"
    values = terms_listed(known, problem.vocabulary, near_terms(problem.value, known))
    return replace(problem, nearest=f"写成 {how}：{values}")


def _guessed(
    problem: m.UnknownField, name: str, meant: list[str], known: dict[str, VocabularyTerm], *, is_list: bool
) -> str:
    """The line with the terms that the value seems to mean, to be looked at once more."""
    how = f"把第{problem.at.line}行整行换成" if problem.at.column == 1 else "改成"
    value = f"[{', '.join(meant)}]" if is_list else meant[0]
    names = "、".join(f"{term} {known[term].name}" for term in meant)
    return f"{how} {name}: {value}（原来写的“{shown(problem.value)}”应是 {names}，请核对）"


def _new_line(name: str, shape: Shape | None, value: Node | None) -> str:
    """The line with the right name; nothing where the value is not a short text."""
    if not shape or shape.part or not isinstance(value, Scalar) or not 0 < len(value.value) <= SHOWN or "\n" in value.value:
        return ""
    if shape.items:
        return "" if shape.items.part else f"改成 {name}: [{quoted(value.value)}]"
    return f"改成 {name}: {value.value if value.plain else quoted(value.value)}"


def _not_indented(draft: Draft, path: Path, strays: set[Path]) -> list[Path]:
    """The strays behind an empty field that are fields of its part."""
    shape, parent = draft.shape(path), draft.node(path[:-1])
    if not shape or not shape.part or not isinstance(parent, Mapping):
        return []
    below: list[Path] = []
    names = list(parent.entries)
    for name in names[names.index(str(path[-1])) + 1 :]:
        here = (*path[:-1], name)
        if name not in shapes(shape.part) or here not in strays:
            break
        below.append(here)
    return below


def _indent(draft: Draft, path: Path, below: list[Path]) -> Problem:
    first = draft.key_at(below[0])
    last = max((line for place in below for line in _lines(draft.node(place))), default=first.line)
    return m.NotIndented(
        **draft.facts(path) | {"at": first},
        found="、".join(str(place[-1]) for place in below),
        lines=f"第{first.line}到{last}行，每行" if last > first.line else "这一行",
    )


def _lines(node: Node | None) -> Iterator[int]:
    if node is None:
        return
    yield node.line
    below = node.entries.values() if isinstance(node, Mapping) else node.items if isinstance(node, Sequence) else ()
    for child in below:
        yield from _lines(child)
