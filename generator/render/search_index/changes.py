"""Which signs have runs that stand otherwise than before: only their files can have changed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.render.search_index.held import Held, HeldPage
from generator.render.search_index.places import Row, Standing


def touched_signs(old: Held, new: Held) -> set[str] | None:
    """The signs of the runs that stand otherwise; None when pages have other numbers, so that all do."""
    before, after = old.standing, new.standing
    if [page.order for page in old.pages] != [page.order for page in new.pages]:
        return None
    signs: set[str] = set()
    for number in _changed(old.pages, new.pages):
        names = [_runs(standing, standing.names, number) for standing in (before, after)]
        if names[0] != names[1]:
            signs.update(*names[0], *names[1])
        signs.update(*_moved(*(_runs(one, one.texts, number) for one in (before, after))))
    numbered = [{(n, one.runs[run]) for n, run in one.shared.items()} for one in (before, after)]
    signs.update(*(run for _, run in numbered[0] ^ numbered[1]))
    return signs


def _moved(before: list[str], after: list[str]) -> set[str]:
    """The runs of one text only; all of both when others have changed their order."""
    common = {*before} & {*after}
    if [run for run in before if run in common] == [run for run in after if run in common]:
        return {*before} ^ {*after}
    return {*before, *after}


def _changed(old: list[HeldPage], new: list[HeldPage]) -> Iterator[int]:
    """The pages that were told anew; the others are still the same objects."""
    pairs = enumerate(zip(old, new, strict=True))
    return (number for number, (before, after) in pairs if before is not after)


def _runs(standing: Standing, row: Row, page: int) -> list[str]:
    return [
        standing.runs[run] for run in row.flat[row.starts[page] : row.starts[page + 1]].tolist()
    ]
