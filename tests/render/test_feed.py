"""The feed announces each dated change of a policy once, the newest first, and nothing of tomorrow."""

from __future__ import annotations

import datetime
from xml.etree import ElementTree

from generator.loading import load
from generator.render.feed import ATOM, feed, news
from tests.conftest import AS_OF, Tree

A = f"{{{ATOM}}}"
POLICY = "catalogue/policies/ceshi-banfa.yml"
CHANGE = "changes:\n  - date: 2026-01-01\n    text: 办法开始施行。\n"


def entries(small: Tree, as_of: datetime.date = AS_OF) -> list[ElementTree.Element]:
    """The entries of the feed of the test document."""
    catalogue = load(str(small), as_of)[0]
    root = ElementTree.fromstring(feed(news(catalogue)))  # noqa: S314 - our own
    assert root.findtext(f"{A}title")
    return [e for e in root.iter(f"{A}entry") if (e.findtext(f"{A}title") or "").startswith("测试培训办法")]


def test_a_change_is_announced_with_its_day_and_a_link(small: Tree) -> None:
    """Its title says the document and what changed; its link leads to the list of changes."""
    (entry,) = entries(small)
    assert entry.findtext(f"{A}title") == "测试培训办法：办法开始施行。"
    assert entry.findtext(f"{A}updated") == "2026-01-01T00:00:00+08:00"
    link = entry.find(f"{A}link")
    assert link is not None
    assert link.get("href") == "ceshi-banfa.html#changes"


def test_the_newest_comes_first_and_tomorrow_not_yet(small: Tree) -> None:
    """A change that is dated ahead is announced on its day."""
    later = CHANGE + "  - date: 2026-06-01\n    text: 改了一处。\n  - date: 2026-12-01\n    text: 还没到。\n"
    small.edit(POLICY, CHANGE, later)
    assert [e.findtext(f"{A}summary") for e in entries(small)] == ["改了一处。", "办法开始施行。"]
    assert entries(small, datetime.date(2026, 12, 1))[0].findtext(f"{A}summary") == "还没到。"


def test_an_entry_keeps_its_id(small: Tree) -> None:
    """A reader's program does not announce the same change again after the next build."""
    before = entries(small)[0].findtext(f"{A}id")
    small.edit(POLICY, CHANGE, CHANGE + "  - date: 2026-06-01\n    text: 改了一处。\n")
    assert entries(small)[1].findtext(f"{A}id") == before
    assert entries(small)[0].findtext(f"{A}id") != before


def test_what_a_record_says_stays_text(small: Tree) -> None:
    """Signs of XML in a change are escaped."""
    small.edit(POLICY, "    text: 办法开始施行。", "    text: '<b>&amp; ]]>'")
    assert entries(small)[0].findtext(f"{A}summary") == "<b>&amp; ]]>"


def test_without_changes_the_feed_is_empty_and_whole() -> None:
    """A program that subscribes early finds a feed all the same."""
    root = ElementTree.fromstring(feed([]))  # noqa: S314 - our own
    assert root.findtext(f"{A}id")
    assert root.findtext(f"{A}updated")
    assert list(root.iter(f"{A}entry")) == []
