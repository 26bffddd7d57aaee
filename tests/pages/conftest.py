"""Pages of a catalogue without a host: the body of each, as HTML and as the words in it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from jinja2 import Environment

from generator.engines import OWN
from generator.pages import all_pages
from generator.pages.page import Page
from generator.render.assets import Assets
from generator.render.environment import environment
from generator.render.index_pages import text_of
from tests.conftest import AS_OF, REPOSITORY, Tree


@dataclass(frozen=True)
class Pages:
    """Every page of a catalogue by its path; when a test fails, not all of them are shown."""

    by_path: dict[str, Page] = field(repr=False)
    environment: Environment

    def body(self, path: str) -> str:
        """The HTML inside <main>, without empty lines."""
        page = self.by_path[path]
        template = self.environment.get_template(page.template)
        html = template.render(page=page, view=page.build(), root=page.root, search=OWN)
        return "\n".join(line for line in html.splitlines() if line.strip()) + "\n"

    def words(self, path: str) -> str:
        """What stands on the page, without navigation and forms."""
        return text_of(self.body(path))

    def of_kind(self, kind: str) -> list[str]:
        """The paths of the pages of a kind."""
        return [path for path, page in self.by_path.items() if page.kind == kind]


PagesOf = Callable[..., Pages]


@pytest.fixture(scope="session")
def templates() -> Environment:
    """The environment of this repository's templates; assets without hashes, which change with each of their edits."""
    found = environment(str(REPOSITORY))
    found.globals["asset"] = Assets().address
    return found


@pytest.fixture(scope="session")
def pages_of(templates: Environment) -> PagesOf:
    """The pages of a tree on a day; the tree must have no errors."""

    def pages(tree: Tree, as_of: datetime.date = AS_OF, *, without_samples: bool = False) -> Pages:
        checked = tree.check(as_of, release=without_samples, without_samples=without_samples)
        assert not checked.has_errors, checked.report("text")
        return Pages({page.path: page for page in all_pages(checked.catalogue)}, templates)

    return pages
