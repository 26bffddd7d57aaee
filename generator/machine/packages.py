"""The Python of this folder and its packages, held against the lock."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass

from generator.machine.finding import Finding, missing, there

SUPPORTED = (3, 11)
AGAIN = "rm -rf .venv && make site"
_LONGEST_WAIT = 120
_SHOWN = 5
_LOCKED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[A-Za-z0-9,_-]*\])?==([^\s;\\]+)\s*(;?)", re.MULTILINE)
_ASK = """
import importlib, importlib.metadata, json, sys
root, *modules = sys.argv[1:]
sys.path.insert(0, root)
broken = {}
for module in modules:
    try:
        importlib.import_module(module)
    except BaseException as error:
        broken[module] = " ".join(f"{type(error).__name__} {error}".split())[:200]
found = {d.metadata["Name"]: d.version for d in importlib.metadata.distributions() if d.metadata["Name"]}
print(json.dumps({"version": sys.version_info[:3], "packages": found, "broken": broken}))
"""


@dataclass(frozen=True)
class Python:
    """A Python with what it says of itself; `broken` are modules that it cannot import, and why."""

    path: str
    version: tuple[int, ...]
    packages: dict[str, str]
    broken: dict[str, str]


def python_in(root: str, modules: tuple[str, ...]) -> Python:
    """The Python of the folder's .venv, or the one that runs this, with these modules tried."""
    own = os.path.join(root, ".venv", "bin", "python")
    path = own if os.access(own, os.X_OK) else sys.executable
    try:
        done = subprocess.run(
            [path, "-I", "-c", _ASK, root, *modules], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            timeout=_LONGEST_WAIT, check=True,
        )  # fmt: skip
        told = json.loads(done.stdout.decode("utf-8", "replace").splitlines()[-1])
    except (OSError, subprocess.SubprocessError, ValueError, IndexError):
        return Python(path, (), {}, dict.fromkeys(modules, "Python 运行不起来"))
    packages = {_normal(name): version for name, version in told["packages"].items()}
    return Python(path, tuple(told["version"]), packages, told["broken"])


def version_of(python: Python) -> Finding:
    """Whether the Python is new enough."""
    said = ".".join(map(str, python.version)) or "运行不起来"
    wanted = ".".join(map(str, SUPPORTED))
    remedy = "sudo apt-get install -y python3 python3-venv" if python.version else AGAIN
    if python.version[:2] >= SUPPORTED:
        return there(f"Python {said}")
    return missing(f"Python {wanted} 或更新的版本，现在是 {said}", remedy)


def locked_packages(root: str, python: Python, lock: str, remedy: str) -> Finding:
    """Whether every package of a lock is there, in just this version."""
    try:
        with open(os.path.join(root, lock), encoding="utf-8") as file:
            wanted = _LOCKED.findall(file.read())
    except OSError:
        return missing(f"{lock} 这个文件", "git checkout -- requirements")
    absent, other = [], []
    for name, version, condition in wanted:
        found = python.packages.get(_normal(name))
        if found is None and not condition:
            absent.append(name)
        elif found not in (None, version):
            other.append(f"{name} 应是 {version}，现在是 {found}")
    if not absent and not other:
        return there(f"{lock} 里的 {len(wanted)} 个软件，版本都对")
    parts = [f"少 {len(absent)} 个：{_listed(absent)}"] if absent else []
    parts += [f"版本不对 {len(other)} 个：{_listed(other)}"] if other else []
    return missing(f"{lock} 里的软件，{'；'.join(parts)}", remedy)


def starts(python: Python, modules: tuple[str, ...], what: str) -> Finding:
    """Whether a part of the program can be loaded."""
    broken = [f"{module}（{python.broken[module]}）" for module in modules if module in python.broken]
    if not broken:
        return there(f"{what}，能启动")
    return missing(f"{what}，启动不了：{_listed(broken)}", AGAIN)


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _listed(items: list[str]) -> str:
    return "、".join(items[:_SHOWN]) + (" 等" if len(items) > _SHOWN else "")
