"""`make doctor`: the same as `catalogue doctor`, for when the program itself cannot start."""

from __future__ import annotations

import os
import sys

from generator.machine.examination import as_text, examine

if __name__ == "__main__":
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    found = examine(os.getcwd())
    sys.stdout.write(as_text(found))
    sys.exit(0 if found[0].is_possible else 1)
