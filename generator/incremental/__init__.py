"""What of the last build still stands: kept beside the site, safe to delete, and noticed when damaged."""

from __future__ import annotations
