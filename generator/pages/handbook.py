"""The way into the handbook: by what is to be done, then what one looks things up in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from generator.catalogue import Catalogue
from generator.files import read_bytes
from generator.page_text import FOLDER, HANDBOOK, head_of
from generator.pages.context import Context
from generator.pages.page import Link, Page

INDEX = f"{HANDBOOK}index.html"
CRUMB = ("编目手册", INDEX)
TASK = "task"
"""The kind that the head of a page of text says when it tells how something is done."""
ORDER = (
    *("add-course", "open-session", "change-subsidy", "change-phone", "stale-record", "withdraw-record"),
    *("merge-request-failed", "private-data", "plain-words", "spreadsheet", "web-editor", "form-editor"),
    *("put-online", "several-computers"),
)
"""Tasks in the order in which they come up; others follow."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A page of the handbook and what it is for."""

    link: Link
    what: str


@dataclass(frozen=True, slots=True)
class HandbookView:
    """The tasks, and where things are looked up."""

    tasks: list[Entry]
    reference: list[Entry]


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """One page; for staff, so that readers' search does not find it."""
    context = Context(catalogue, "../")
    yield Page(
        path=INDEX,
        kind="handbook",
        section="help",
        title="编目手册",
        description="给改记录的工作人员：要做一件事怎样做，字段、命令和检查规则怎样查。",
        template="handbook.html",
        build=partial(view, catalogue),
        crumbs=context.crumbs(here="编目手册"),
    )


def view(catalogue: Catalogue) -> HandbookView:
    """The pages of text say themselves what they are; what is made of the code is listed here."""
    texts = _texts(catalogue)
    tasks = sorted((name for name, head in texts.items() if head.get("kind") == TASK), key=_place)
    others = [name for name in sorted(texts) if texts[name].get("kind") != TASK]
    return HandbookView(
        tasks=[_entry(name, texts[name]) for name in tasks],
        reference=[
            Entry(Link("字段表", "fields/index.html"), "每种记录有哪些字段，要不要写，可以写什么。"),
            Entry(Link("检查规则", "rules/index.html"), "报告里的每个代码是什么意思，怎样改。"),
            Entry(Link("不再提示的建议", "rules/index.html#silenced"), "哪些记录不照建议改，理由是什么。"),
            *(_entry(name, texts[name]) for name in others),
        ],
    )


def _texts(catalogue: Catalogue) -> dict[str, dict[str, str]]:
    """The heads of the pages of text in the handbook, by the name of the file."""
    start = f"{FOLDER}/{HANDBOOK}"
    files = [file for file in catalogue.files if file.startswith(start) and file.endswith(".md")]
    names = [file.removeprefix(start).removesuffix(".md") for file in files]
    heads = (head_of((read_bytes(catalogue.root, file, []) or b"").decode("utf-8", "replace")) for file in files)
    return {name: head for name, head in zip(names, heads, strict=True) if "title" in head}


def _place(name: str) -> tuple[int, str]:
    return (ORDER.index(name) if name in ORDER else len(ORDER), name)


def _entry(name: str, head: dict[str, str]) -> Entry:
    return Entry(Link(head["title"], f"{quote(name)}.html"), head.get("description", ""))
