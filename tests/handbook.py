"""Plays a page of the handbook: its files are written, its edits made, its commands run, in a small catalogue.

A block of a page is a file (first line `# path`), an edit (`path 原来写：`, lines, `改成：`, lines), a new
name (`path 改名为：`, path), or commands (`$ catalogue …`) with what each of them says.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass

from tests.conftest import AS_OF, Runner, Tree

BLOCK = re.compile(r"^```\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_FILE = re.compile(r"# (\S+\.yml)\n(.*)", re.DOTALL)
_EDIT = re.compile(r"(\S+) 原来写：\n(.*?)改成：\n(.*)", re.DOTALL)
_NAME = re.compile(r"(\S+) 改名为：\n(\S+)\n")
_HELD = re.compile(r"(?<=了 )\d+(?= (条记录|个文件)，没有)")
HELD = "66"
"""So many records and files are said to be held: how many the small catalogue happens to hold is no fact."""
_PROMPT = "$ catalogue "
DATED = frozenset({"build", "check", "diff", "import", "review", "stale"})
"""Commands that depend on the day, which is fixed here unless the page itself names one."""


@dataclass
class Play:
    """A page in a tree; what it writes is remembered, to be checked at its end."""

    tree: Tree
    run: Runner

    def page(self, text: str) -> str:
        """The page with what its commands really say."""
        return BLOCK.sub(lambda block: f"```\n{self._block(block[1])}```", text)

    def _block(self, block: str) -> str:
        if block.startswith(_PROMPT):
            return "".join(self._commands(block))
        if found := _FILE.fullmatch(block):
            self.tree.write(found[1], found[2])
        elif found := _EDIT.fullmatch(block):
            self.tree.edit(found[1], found[2], found[3])
        elif found := _NAME.fullmatch(block):
            self.tree.write(found[2], self.tree.read(found[1]))
            self.tree.remove(found[1])
        else:
            raise ValueError(f"a block that nothing can be done with:\n{block}")
        return block

    def _commands(self, block: str) -> Iterator[str]:
        for line in block.splitlines(keepends=True):
            if line.startswith(_PROMPT):
                given = shlex.split(line.removeprefix(_PROMPT))
                day = [] if "--as-of" in given or given[0] not in DATED else ["--as-of", str(AS_OF)]
                done = self.run(*given, *day, cwd=self.tree.root)
                yield line + _HELD.sub(HELD, done.out + done.err)
