"""Comments of a record that was changed: each goes where its field or list item is now, none is lost."""

from __future__ import annotations

from generator.yamltext.comments import Comments, Notes, Path
from generator.yamltext.formatting import same
from generator.yamltext.tree import Mapping, Node, Sequence


def carried(comments: Comments, old: Node, new: Node) -> Comments:
    """The comments of the old tree at the places of the new one.

    A list item is followed to where the same item stands now; what is said of something that is
    gone stands below what it was in.
    """
    carried: Comments = {}
    for path, notes in comments.items():
        target, whole = _follow(path, old, new)
        kept = carried.setdefault(target, Notes())
        if whole:
            kept.before += notes.before
            kept.beside = notes.beside
            kept.after += notes.after
        else:
            lines = [*notes.before, notes.beside, *notes.after]
            kept.after += [line for line in lines if line]
    return carried


def _follow(path: Path, old: Node, new: Node) -> tuple[Path, bool]:
    """Where a path leads in the new tree, and whether it leads all the way."""
    target: Path = ()
    for step in path:
        if isinstance(step, str) and isinstance(old, Mapping) and isinstance(new, Mapping):
            if step not in new.entries:
                return target, False
            old, new, target = old.entries[step], new.entries[step], (*target, step)
        elif isinstance(step, int) and isinstance(old, Sequence) and isinstance(new, Sequence):
            place = _place(step, old, new)
            if place is None:
                return target, False
            old, new, target = old.items[step], new.items[place], (*target, place)
        else:
            return target, False
    return target, True


def _place(step: int, old: Sequence, new: Sequence) -> int | None:
    """Where an item stands now: the same number of those equal to it, else its old place if that is free."""
    item = old.items[step]
    nth = sum(same(item, other) for other in old.items[:step])
    equal = [number for number, other in enumerate(new.items) if same(item, other)]
    if nth < len(equal):
        return equal[nth]
    changed = step < len(new.items) and not any(same(new.items[step], other) for other in old.items)
    return step if changed else None
