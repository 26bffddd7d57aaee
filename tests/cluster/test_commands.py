"""What the handbook says of Dask's commands is what they take."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.conftest import REPOSITORY

PAGE = REPOSITORY / "site_src/content/handbook/several-computers.md"
TYPED = re.compile(r"`\.venv/bin/dask (scheduler|worker)([^`]*)`")
OPTION = re.compile(r"--[a-z-]+")
OF_TLS = {"--tls-ca-file", "--tls-cert", "--tls-key"}


@pytest.mark.parametrize("command", ["scheduler", "worker"])
def test_every_option_is_one(command: str) -> None:
    """Each option of a command, and those for certificates that both take, is in its help."""
    text = PAGE.read_text("utf-8")
    typed = {option for name, rest in TYPED.findall(text) if name == command for option in OPTION.findall(rest)}
    assert len(typed) >= 2
    assert all(f"`{option}`" in text for option in OF_TLS)
    shown = subprocess.run([sys.executable, "-m", "dask", command, "--help"], check=True, capture_output=True, text=True)
    assert typed | OF_TLS <= set(OPTION.findall(shown.stdout))
