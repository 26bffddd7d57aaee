"""A style sheet is served without what only its authors read, and means the same."""

from __future__ import annotations

from generator.render.assets import lean
from tests.conftest import REPOSITORY

CSS = REPOSITORY / "site_src/assets/site.css"


def test_comments_and_indentation_are_left_out() -> None:
    """Everything else stays as it is, blanks within a line too."""
    assert lean("/* a\n b */\np {\n  margin: 0 1em;\n\n  /* c */ color: red;\n}\n") == "p {\nmargin: 0 1em;\ncolor: red;\n}\n"


def test_no_text_of_our_style_sheet_is_cut() -> None:
    """No string holds the signs of a comment, and no line begins within a string."""
    css = CSS.read_text("utf-8")
    assert all(line.count('"') % 2 == 0 for line in lean(css).splitlines())
    assert lean(css).count("{") == css.count("{")
    assert lean(lean(css)) == lean(css)
