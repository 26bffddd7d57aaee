"""The site on this machine, as it is with what was just saved."""

from __future__ import annotations
