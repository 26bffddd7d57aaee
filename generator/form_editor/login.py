"""How one logs in to the form editor: by the setting `form_editor` and the address of the repository."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from generator import forge

LOCAL = "local"
PROXY = "http://localhost:8081"
"""Where `decap-server` listens: it writes into the folder of this machine."""
_APPLICATION = re.compile(r"[A-Za-z0-9_-]{20,128}", re.ASCII)
_SERVICE = re.compile(r"https://[A-Za-z0-9.-]+(?::\d{1,5})?(?:/[A-Za-z0-9._/-]*)?", re.ASCII)


class NotSetUp(Exception):
    """The form editor is switched on in a way that cannot work; the message is Chinese."""


@dataclass(frozen=True)
class Login:
    """What Decap is told of the forge, the hosts that it then asks, and whether it opens pull requests."""

    backend: dict[str, Any]
    asks: tuple[str, ...]
    opens_requests: bool = True


def login(setting: str, repo_url: str) -> Login | None:
    """The login that a setting means, None when the editor is off. Raises NotSetUp."""
    if not setting:
        return None
    if setting == LOCAL:
        return Login({"name": "proxy", "proxy_url": f"{PROXY}/api/v1"}, (PROXY,), opens_requests=False)
    parts = urlsplit(repo_url)
    if parts.scheme != "https" or not forge.organisation_of(repo_url):
        raise NotSetUp("打开网页表单（form_editor）以前，先在 mkdocs.yml 的 repo_url 写上代码库的网址，例如 https://github.com/组织/仓库")
    if forge.forge_of(repo_url) == forge.GITLAB:
        return _gitlab(setting, f"https://{parts.netloc}", forge.project_of(repo_url))
    return _github(setting, parts.netloc, forge.project_of(repo_url))


def _github(setting: str, host: str, project: str) -> Login:
    """GitHub lets no page log in by itself, so a service that its owner runs stands between."""
    if not _SERVICE.fullmatch(setting):
        raise NotSetUp(f"代码库在 GitHub 上，form_editor 应写登录服务的网址，以 https:// 开头，现在是“{setting}”。只在本机试用就写 local。")
    service = urlsplit(setting)
    asked = "https://api.github.com" if host == "github.com" else f"https://{host}/api/v3"
    backend = {"name": "github", "repo": project, "api_root": asked, "base_url": f"https://{service.netloc}"}
    return Login(backend | {"auth_endpoint": service.path.strip("/") or "auth"}, (_origin(asked),))


def _gitlab(setting: str, base: str, project: str) -> Login:
    if not _APPLICATION.fullmatch(setting):
        raise NotSetUp(f"代码库在 GitLab 上，form_editor 应写应用编号（Application ID），现在是“{setting}”。只在本机试用就写 local。")
    backend = {"name": "gitlab", "repo": project, "auth_type": "pkce", "app_id": setting}
    return Login(backend | {"base_url": base, "api_root": f"{base}/api/v4"}, (base,))


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
