"""What the address of the repository tells: whose it is, and where an error is reported."""

from __future__ import annotations

from urllib.parse import urlsplit

CORRECTION = "correction"
"""The template of an issue that corrects data."""
GITHUB, GITLAB = "github", "gitlab"
_FORMS = {
    GITHUB: f"/issues/new?template={CORRECTION}.yml&page=",
    GITLAB: f"/-/issues/new?issuable_template={CORRECTION}&issue[title]=",
}


def forge_of(repo_url: str) -> str:
    """Which forge an address is of."""
    return GITLAB if "gitlab" in (urlsplit(repo_url).hostname or "") else GITHUB


def project_of(repo_url: str) -> str:
    """The organisation or group and the name of the repository: all of the path; "" without an address."""
    return urlsplit(repo_url).path.strip("/").removesuffix(".git")


def organisation_of(repo_url: str) -> str:
    """The organisation or group: all of the path but its last part; "" without an address."""
    return project_of(repo_url).rpartition("/")[0]


def report_address(repo_url: str) -> str:
    """The form that corrects data, open at the end for the page it is about; "" without an address."""
    if not repo_url:
        return ""
    return repo_url.rstrip("/").removesuffix(".git") + _FORMS[forge_of(repo_url)]
