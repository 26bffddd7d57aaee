"""Random histories of a catalogue: after each step the site made from what stood must equal one made anew.

`python -m tests.incremental.histories --histories 1000` plays many; the tests play a few.
Of a big tree (`--records 1000`) the site is compared after some steps only, and always at the end: a
page that was wrongly left as it was mostly stays so, and is then seen later.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import os
import random
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from generator.building import Checked, Host, build, check_tree
from generator.incremental.last import Last, choices
from generator.incremental.memory import remembered
from generator.mkdocs_plugin import render
from generator.publish import marker_of, state_of
from tests.bench.records import write_tree
from tests.conftest import AS_OF, REPOSITORY, SHARED
from tests.incremental.edits import EDITS, Edit
from tests.incremental.lightening import lighten
from tests.test_building import SILENT, host

SMALL = REPOSITORY / "tests" / "fixtures" / "small"
MEMORY = Path("/dev/shm")  # noqa: S108 - folders with names of their own are made in it
"""Where a folder is kept in memory, on systems that have it."""
COLLECTED = 4
"""After so many histories what they left in memory is thrown away."""
SOME = 0.4
"""The share of the steps after which the site of a big tree is compared."""


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    paths = [os.path.join(current, name) for current, _, names in os.walk(folder) for name in names]
    return {os.path.relpath(path, folder): Path(path).read_bytes() for path in paths}


def put_back(folder: Path, before: dict[str, bytes]) -> None:
    """Make the files below a folder again what they were; those that have not changed are not touched."""
    now = contents(folder)
    for path in now.keys() - before.keys():
        (folder / path).unlink()
    for path in differences(before, now):
        if path in before:
            (folder / path).write_bytes(before[path])


@dataclass
class Site:
    """A catalogue and its site, made step by step."""

    root: Path
    out: Path
    edits: tuple[Edit, ...] = EDITS
    host: Host = host
    told: list[str] = field(default_factory=list)
    amiss: list[str] = field(default_factory=list)
    """What is told of the records that a check anew does not tell, or the other way round."""
    checked: Checked | None = None
    """The check anew of the records as they are, where there was one."""

    def build(self, *, is_compared: bool = True) -> bool:
        """Make the site from what stands of the last one; False when the records have errors."""
        self.checked, self.amiss = None, []
        marker = marker_of(str(self.out))
        last = Last.read(str(self.root), state_of(str(self.out)), choices(AS_OF), marker)
        if last.is_same:
            return True
        memory = remembered(last)
        checked = check_tree(str(self.root), AS_OF, memory=memory)
        if is_compared:
            self.checked = check_tree(str(self.root), AS_OF)
            told, anew = (c.report("text").splitlines() for c in (checked, self.checked))
            self.amiss = sorted(set(told) ^ set(anew))
        if checked.has_errors:
            return False
        build(checked, self.host, str(self.out), 1, SILENT, memory=memory)
        return True

    def anew(self, folder: Path, checked: Checked | None = None) -> dict[str, bytes]:
        """The files of the site made from nothing, of records that were read anew."""
        shutil.rmtree(folder, ignore_errors=True)
        build(checked or check_tree(str(self.root), AS_OF), self.host, str(folder), 1, SILENT)
        return contents(folder)

    def step(self, chance: random.Random, *, is_compared: bool = True) -> bool:
        """One or two edits and a build; what cannot be built is taken back, and False."""
        before = contents(self.root)
        edits = chance.choices(self.edits, k=chance.choice([1, 1, 1, 2, 3]))
        for edit in edits:
            edit(chance, self.root)
        self.told.append("，".join(edit.__name__ for edit in edits))
        built = self.build(is_compared=is_compared)
        if not built:
            put_back(self.root, before)
            self.checked = None
            self.told[-1] += "（不成立）"
        return built


def small_tree(root: Path) -> None:
    """The small catalogue, with the templates of this repository, in a new folder."""
    shutil.copytree(SMALL, root)
    for name in (*SHARED, "site_src/templates"):
        target = root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if (REPOSITORY / name).is_dir():
            shutil.copytree(REPOSITORY / name, target, dirs_exist_ok=True)
        else:
            shutil.copyfile(REPOSITORY / name, target)


def copied_tree(tree: Path, root: Path) -> None:
    """A tree in a new folder."""
    shutil.copytree(tree, root)


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The paths of the files that are not the same."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


@dataclass
class Played:
    """What came of a history."""

    steps: int = 0
    refused: int = 0
    """Steps that left errors in the records and were taken back."""
    compared: int = 0
    """Sites that were compared with one made anew."""
    wrong: list[str] = field(default_factory=list)
    """What was done, and which files then differed; nothing when all is well."""


@dataclass(frozen=True)
class Ground:
    """A folder in which histories are played one after the other, each from the same tree and the same site of it.

    Every history has a new copy of the tree, so that it goes as it would alone. The site and what is
    known of it are made once: a site that is published is not changed in place, so its files are linked.
    """

    folder: Path
    tree: Callable[[Path], None] = small_tree
    host: Host = host

    def site(self, edits: tuple[Edit, ...] = EDITS) -> Site:
        """The site as it was before any edit."""
        first, root, out = (self.folder / name for name in ("first", "tree", "played"))
        if not first.exists():
            self.tree(root)
            assert Site(root, first / "site", host=self.host).build(is_compared=False)
        shutil.rmtree(root)
        shutil.rmtree(out, ignore_errors=True)
        self.tree(root)
        shutil.copytree(first, out, copy_function=os.link)
        for kept in first.glob(".site.state*"):
            (out / kept.name).unlink()
            shutil.copyfile(kept, out / kept.name)
        return Site(root, out / "site", edits, self.host)


def play(site: Site, seed: int, steps: int, share: float = 1) -> Played:
    """Play a history, and compare after this share of the steps and at the end."""
    chance, looks = random.Random(seed), random.Random(seed)  # noqa: S311 - no secret
    played, is_new = Played(), True
    while played.steps < steps and not played.wrong:
        played.steps += 1
        is_compared = looks.random() < share or played.steps == steps
        built = site.step(chance, is_compared=is_compared)
        played.refused += not built
        is_new |= built
        played.wrong = site.amiss
        if is_compared and is_new and not site.amiss:
            played.wrong = differences(contents(site.out), site.anew(site.out.parent / "anew", site.checked))
            played.compared += 1
            is_new = False
    played.wrong = [*site.told, *played.wrong] if played.wrong else []
    return played


@dataclass
class Tally:
    """What came of many histories."""

    histories: int = 0
    all: Played = field(default_factory=Played)
    differed: int = 0

    def add(self, seed: int, played: Played) -> None:
        """Count a history; one that differed is told at once."""
        self.histories += 1
        for counted in ("steps", "refused", "compared"):
            setattr(self.all, counted, getattr(self.all, counted) + getattr(played, counted))
        if played.wrong:
            self.differed += 1
            sys.stdout.write("\n".join([f"seed {seed}", *played.wrong, ""]))
            sys.stdout.flush()

    def told(self) -> str:
        """All that was counted, in a line."""
        return (
            f"{self.histories} histories, {self.all.steps} steps ({self.all.refused} could not stand and were taken back), "
            f"{self.all.compared} sites compared with ones made anew: {self.differed} histories differed"
        )


_ground: Ground | None = None  # of this process


def _begin(ground: Ground) -> None:
    """Take a place of one's own to play in; what is imported by now is no garbage."""
    global _ground  # noqa: PLW0603 - a process has one
    _ground = replace(ground, folder=Path(tempfile.mkdtemp(dir=ground.folder)))
    lighten(few_codes=ground.tree is small_tree)
    gc.freeze()
    gc.disable()


def _played(steps: int, share: float, seed: int) -> tuple[int, Played]:
    """Play one history from where all begin; whatever is raised is told with its seed."""
    assert _ground
    site = _ground.site()
    try:
        return seed, play(site, seed, steps, share)
    except Exception:  # noqa: BLE001 - the others go on
        return seed, Played(wrong=[*site.told, traceback.format_exc()])
    finally:
        if seed % COLLECTED == 0:
            gc.collect()


def play_all(ground: Ground, seeds: range, jobs: int, steps: int, share: float) -> Tally:
    """Play a history a seed in so many processes, and say now and then how far it is."""
    tally, began, every = Tally(), time.monotonic(), max(1, len(seeds) // 40)
    fork = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(jobs, mp_context=fork, initializer=_begin, initargs=(ground,)) as pool:
        for done in as_completed([pool.submit(_played, steps, share, seed) for seed in seeds]):
            tally.add(*done.result())
            if tally.histories % every == 0:
                sys.stderr.write(f"{time.monotonic() - began:.0f} s: {tally.histories} of {len(seeds)} histories\n")
    return tally


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="python -m tests.incremental.histories", description=__doc__)
    options.add_argument("--histories", type=int, default=100)
    options.add_argument("--steps", type=int, default=8)
    options.add_argument("--first", type=int, default=0, help="the seed of the first history")
    options.add_argument("--jobs", type=int, default=1, help="processes that play")
    options.add_argument("--share", type=float, help=f"of the steps that are compared; else all, of a big tree {SOME}")
    options.add_argument("--records", type=int, help="play on a tree of so many records in place of the small catalogue")
    options.add_argument("--tree", type=Path, help="play on this tree in place of the small catalogue")
    options.add_argument("--folder", type=Path, help="where to play; else in memory where there is such a folder")
    return options


def main() -> int:
    """Play histories from the command line; 1 when a site was not as one made anew."""
    given = _options().parse_args()
    in_memory = MEMORY if os.access(MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=given.folder or in_memory) as name:
        folder, tree = Path(name), given.tree
        if given.records:
            tree = folder / "records"
            tree.mkdir()
            write_tree(REPOSITORY, tree, given.records)
        # a whole tree has pages of text, which only the real host makes
        ground = Ground(folder, partial(copied_tree, tree), render) if tree else Ground(folder)
        share = given.share or (SOME if tree else 1)
        seeds = range(given.first, given.first + given.histories)
        tally = play_all(ground, seeds, given.jobs, given.steps, share)
    sys.stdout.write(f"{tally.told()}\n")
    return int(tally.differed > 0)


if __name__ == "__main__":
    sys.exit(main())
