"""Two kinds of problems for the tests of reports, and hostile ones without end."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from generator.problem import Level, Location, Problem


@dataclass(frozen=True, kw_only=True)
class Fault(Problem):
    """测试用的错误。"""

    code = "X998"
    says = "这里是“{found}”。"
    mend = "改成“{found}二”。"
    found: str


class Advice(Fault):
    """测试用的建议。"""

    code = "X997"
    level = Level.SUGGESTION


FAULT = Fault(at=Location("a/甲.yml", 4, 8), found="一")
ADVICE = Advice(at=Location("a/b.yml", 1, 1), found="50%")

_SIGNS = "\r\n\t%:,;|`*_[]()<>&\"'\\#!@~-+=/ \0\x1b\x85\u2028\ud800\udc80甲乙a1"
_TRICKS = st.sampled_from(
    [
        "\n::error file=x::", "\n::stop-commands::x\n", "%0A::warning::", "]]>", "<![CDATA[", "--><script>", "&#10;", "&amp;",
        "</failure></testcase>", '" onload="', "](javascript:x)", "![x](y)", "\n# 题\n", "\n\n- 条\n", "\n```\n", "<img src=x onerror=y>",
        "https://example.org/", "www.example.org", "@somebody", "\\", "\\\\", "||x||", "  \n",
    ]
)  # fmt: skip
HOSTILE_TEXT = st.lists(st.one_of(_TRICKS, st.text(st.sampled_from(_SIGNS), max_size=6), st.text(max_size=6)), max_size=4).map("".join)
HOSTILE = st.lists(
    st.builds(
        lambda kind, path, line, found: kind(at=Location(path, line, line), found=found),
        st.sampled_from([Fault, Advice]),
        HOSTILE_TEXT,
        st.integers(1, 9),
        HOSTILE_TEXT,
    ),
    max_size=5,
)
"""Lists of problems whose path and quoted value hold whatever a format might take for its own."""
