"""The settings of every program of a desktop, written below its home."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

LANGUAGE = "zh_CN.UTF-8"
SYSTEM_PYTHON = "/usr/bin/python3"
SPEECH_SETTINGS = Path("/etc/speech-dispatcher/speechd.conf")
PUNCTUATION_SOME = 2
ORCA: Mapping[str, object] = {
    "enableBraille": False,
    "enableKeyEcho": False,
    # The full stops that make a voice pause would stand in every line.
    "enablePauseBreaks": False,
    # Orca's own choice is "most", which says 句号 and 左括号 all the time. NVDA's choice is "some".
    "verbalizePunctuationStyle": PUNCTUATION_SOME,
}
GSETTINGS = """[org/gnome/desktop/interface]
toolkit-accessibility=true

[org/gnome/desktop/a11y/applications]
screen-reader-enabled=true
"""
OPENBOX = """<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
<applications><application class="*"><maximized>yes</maximized></application></applications>
</openbox_config>
"""
"""Every window fills the screen, and no key belongs to the window manager."""


def environment(home: Path, path: str) -> dict[str, str]:
    """The whole environment of every program; nothing of the caller's but the PATH."""
    return {
        "PATH": f"{home / 'programs'}:{path}",
        "HOME": str(home),
        "TMPDIR": str(home / "tmp"),
        "XDG_RUNTIME_DIR": str(home / "run"),
        "DBUS_SESSION_BUS_ADDRESS": f"unix:path={home / 'run/bus'}",
        "LANG": LANGUAGE,
        "LANGUAGE": "zh_CN",
        "LC_ALL": LANGUAGE,
        "GSETTINGS_BACKEND": "keyfile",
        "GNOME_ACCESSIBILITY": "1",
        "GDK_BACKEND": "x11",
        "LIBGL_ALWAYS_SOFTWARE": "1",
        "MOZ_CRASHREPORTER_DISABLE": "1",
    }


def furnish(home: Path, reader: Mapping[str, object]) -> None:
    """Write all settings below an empty home; `reader` are settings of Orca beside ORCA."""
    for folder in ("tmp", "run", "locales"):
        (home / folder).mkdir(mode=0o700)
    _write(home / ".config/glib-2.0/settings/keyfile", GSETTINGS)
    _write(home / ".config/openbox/rc.xml", OPENBOX)
    # Orca asks pgrep for other Orcas of the same user, and would not start beside one.
    _write(home / "programs/pgrep", "#!/bin/sh\nexit 1\n").chmod(0o700)
    _furnish_reader(home, {**ORCA, **reader})
    _furnish_voice(home)


def _furnish_reader(home: Path, chosen: Mapping[str, object]) -> None:
    profile = {"profile": ["Default", "default"], "pronunciations": {}, "keybindings": {}}
    settings = {"general": chosen, "profiles": {"default": profile}}
    settings |= {"pronunciations": {}, "keybindings": {}}
    _write(home / "orca/user-settings.conf", json.dumps(settings))


def _furnish_voice(home: Path) -> None:
    """Debian's own settings of speech-dispatcher, with our voice in place of a synthesizer."""
    script, spoken = Path(__file__).with_name("voice.py"), home / "spoken.jsonl"
    spoken.touch()
    start = f"#!/bin/sh\nexec {SYSTEM_PYTHON} '{script}' '{spoken}'\n"
    voice = _write(home / "programs/voice", start)
    voice.chmod(0o700)
    folder = home / ".config/speech-dispatcher"
    _write(folder / "modules/voice.conf", "")
    ours = f'AddModule "voice" "{voice}" "voice.conf"\nDefaultModule voice\nLogDir "{home}"\n'
    _write(folder / "speechd.conf", SPEECH_SETTINGS.read_text("utf-8") + ours)


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
