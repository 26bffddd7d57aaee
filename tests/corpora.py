"""Odd and hostile texts: some of our own, and those of a folder that the setting CORPORA names.

The folder holds files of other people that are not kept here: JSON lists of texts, or of cases with
a `yaml` text, and text files with one text a line.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

FORMULAS = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1+1)",
    "\t=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    "'=1+1",
    "''=1+1",
    "'",
    '=HYPERLINK("https://www.example.org","点我")',
    "=cmd|'/C calc'!A0",
    'DDE ("cmd";"/C calc";"!A0")A0',
    "{=1+1}",
    "%0A=1+1",
    "a;=1+1",
    "a\n=1+1",
]
"""What a spreadsheet may take for a formula."""
MISREAD = [
    "0735", "0o17", "0x1F", "0b1", "1_000", "9:30", "190:20:30", "1e5", "1E+5", "1.10", "1.0", ".5", "5.", "+1", "-0",
    "12345678901234567", "511502199001011234567", "yes", "No", "ON", "off", "y", "N", "true", "True", "FALSE", "null",
    "~", "Null", "2026-1-5", "2026-02-30", "2026-11-23", "2026-11-23T10:00:00Z", "2026-11-23 10:00", ".inf", "-.INF", ".nan",
    "=", "<<", "510100", "028-00000000", "12385", "3-1", "1.1.1", "4-10-04-02", "10%", "1,000",
]  # fmt: skip
"""What YAML or a spreadsheet may take for something else than text."""
NAUGHTY = [
    "", " ", "　", " 前后有空格 ", "　全角空格　", "a: b", "a:", ":a", "a #b", "a  # b", "#a", "- a", "-a", "－a", "·a", "? a", "?a",
    "[a]", "[a", "{a: b}", "a]", "&a", "*a", "!a", "!!str a", "|", ">", "| a", "%a", "@a", "`a`", "'a'", '"a"', "it's", 'a"b',
    "a'b\"c", "C:\\文件", "\\", "\\n", "\\u200b", "“a”", "“a”班", "【a、b】", "［a］", "甲：乙", "name：成都", "a\nb", "a\n", "a\n\n",
    "\na", "\n", "\n\n", " a\nb", "a\n b", "a \nb", "a\n \nb", "a\t b", "- a\n- b", "# a\n# b", "---", "...", "--- a", "𠀋ꀀང",
    "<b>", "<script>alert(1)</script>", "{{ 7*7 }}", "${x}", "__proto__", "_x000D_", "_x005F_x000D_", "a,b;c\td", "甲" * 300,
    "〔见文件〕", "无", "是", "否", "constructor", "undefined",
]  # fmt: skip
"""What breaks a reader or a writer that looks no further than the next sign."""


def _texts(file: Path) -> list[str]:
    text = file.read_text("utf-8")
    if file.suffix != ".json":
        return text.splitlines()
    items = json.loads(text)
    return [item["yaml"] if isinstance(item, dict) else str(item) for item in items]


def _given() -> list[str]:
    folder = os.environ.get("CORPORA")
    if not folder:
        return []
    files = sorted(file for file in Path(folder).iterdir() if file.suffix in {".json", ".txt"})
    assert files, f"CORPORA names a folder without corpora: {folder}"
    return [text for file in files for text in _texts(file)]


TEXTS = list(dict.fromkeys([*FORMULAS, *MISREAD, *NAUGHTY, *_given()]))
"""Every text, ours first."""
