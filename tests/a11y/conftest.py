"""The sites that are examined, the browser, the proof of every gate, and what is told of it all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.a11y.canary import Canaries
from tests.a11y.desk import Desk, Target
from tests.a11y.ledger import Ledger
from tests.a11y.serving import Served, served
from tests.browser.conftest import CHROMIUM, SWITCHES
from tests.conftest import RECORDS, REPOSITORY, SHARED, Tree
from tests.site.conftest import building, furnished, run

TASK = """---
title: 做一件事
description: 测试用的一页。
section: help
kind: task
contents: true
---

# 做一件事

## 要准备什么，要多久

- 一样东西

## 做法

1. 先做这个。
2. 再做[那个](rules/index.html)。

```
hours: 40
```

`hours`
:   课时。
"""
MOVED = "catalogue/courses/chengdu/chengdu-shuxiu-rumen.yml"


def _built(tree: Tree, course: str, former: str) -> Path:
    """The site of a tree in which a course had another id before."""
    tree.edit(course, "\ncategory:", f"\nredirect_from:\n  - {former}\ncategory:")
    out = tree.root.parent / "site"
    done = run(building(tree, out))
    assert done.returncode == 0, done.stderr
    return out


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The site of this repository, with one old address."""
    tree = Tree(tmp_path_factory.mktemp("real") / "tree").take((*RECORDS, "site_src"))
    with served(_built(tree, MOVED, "chengdu-shuxiu")) as site:
        yield site


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The site of the small catalogue, with one old address."""
    root = tmp_path_factory.mktemp("small") / "tree"
    shutil.copytree(REPOSITORY / "tests/fixtures/small", root)
    tree = furnished(Tree(root).take(SHARED))
    tree.write("site_src/content/handbook/task.md", TASK)
    with served(_built(tree, "catalogue/courses/ceshi-zhubian.yml", "ceshi-bianzhu")) as site:
        yield site


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium; one a module, since two sessions of Playwright cannot be open at once."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def ledger(browser: Browser) -> Ledger:
    """Where is noted what the gates found."""
    return Ledger(f"Chromium {browser.version}")


@pytest.fixture(scope="module")
def desk(browser: Browser) -> Iterator[Desk]:
    """Where pages are opened."""
    desk = Desk(browser)
    yield desk
    desk.close()


@pytest.fixture(scope="session")
def canaries() -> Iterator[Canaries]:
    """The bad pages, and the rules that each was seen to break."""
    folder = Path(__file__).parent / "canaries"
    with served(folder) as site:
        yield Canaries(folder, lambda name: Target(site.address + name))
