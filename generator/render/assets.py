"""Files of the site as they are served."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_LINE_END = re.compile(r"\n\s*")


def lean(css: str) -> str:
    """A style sheet without comments and indentation, which every first visit would pay for."""
    return _LINE_END.sub("\n", _COMMENT.sub("", css)).lstrip()
