"""The engines of the search, and the asset that asks each of them."""

from __future__ import annotations

OWN, PAGEFIND, NONE = "own", "pagefind", "none"
FINDERS = {OWN: "finder.js", PAGEFIND: "pagefind-finder.js", NONE: "finder.js"}
