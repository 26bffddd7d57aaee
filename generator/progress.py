"""One line that changes while long work goes on; silent when nobody watches."""

from __future__ import annotations

import sys
from typing import TextIO


class Progress:
    """Writes to a terminal only."""

    def __init__(self, *, enabled: bool | None = None, stream: TextIO = sys.stderr) -> None:
        """`enabled` None asks the stream whether it is a terminal."""
        self._stream = stream
        self._enabled = stream.isatty() if enabled is None else enabled

    def say(self, text: str) -> None:
        """Replace the line."""
        if self._enabled:
            self._stream.write(f"\r\x1b[K{text}…")
            self._stream.flush()

    def done(self) -> None:
        """Clear the line."""
        if self._enabled:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
