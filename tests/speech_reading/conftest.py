"""Small pages read aloud, and the site of this repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.speech.reading import Line, read
from generator.speech.tree import Element, Page, parse
from tests.conftest import REPOSITORY
from tests.site.conftest import building, run


def lines(body: str, *, unfold: bool = False) -> list[Line]:
    """The lines of a page with this body."""
    return list(read("x.html", f"<body>{body}".encode(), unfold=unfold).lines)


def say(body: str, *, unfold: bool = False) -> list[str]:
    """The words of each line of a page with this body."""
    return [line.words for line in lines(body, unfold=unfold)]


def page(body: str) -> Page:
    """A parsed page with this body."""
    return parse(f"<body>{body}".encode())


def target(parsed: Page) -> Element:
    """The element with the id `t`."""
    return parsed.by_id["t"]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository."""
    out = tmp_path_factory.mktemp("read") / "site"
    done = run(building(REPOSITORY, out))
    assert done.returncode == 0, done.stderr
    return out
