"""The generators that ours is measured beside, each fed the way that its own handbook recommends."""

from __future__ import annotations

from tests.bench.peers.astro import ASTRO
from tests.bench.peers.eleventy import ELEVENTY
from tests.bench.peers.hugo import HUGO, HUGO_YAML
from tests.bench.peers.mkdocs_family import MATERIAL, ZENSICAL
from tests.bench.tool import Tool

PEERS: dict[str, Tool] = {
    tool.key: tool for tool in (HUGO, HUGO_YAML, ELEVENTY, ASTRO, MATERIAL, ZENSICAL)
}
"""By the name that --peers takes."""
