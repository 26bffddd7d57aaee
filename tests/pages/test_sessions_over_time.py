"""Sessions leave the lists when their enrolment ends, and stay on the page of their course."""

from __future__ import annotations

import datetime

import pytest

from generator.pages import wording
from generator.records import Session
from tests.conftest import Tree
from tests.pages.conftest import PagesOf

COURSE = "courses/ceshi-zhubian.html"
SESSION = "测试竹编2027年春季班"
CLOSING = datetime.date(2026, 12, 20)  # the last day of enrolment of the session
FILE = "catalogue/sessions/ceshi-zhubian-2701.yml"
NEXT_DAY = datetime.date(2026, 12, 21)


@pytest.fixture
def dated(small: Tree) -> Tree:
    """The small catalogue with a session whose state follows from its dates alone."""
    small.edit(FILE, "state: open\n", "state: upcoming\n")
    return small


def test_on_the_last_day_of_enrolment_a_session_is_listed(dated: Tree, pages_of: PagesOf) -> None:
    """On the closing day the session stands in the table of sessions, in full, as 报名中."""
    body = pages_of(dated, CLOSING).body(COURSE)
    assert '<section id="ceshi-zhubian-2701">' in body
    assert f'<a href="#ceshi-zhubian-2701">{SESSION}</a>' in body
    assert "不再报名的班次" not in body


def test_the_day_after_it_stands_among_those_that_are_over(dated: Tree, pages_of: PagesOf) -> None:
    """One day later it is only under 不再报名的班次, as 报名已截止."""
    pages = pages_of(dated, NEXT_DAY)
    body = pages.body(COURSE)
    assert "ceshi-zhubian-2701" not in body
    over = pages.words(COURSE).split("不再报名的班次")[1]
    assert f"{SESSION}：报名已截止" in over


def test_the_lists_follow_the_enrolment(dated: Tree, pages_of: PagesOf) -> None:
    """The list of courses open for enrolment has the course until the closing day only."""
    before, after = pages_of(dated, CLOSING), pages_of(dated, NEXT_DAY)
    assert "测试竹编课程" in before.words("lists/enrolment-open.html")
    assert "测试竹编课程" not in after.words("lists/enrolment-open.html")
    assert "测试竹编课程" in after.words("lists/enrolment-none.html")


def test_a_course_without_sessions_to_enrol_in_says_so(dated: Tree, pages_of: PagesOf) -> None:
    """The page of such a course says that nothing is recorded, not that there is nothing."""
    words = pages_of(dated).words("courses/shili-miandian.html")
    assert "现在没有可以报名的班次。这里还没有收录，不代表没有，请向当地残联询问。" in words


def test_the_card_says_until_when_one_can_enrol(dated: Tree, pages_of: PagesOf) -> None:
    """A course open for enrolment shows the closing day in lists."""
    assert "报名截止：2026年12月20日" in pages_of(dated).words("lists/enrolment-open.html")


def session(state: str, opens_on: str = "2026-11-01", closes_on: str = "2026-12-20") -> Session:
    """A session in this state of the record."""
    return Session.model_validate(
        {
            "id": "a",
            "name": "甲班",
            "data_class": "sample",
            "region": "510100",
            "course": "b",
            "place": {"online": "线上"},
            "enrol": {"opens_on": opens_on, "closes_on": closes_on},
            "starts_on": "2027-01-01",
            "ends_on": "2027-01-31",
            "state": state,
            "contact": {"office": "c"},
        }
    )


@pytest.mark.parametrize(
    ("state", "day", "shown", "listed"),
    [
        ("upcoming", "2026-10-31", "upcoming", True),
        ("upcoming", "2026-11-01", "open", True),
        ("upcoming", "2026-12-20", "open", True),
        ("upcoming", "2026-12-21", "closed", False),
        ("open", "2026-10-31", "upcoming", True),
        ("open", "2026-11-01", "open", True),
        ("open", "2026-12-20", "open", True),
        ("open", "2026-12-21", "closed", False),
        ("full", "2026-12-20", "full", True),
        ("full", "2026-12-21", "closed", False),
        ("started", "2026-11-15", "started", False),
        ("started", "2027-02-01", "started", False),
        ("finished", "2026-11-15", "finished", False),
        ("cancelled", "2026-11-15", "cancelled", False),
        ("cancelled", "2026-12-21", "cancelled", False),
    ],
)
def test_the_state_of_a_session_on_a_day(state: str, day: str, shown: str, listed: bool) -> None:  # noqa: FBT001
    """The record says the state until the dates of enrolment overtake it."""
    today = datetime.date.fromisoformat(day)
    assert wording.enrolment_state(session(state), today) == shown
    assert wording.is_listed(session(state), today) is listed
