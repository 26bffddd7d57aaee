"""Where the links of a page of the site lead in an edition; what leads nowhere there becomes plain text."""

from __future__ import annotations

import html
import posixpath
import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

ON_THE_SITE = "（见网站）"
_LINK = re.compile(r'<a\b([^<>]*?)\shref="([^"]*)"([^<>]*)>(.*?)</a>', re.DOTALL)
# Templates write < and > in texts and attributes as entities, so this finds every link.
_SCRIPT = re.compile(r"<script\b[^<>]*></script>")


@dataclass(frozen=True, slots=True)
class Links:
    """Page of the site → page of the edition, with an anchor where several stand in one."""

    targets: dict[str, str]

    def led(self, body: str, path: str) -> str:
        """The HTML of the page at `path` with its links led into the edition, and without scripts of the site."""
        return _LINK.sub(lambda link: self._link(link, path), _SCRIPT.sub("", body))

    def _link(self, link: re.Match[str], path: str) -> str:
        before, address, after, text = link.groups()
        target = self.target(html.unescape(address), path)
        if target is None:
            return f"{text}{ON_THE_SITE}"
        return f'<a{before} href="{html.escape(target)}"{after}>{text}</a>'

    def target(self, address: str, path: str) -> str | None:
        """Where an address on the page at `path` leads in the edition; None for a page that is not there.

        An address within the page and one to the outside stay as they are.
        """
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or not parts.path:
            return address
        found = self.targets.get(posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))))
        return f"{found}-{parts.fragment}" if found and "#" in found and parts.fragment else found
