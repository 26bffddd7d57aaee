"""What HTML hides is not read; what only a style sheet hides is."""

from __future__ import annotations

import pytest

from tests.speech_reading.conftest import say

READ = ["<p class=hidden>甲</p>", "<p class=spoken>甲</p>", "<p aria-hidden=false>甲</p>"]
UNREAD = [
    "<p hidden>甲</p>",
    "<p hidden=until-found>甲</p>",
    "<div hidden><p>甲</p></div>",
    "<p aria-hidden=true>甲</p>",
    "<template><p>甲</p></template>",
    "<script>甲</script>",
    "<style>甲</style>",
    "<noscript>甲</noscript>",
    "<dialog>甲</dialog>",
    "<input type=hidden value=甲>",
    "<p role=status>甲</p>",
    "<p role=alert>甲</p>",
    "<p aria-live=polite>甲</p>",
    "<output>甲</output>",
    "<img src=x alt=''>",
    "<!-- 甲 -->",
    "<p> </p>",
]


@pytest.mark.parametrize("html", READ)
def test_a_class_hides_nothing(html: str) -> None:
    """The class `spoken` hides from the eyes alone; others are not asked about."""
    assert say(html) == ["甲"]


@pytest.mark.parametrize("html", UNREAD)
def test_html_hides(html: str) -> None:
    """Hidden, empty, or a live region, which speaks only when it changes."""
    assert say(f"{html}<p>乙</p>") == ["乙"]


def test_a_quiet_live_region_is_read() -> None:
    """aria-live=off takes back what the role says."""
    assert say("<p role=status aria-live=off>甲</p>") == ["甲"]


def test_closed_details_are_read_only_on_demand() -> None:
    """Folded content is there for those who open it."""
    html = "<details><summary>筛选</summary><p>甲</p></details>"
    assert say(html) == ["筛选 切换按钮 已收起"]
    assert say(html, unfold=True) == ["筛选 切换按钮 已收起", "甲"]
    assert say(html.replace("<details>", "<details open>")) == ["筛选 切换按钮 已展开", "甲"]
