"""What someone does who knows no YAML, and follows the first remedy of a message to the letter."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from generator.problem import Problem
from tests.conftest import Tree

_END = r"(?= ?（|；|。(?!$)|，和|$)"
_CHANGE = re.compile(rf"(?:改成|整行换成) ((?!\d+ 个空格).+?){_END}")
_RENAME = re.compile(r"文件名也改成 (\S+\.yml)")
_ADD = re.compile(rf"(文件末尾)?(?:加一行|加上一行，例如|加上) (.+?){_END}")
_ADD_LINE = re.compile(r"在第(\d+)行(?:（\w+）)?(上|下)面加一行 ?“?(.+?)”?，和")
_DELETE = re.compile(r"删去第(\d+)、(\d+)行")
_BEFORE_LINES = re.compile(r"第(\d+)到(\d+)行，每行(?:的字)?前面加(?:“(.+?)”|两个空格)")
_INDENT = re.compile(r"行首(?:换成|改成) (\d+) 个空格")
_KEY = re.compile(r"[a-z_]+: ")


def paste(tree: Tree, problem: Problem) -> None:
    """Do what the remedy says at the place that the message names; fail where it gives nothing to paste."""
    path, remedy = problem.at.path, problem.remedy
    lines = tree.read(path).split("\n")
    found = [match for pattern in (_BEFORE_LINES, _INDENT, _CHANGE, _ADD_LINE, _ADD, _DELETE) if (match := pattern.search(remedy))]
    assert found, f"nothing to paste in: {remedy}"
    first = min(found, key=lambda match: match.start())
    if first.re is _BEFORE_LINES:
        _put_before(lines, int(first[1]), int(first[2]), first[3] or "  ")
    elif first.re is _INDENT:
        lines[problem.at.line - 1] = " " * int(first[1]) + lines[problem.at.line - 1].lstrip(" \t")
    elif first.re is _CHANGE:
        _change(lines, problem, first[1])
    elif first.re is _DELETE:
        del lines[int(first[1]) - 1 : int(first[2])]
    elif first.re is _ADD_LINE:
        _add_line(lines, int(first[1]), first[3], below=first[2] == "下")
    else:
        _add(lines, None if first[1] else problem.at.line, first[2].split("，再另起一行，加上 "))
    renamed = _RENAME.search(remedy)
    tree.remove(path)
    tree.write(str(PurePosixPath(path).with_name(renamed[1])) if renamed else path, "\n".join(lines))


def _put_before(lines: list[str], first: int, last: int, sign: str) -> None:
    for number in range(first - 1, last):
        text = lines[number].lstrip(" ")
        lines[number] = lines[number].removesuffix(text) + sign + text


def _change(lines: list[str], problem: Problem, new: str) -> None:
    """A whole field takes the place of the line, anything else that of the value."""
    line = lines[problem.at.line - 1]
    whole = _KEY.match(new) or new.startswith("- ")
    start = len(line) - len(line.lstrip(" -")) if whole else problem.at.column - 1
    lines[problem.at.line - 1] = line[:start] + new


def _add_line(lines: list[str], beside: int, new: str, *, below: bool) -> None:
    above = lines[beside - 1]
    indent = len(above) - len(above.lstrip(" -"))
    lines.insert(beside if below else beside - 1, " " * indent + new)


def _add(lines: list[str], line: int | None, new: list[str]) -> None:
    """Below the place and all that belongs to it; items under their field, fields beside it."""
    if line is None:
        lines[-1:-1] = new
        return
    above = lines[line - 1]
    indent = len(above) - len(above.lstrip(" -"))
    end = line
    while end < len(lines) and lines[end].startswith(" " * (indent + 1)):
        end += 1
    lines[end:end] = [" " * (indent + 2 * item.startswith("- ")) + item for item in new]
