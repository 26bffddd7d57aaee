"""The engines of the search, and the script that asks each of them."""

from __future__ import annotations

OWN, PAGEFIND = "own", "pagefind"
FINDERS = {OWN: "assets/finder.js", PAGEFIND: "assets/pagefind-finder.js"}
