"""The search index of a site, made from that of the last build where there is one."""

from __future__ import annotations

import os
from contextlib import suppress

from generator.incremental.plan import Plan
from generator.incremental.pouring import Poured, files_below, link_files
from generator.loading import digest
from generator.render.index_pages import Document
from generator.render.search_index import FOLDER, write_files
from generator.render.shell import HostPages

ENDINGS = (".js", ".json")


def write_index(plan: Plan, poured: Poured, host: HostPages, out: str) -> bytes | None:
    """Write or link the files of the index below the folder `out`; what to keep, None when it is as it was."""
    now = poured.texts()
    before = {row.path: row.document for row in plan.pages.values() if row.document}
    if plan.site and now == before:
        link_files(plan.site, out, _files(plan))
        return None
    kept = kept_index(plan.index, plan.index_digest)
    made = _updated(kept, before, now, plan, out) if kept else None
    return made or _anew(poured, host, out)


def _anew(poured: Poured, host: HostPages, out: str) -> bytes:
    from generator.render.search_index.update import update

    made = update(None, [*host.documents, *poured.documents()])
    write_files(made.files, out)
    return made.cache


def _updated(
    kept: bytes, before: dict[str, str], now: dict[str, str], plan: Plan, out: str
) -> bytes | None:
    """What to keep of the index made from the one before; None when that is of another version."""
    from generator.render.search_index.held import NotACache
    from generator.render.search_index.update import update

    changed = [Document.read(text) for path, text in now.items() if before.get(path) != text]
    try:
        made = update(kept, changed, before.keys() - now.keys())
    except NotACache:
        return None
    away = {*made.gone, *made.files}
    link_files(plan.site, out, [path for path in _files(plan) if os.path.basename(path) not in away])
    write_files(made.files, out)
    return made.cache


def _files(plan: Plan) -> list[str]:
    """The files of the index of the last build, without their compressed copies."""
    return [path for path in files_below(plan.site, FOLDER) if path.endswith(ENDINGS)]


def kept_index(path: str, wanted: str) -> bytes | None:
    """What was kept of the index in a file; None when it is not what was written."""
    data = b""
    with suppress(OSError), open(path, "rb") as file:
        data = file.read()
    return data if wanted and digest(data) == wanted else None
