"""The pages of the handbook: their examples are real, and what they say of the program is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.checks.long_sentences import LONGEST, LONGEST_EASY
from generator.checks.terms_to_avoid import BETTER
from generator.explanation import explanations
from generator.page_text import head_of
from generator.pages.handbook import ORDER, TASK
from tests.conftest import REPOSITORY, Runner, Tree
from tests.handbook import BLOCK, Play
from tests.site.conftest import furnished

FOLDER = REPOSITORY / "site_src/content/handbook"
PAGES = sorted(FOLDER.glob("*.md"))
TASKS = [page for page in PAGES if head_of(page.read_text("utf-8")).get("kind") == TASK]
CODE = re.compile(r"rules/([a-z]\d{3})\.html")


@pytest.mark.parametrize("page", TASKS, ids=lambda page: page.stem)
def test_what_a_page_shows_is_what_happens(
    page: Path, small: Tree, run: Runner, request: pytest.FixtureRequest
) -> None:
    """Every record, edit, command and answer on the page is played; at its end nothing new is at fault."""
    text = page.read_text("utf-8")
    before = small.check().problems
    played = Play(furnished(small), run).page(text)
    if request.config.getoption("--accept"):
        page.write_text(played, "utf-8")
    assert played == page.read_text("utf-8"), "If the new text is right: make accept"
    assert [problem for problem in small.check().problems if problem not in before] == []


def test_a_page_that_shows_what_does_not_happen_is_found(small: Tree, run: Runner) -> None:
    """Another answer than the command gives, and a block that is none of the known ones."""
    page = "```\n$ catalogue check\n检查了 0 条记录，没有要改的。\n```"
    assert Play(small, run).page(page) != page
    with pytest.raises(ValueError, match="nothing can be done"):
        Play(small, run).page("```\nhours: 40\n```")


@pytest.mark.parametrize("page", TASKS, ids=lambda page: page.stem)
def test_a_page_first_says_what_is_needed(page: Path) -> None:
    """What one needs and how long it takes stand under the first heading, and there is an example."""
    text = page.read_text("utf-8")
    assert text.count("## ") >= 2
    assert re.search(r"^# .*\n\n[^#]*^## 要准备什么，要多久\n", text, re.MULTILINE)
    assert BLOCK.search(text), "no example"


def test_no_page_has_a_table() -> None:
    """Tables of Markdown have no row headers: lists of terms say the same, and are heard in order."""
    assert [page.name for page in PAGES if re.search(r"^\|", page.read_text("utf-8"), re.MULTILINE)] == []


def test_every_task_has_its_place() -> None:
    """The order of the tasks names the pages that there are, and what is asked for is there."""
    names = {page.stem for page in TASKS}
    assert set(ORDER) <= names
    assert len(ORDER) == len(set(ORDER))


def test_the_rules_of_wording_are_those_of_the_check() -> None:
    """Each word to avoid stands with what to write instead; each limit and each rule is named."""
    text = (FOLDER / "plain-words.md").read_text("utf-8")
    for bad, good in BETTER.items():
        assert f"`{bad}`\n:   写“{good}”。" in text, bad
    assert f"不超过{LONGEST}个字" in text
    assert f"不超过{LONGEST_EASY}个字" in text
    wording = {code for code in explanations() if code.startswith("W")}
    assert {code.upper() for code in CODE.findall(text)} >= wording
