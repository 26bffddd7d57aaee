"""Any text as Markdown that says just this text."""

from __future__ import annotations

import re

_SIGN = re.compile(r"(?!(?<=\w)[-/](?=\w))[!-/:-@\[-`{-~]")
"""Every sign that may mean something; a hyphen or a slash inside of a word means nothing."""
_SPLIT = "<!-- -->"
"""Between a sign and the name behind it: no one is notified by `@name`, nothing is linked by `#1`."""


def literal(text: str) -> str:
    """The text on one line, with nothing in it that Markdown, HTML or a forge would act on."""
    return _SIGN.sub(_escaped, " ".join(text.split()))


def _escaped(found: re.Match[str]) -> str:
    sign = found[0]
    return {"<": "&lt;", ">": "&gt;", "&": "&amp;"}.get(sign) or f"\\{sign}{_SPLIT if sign in '@#!' else ''}"
