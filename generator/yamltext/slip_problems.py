"""What staff are told about a slip of the keyboard: Chinese signs instead of ASCII ones."""

from __future__ import annotations

from dataclasses import dataclass

from generator.problem import Problem


@dataclass(frozen=True, kw_only=True)
class WideSpace(Problem):
    """用全角空格来缩进，或放在字段名、冒号、短横线后面，或留在行尾。

    为什么：只有普通空格才算缩进；全角空格会变成文字的一部分，看不出来。
    错的例子：冒号后面打了一个全角空格再写“成都”。
    对的例子：name: 成都
    段落文字里面（“|”下面）的全角空格可以用。
    """

    code = "T011"
    says = "这里是全角空格 U+3000，应当是普通空格或没有空格。"
    mend = "改成 {fixed}（缩进用空格键）"

    fixed: str


@dataclass(frozen=True, kw_only=True)
class FullWidthColon(Problem):
    """字段名后面用了全角冒号“：”。

    为什么：全角冒号是文字，不会把字段名和内容分开，这个字段就没有了。
    错的例子：name：成都
    对的例子：name: 成都
    整句都是文字的，加双引号："word：文字处理"
    """

    code = "T115"
    says = "字段名“{key}”后面应是半角冒号加空格，现在是全角冒号“：”。"
    mend = "改成 {fixed}"

    key: str
    fixed: str


@dataclass(frozen=True, kw_only=True)
class NoSpaceAfterColon(Problem):
    """字段名后面的冒号没有跟空格。

    为什么：没有空格，整行会被当成一句文字，这个字段就没有了。
    错的例子：name:成都
    对的例子：name: 成都
    整句都是文字的，加双引号："word:文字处理"
    """

    code = "T116"
    says = "字段名“{key}”的冒号后面应有一个空格，现在没有。"
    mend = "改成 {fixed}"

    key: str
    fixed: str


@dataclass(frozen=True, kw_only=True)
class FullWidthComma(Problem):
    """方括号或花括号里用了全角逗号、顿号或分号来分开各项。

    为什么：全角标点是文字，几项会连成一项。
    错的例子：[视力，听力]
    对的例子：[视力, 听力]
    标点本来就是文字的，加双引号：["手语，速录"]
    """

    code = "T117"
    says = "括号里各项之间应是半角逗号加空格，现在是“{found}”。"
    mend = "改成 {fixed}；如果它是文字的一部分，给这一项加双引号。"

    found: str
    fixed: str


@dataclass(frozen=True, kw_only=True)
class FullWidthQuotes(Problem):
    """整个内容用中文引号括起来，看起来是想给内容加引号。

    为什么：中文引号是文字，会显示在页面上；数字、日期也会读错。
    错的例子：region: “510100”
    对的例子：region: 510100
    引号确实要显示的，外面再加一层：name: '“量体裁衣”'
    """

    code = "T118"
    says = "{rule}，现在是 {found}。"
    mend = "改成 {fixed}{kept}"

    rule: str

    found: str
    fixed: str
    kept: str


@dataclass(frozen=True, kw_only=True)
class FullWidthBrackets(Problem):
    """列表用了全角括号。

    为什么：全角括号是文字，几项会连成一句话。
    错的例子：languages: 【普通话，四川话】
    对的例子：languages: [普通话, 四川话]
    """

    code = "T119"
    says = "列表应当用半角方括号，现在是 {found}。"
    mend = "改成 {fixed}；如果括号是文字的一部分，给整个内容加双引号。"

    found: str
    fixed: str


@dataclass(frozen=True, kw_only=True)
class DashSlip(Problem):
    """列表项开头的短横线后面没有空格，或用了别的横线、圆点。

    为什么：只有“短横线加空格”才是列表项，别的写法会变成文字。
    错的例子：-身份证
    对的例子：- 身份证
    """

    code = "T120"
    says = "列表项应以短横线加空格“- ”开头，现在是“{found}”。"
    mend = "另起一行写 {fixed}；如果它是文字，给它加双引号。"

    found: str
    fixed: str


@dataclass(frozen=True, kw_only=True)
class FullWidthHash(Problem):
    """说明行的开头用了全角的“＃”。

    为什么：只有半角“#”开头的行才是说明，全角的会被当成内容。
    错的例子：＃ 以下由县残联填写
    对的例子：# 以下由县残联填写
    """

    code = "T121"
    says = "说明行应以半角“#”开头，现在是全角“＃”。"
    mend = "改成 {fixed}"

    fixed: str
