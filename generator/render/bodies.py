"""The bodies of pages as text, to compare them; nothing is written."""

from __future__ import annotations

from collections.abc import Callable

from generator.engines import OWN
from generator.pages.page import Page
from generator.render.environment import environment

Body = Callable[[Page, object], str]
"""The HTML of a page with this view, between the frame's header and footer."""


def bodies(root: str) -> Body:
    """Bodies by the templates of the tree `root`."""
    templates = environment(root)

    def body(page: Page, view: object) -> str:
        return templates.get_template(page.template).render(page=page, view=view, root=page.root, search=OWN)

    return body
