"""The files of the tree: found in order, never through a link, refused when they are not plain."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass

from generator.problem import Location, Problem

LARGEST = 256 * 1024
LEFT_ALONE = frozenset({"README.md", "CODEOWNERS"})


@dataclass(frozen=True, kw_only=True)
class NotAPlainFile(Problem):
    """链接、管道、设备等不是普通文件，程序不会顺着它去读别处的内容。

    为什么：顺着链接，程序可能读到这台电脑上别的文件，再公布出去。
    错的例子：用快捷方式或符号链接代替一条记录。
    对的例子：把那个文件复制一份，放在这里。
    """

    code = "T151"
    says = "这里应是{expected}，现在是{found}。"
    mend = "删去它，换成真正的{expected}。"
    expected: str
    found: str


@dataclass(frozen=True, kw_only=True)
class NotYml(Problem):
    """记录的文件名以 .yml 结尾，其他文件不会被读到。

    为什么：读不到的文件不会出现在网站上，却看不出来。
    错的例子：chengdu-canlian.yaml，或 chengdu-canlian.docx
    对的例子：chengdu-canlian.yml
    """

    code = "T152"
    says = "记录文件的名字应以 .yml 结尾，现在是“{found}”。"
    mend = "{remedy_text}"
    found: str
    remedy_text: str


@dataclass(frozen=True, kw_only=True)
class CannotOpen(Problem):
    """文件打不开，多半是权限或磁盘的问题。

    为什么：打不开就查不了，也不会出现在网站上。
    错的例子：文件的权限只给了别的用户。
    对的例子：自己能打开、能保存的文件。
    """

    code = "T153"
    says = "这个文件打不开。"
    mend = "检查文件权限，或重新保存一份。"


@dataclass(frozen=True, kw_only=True)
class NameNotText(Problem):
    """文件名里有看不见或读不出的字符，网址和检查都用不了它。

    为什么：文件名就是网址的一部分，别人打不出来。
    错的例子：从网页上复制来的名字，里面夹着零宽空格。
    对的例子：chengdu-canlian.yml
    """

    code = "T154"
    says = "文件名里有看不见或读不出的字符（用“□”代替）。"
    mend = "把文件改名，只用小写字母、数字和连字符。"


_KINDS = (
    (stat.S_ISLNK, "一个链接"),
    (stat.S_ISFIFO, "一个管道"),
    (stat.S_ISSOCK, "一个套接字"),
    (stat.S_ISCHR, "一个设备"),
    (stat.S_ISBLK, "一个设备"),
    (stat.S_ISDIR, "一个文件夹"),
    (stat.S_ISREG, "一个文件"),
)


def find(root: str, folder: str, ending: str, problems: list[Problem]) -> Iterator[str]:
    """Paths below `folder`, relative to `root` with '/', that end in `ending` (if any), in order.

    What is no plain file or folder, or has another ending, is added to `problems` and not entered.
    """
    waiting = [folder] if _is_plain_folder(root, folder, problems) else []
    while waiting:
        current = waiting.pop()
        below, found = [], []
        for entry in _entries(root, current, problems):
            name, path = entry.name, f"{current}/{entry.name}"
            if entry.is_dir(follow_symlinks=False) and not (ending and name.endswith(ending)):
                below.append(path)
            elif not entry.is_file(follow_symlinks=False):
                problems.append(_not_plain(path, entry.stat(follow_symlinks=False).st_mode, "普通文件"))
            elif name.endswith(ending):
                found.append(path)
            elif name not in LEFT_ALONE and not name.startswith("."):
                problems.append(_other_ending(path, name, ending))
        waiting.extend(reversed(below))
        yield from found


def _is_plain_folder(root: str, folder: str, problems: list[Problem]) -> bool:
    """Whether the folder is there, and neither it nor one above it (below `root`) is a link."""
    parts = folder.split("/")
    for length in range(1, len(parts) + 1):
        path = "/".join(parts[:length])
        try:
            mode = os.lstat(os.path.join(root, path)).st_mode
        except FileNotFoundError:
            return False
        if not stat.S_ISDIR(mode):
            problems.append(_not_plain(path, mode, "普通文件夹"))
            return False
    return True


def _entries(root: str, folder: str, problems: list[Problem]) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(os.path.join(root, folder)) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        problems.append(CannotOpen(at=Location(folder)))
        return []
    kept = []
    for entry in entries:
        if entry.name.isprintable():
            kept.append(entry)
        else:
            shown = "".join(c if c.isprintable() else "□" for c in entry.name)
            problems.append(NameNotText(at=Location(f"{folder}/{shown}")))
    return kept


def _not_plain(path: str, mode: int, expected: str) -> Problem:
    found = next((words for test, words in _KINDS if test(mode)), "别的东西")
    return NotAPlainFile(at=Location(path), expected=expected, found=found)


def _other_ending(path: str, name: str, ending: str) -> Problem:
    if name.endswith(".yaml"):
        text = f"改名为“{name[:-5]}.yml”。"
    else:
        text = f"不是记录就移出这个文件夹；是记录就让名字以 {ending} 结尾。"
    return NotYml(at=Location(path), found=name, remedy_text=text)


def read_bytes(root: str, path: str, problems: list[Problem]) -> bytes | None:
    """At most one byte more than the largest file allowed; None when it cannot be read."""
    try:
        handle = os.open(os.path.join(root, path), os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(handle, "rb") as file:
            return file.read(LARGEST + 1)
    except OSError:
        problems.append(CannotOpen(at=Location(path)))
        return None


def write_text(root: str, path: str, text: str, *, new: bool = False) -> None:
    """Put a text in the place of a file, as `write_bytes` does."""
    write_bytes(root, path, text.encode(), new=new)


def write_bytes(root: str, path: str, data: bytes, *, new: bool = False) -> None:
    """Put bytes in the place of a file in one step, or of nothing if `new`; never through a link.

    FileExistsError when a new file is there already; OSError when the folder is or has a link.
    """
    folder, name = os.path.split(os.path.join(root, path))
    os.makedirs(folder, exist_ok=True)
    inner = os.path.relpath(os.path.realpath(folder), os.path.realpath(root)).replace(os.sep, "/")
    if inner != (os.path.dirname(path) or "."):
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), path)
    target = os.path.join(folder, name)
    if new and os.path.lexists(target):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), path)
    mode = stat.S_IMODE(os.lstat(target).st_mode) if os.path.lexists(target) else 0o644
    handle, draft = tempfile.mkstemp(dir=folder, prefix=f".{name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(draft, mode)
        os.link(draft, target) if new else os.replace(draft, target)
    finally:
        if os.path.lexists(draft):
            os.unlink(draft)
