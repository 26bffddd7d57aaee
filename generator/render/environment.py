"""The only Jinja environment: escapes everything, refuses undefined names."""

from __future__ import annotations

import os

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.prose import to_html

TEMPLATES = "site_src/templates"


def prose(text: str) -> Markup:
    """A field's Markdown as cleaned HTML: the one place where HTML is taken as it is."""
    return Markup(to_html(text))  # noqa: S704 - cleaned by nh3


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
    return env
