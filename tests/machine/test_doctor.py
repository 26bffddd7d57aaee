"""`catalogue doctor`: what is missing is found on machines that lack it, with a remedy to paste."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from generator.machine import folder, packages, programs
from generator.machine.examination import FOR_SHEETS, FOR_SITE, TEST_LOCK, as_text, examine
from generator.machine.finding import Purpose, missing, there
from generator.machine.packages import Python
from tests.conftest import REPOSITORY, Golden, Runner
from tests.repositories import commit, git


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine that has no program but those that a test adds; the folder of its programs."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(programs, "ADMINISTRATORS", str(tmp_path / "sbin"))
    (tmp_path / "bin").mkdir()
    return tmp_path / "bin"


def _program(bin_folder: Path, name: str, says: str = "", code: int = 0) -> None:
    file = bin_folder / name
    file.write_text(f"#!/bin/sh\necho '{says}'\nexit {code}\n", "utf-8")
    file.chmod(0o755)


def test_this_repository_can_build_its_site(run: Runner) -> None:
    """Here, where the tests run, nothing that the site needs is missing: exit 0."""
    done = run("doctor", "--format", "json", cwd=REPOSITORY)
    told = json.loads(done.out)
    assert done.code == 0
    assert (told["purposes"][0]["purpose"], told["purposes"][0]["possible"]) == ("生成网站（make site）", True)
    assert all(finding["remedy"] for p in told["purposes"] for finding in p["findings"] if not finding["there"])


def test_it_runs_without_anything_installed() -> None:
    """A Python without any package, as `make doctor` calls it, tells the same from the .venv."""
    script = "import runpy, sys; sys.path.insert(0, '.'); runpy.run_module('generator.machine', run_name='__main__')"
    command = [sys.executable, "-I", "-S", "-c", script]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, check=False)
    assert done.stderr.decode() == ""
    assert done.stdout.decode().startswith("生成网站（make site）：可以\n  ✓ 有：Python 3.")
    assert done.returncode == 0


def test_a_machine_without_anything(bare: Path, tmp_path: Path, run: Runner) -> None:
    """An empty folder on a machine without programs: exit 1, and a remedy for each thing."""
    root = tmp_path / "tree"
    root.mkdir()
    (root / "mkdocs.yml").write_text("", "utf-8")
    done = run("doctor", cwd=root)
    assert done.code == 1
    assert list(bare.iterdir()) == []
    assert "生成网站（make site）：还不可以\n" in done.out
    assert "  ✗ 缺：requirements/site.txt 这个文件\n      补上：git checkout -- requirements\n" in done.out
    assert "  ✗ 缺：git\n      补上：sh requirements/install_system_packages.sh git\n" in done.out
    assert "  ✗ 缺：Orca 读屏软件\n      补上：sh requirements/install_system_packages.sh orca\n" in done.out
    lines = done.out.splitlines()
    assert all("补上：" in lines[n + 1] for n, line in enumerate(lines) if "✗" in line)
    assert lines[-1].startswith("还不可以：生成网站（make site）、")


def test_every_line_says_it_in_words_too(golden: Golden) -> None:
    """A sign alone is not heard: 有, 缺, and 缺，不是必须."""
    purposes = [
        Purpose("做甲", [there("甲的东西"), missing("乙的东西", "make yi", needed=False)]),
        Purpose("做乙", [missing("丙的东西", "make bing")]),
    ]
    golden("machine/three.text", as_text(purposes))
    assert as_text(purposes[:1]).endswith("\n什么都不缺。\n")


def test_packages_are_held_against_the_lock(tmp_path: Path) -> None:
    """What is missing and what has another version, by name; a package for other machines may be missing."""
    (tmp_path / "lock.txt").write_text(
        "# 说明\na-b==1.0 \\\n    --hash=sha256:0\nc==2.0\nd==3.0 ; sys_platform == 'win32' \\\n    --hash=sha256:0\ne==4\n", "utf-8"
    )

    def told(found: dict[str, str]) -> str:
        return packages.locked_packages(str(tmp_path), Python("", (3, 11), found, {}), "lock.txt", "make x").line

    assert told({"a-b": "1.0", "c": "2.0", "e": "4"}) == "✓ 有：lock.txt 里的 4 个软件，版本都对"
    assert told({"a-b": "1.0", "c": "2.1"}) == "✗ 缺：lock.txt 里的软件，少 1 个：e；版本不对 1 个：c 应是 2.0，现在是 2.1"
    assert told({"a-b": "1.0", "c": "2.0", "e": "4", "d": "9"}) == "✗ 缺：lock.txt 里的软件，版本不对 1 个：d 应是 3.0，现在是 9"


def test_the_lock_of_this_repository_is_read_whole() -> None:
    """Every line with a version is a package of the lock; one that is taken away is missed by name."""
    lock = (REPOSITORY / TEST_LOCK).read_text("utf-8")
    python = packages.python_in(str(REPOSITORY), ())
    assert f"{len(re.findall('^[a-z].*?==', lock, re.MULTILINE))} 个软件，版本都对" in packages.locked_packages(str(REPOSITORY), python, TEST_LOCK, "").line
    without = Python(python.path, python.version, {k: v for k, v in python.packages.items() if k != "pyyaml"}, {})
    assert packages.locked_packages(str(REPOSITORY), without, TEST_LOCK, "").what == f"{TEST_LOCK} 里的软件，少 1 个：pyyaml"


def test_a_part_that_cannot_be_loaded_is_named_with_its_reason(tmp_path: Path) -> None:
    """A package that is there and broken is worse than none: only loading it shows that."""
    (tmp_path / "broken.py").write_text("import gibt_es_nicht", "utf-8")
    python = packages.python_in(str(tmp_path), ("broken", "json"))
    found = packages.starts(python, ("broken", "json"), "程序")
    assert found.what == "程序，启动不了：broken（ModuleNotFoundError No module named 'gibt_es_nicht'）"
    assert packages.starts(python, ("json",), "程序").is_there


def test_the_parts_that_are_tried_exist() -> None:
    """A module that is renamed is renamed here too."""
    assert packages.python_in(str(REPOSITORY), (*FOR_SITE, *FOR_SHEETS)).broken == {}


@pytest.mark.parametrize("script", ["exit 1", "echo kein json", "echo", ""])
def test_a_python_that_does_not_run_is_told(script: str, tmp_path: Path) -> None:
    """A .venv that was moved or half made: everything of it is missing, and it is made anew."""
    (tmp_path / ".venv/bin").mkdir(parents=True)
    python = tmp_path / ".venv/bin/python"
    python.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    python.chmod(0o755)
    found = packages.python_in(str(tmp_path), ("json",))
    assert packages.version_of(found) == missing("Python 3.11 或更新的版本，现在是 运行不起来", packages.AGAIN)
    assert not packages.starts(found, ("json",), "程序").is_there


def test_an_old_python_is_told() -> None:
    """With the version that it should be, and how to get one."""
    assert packages.version_of(Python("", (3, 10, 4), {}, {})).line == "✗ 缺：Python 3.11 或更新的版本，现在是 3.10.4"
    assert packages.version_of(Python("", (3, 14, 0), {}, {})).line == "✓ 有：Python 3.14.0"


def test_a_browser_must_run(bare: Path) -> None:
    """A stand-in that only says where to get it is none; any of its names will do."""
    assert not programs.CHROMIUM.finding().is_there
    _program(bare, "chromium-browser", code=10)
    assert not programs.CHROMIUM.finding().is_there
    (bare / "chromium-browser").unlink()
    _program(bare, "google-chrome", "Chrome 999")
    assert programs.CHROMIUM.finding().line == "✓ 有：Chromium 浏览器，Chrome 999"


def test_every_program_is_found_by_its_name(bare: Path) -> None:
    """Each is missing until it is there."""
    for program in (*programs.FOR_TESTS, *programs.FOR_SPEECH):
        assert not program.finding().is_there
        _program(bare, program.names[0])
        assert program.finding().is_there


def test_a_program_of_administrators_is_found(bare: Path, tmp_path: Path) -> None:
    """Where it is, though no user has that folder on the path."""
    apache = next(program for program in programs.FOR_TESTS if program.package == "apache2-bin")
    (tmp_path / "sbin").mkdir()
    _program(tmp_path / "sbin", "apache2")
    assert apache.finding().is_there
    assert not list(bare.iterdir())


def test_the_packages_are_those_of_the_makefile() -> None:
    """What doctor would install is what `make test` installs."""
    makefile = (REPOSITORY / "Makefile").read_text("utf-8")
    lines = [line for line in makefile.splitlines() if line.startswith("TEST_SYSTEM_PACKAGES")]
    wanted = {word for line in lines for word in line.partition("= ")[2].split()}
    assert {p.package for p in (*programs.FOR_TESTS, *programs.FOR_SPEECH)} | {"fonts-noto-cjk"} == wanted


def test_fonts_are_those_that_show_chinese(bare: Path) -> None:
    """Another font does not count, nor a machine that cannot list its fonts."""
    assert not programs.fonts().is_there
    _program(bare, "fc-list", "/a.ttf: DejaVu Sans:style=Book")
    assert not programs.fonts().is_there
    _program(bare, "fc-list", "/b.ttc: Noto Sans CJK SC:style=Regular")
    assert programs.fonts().is_there


def test_room_and_rights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk, a folder of somebody else and a machine without a folder for temporary files."""
    assert folder.room(str(tmp_path)).is_there
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=499 * 1024 * 1024))
    assert folder.room(str(tmp_path)).what == "磁盘空间，还有 499 MB，要 500 MB"
    assert folder.rights(str(tmp_path)).is_there
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert folder.rights(str(tmp_path)).what == "写这个文件夹的权限"

    def none() -> str:
        raise FileNotFoundError

    monkeypatch.setattr(tempfile, "gettempdir", none)
    assert folder.rights(str(tmp_path)).what == "能写临时文件的文件夹"


def test_the_form_editor_is_known_and_not_needed(tmp_path: Path) -> None:
    """A site without forms does not need its program."""
    found = folder.form_editor(str(tmp_path))
    assert (found.is_there, found.needed, found.remedy) == (False, False, "make form-editor")
    (tmp_path / folder.FORM_EDITOR).parent.mkdir(parents=True)
    (tmp_path / folder.FORM_EDITOR).touch()
    assert folder.form_editor(str(tmp_path)).is_there
    assert f"form-editor: {folder.FORM_EDITOR} ##" in (REPOSITORY / "Makefile").read_text()


def test_git_is_looked_at_step_by_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No repository, nobody's name, no hook; then all of it."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    root = tmp_path / "tree"
    root.mkdir()

    def lacking() -> list[str]:
        return [finding.remedy for finding in folder.git(str(root)) if not finding.is_there]

    assert lacking() == ["git init"]
    commit(root)
    assert lacking() == ['git config user.name "单位名称"', 'git config user.email "单位邮箱"']
    git(root, "config", "user.name", "测试")
    git(root, "config", "user.email", "ceshi@example.org")
    assert lacking() == []
    (root / ".githooks").mkdir()
    hook = root / ".githooks/pre-commit"
    hook.write_text("#!/bin/sh\n", "utf-8")
    hook.chmod(0o755)
    assert lacking() == ["git config core.hooksPath .githooks"]
    git(root, "config", "core.hooksPath", ".githooks")
    assert lacking() == []


def test_the_encoding_is_asked_of_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without UTF-8 the messages cannot be read; the site can be built nevertheless."""
    monkeypatch.setattr("locale.getpreferredencoding", lambda **_: "ANSI_X3.4-1968")
    assert folder.encoding() == missing("能显示中文的终端编码，现在是 ANSI_X3.4-1968", "export LANG=C.UTF-8", needed=False)
    assert Purpose("甲", [folder.encoding()]).is_possible


def test_an_old_python_without_packages_can_read_it() -> None:
    """Where the right Python and packages are missing, what tells of it must start."""
    for file in (REPOSITORY / "generator/machine").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"), feature_version=(3, 8))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [name.name for name in node.names] if isinstance(node, ast.Import) else []
            for name in names:
                assert name.partition(".")[0] in sys.stdlib_module_names or name.startswith("generator.machine")


def test_the_first_purpose_decides(monkeypatch: pytest.MonkeyPatch, run: Runner) -> None:
    """Whoever only wants the site need not install Orca: exit 0."""
    monkeypatch.setattr("generator.machine.programs.shutil.which", lambda *_, **__: None)
    done = run("doctor", cwd=REPOSITORY)
    assert done.code == 0
    assert "读屏测试（make test-speech）：还不可以" in done.out
    assert examine(str(REPOSITORY))[0].is_possible
