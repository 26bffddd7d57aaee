"""Wrong use and help of the command line are told in Chinese."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator import commands, report
from generator.engines import FINDERS
from generator.servers import NAMES as SERVERS
from tests.conftest import Runner, Tree

COMMANDS = commands.NAMES
WRONG = {
    "unknown option": (["check", "--relase"], "没有 --relase 这个选项，是不是 --release。"),
    "unknown short option": (["check", "-x"], "没有 -x 这个选项。"),
    "missing value": (["check", "--as-of"], "选项 --as-of 后面要写一个值。"),
    "value for a switch": (["check", "--release=yes"], "选项 --release 后面不写值。"),
    "date in words": (["check", "--as-of", "今天"], "--as-of：日期应写成 2026-11-23 的样子，现在是“今天”。"),
    "date without hyphens": (["check", "--as-of", "20261123"], "--as-of：日期应写成 2026-11-23 的样子，现在是“20261123”。"),
    "no such day": (["check", "--as-of", "2026-02-30"], "--as-of：日期应写成 2026-11-23 的样子，现在是“2026-02-30”。"),
    "unknown format": (["check", "--format", "xml"], f"--format 只能写：{'、'.join(report.FORMATS)}。"),
    "near command": (["chekc"], "没有“chekc”这个命令，是不是 check。"),
    "unknown command": (["生成"], f"没有“生成”这个命令；可以用的有：{'、'.join(COMMANDS)}。"),
    "no such file": (["check", "没有.yml"], "找不到“没有.yml”。请核对文件或文件夹的名字。"),
    "outside": (["check", "/etc"], "“/etc”不在目录的文件夹里。"),
    "too many words": (["rollback", "多余"], "多写了“多余”。"),
    "no number": (["build", "--jobs", "许多"], "--jobs：应写 1 到 64 的整数，现在是“许多”。"),
    "no jobs": (["build", "--jobs", "0"], "--jobs：应写 1 到 64 的整数，现在是“0”。"),
    "no port": (["build", "--scheduler", "tcp://10.0.0.1"], "--scheduler：应写成 tcp://10.0.0.1:8786 的样子，或 tls:// 开头，现在是“tcp://10.0.0.1”。"),
    "another server": (["headers", "iis"], "服务器 只能写：nginx、apache、caddy、pages。"),
    "no tree there": (["check", "--root", "catalogue"], "这里不是川残技能目录的文件夹（没有 mkdocs.yml）。请先进入那个文件夹。"),
}


@pytest.mark.parametrize("case", WRONG)
def test_wrong_use_exits_2_with_a_chinese_sentence(case: str, run: Runner, small: Tree) -> None:
    """What was wrong, what could be meant, and where to read more; nothing was checked or written."""
    arguments, said = WRONG[case]
    before = sorted(small.root.rglob("*"))
    done = run(*arguments, cwd=small.root)
    assert (done.code, done.out, done.err) == (2, "", f"{said}\n用 --help 查看用法。\n")
    assert sorted(small.root.rglob("*")) == before


def test_outside_of_any_tree_is_wrong_use(run: Runner, tmp_path: Path) -> None:
    """A command typed in some other folder says where it should be typed."""
    done = run("check", cwd=tmp_path)
    assert done.code == 2
    assert done.err.startswith("这里不是川残技能目录的文件夹（没有 mkdocs.yml）。")


def test_no_command_shows_the_commands(run: Runner) -> None:
    """Typing only the name of the program helps, with the exit code of wrong use."""
    done = run()
    assert done.code == 2
    assert all(command in done.err for command in COMMANDS)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_chinese_throughout(command: str, run: Runner) -> None:
    """No English but names of commands, options and the values they take."""
    done = run(*filter(None, [command]), "--help")
    assert done.code == 0
    names = {"catalogue", "git", "Ctrl", "C", "site", "text", "json", "xlsx", "csv", "CODEOWNERS", "PDF", "origin", "main", "tcp", *COMMANDS, *FINDERS, *SERVERS, *report.FORMATS}
    words = set(re.findall(r"[A-Za-z]+", re.sub(r"--[a-z-]+", "", done.out)))
    assert words <= names
    assert "用法：" in done.out
    assert "显示这段帮助。" in done.out
