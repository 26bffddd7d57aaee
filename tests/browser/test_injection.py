"""What stands in a record is text: attacks in every field of every type, read by a real browser."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import quote

import pytest
from jinja2 import Environment
from playwright.sync_api import Browser, Page

from generator import building, mkdocs_plugin
from generator.progress import Progress
from generator.render import site as rendering
from generator.render.environment import environment
from tests.browser.conftest import Site, opened, served
from tests.browser.hostile import Attack
from tests.conftest import REPOSITORY, SHARED, Tree
from tests.site.conftest import furnished

# Short enough for most fields; x-hostile and hostile= are looked for in the page afterwards.
PAYLOADS = {
    "tags and attributes": "攻\"'><x-hostile onmouseover=alert(1)></title><script>alert(1)</script>",
    "pictures": "攻<img src=x onerror=alert(1)><svg/onload=alert(1)></textarea>",
    "templates and tokens": "攻{{7*7}}{%raw%}${7*7}<%=7*7%>{pour-main}{pour-current:home}--8<--",
    "markdown and entities": "攻[走](javascript:alert(1)){: hostile=1}&lt;x-hostile&gt;&#60;svg&#62;",
    "addresses": "javascript:alert(1)//攻",
}
LOOKED_FOR = "x-hostile, [hostile], [onerror], [onload], [onmouseover], [onclick], img[src=x]"
SCRIPT_LINKS = (
    "nodes => nodes.filter((n) => /^\\s*(javascript|data|vbscript):/i.test(n.href)).length"
)


def attacked(folder: Path, payload: str) -> Attack:
    """The small catalogue with this text wherever the checks allow it."""
    shutil.copytree(REPOSITORY / "tests/fixtures/small", folder)
    return Attack(furnished(Tree(folder).take(SHARED)), payload)


def built(tree: Tree, out: Path) -> Path:
    """The site of a tree."""
    building.build(tree.check(), mkdocs_plugin.render, str(out), 1, Progress(enabled=False))
    return out


def of_records(site: Site) -> list[str]:
    """The pages that hold words of the records, and the list of all courses."""
    kept = (
        "bases/",
        "channels/",
        "courses/",
        "institutions/",
        "offices/",
        "policies/",
        "subsidies/",
    )
    paths = [path for path in site.paths() if path.startswith(kept)]
    return [*paths, "index.html", "past.html", "accessibility.html", "regions/510100.html"]


class Harm:
    """What an attack did, and where its text was shown."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.shown: set[str] = set()

    def look(self, page: Page, path: str, payload: str, faults: list[str]) -> None:
        """Keep what is to be seen on a page."""
        self.done += [f"{path}: {fault}" for fault in faults]
        self.done += [f"{path}: element"] * page.locator(LOOKED_FOR).count()
        self.done += [f"{path}: script link"] * int(page.eval_on_selector_all("a", SCRIPT_LINKS))
        if payload in page.title() + (page.locator("body").text_content() or ""):
            self.shown.add(path)


def walk(browser: Browser, folder: Path, payload: str) -> Harm:
    """Open every page of records, and search for the attack."""
    harm = Harm()
    with served(folder) as site, opened(browser, site.address) as (page, watch):
        for path in [
            *of_records(site),
            f"search.html?q={quote('测试')}",
            f"search.html?q={quote(payload)}",
        ]:
            page.goto(f"{site.address}/{path}")
            if path.startswith("search"):
                page.wait_for_function("() => document.querySelector('#search-status').textContent")
            harm.look(page, path, payload, watch.told())
    return harm


@pytest.mark.parametrize("name", PAYLOADS)
def test_no_text_of_a_record_becomes_more_than_text(
    name: str, browser: Browser, tmp_path: Path
) -> None:
    """An attack is refused by the checks or shown as it is written: no dialog, element or request."""
    payload = PAYLOADS[name]
    attack = attacked(tmp_path / "tree", payload)
    harm = walk(browser, built(attack.tree, tmp_path / "site"), payload)
    assert attack.tried > 150
    assert len(attack.spots) > 50, "so few were let through that nothing is shown by this test"
    assert harm.done == []
    assert len(harm.shown) > 5


@pytest.fixture
def naive(monkeypatch: pytest.MonkeyPatch) -> None:
    """Templates that do not escape."""

    def unescaped(root: str) -> Environment:
        made = environment(root)
        made.autoescape = False
        return made

    monkeypatch.setattr(rendering, "environment", unescaped)


@pytest.mark.usefixtures("naive")
def test_a_site_that_does_not_escape_is_found_out(browser: Browser, tmp_path: Path) -> None:
    """The same walk over naively rendered pages reports elements and violations of the policy."""
    attack = attacked(tmp_path / "tree", PAYLOADS["pictures"])
    harm = walk(browser, built(attack.tree, tmp_path / "site"), attack.payload)
    assert any(fault.endswith("element") for fault in harm.done)
    assert any("CSP script-src" in fault for fault in harm.done)
