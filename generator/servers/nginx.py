"""The configuration for nginx, to be included in the `server` of the site."""

from __future__ import annotations

from generator.precompression import SMALLEST
from generator.servers import rules

_FORM = """\
index index.html;
default_type application/octet-stream;
types {{
{types}
}}
charset {charset};
charset_types {charset_types};

gzip_static on;
gzip on;
gzip_vary on;
gzip_min_length {smallest};
gzip_types {gzip_types};

error_page 404 {base}/{missing};
error_page 403 =404 {base}/{missing};

set $catalogue_cache "{asked}";
if ($uri ~ "({kept_paths})$") {{
    set $catalogue_cache "{kept}";
}}
add_header Cache-Control $catalogue_cache always;
{headers}
"""


def nginx(base: str) -> str:
    """For a site at this path of its server."""
    return _FORM.format(
        types="\n".join(f"    {kind} {ending};" for ending, kind in rules.TYPES.items()),
        charset=rules.CHARSET,
        charset_types=_but_html(rules.TYPES),
        smallest=SMALLEST,
        gzip_types=_but_html(rules.COMPRESSED),
        base=base,
        missing=rules.MISSING,
        asked=rules.ASKED,
        kept_paths="|".join(rules.KEPT_PATHS),
        kept=rules.KEPT,
        headers="\n".join(f'add_header {name} "{value}" always;' for name, value in rules.HEADERS.items()),
    )


def _but_html(endings: tuple[str, ...] | dict[str, str]) -> str:
    """The types; nginx knows that of pages by itself, and warns when it is told."""
    return " ".join(rules.TYPES[ending] for ending in endings if ending != "html")
