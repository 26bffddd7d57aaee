"""A site of the small catalogue with the form editor, the local backend of its records, and a clerk."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from generator.render.form_editor import FILES
from tests.browser.conftest import Site, Watch, browser, opened, served
from tests.conftest import REPOSITORY, SHARED, Tree
from tests.form_editor.clerk import Clerk, local_backend
from tests.site.conftest import building, furnished, run

__all__ = ["browser"]

HANDBOOK = "site_src/content/handbook/form-editor.md"
FORM_EDITOR = (*FILES.values(), HANDBOOK)
COURSE = "catalogue/courses/chengdu/ceshi-zhubian.yml"


def in_folders(tree: Tree) -> Tree:
    """The course of 成都市 in the folder of its place, as records lie in this repository."""
    tree.write(COURSE, tree.read("catalogue/courses/ceshi-zhubian.yml"))
    tree.remove("catalogue/courses/ceshi-zhubian.yml")
    return tree


def with_form_editor(tree: Tree, setting: str, repo_url: str = "") -> Tree:
    """All that a site with the form editor is built from; it is switched on."""
    furnished(tree).take(FORM_EDITOR)
    tree.edit("mkdocs.yml", 'form_editor: ""', f'form_editor: "{setting}"')
    tree.edit("mkdocs.yml", 'repo_url: ""', f'repo_url: "{repo_url}"')
    return tree


@pytest.fixture(scope="session")
def records(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The records that the clerk edits."""
    root = tmp_path_factory.mktemp("form") / "records"
    shutil.copytree(REPOSITORY / "tests/fixtures/small", root)
    return with_form_editor(in_folders(Tree(root).take(SHARED)), "local")


@pytest.fixture(scope="session")
def form_site(records: Tree, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of these records, served."""
    out = tmp_path_factory.mktemp("form-site") / "site"
    done = run(building(records, out))
    assert done.returncode == 0, done.stderr
    with served(out) as site:
        yield site


@pytest.fixture(scope="session")
def backend(records: Tree) -> Iterator[str]:
    """The address of the local backend of these records."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with local_backend(records.root, port) as address:
        yield address


@pytest.fixture
def watched(browser: Browser, form_site: Site) -> Iterator[tuple[Page, Watch]]:
    """A page in a fresh profile."""
    with opened(browser, form_site.address) as (page, watch):
        yield page, watch


@pytest.fixture
def clerk(watched: tuple[Page, Watch], form_site: Site, backend: str) -> Clerk:
    """Someone who has opened the site."""
    return Clerk(watched[0], form_site, backend)

