"""What must be verified again: by place, the longest overdue first, never a sample."""

from __future__ import annotations

import json

import pytest

from tests.conftest import Golden, Runner, Tree

COURSE = "catalogue/courses/ceshi-zhubian.yml"
OFFICE = "institutions/offices/ceshi-canlian.yml"
SCHOOL = "institutions/providers/ceshi-xuexiao.yml"
BASE = "catalogue/bases/ceshi-jidi.yml"
CHANNEL = "catalogue/channels/ceshi-pingtai.yml"
SAMPLE = "catalogue/bases/shili-jidi.yml"
DAY = ["--as-of", "2026-11-23"]


@pytest.fixture
def due(small: Tree) -> Tree:
    """Records that are overdue, due today, due soon and due later, and some that need no look."""
    small.edit(COURSE, "review_by: 2027-05-31", "review_by: 2026-10-10")
    small.edit(BASE, "types:\n", "review_by: 2026-08-01\ntypes:\n")
    small.edit(SCHOOL, "type: private_school", "review_by: 2026-12-23\ntype: private_school")
    small.edit(OFFICE, "type: cdpf", "review_by: 2026-11-23\ntype: cdpf")
    small.edit(CHANNEL, "type: platform", "review_by: 2026-11-22\ntype: platform")
    small.edit(SAMPLE, "types:\n", "review_by: 2026-01-01\ntypes:\n")
    return small


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_the_list_in_each_format(form: str, run: Runner, due: Tree, golden: Golden) -> None:
    """As a clerk, an issue and a program are given it; exit 0 whatever is overdue."""
    done = run("stale", "--format", form, *DAY, cwd=due.root)
    assert (done.code, done.err) == (0, "")
    golden(f"reviews/due.{form}", done.out)


def test_the_days_ahead_are_counted_to_the_end(run: Runner, due: Tree) -> None:
    """What is due on the last day of the period is in, a day later out."""
    def shown(days: int) -> set[str]:
        told = json.loads(run("stale", "--within", days, "--format", "json", *DAY, cwd=due.root).out)
        return {row["path"] for row in told["reviews"]}

    assert shown(30) - shown(29) == {SCHOOL}
    assert OFFICE in shown(1)


def test_a_region_has_those_below_it(run: Runner, due: Tree) -> None:
    """By name or code; the province has all but the nation."""
    def shown(region: str) -> set[str]:
        told = json.loads(run("stale", "--region", region, "--format", "json", *DAY, cwd=due.root).out)
        return {row["path"] for row in told["reviews"]}

    assert shown("510100") == shown("成都市") == {COURSE, BASE, SCHOOL, OFFICE}
    assert shown("武侯区") == {COURSE, BASE, SCHOOL}
    assert shown("510700") == set()
    assert shown("510000") == {COURSE, BASE, SCHOOL, OFFICE, CHANNEL}


def test_fail_is_for_what_is_overdue(run: Runner, due: Tree) -> None:
    """What is only due soon fails nothing."""
    assert run("stale", "--fail", *DAY, cwd=due.root).code == 1
    assert run("stale", "--fail", "--region", "510107", "--as-of", "2026-08-01", cwd=due.root).code == 0
    assert run("stale", "--fail", "--region", "510107", "--as-of", "2026-08-02", cwd=due.root).code == 1


def test_samples_and_what_has_ended_are_left_out(run: Runner, due: Tree) -> None:
    """Nothing of a sample can be verified, and nothing needs it that is over."""
    due.edit(BASE, "review_by: 2026-08-01", "status: ended\nreview_by: 2026-08-01")
    out = run("stale", *DAY, cwd=due.root).out
    assert SAMPLE not in out
    assert BASE not in out


def test_what_is_not_read_is_said(run: Runner, due: Tree) -> None:
    """A list that leaves something out says so, on the side of the output."""
    due.edit(COURSE, "hours: 40", "hours: 四十")
    done = run("stale", *DAY, cwd=due.root)
    assert done.code == 0
    assert COURSE not in done.out
    assert done.err == "有 1 个文件有错误，读不出的没有算在内。运行 catalogue check 看怎样改。\n"


@pytest.mark.parametrize(
    ("region", "said"),
    [("市中区", "“市中区”不止一个："), ("没有", "行政区划表里没有“没有”。")],
)
def test_a_region_that_is_not_one_is_wrong_use(region: str, said: str, run: Runner, small: Tree) -> None:
    """The clerk is told which there are, or how to write it."""
    done = run("stale", "--region", region, *DAY, cwd=small.root)
    assert done.code == 2
    assert done.err.startswith(said)
