"""The engines of the search, and the asset that asks each of them."""

from __future__ import annotations

OWN, PAGEFIND = "own", "pagefind"
FINDERS = {OWN: "finder.js", PAGEFIND: "pagefind-finder.js"}
