"""The Nu Html Checker: one run over every page, style sheet and picture of the site."""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path
from typing import Any

from tests.judges.finding import Finding
from tests.judges.in_page import MODULES, Judged, version

JAR = "vnu-jar/build/dist/vnu.jar"
# The pages are asked from a server, for at a file address 'self' of their policy means nothing; the
# checker refuses servers on its own machine unless it is told otherwise.
COMMAND = [
    "java",
    "-Dnu.validator.servlet.allow-forbidden-hosts=true",
    "-jar",
    str(MODULES / JAR),
    "--format=json",
    "--stdout",
    "--exit-zero-always",
    "--also-check-css",
    "--also-check-svg",
]


def check(addresses: list[str], files: list[Path]) -> Judged:
    """Judge pages by address, and style sheets and pictures by file; kinds are the names of both."""
    judged = Judged(version("vnu-jar"), runs=len(addresses) + len(files))
    began = time.monotonic()
    done = subprocess.run(
        [*COMMAND, *map(str, files), *addresses], capture_output=True, text=True, check=False
    )
    judged.seconds = time.monotonic() - began
    assert done.stdout.startswith("{"), done.stderr
    judged.findings = [_finding(one) for one in json.loads(done.stdout)["messages"]]
    return judged


def _finding(message: dict[str, Any]) -> Finding:
    kind = message.get("url", "no page")
    place = f"line {message.get('lastLine', 0)}: {message.get('extract', '')}"
    rule = "-".join(filter(None, (message["type"], message.get("subType"))))
    return Finding("nu", rule, place, message["message"], kind, "source", certain=True)
