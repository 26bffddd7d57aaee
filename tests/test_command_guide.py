"""The handbook on the commands is what the commands say of themselves, and lacks none."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from generator import commands
from generator.cli import cli
from generator.command_guide import FILE, _sentence, command_guide
from generator.command_line import EXITS, ChineseCommand
from tests.conftest import REPOSITORY, Runner

FRESH = "运行 catalogue schema，把结果一起提交"
MODULES = {path.stem for path in (REPOSITORY / "generator/commands").glob("*.py")} - {"__init__", "options"}


def command_of(name: str) -> ChineseCommand:
    """The command of a name."""
    found = cli.get_command(click.Context(cli), name)
    assert isinstance(found, ChineseCommand)
    return found


def test_the_page_is_fresh() -> None:
    """Who changes a command has the handbook changed with it."""
    assert (REPOSITORY / FILE).read_bytes().decode() == command_guide(), FRESH


def test_no_command_is_left_out() -> None:
    """Every module that holds a command is one that can be given, and has its section."""
    assert set(commands.NAMES) == MODULES
    assert re.findall(r"^## catalogue (.*)$", command_guide(), re.MULTILINE) == list(commands.NAMES)


@pytest.mark.parametrize("name", commands.NAMES)
def test_every_option_stands_in_the_section(name: str) -> None:
    """With its help, its choices and what is written behind it; so do the command's words and exits."""
    section = command_guide().split(f"## catalogue {name}\n")[1].split("\n## ")[0]
    plain = section.replace("`", "")
    command = command_of(name)
    assert command.help
    assert command.help in plain
    for param in command.params:
        if isinstance(param, click.Argument):
            assert param.make_metavar(click.Context(command)) in section
        else:
            assert isinstance(param, click.Option)
            assert f"`{param.opts[0]}" in section
            assert param.help
            assert param.help in plain
        for choice in getattr(param.type, "choices", ()):
            assert f"`{choice}`" in section
    for code, meaning in command.exits.items():
        assert f"退出码 {code}：{meaning}" in plain


@pytest.mark.parametrize("name", commands.NAMES)
def test_the_help_tells_the_exit_codes(name: str, run: Runner) -> None:
    """Who writes a script finds them where the options are."""
    told = run(name, "--help").out.split("退出码:")[1]
    assert re.findall(r"^  (\d)  ", told, re.MULTILINE) == [str(code) for code in command_of(name).exits]


@pytest.mark.parametrize("name", commands.NAMES)
def test_an_exit_code_that_depends_is_explained(name: str) -> None:
    """A command that decides between 0 and 1 says by what, and one that cannot fail names no 1."""
    source = Path(REPOSITORY, f"generator/commands/{name}.py").read_text("utf-8")
    exits = command_of(name).exits
    if re.search(r"sys\.exit\([01] if ", source):
        assert exits != EXITS
    assert (1 in exits) == bool(re.search(r"sys\.exit\(|\bstop\(", source))


def test_the_readme_names_only_what_there_is() -> None:
    """Every command that it shows can be given, with the options that stand beside it."""
    shown = re.findall(r"(?:`|^|/)catalogue ([a-z]+)([^`\n#]*)", (REPOSITORY / "README.md").read_text("utf-8"), re.MULTILINE)
    assert len(shown) > 10
    for name, rest in shown:
        known = {option for param in command_of(name).params for option in param.opts} | {"--help"}
        assert set(re.findall(r"--[a-z-]+", rest)) <= known, name


def test_an_option_within_a_sentence_is_marked() -> None:
    """What is typed is set apart from the words around it, also where no blank stands between."""
    assert _sentence("加 --write 才写；加--check，看 x-y。") == "加 `--write` 才写；加`--check`，看 x-y。"
