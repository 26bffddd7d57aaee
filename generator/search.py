"""The search index of a site that chooses Pagefind, over the pages of `render.index_pages`.

Pagefind's own command numbers pages in the order in which the file system lists them, and does not
notice a full disk. So it is told the pages one by one, and the files are written here.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
from contextlib import closing
from typing import Any

# Pagefind's own interfaces: the site has its own, and they put values in as HTML.
UNWANTED = ("pagefind-ui", "pagefind-modular", "pagefind-component", "pagefind-highlight")
STOPPED = "搜索程序中途停了，可能是内存不够。"
_END = b","


class IndexFailed(Exception):
    """Pagefind did not finish."""


class _Pagefind:
    """A running Pagefind: a question and an answer are JSON in base64, ended by a comma."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [_program(), "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def close(self) -> None:
        """Stop it; what it was told is forgotten."""
        with self._process:  # closes the pipes and waits
            self._process.kill()

    def ask(self, question: str, **values: object) -> dict[str, Any]:
        """The answer to a question; IndexFailed when there is none."""
        pipes = self._process
        if pipes.stdin is None or pipes.stdout is None:
            raise RuntimeError("Pagefind has no pipes")
        message = json.dumps({"message_id": 1, "payload": {"type": question, **values}})
        try:
            pipes.stdin.write(base64.b64encode(message.encode()) + _END)
            pipes.stdin.flush()
        except BrokenPipeError as error:
            raise IndexFailed(STOPPED) from error
        read: list[bytes] = []
        while not read or not read[-1].endswith(_END):
            read.append(os.read(pipes.stdout.fileno(), 1 << 20))
            if not read[-1]:
                raise IndexFailed(STOPPED)
        answer: dict[str, Any] = json.loads(base64.b64decode(b"".join(read)[:-1]))["payload"]
        if answer["type"] == "Error":
            raise IndexFailed(STOPPED)
        return answer


def build_index(folder: str, out: str) -> None:
    """Index the pages in `folder`, in order of path; the index goes to `out`/pagefind."""
    with closing(_Pagefind()) as pagefind:
        index = pagefind.ask("NewIndex", config={})["index_id"]
        for path in _pages(folder):
            with open(os.path.join(folder, path), encoding="utf-8") as file:
                text = file.read()
            pagefind.ask(
                "AddFile", index_id=index, file_path=None, url=f"/{path}", file_contents=text
            )
        files = pagefind.ask("GetFiles", index_id=index)["files"]
    for file in files:
        if not file["path"].startswith(UNWANTED):
            _write(os.path.join(out, "pagefind", file["path"]), base64.b64decode(file["content"]))


def _pages(folder: str) -> list[str]:
    """The paths of all files below `folder`, with '/', in order."""
    found = [
        os.path.relpath(os.path.join(current, name), folder).replace(os.sep, "/")
        for current, _, names in os.walk(folder)
        for name in names
    ]
    return sorted(found)


def _write(path: str, content: bytes) -> None:
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "xb") as file:
        file.write(content)


def _program() -> str:
    """The Pagefind program of the package `pagefind-bin`."""
    from pagefind_bin import get_executable  # type: ignore[import-untyped]

    return str(get_executable())
