"""The only Jinja environment: escapes everything, refuses undefined names."""

from __future__ import annotations

import os

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.runtime import Macro
from markupsafe import Markup

from generator.prose import to_html
from generator.render.assets import assets_of

TEMPLATES = "site_src/templates"
Templates = Environment
"""What finds and fills the templates."""


def prose(text: str) -> Markup:
    """A field's Markdown as cleaned HTML: the one place where HTML is taken as it is."""
    return Markup(to_html(text))  # noqa: S704 - cleaned by nh3


class _Once:
    """Calls a macro once for each object that it is given; many pages of a list show the same one."""

    def __init__(self) -> None:
        self._made: dict[int, tuple[object, Markup]] = {}

    def __call__(self, macro: Macro, given: object, *more: str) -> Markup:
        kept, markup = self._made.get(id(given), (None, Markup()))
        if kept is not given:
            markup = Markup(macro(given, *more))  # noqa: S704 - a macro escapes what it is given
            self._made[id(given)] = given, markup
        return markup


def environment(root: str) -> Environment:
    """The environment for the templates of the tree below `root`."""
    env = Environment(
        loader=FileSystemLoader(os.path.join(root, TEMPLATES)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.filters["prose"] = prose
    env.globals["once"] = _Once()
    env.globals["asset"] = assets_of(root).address
    return env
