"""Each thing that people want to do here, with what it takes and what of that is missing."""

from __future__ import annotations

from generator.machine import folder, packages, programs
from generator.machine.finding import Purpose

SITE_LOCK, TEST_LOCK = "requirements/site.txt", "requirements/test.txt"
LEAFLET_LOCK, LEAFLET = "requirements/leaflet.txt", "make leaflet"
CLUSTER_LOCK, CLUSTER = "requirements/cluster.txt", "make cluster"
FOR_SITE = ("generator.cli", "generator.building", "generator.mkdocs_plugin")
FOR_SHEETS = ("generator.spreadsheets.writing", "generator.spreadsheets.reading")


def examine(root: str) -> list[Purpose]:
    """The purposes, the first being what `make site` needs."""
    python = packages.python_in(root, (*FOR_SITE, *FOR_SHEETS))
    return [
        Purpose(
            "生成网站（make site）",
            [
                packages.version_of(python),
                packages.locked_packages(root, python, SITE_LOCK, packages.AGAIN),
                packages.starts(python, FOR_SITE, "检查和生成的程序"),
                folder.rights(root),
                folder.room(root),
                folder.encoding(),
            ],
        ),
        Purpose("用表格改（export、import）", [packages.starts(python, FOR_SHEETS, "读写表格的程序")]),
        Purpose("用网页表单改（form_editor，打开了才要）", [folder.form_editor(root)]),
        Purpose("做册子的 PDF（leaflet）", [packages.locked_packages(root, python, LEAFLET_LOCK, LEAFLET), programs.fonts()]),
        Purpose("做册子的盲文文件（leaflet）", [programs.BRAILLE.finding()]),
        Purpose("几台计算机一起生成（build --scheduler，用得到才要）", [packages.locked_packages(root, python, CLUSTER_LOCK, CLUSTER)]),
        Purpose("提交改动（git）", folder.git(root)),
        Purpose(
            "测试（make test）",
            [
                packages.locked_packages(root, python, TEST_LOCK, "make lint"),
                *(program.finding() for program in programs.FOR_TESTS),
                programs.fonts(),
            ],
        ),
        Purpose("读屏测试（make test-speech）", [program.finding() for program in programs.FOR_SPEECH]),
    ]


def as_text(purposes: list[Purpose]) -> str:
    """Purpose by purpose, a line a thing, the remedy below what is missing."""
    lines = []
    for purpose in purposes:
        lines.append(f"{purpose.title}：{'可以' if purpose.is_possible else '还不可以'}")
        for finding in purpose.findings:
            lines.append(f"  {finding.line}")
            if not finding.is_there:
                lines.append(f"      补上：{finding.remedy}")
        lines.append("")
    missing = [purpose.title for purpose in purposes if not purpose.is_possible]
    end = f"还不可以：{'、'.join(missing)}。照“补上”做完，再看一次。" if missing else "什么都不缺。"
    return "\n".join([*lines, end]) + "\n"
