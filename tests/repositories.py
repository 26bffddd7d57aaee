"""Git repositories that a test fills: nobody's settings, an author who is no one."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

SETTINGS = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
WHO = ["-c", "user.name=测试", "-c", "user.email=ceshi@example.org", "-c", "init.defaultBranch=main"]


def git(root: Path, *arguments: str, given: bytes = b"") -> str:
    """Run git in a folder; what it says."""
    command = ["git", *WHO, *arguments]
    done = subprocess.run(
        command, cwd=root, input=given, check=True, capture_output=True, env=os.environ | SETTINGS
    )
    return done.stdout.decode().strip()


def commit(root: Path) -> str:
    """Commit all that lies in the folder, in a new repository when there is none; its name."""
    if not (root / ".git").exists():
        git(root, "init")
    git(root, "add", "--all", "--force", ".")
    git(root, "commit", "--allow-empty", "-m", "测试")
    return git(root, "rev-parse", "HEAD")
