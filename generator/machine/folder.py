"""The folder itself: room on the disk, rights, the encoding of the terminal, and git."""

from __future__ import annotations

import locale
import os
import shutil
import tempfile

from generator.machine.finding import Finding, missing, there
from generator.machine.programs import INSTALL, output_of

ROOM = 500
"""Megabytes for .venv and two versions of the site."""
FORM_EDITOR = "requirements/form-editor/node_modules/.installed"
"""What `make form-editor` leaves when it is done."""
_MEGABYTE = 1024 * 1024
_HOOKS = (
    (".githooks/pre-commit", "git config core.hooksPath .githooks"),
    (".pre-commit-config.yaml", "pre-commit install"),
)
"""How a hook of this folder is switched on."""


def form_editor(root: str) -> Finding:
    """Whether the program of the forms is installed, which only a site with forms needs."""
    what = "网页表单的程序"
    if os.path.isfile(os.path.join(root, FORM_EDITOR)):
        return there(what)
    return missing(what, "make form-editor", needed=False)


def room(root: str) -> Finding:
    """Whether the disk has room."""
    free = shutil.disk_usage(root).free // _MEGABYTE
    what = f"磁盘空间，还有 {free} MB"
    return there(what) if free >= ROOM else missing(f"{what}，要 {ROOM} MB", "du -sh .[!.]* * | sort -h | tail")


def rights(root: str) -> Finding:
    """Whether files can be written here and in the folder for temporary ones."""
    try:
        tempfile.gettempdir()
    except FileNotFoundError:
        return missing("能写临时文件的文件夹", "export TMPDIR=$HOME")
    what = "写这个文件夹的权限"
    can = os.access(root, os.W_OK | os.X_OK)
    return there(what) if can else missing(what, 'sudo chown -R "$(id -un)" .')


def encoding() -> Finding:
    """Whether the terminal shows Chinese."""
    name = locale.getpreferredencoding(do_setlocale=False)
    what = f"能显示中文的终端编码，现在是 {name}"
    is_utf8 = name.lower().replace("-", "") == "utf8"
    return there(what) if is_utf8 else missing(what, "export LANG=C.UTF-8", needed=False)


def git(root: str) -> list[Finding]:
    """git, the repository, who commits, and the hook if the folder has one."""
    version = output_of("git", "--version")
    if version is None:
        return [missing("git", f"{INSTALL} git")]
    found = [there(version)]
    if output_of("git", "-C", root, "rev-parse", "--git-dir") is None:
        return [*found, missing("git 仓库，这个文件夹还不是", "git init")]
    found += [_setting(root, "user.name", "提交时写的名字", "单位名称"), _setting(root, "user.email", "提交时写的邮箱", "单位邮箱")]
    return [*found, *_hook(root)]


def _setting(root: str, name: str, title: str, example: str) -> Finding:
    value = output_of("git", "-C", root, "config", "--get", name)
    return there(title) if value else missing(title, f'git config {name} "{example}"')


def _hook(root: str) -> list[Finding]:
    remedy = next((remedy for file, remedy in _HOOKS if os.path.exists(os.path.join(root, file))), None)
    if remedy is None:
        return []
    path = output_of("git", "-C", root, "rev-parse", "--git-path", "hooks/pre-commit") or ""
    is_on = bool(path) and os.access(os.path.join(root, path), os.X_OK)
    what = "提交前自动检查"
    return [there(what) if is_on else missing(what, remedy, needed=False)]
