"""Which pages of the site change between two states: both are made, and compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.changes.records import What
from generator.changes.states import State
from generator.page_text import FOLDER
from generator.pages import groups
from generator.pages.page import Page
from generator.private_numbers import masked
from generator.render.bodies import Body


@dataclass(frozen=True, slots=True)
class PageChange:
    """A page that comes, goes or says something else."""

    what: What
    path: str
    title: str


@dataclass(frozen=True, slots=True)
class PageChanges:
    """The pages that change, by path; `is_whole` unless faults of a state kept pages from being made."""

    pages: list[PageChange]
    is_whole: bool = True


class _Made:
    """The pages of a state that can be made: a reference that leads nowhere may keep some from it."""

    def __init__(self, state: State) -> None:
        self._may_fail = bool(state.errors)
        self.is_whole = True
        self.by_path: dict[str, Page] = {}
        for group in groups(state.catalogue):
            try:
                self.by_path |= {page.path: page for page in group.pages()}
            except LookupError:
                if not self._may_fail:
                    raise
                self.is_whole = False
        self.has_every_kind = self.is_whole

    def view(self, page: Page) -> object:
        """What the page says; None when it cannot be made."""
        try:
            return page.build()
        except LookupError:
            if not self._may_fail:
                raise
            self.is_whole = False
            return None


def page_changes(base: State, head: State, body: Body) -> PageChanges:
    """The pages that come, go or differ with the same templates and the same frame.

    None is made while a record cannot be read: it would be missing everywhere.
    """
    if base.unread or head.unread:
        return PageChanges([], is_whole=False)
    old, new = _Made(base), _Made(head)
    found = [*_of_records(old, new, body), *_of_texts(base, head)]
    return PageChanges(sorted(found, key=lambda change: change.path), old.is_whole and new.is_whole)


def _of_records(old: _Made, new: _Made, body: Body) -> Iterator[PageChange]:
    for path in old.by_path.keys() - new.by_path.keys():
        if new.has_every_kind:
            yield PageChange(What.REMOVED, path, masked(old.by_path[path].title))
    for path, page in new.by_path.items():
        title = masked(page.title)
        if path not in old.by_path:
            if old.has_every_kind:
                yield PageChange(What.ADDED, path, title)
            continue
        was = old.by_path[path]
        views = old.view(was), new.view(page)
        if None not in views and _differ((was, page), views, body):
            yield PageChange(What.CHANGED, path, title)


def _differ(pages: tuple[Page, Page], views: tuple[object, object], body: Body) -> bool:
    """Whether readers get another page: the same frame and view give the same, whatever is written."""
    if _frame(pages[0]) != _frame(pages[1]):
        return True
    if views[0] == views[1]:
        return False
    return body(pages[0], views[0]) != body(pages[1], views[1])


def _frame(page: Page) -> tuple[object, ...]:
    """What is poured into the frame around the view."""
    return page.title, page.description, page.kind, page.section, page.template, page.crumbs


def _of_texts(base: State, head: State) -> Iterator[PageChange]:
    """The pages of text, whose source says all that is on them."""
    for path in sorted(base.texts.keys() | head.texts.keys()):
        if base.texts.get(path) == head.texts.get(path):
            continue
        what = What.ADDED if path not in base.texts else What.CHANGED if path in head.texts else What.REMOVED
        state = base if what is What.REMOVED else head
        address = path.removeprefix(f"{FOLDER}/").removesuffix(".md") + ".html"
        yield PageChange(what, masked(address), masked(state.text_title(path)))
