"""Odd and hostile texts: some of our own, and those of a folder that the setting CORPORA names.

The folder holds files of other people that are not kept here: JSON lists of texts, or of cases with
a `yaml` text, and text files with one text a line.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

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

MARKUP = [
    "<script>alert('甲')</script>", "</script><script>a()</script>", "<img src=x onerror=alert(1)>", "<IMG SRC=`javascript:a()`>",
    "<img src='x' onerror='a()' //", "<svg/onload=a()>", "<svg><animate onbegin=a() attributeName=x>", "<a href=javascript:a()>甲</a>",
    "<a href='java\tscript:a()'>甲</a>", '<a href="&#x6A&#x61vascript:a()">甲</a>', "<a href='\x01javascript:a()'>甲</a>",
    "<b onmouseover=a() contenteditable>甲</b>", "<details open ontoggle=a()>", "<input autofocus onfocus=a()>", "<iframe srcdoc='<b>'>",
    "<style>@import 'x'</style>", "<b style='animation-name:x' onanimationend=a()>", '<div style="x:expression(a())">', "<meta http-equiv=refresh content=0>",
    "<base href=//www.example.org/>", "<form action=//www.example.org><button>", "<object data=x>", "<math><mi//xlink:href='data:x'>", "<template><b>",
    "<!--<img src='--><img onerror=a()>'", "<![CDATA[<b>]]>", "<?php a(); ?>", "<plaintext>", "<noscript><p title='</noscript><b>'>", "<script src=//www.example.org/a>",
    "'><b>甲", '"><b>甲', '" onfocus=a() autofocus x="', "' onclick='a()", "`-a()-`", '"-a()-"', "javascript:a()", "JaVaScRiPt:a()", "data:text/html,<b>", "vbscript:a",
    "[甲](javascript:a())", '![甲](x"onerror="a())', "<javascript:a()>", "[甲]: javascript:a()", "{: onclick=a()}", '--8<-- "a"', "{% include 'a' %}", "{{ config }}",
    "{{ ''.__class__ }}", "#{7*7}", "<%= 7*7 %>", "&lt;b&gt;", "&#60;b&#62;", "&amp;lt;", "%3Cb%3E", "\\u003cb\\u003e", "\\x3cb\\x3e", "+ADw-b+AD4-", "＜b＞", "<b\u200b>", "<\x00b>",
]  # fmt: skip
"""What a page could take for markup, script, style or a template, and what it could become one by."""
UNSEEN = [
    *(f"甲{chr(point)}乙" for point in (*range(0x20), 0x7F, *range(0x80, 0xA1), 0xAD)),
    *(f"甲{sign}乙" for sign in "\u061c\u06dd\u070f\u115f\u180e\u2000\u200b\u200d\u200e\u2028\u2029\u202a\u202e\u2060\u2066\u2069\u3164\ufdd0\ufe0f\ufeff\ufff9\ufffc\ufffd\uffff"),
    *(f"甲{sign}乙" for sign in "\ue000\U000110bd\U0001bca0\U0001d173\U000e0001\U000e0041\U000f0000\U0010ffff"),
    "⼈⽒", "\u202etest\u202c", "Е", "раураl", "𝐓𝐡𝐞", "⒯⒣⒠", "１２３", "①②", "٣", "½", "²", "∞", "ﷺ", "أهلا", "ヽ༼ຈل͜ຈ༽ﾉ", "한글", "パー", "Ω≈ç√", "İıſß",
    "e\u0301", "\u0301", "甲" + "\u0336\u035c\u0489" * 40, "😍", "👩\u200d👩\u200d👧", "🇨🇳🇨", "✋🏿", "1\ufe0f\u20e3", "𠮷",
]  # fmt: skip
"""Signs that are not seen, turn the line round, or look like others."""
FIGURES = [
    "1/2", "1E2", "1e1000", "-1.7976931348623157e309", "0..0", ".", "0,0", "0/0", "--1", "-.", "1#INF", "NaN", "Infinity", "0xffffffffffffffff", "9" * 40,
    "1 000 000.00", "1'000", "123456789012345678901234567890", "-2147483648", "4294967296", "00", "-0.0", "+0", "1_0", "١٢", "08", "0e0",
]  # fmt: skip
"""What a program may take for a number, or break at."""
COMMANDS = [
    "1; DROP TABLE a", "' OR '1'='1", "--", "/*", "$(touch a)", "`touch a`", "| touch a", "; touch a", "&& touch a", "%s%s%n", "%d", "{0}", "{0.__class__}", "$HOME", "%USERPROFILE%",
    "../../../../etc/passwd", "..\\..\\a", "/dev/null", "file:///etc/passwd", "C:\\con", "CON", "NUL.txt", "COM1", "LPT9", "ZZ:", "~", "a/b", "a%00b", "a%2fb", "a\x1b[31mb", 'System("a")', "eval(a)",
    "() { :; }; a", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///a'>]><a>&b;</a>", "a.b?c=d&e=f#g", "//www.example.org", "http://a:b@www.example.org", "http://[::1]/", "mailto:a@example.org", "tel:12385",
]  # fmt: skip
"""What a shell, a data base, a path or a form of words may be taken in by."""
Values = dict[str, Any] | None
YAML_TEXTS: list[tuple[str, Values]] = [
    ("a: 甲\nb:\n  - 1\n  - 2\n", {"a": "甲", "b": ["1", "2"]}),
    ("a:\n- 1\n- b: 2\n  c: 3\n", {"a": ["1", {"b": "2", "c": "3"}]}),
    ("a: [1, {b: 2}, [3]]\n", {"a": ["1", {"b": "2"}, ["3"]]}),
    ("a: {b: '1', c: \"2\"}\n", {"a": {"b": "1", "c": "2"}}),
    ("a: []\nb: {}\n", {"a": [], "b": {}}),
    ("a: |\n  1\n   2\n\n  3\n", {"a": "1\n 2\n\n3\n"}),
    ("a: |-\n  1\n", {"a": "1"}),
    ("a: |+\n  1\n\n", {"a": "1\n\n"}),
    ("a: >\n  1\n  2\n", {"a": "1 2\n"}),
    ("a: |2\n   1\n", {"a": " 1\n"}),
    ("# 甲\na: 1  # 乙\n\n# 丙\n", {"a": "1"}),
    ("a: 'it''s'\n", {"a": "it's"}),
    ('a: "\\t\\u7532"\n', {"a": "\t甲"}),
    ('a: "1\n  2"\n', None),
    ("a: '1\n\n  2'\n", None),
    ("a: 1\n  2\n", None),
    ("a: &b 1\nc: *b\n", None),
    ("a: !!str 1\n", None),
    ("a: !b {c: 1}\n", None),
    ("<<: {a: 1}\n", None),
    ("%YAML 1.2\n---\na: 1\n", None),
    ("%TAG ! tag:example.org,2002:\n---\na: 1\n", None),
    ("---\na: 1\n", None),
    ("a: 1\n...\n", None),
    ("a: 1\n---\nb: 2\n", None),
    ("? a\n: 1\n", None),
    ("? [a, b]\n: 1\n", None),
    ("{a: 1}: 2\n", None),
    (": 1\n", None),
    ("a: 1\na: 2\n", None),
    ("- 1\n- 2\n", None),
    ("1\n", None),
    ("", None),
    ("# 甲\n", None),
    ("a: b: c\n", None),
    ("a: - 1\n", None),
    ("a:\n\t- 1\n", None),
    ("a:\tb\n", None),
    ("a:\n  - 1\n - 2\n", None),
    ("a:\n  b: 1\n c: 2\n", None),
    ("a: [1, 2\nb: 3\n", None),
    ("a: {b: 1\n", None),
    ("a: [1]]\n", None),
    ("a: '1\n", None),
    ('a: "1\n', None),
    ('a: "\\q"\n', None),
    ("a: 'b' c\n", None),
    ("a: @b\n", None),
    ("a: `b`\n", None),
    ("a: %b\n", None),
    ("a: |x\n  1\n", None),
    ("a: 1 #2\n", None),
    ("a: |\n 1\n0\n", None),
    ("a: [\n1,\n2]\n", None),
    ("a: [a b: c]\n", {"a": [{"a b": "c"}]}),
    ("a: {b, c: 1}\n", {"a": {"b": "", "c": "1"}}),
    ("a: {? b : 1}\n", None),
    ("a: [,]\n", None),
    ("a\n", None),
    ("a:1\n", None),
    ("a:\n  ? b\n  ? c\n", None),
    ("a: " + "[" * 60 + "]" * 60 + "\n", None),
]
"""Texts of every kind that YAML knows, with the texts that they mean, or None where they are refused."""


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


def _suite() -> list[tuple[str, object]]:
    """The YAML of cases with what it means, as JSON knows it; None where it must be refused."""
    folder = os.environ.get("CORPORA")
    files = sorted(Path(folder).glob("*.json")) if folder else []
    cases = [item for file in files for item in json.loads(file.read_text("utf-8")) if isinstance(item, dict)]
    return [(case["yaml"], None if case["error"] else _meant(case["json"])) for case in cases]


def _meant(said: str | None) -> object:
    """The value; what is no single JSON value is something that no record can say."""
    try:
        return json.loads(said or "")
    except ValueError:
        return None


OURS = [*FORMULAS, *MISREAD, *NAUGHTY, *MARKUP, *UNSEEN, *FIGURES, *COMMANDS, *(text for text, _ in YAML_TEXTS)]
TEXTS = list(dict.fromkeys([*OURS, *_given()]))
HALVES: list[tuple[str, object]] = [("a: \ud800\n", None), ("a: 甲\udfff\n", None), ("\ude00: 1\n", None)]
"""Half a character is no text: such a file is not UTF-8."""
SUITE = [*YAML_TEXTS, *HALVES, *_suite()]
"""YAML with what it means; ours first."""
"""Every text, ours first."""
