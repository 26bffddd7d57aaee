"""Who looks at a change: the records of a place belong to its team, by the rules of CODEOWNERS."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.choices import PROVINCE, folder_of
from generator.loading import DATA_FOLDERS, TOP_FOLDERS

FILE = "CODEOWNERS"
"""In the root of the repository, where GitHub and GitLab both look for it."""
PROGRAM = "program"
"""The team for the program."""
HEAD = """\
# 谁来看改动：各地的记录由当地的小组看，全省共用的由省里的小组看，程序由维护程序的小组看。
# 由 catalogue codeowners 生成，请不要手改。几行都合适的，以最后一行为准。
"""
WITHOUT = """\
# mkdocs.yml 里还没有写 repo_url，不知道小组属于哪个组织，所以下面的规则都还没有生效。
"""


def codeowners(catalogue: Catalogue, organisation: str) -> str:
    """The file; without an organisation its rules are comments."""
    start = f"{HEAD}{'' if organisation else WITHOUT}"
    mark, owner = ("", organisation) if organisation else ("# ", "组织")
    rules = [
        f"\n# {title}\n" + "".join(f"{mark}{path} @{owner}/{team}\n" for path in paths)
        for title, team, paths in _rules(catalogue)
    ]
    return start + "".join(rules)


def _rules(catalogue: Catalogue) -> Iterator[tuple[str, str, list[str]]]:
    """What it is, the team, and the paths; later ones go before earlier ones."""
    yield "程序", PROGRAM, ["*"]
    yield "全省共用的记录和文字", PROVINCE, [f"/{folder}/" for folder in DATA_FOLDERS]
    for region in catalogue.regions.values():
        if catalogue.prefecture(region.code) == region:
            folder = folder_of(region)
            yield region.name, folder, [f"/{top}/*/{folder}/" for top in TOP_FOLDERS]
