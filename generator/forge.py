"""What the address of the repository tells: whose it is, and where an error is reported."""

from __future__ import annotations

from urllib.parse import urlsplit

CORRECTION = "correction"
"""The template of an issue that corrects data."""
_GITHUB = f"/issues/new?template={CORRECTION}.yml&page="
_GITLAB = f"/-/issues/new?issuable_template={CORRECTION}&issue[title]="


def organisation_of(repo_url: str) -> str:
    """The organisation or group: all of the path but its last part; "" without an address."""
    return urlsplit(repo_url).path.strip("/").rpartition("/")[0]


def report_address(repo_url: str) -> str:
    """The form that corrects data, open at the end for the page it is about; "" without an address."""
    if not repo_url:
        return ""
    host = urlsplit(repo_url).hostname or ""
    return repo_url.rstrip("/").removesuffix(".git") + (_GITLAB if "gitlab" in host else _GITHUB)
