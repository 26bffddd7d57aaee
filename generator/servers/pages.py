"""The `_headers` of hosts of plain files, in the form that Netlify and Cloudflare Pages read.

Such a host compresses by itself, serves 404.html, and has browsers ask about everything unless told
otherwise. Its patterns know no hash, so of the kept files only the folder of assets can be named.
"""

from __future__ import annotations

from generator.render import assets, feed
from generator.servers import rules


def pages(base: str) -> str:
    """For a site at this path of its server."""
    feed_type = f"{rules.TYPES['xml']}; charset={rules.CHARSET}"
    blocks = {
        "/*": rules.HEADERS,
        f"/{assets.FOLDER}/*": {"Cache-Control": rules.KEPT},
        f"/{feed.PATH}": {"Content-Type": feed_type},
    }
    return "".join(
        f"{base}{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())
        for path, headers in blocks.items()
    )
