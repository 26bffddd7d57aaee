"""The configuration for Caddy, to be imported in the block of the site."""

from __future__ import annotations

from generator.servers import rules

_FORM = """\
@kept path_regexp ({kept_paths})$
@asked not path_regexp ({kept_paths})$
header @kept Cache-Control "{kept}"
header @asked Cache-Control "{asked}"
{types}
header {{
{headers}
}}
encode gzip
file_server {{
	precompressed gzip
}}
handle_errors {{
	header Cache-Control "{asked}"
	header Content-Type "{html}; charset={charset}"
	rewrite * {base}/{missing}
	file_server
}}
"""

# Deferred, because the server of files has types of its own.
_TYPE = """\
@{ending} path *.{ending}{folders}
header @{ending} {{
	Content-Type "{kind}; charset={charset}"
	Vary Accept-Encoding
	defer
}}"""


def caddy(base: str) -> str:
    """For a site at this path of its server."""
    return _FORM.format(
        kept_paths="|".join(rules.KEPT_PATHS),
        kept=rules.KEPT,
        asked=rules.ASKED,
        types="\n".join(_typed(ending, kind) for ending, kind in rules.TYPES.items()),
        headers="\n".join(f'\t{name} "{value}"' for name, value in rules.HEADERS.items()),
        html=rules.TYPES["html"],
        charset=rules.CHARSET,
        base=base,
        missing=rules.MISSING,
    )


def _typed(ending: str, kind: str) -> str:
    """The type of an ending; the address of a folder shows its page."""
    folders = " */" if ending == "html" else ""
    return _TYPE.format(ending=ending, folders=folders, kind=kind, charset=rules.CHARSET)
