"""The `.htaccess` for Apache, which lies in the folder of the site and needs `AllowOverride FileInfo`."""

from __future__ import annotations

from generator.precompression import COPY
from generator.servers import rules

_FORM = """\
ErrorDocument 404 {base}/{missing}
{types}
AddCharset {charset} {endings}
RemoveType {copy}
AddEncoding gzip {copy}

<IfModule mod_rewrite.c>
RewriteEngine On
RewriteCond %{{REQUEST_FILENAME}} -d
RewriteCond %{{REQUEST_FILENAME}}/index.html !-f
RewriteRule ^ - [R=404,L]
RewriteCond %{{HTTP:Accept-Encoding}} \\bgzip\\b
RewriteCond %{{REQUEST_FILENAME}}{copy} -f
RewriteRule \\.({compressed})$ %{{REQUEST_URI}}{copy} [L]
</IfModule>

<IfModule mod_headers.c>
Header always set Cache-Control "{asked}"
Header always set Cache-Control "{kept}" "expr=%{{REQUEST_URI}} =~ m#({kept_paths})(\\{copy})?$#"
{headers}
<FilesMatch "\\.({compressed})(\\{copy})?$">
Header merge Vary Accept-Encoding
</FilesMatch>
</IfModule>
"""


def apache(base: str) -> str:
    """For a site at this path of its server."""
    return _FORM.format(
        base=base,
        missing=rules.MISSING,
        types="\n".join(f"AddType {kind} .{ending}" for ending, kind in rules.TYPES.items()),
        charset=rules.CHARSET,
        endings=" ".join(f".{ending}" for ending in rules.TYPES),
        copy=COPY,
        compressed="|".join(rules.COMPRESSED),
        asked=rules.ASKED,
        kept=rules.KEPT,
        kept_paths="|".join(rules.KEPT_PATHS),
        headers="\n".join(f'Header always set {name} "{value}"' for name, value in rules.HEADERS.items()),
    )
