"""The two browsers, set up so that they say nothing of themselves and ask the network nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping

from tests.speech.desktop import Desktop

NAMES = ("firefox", "chromium")
FIREFOX: Mapping[str, object] = {
    "accessibility.force_disabled": -1,
    "app.update.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.newtabpage.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.startup.page": 0,
    "browser.translations.enable": False,
    "browser.urlbar.autoFill": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "general.smoothScroll": False,
    # Which links were visited depends on the pages read before; the transcript must not.
    "layout.css.visited_links_enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "places.history.enabled": False,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "termsofuse.bypassNotification": True,
    "toolkit.telemetry.enabled": False,
}
CHROMIUM = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-features=Translate",
    "--disable-gpu",
    "--disable-sync",
    "--force-renderer-accessibility",
    "--incognito",
    "--lang=zh-CN",
    "--no-default-browser-check",
    "--no-first-run",
    "--no-sandbox",
    "--password-store=basic",
    "--start-maximized",
    "--test-type",
)
CHROMIUM_PROFILE = {"translate": {"enabled": False}}
BLANK = "about:blank"


def _start_firefox(desktop: Desktop) -> None:
    profile = desktop.home / "firefox"
    profile.mkdir()
    lines = [
        f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in FIREFOX.items()
    ]
    (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
    desktop.start("firefox-esr", "--no-remote", "--profile", str(profile), BLANK)


def _start_chromium(desktop: Desktop) -> None:
    profile = desktop.home / "chromium"
    (profile / "Default").mkdir(parents=True)
    (profile / "Default/Preferences").write_text(json.dumps(CHROMIUM_PROFILE), encoding="utf-8")
    desktop.start("chromium", *CHROMIUM, f"--user-data-dir={profile}", BLANK)


def start(desktop: Desktop, name: str) -> None:
    """Start a browser of NAMES with an empty page, and wait for its window."""
    {"firefox": _start_firefox, "chromium": _start_chromium}[name](desktop)
    find = ("xdotool", "search", "--onlyvisible", "--class", name)
    desktop.wait_for(f"the window of {name}", lambda: bool(desktop.ask(*find)))
