"""What comes of visiting an address, in words for people."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What a visit shows, what needs mending first."""

    BROKEN = "broken"
    UNREACHABLE = "unreachable"
    LOOP = "loop"
    CERTIFICATE = "certificate"
    TIMEOUT = "timeout"
    MOVED = "moved"
    UNSURE = "unsure"
    REFUSED = "refused"
    OPEN = "open"

    @property
    def word(self) -> str:
        """As the report says it."""
        return {
            "broken": "打不开",
            "unreachable": "连不上",
            "loop": "转来转去到不了",
            "certificate": "证书有问题",
            "timeout": "等了太久",
            "moved": "已搬家",
            "unsure": "说不准",
            "refused": "不查",
            "open": "打得开",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Answer:
    """The outcome, its reason, and where the address leads now when that is elsewhere."""

    outcome: Outcome
    reason: str = ""
    status: int | None = None
    to: str = ""

    @property
    def words(self) -> str:
        """已搬家 → https://…; 打不开（404，没有这一页）."""
        reason = f"（{self.reason}）" if self.reason else ""
        return f"{self.outcome.word}{reason}{f' → {self.to}' if self.to else ''}"


REASONS = {
    401: "要登录",
    403: "网站不让程序看",
    404: "没有这一页",
    410: "这一页已经撤下",
    412: "网站不让程序看",
    429: "网站嫌问得太多",
    500: "网站自己出错了",
    502: "网站自己出错了",
    503: "网站暂时停用",
    521: "网站不让程序看",
}
_FOR_PEOPLE_ONLY = frozenset({401, 403, 405, 406, 412, 418, 429, 503, 521})
"""What sites tell programs while people see the page."""
_OK = range(200, 400)


def answer_of(status: int, to: str, *, permanent: bool) -> Answer:
    """The answer of a server at the end of the way; `to` where it lies when that is elsewhere."""
    if status in _OK:
        return Answer(Outcome.MOVED if to and permanent else Outcome.OPEN, "", status, to)
    why = REASONS.get(status, "")
    reason = f"{status}，{why}" if why else f"网站回答 {status}"
    if status in _FOR_PEOPLE_ONLY:
        return Answer(Outcome.UNSURE, f"{reason}；请用浏览器看", status, to)
    return Answer(Outcome.BROKEN, reason, status, to)
