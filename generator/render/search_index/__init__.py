"""The search index of our own: small files, of which a browser fetches the few that a query needs.

A *run* is what stands between two stops, in plain form. What a page is found by is its *names* (title,
number, place) and the runs of its text. For every beginning of what stands in runs that is common, the
pages are listed that hold it, best first; what is rare is listed place by place with what follows
there. So the answer to a word is one entry (decisions/0022). assets/finder.js reads all this:

- `index.js`: the first keys and names of the files of words, or of lists of these; it comes with the
  search page, and a word is asked for as soon as it is there;
- `pages-*.json`: the pages counted by kind and prefecture, and the same for the files of the other kinds;
- `words-*.json`: entries in the order of their beginnings (`entries.py`);
- `runs-*.json`: the pages of runs that stand in many;
- `facts-*.json`: what is shown of pages, a few to a file (`shown.py`).
"""

from __future__ import annotations

import os
from collections.abc import Mapping

FOLDER, CONTENTS = "search", "index.js"
"""The list is a script, since a script that imports it has it before anything is painted."""


def write_files(files: Mapping[str, str], site: str) -> None:
    """Write files of the index, by name, into its folder of the site."""
    folder = os.path.join(site, FOLDER)
    os.makedirs(folder, exist_ok=True)
    for name, text in files.items():
        with open(os.path.join(folder, name), "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
