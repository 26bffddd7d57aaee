"""The web servers that the site can be made ready for: one server, one module, imported when it is named."""

from __future__ import annotations

NAMES = ("nginx", "apache", "caddy", "pages")
"""As `--server`, the setting and `catalogue headers` know them; what each is told is in `servers.ready`."""
