"""How large and how deep a record file may be, so that none can stop or crash a build.

A real record has 2 to 4 KB, some 200 nodes and a depth of 4; these bounds leave room and keep
the worst text within a fraction of a second.
"""

from __future__ import annotations

MOST_BYTES = 256 * 1024
MOST_LINES = 10_000
MOST_DEPTH = 16
MOST_NODES = 20_000
MOST_OF_A_KIND = 20
"""Problems of one kind that one file reports; the rest are counted, not listed."""
