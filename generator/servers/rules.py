"""What every web server is told of the site: the one list that each configuration is written from."""

from __future__ import annotations

from urllib.parse import quote, unquote, urlsplit

from generator.precompression import ENDINGS
from generator.render import assets, search_index

CHARSET = "utf-8"
MISSING = "404.html"
ASKED = "no-cache"
"""A browser asks each time whether its copy is still the newest, and gets nothing more when it is."""
KEPT = "public, max-age=31536000, immutable"
"""A browser never asks again: the name holds the hash of the content."""
KEPT_PATHS = (
    rf"/{assets.FOLDER}/.+[.][0-9a-f]{{8}}[.][a-z0-9]+",
    rf"/{search_index.FOLDER}/[a-z]+-[0-9a-f]{{12}}[.]json",
)
"""Patterns of the ends of addresses that are kept; all others are asked about."""
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    # What else a page may do it says itself (site_src/theme/main.html), without a server too. This one
    # counts in a header only, and X-Frame-Options says it to old browsers.
    "Content-Security-Policy": "frame-ancestors 'none'",
    "X-Frame-Options": "DENY",
}
"""Sent with everything. No promise that the site will always have https: that is for whoever has the domain."""
TYPES = {
    "css": "text/css",
    "html": "text/html",
    "js": "text/javascript",
    "json": "application/json",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "xml": "application/atom+xml",  # the feed is the only one
}
"""Ending → type of all that the site has; what Pagefind writes has none."""
COMPRESSED = ENDINGS


def base_of(site_url: str) -> str:
    """The path of the site on its server, without a slash at its end: "" for a domain of its own."""
    return quote(unquote(urlsplit(site_url).path)).rstrip("/")
