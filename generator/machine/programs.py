"""Programs, fonts and locales of the system."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass

from generator.machine.finding import Finding, missing, there

INSTALL = "sh requirements/install_system_packages.sh"
"""Installs packages of Debian or Ubuntu, or says what else to do."""
ADMINISTRATORS = "/usr/sbin"
"""Where programs are that no user has on the path."""
_LONGEST_WAIT = 30


@dataclass(frozen=True)
class Program:
    """A program by its names, the package that brings it, and what it is for."""

    names: tuple[str, ...]
    package: str
    title: str
    must_run: bool = False
    """Being there is not enough: some systems have a stand-in that only says where to get it."""

    def finding(self) -> Finding:
        """Whether one of its names is there, and runs."""
        found = next((name for name in self.names if shutil.which(name) or shutil.which(name, path=ADMINISTRATORS)), None)
        said = output_of(found, "--version") if found and self.must_run else ""
        if not found or said is None:
            return missing(self.title, f"{INSTALL} {self.package}")
        return there(f"{self.title}，{said or found}")


CHROMIUM = Program(("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"), "chromium", "Chromium 浏览器", must_run=True)
FIREFOX = Program(("firefox-esr",), "firefox-esr", "火狐浏览器", must_run=True)
BRAILLE = Program(("lou_translate",), "liblouis-bin", "liblouis，译盲文用")
FOR_TESTS = (
    CHROMIUM,
    FIREFOX,
    Program(("node",), "nodejs", "Node.js，检查网页用"),
    Program(("npm",), "npm", "npm，装检查网页的程序用"),
    Program(("java",), "default-jre-headless", "Java，检查网页用"),
    Program(("openssl",), "openssl", "OpenSSL，测网址检查用"),
    BRAILLE,
    Program(("apache2",), "apache2-bin", "Apache，测网站服务器的设置用"),
)
FOR_SPEECH = (
    Program(("orca",), "orca", "Orca 读屏软件"),
    Program(("speech-dispatcher",), "speech-dispatcher", "语音服务"),
    Program(("Xvfb",), "xvfb", "看不见的屏幕"),
    Program(("dbus-daemon",), "dbus", "程序之间通话的服务"),
    Program(("openbox",), "openbox", "窗口管理"),
    Program(("xdotool",), "xdotool", "按键的程序"),
    Program(("localedef",), "locales", "中文语言环境的生成程序"),
)


def fonts() -> Finding:
    """Whether Chinese can be shown in the browsers of the tests."""
    listed = (output_of("fc-list", ":lang=zh-cn", first=False) or "").lower()
    what = "中文字体（Noto CJK）"
    found = any("noto" in line and "cjk" in line for line in listed.splitlines())
    return there(what) if found else missing(what, f"{INSTALL} fonts-noto-cjk")


def output_of(program: str, *arguments: str, first: bool = True) -> str | None:
    """What a program says, by default its first line; None when it is not there or fails."""
    try:
        done = subprocess.run(
            [program, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, timeout=_LONGEST_WAIT, check=True,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return None
    said = done.stdout.decode("utf-8", "replace").strip()
    return said.partition("\n")[0] if first else said
