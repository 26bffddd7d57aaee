"""The Nu Html Checker: one run over every page, style sheet and picture of the site."""

from __future__ import annotations

import json
import re
import subprocess
import time
from typing import Any

from tests.browser.conftest import Site
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
    "--format",
    "json",
    "--stdout",
    "--exit-zero-always",
    "--also-check-css",
    "--also-check-svg",
]


def check(site: Site) -> Judged:
    """Judge every page of a site by its address, and its style sheets and pictures by file."""
    pages = [f"{site.address}/{path}" for path in site.paths()]
    # Files last: after a picture the checker takes pages for pictures too.
    files = sorted(str(p) for p in site.folder.rglob("*") if p.suffix in {".css", ".svg"})
    judged = Judged(version("vnu-jar"), runs=len(pages) + len(files))
    began = time.monotonic()
    done = subprocess.run([*COMMAND, *pages, *files], capture_output=True, text=True, check=False)
    judged.seconds = time.monotonic() - began
    assert done.stdout.startswith("{"), done.stderr
    judged.findings = [_finding(one) for one in json.loads(done.stdout)["messages"]]
    return judged


def _finding(message: dict[str, Any]) -> Finding:
    kind = re.sub(r"^(https?://[^/]*|file:.*)/", "", message.get("url", "no page"))
    said = message["message"]
    if said.startswith("CSS: "):
        # Of style sheets this checker knows less than browsers do, so a person looks at each.
        return Finding("nu", "css", f"{kind}: {said}", said, kind, "source", certain=False)
    place = f"line {message.get('lastLine', 0)}: {message.get('extract', '')}"
    rule = "-".join(filter(None, (message["type"], message.get("subType"))))
    return Finding("nu", rule, place, said, kind, "source", certain=True)
