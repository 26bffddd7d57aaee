"""The fact that answers a task: read from the pages of our site, and recognised when it is spoken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.speech.page import letters
from tests.tasks.document import document, find, text_of

OF_ORCA = re.compile(
    r"行头|列头|描述术语|描述值|项目符号|块引用|链接|高亮开始|高亮结束|对象替换字符"
    r"|标题 水平 \d|行 \d+[,，]\s*列 \d+"
)
"""Words that Orca adds of its own between those of the page."""


def said(utterances: Sequence[str]) -> str:
    """What was spoken as letters and digits, without what Orca adds."""
    return "".join(letters(OF_ORCA.sub("", text)) for text in utterances)


@dataclass(frozen=True)
class Answer:
    """An answer is heard when all of `about` and one of `told` were spoken."""

    about: tuple[str, ...]
    """What the answer is about: the reader must have heard it anywhere on the way."""
    told: tuple[str, ...]
    """The answer, as one of these."""

    def is_heard(self, utterances: Sequence[str]) -> bool:
        """Whether these utterances hold the answer."""
        heard = said(utterances)
        return all(said([text]) in heard for text in self.about) and any(
            said([text]) in heard for text in self.told
        )


Answers = tuple[Answer, ...]


def first_place(answers: Answers, utterances: Sequence[str]) -> int | None:
    """How many utterances it took until one of the answers was heard; None when none was."""
    if not any(answer.is_heard(utterances) for answer in answers):
        return None
    counts = range(1, len(utterances) + 1)
    return next(n for n in counts if any(answer.is_heard(utterances[:n]) for answer in answers))


@dataclass(frozen=True)
class Pages:
    """The pages of a built site as documents."""

    folder: Path

    def texts(self, address: str, path: str) -> list[str]:
        """The texts of what an XPath finds on a page; at least one."""
        page = document((self.folder / address).read_text("utf-8"))
        found = [text_of(element) for element in find(page, path)]
        assert found, f"{address} has nothing at {path}"
        return found


def courses_for(pages: Pages, address: str, city: str, disability: str) -> Answers:
    """Any course of a list of courses of a city that is open to a disability."""
    cards = f"//ul[@class='cards']/li[.//dd[contains(., '{disability}')]]/h3"
    return tuple(Answer((city, disability), (name,)) for name in pages.texts(address, cards))


def service(pages: Pages, address: str, name: str) -> Answers:
    """The state of a service in the tables of a course, spoken after its name."""
    row = f"//tr[th[normalize-space()='{name}']]"
    (state,) = pages.texts(address, f"{row}/td[1]")
    (head,) = set(pages.texts(address, f"//table[.{row}]//th[@scope='col'][2]"))
    return (Answer((_name(pages, address),), (name + state, name + head + state)),)


def first_cost(pages: Pages, address: str) -> Answers:
    """What has to be paid first for a course."""
    (amount,) = pages.texts(address, "//dt[.='自己先付多少']/following-sibling::dd[1]")
    return (Answer((_name(pages, address),), (amount,)),)


def without_phone(pages: Pages, address: str) -> Answers:
    """Any of the ways to enrol for a course without a call."""
    ways = pages.texts(address, "//*[@id='no-call']/following-sibling::ul[1]/li")
    return (Answer((_name(pages, address),), tuple(ways)),)


def clause(pages: Pages, address: str, number: str) -> Answers:
    """The first sentence of a clause as it stands in the document, or as it is said plainly."""
    section = f"//section[@id='{number}']"
    original, *_ = pages.texts(address, f"{section}//blockquote/p")
    plain, *_ = pages.texts(address, f"{section}//p[.='白话']/following-sibling::p[1]")
    told = tuple(text.partition("。")[0] for text in (original, plain))
    return (Answer((_name(pages, address),), told),)


def _name(pages: Pages, address: str) -> str:
    (name,) = pages.texts(address, "//h1")
    return name
