"""Faults in the noting of what a page reads, to be found by histories."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.checks import Answer
from generator.incremental import memory, plan, pouring
from generator.tracing import Traced
from tests.incremental.edits import (
    Edit,
    copy_record,
    edit_date,
    edit_name,
    edit_numeral,
    edit_state,
    edit_text,
    edit_vocabulary,
    rename_record,
)

FAULTS: dict[str, tuple[Edit, ...]] = {
    "get": (edit_name,),
    "of": (edit_name, edit_text),
    "referring": (edit_state, edit_date),
    "find": (edit_name,),
    "once": (copy_record, edit_state),
    "kept": (edit_date,),
    "index": (edit_vocabulary,),
    "given": (edit_text,),
    "refers": (copy_record,),
    "clauses": (copy_record,),
    "tied": (rename_record,),
    "file": (edit_numeral,),
    "listed": (rename_record,),
    "answers": (edit_numeral,),
}
"""What goes unnoticed, and the edits of histories that show it."""


TIES = {"refers": "referring", "clauses": "clause"}
"""Ties whose changes go unnoticed, and how their keys begin."""


def plant(name: str, put: Callable[[object, str, Any], None]) -> None:
    """Make one way of reading go unnoticed; `put` sets an attribute and takes it back at the end."""
    for place, attribute, value in _planted(name):
        put(place, attribute, value)


def _planted(name: str) -> list[tuple[object, str, Any]]:
    """What stands in the place of what."""
    if name in TIES:
        tie_keys = plan._tie_keys
        begins = TIES[name]
        return [(plan, "_tie_keys", lambda old, new: [k for k in tie_keys(old, new) if not k.startswith(begins)])]
    special: dict[str, list[tuple[object, str, Any]]] = {
        "kept": [(Traced, "kept", _kept_without_reads)],
        "index": [(Traced, "__getattribute__", object.__getattribute__)],
        "given": [(pouring, "given", lambda page, _catalogue: page.path)],
        "file": [(Traced, way, _unnoted(way)) for way in ("entry_of", "words_of")],
        "listed": [(pouring, "_listed", lambda _catalogue, group: (list(group.pages()), set()))],
        "answers": [(memory.Memory, "settle", _settled_for_good)],
    }
    return special.get(name, [(Traced, name, _unnoted(name))])


def _unnoted(name: str) -> Callable[..., Any]:
    def read(catalogue: Traced, *arguments: object) -> object:
        found: object = getattr(catalogue._whole, name)(*arguments)
        return found

    return read


def _kept_without_reads(catalogue: Traced, key: tuple[object, ...], make: Callable[[], object]) -> object:
    """As `kept`, but only the first page that shows a thing has read what it was made of."""
    if key not in catalogue._kept:
        catalogue._kept[key] = make()
    return catalogue._kept[key]


def _settled_for_good(kept: memory.Memory, answer: Answer) -> None:
    """As `settle`, but of an answer only the unit is kept and not what it rests on."""
    kept.checked[answer.unit] = (answer.unit, "")
