"""What staff are told where a text cannot be parsed, each with its likeliest cause."""

from __future__ import annotations

from dataclasses import dataclass

from generator.problem import Problem


@dataclass(frozen=True, kw_only=True)
class SurrogateEscape(Problem):
    r"""双引号里写了半个字符的编码（\ud800 到 \udfff）。

    为什么：它不是一个完整的字，多半是别的程序导出时把生僻字拆成了两半。
    错的例子："\ud840\udc0b"
    对的例子："𠀋"
    """

    code = "T013"
    says = "双引号里的“{escape}”是半个字符 U+{point}，不能单独使用。"
    mend = "删掉它，直接写要的字{meant}。"

    escape: str
    point: str
    meant: str


@dataclass(frozen=True, kw_only=True)
class BracketNotClosed(Problem):
    """方括号或花括号没有配对，或里面少了逗号。

    为什么：括号没有结束，后面几行都会被当成括号里的内容。
    错的例子：languages: [普通话, 四川话
    对的例子：languages: [普通话, 四川话]
    """

    code = "T125"
    says = "从“{bracket}”起读到第 {line} 行还对不上：各项之间应有逗号，末尾应有“{closing}”。"
    mend = "补上逗号或“{closing}”；如果括号是文字，给整个内容加双引号。"

    bracket: str
    closing: str
    line: int


@dataclass(frozen=True, kw_only=True)
class StrayBracket(Problem):
    """多出一个结束的括号。

    为什么：前面没有开头的括号，或开头的括号已经结束，后面的内容会读错。
    错的例子：languages: [普通话]]
    对的例子：languages: [普通话]
    """

    code = "T139"
    says = "这里多出一个“{bracket}”，前面没有与它配对的“{opening}”。"
    mend = "删掉它；如果它是文字，给整个内容加双引号。"

    bracket: str
    opening: str


@dataclass(frozen=True, kw_only=True)
class ColonInValue(Problem):
    """内容里又有“冒号加空格”。

    为什么：冒号加空格是字段名的记号，一行里出现两次就分不清哪个是字段。
    错的例子：how: 时间: 9点
    对的例子：how: "时间: 9点"
    """

    code = "T126"
    says = "内容里又有一个“冒号加空格”，分不清哪个是字段名。"
    mend = "给内容加双引号：{pasted}；冒号只是标点的，改成全角“：”。"

    pasted: str


@dataclass(frozen=True, kw_only=True)
class WrongIndent(Problem):
    """这一行的缩进和上面的行对不齐。

    为什么：缩进表示谁属于谁，差一格就会放错地方。
    错的例子：name 前面没有空格，下一行的 region 前面有一个空格。
    对的例子：同一层的字段都从同一列开始。
    """

    code = "T127"
    says = "这一行前面有 {found} 个空格，和上面的行对不齐（上一行有 {above} 个）。"
    mend = "{how}"

    found: int
    above: int
    how: str
    field: str = ""
    within: tuple[str, ...] = ()
    """The field in the line, and those that it would belong to beside the line above."""


@dataclass(frozen=True, kw_only=True)
class UnderIndented(Problem):
    """括号里的内容写成几行，后面的行没有比字段名多缩进。

    为什么：有的软件读得出来，有的读不出来，所以一律要缩进。
    错的例子：fields: [name, 的下一行从最左边写 hours]
    对的例子：fields: [name, hours]
    """

    code = "T138"
    says = "括号还没有结束，这一行前面至少要有 {least} 个空格，现在有 {found} 个。"
    mend = "在这一行前面补上空格，或把括号里的内容写在一行里。"

    found: int
    least: int


@dataclass(frozen=True, kw_only=True)
class MissingColon(Problem):
    """这一行没有“冒号加空格”，不知道是什么字段。

    为什么：每个字段都是“字段名: 内容”；内容写到下一行也会变成这样。
    错的例子：summary: 从选竹到收口
              都可以学
    对的例子：summary: 从选竹到收口都可以学
    """

    code = "T128"
    says = "这一行应是“字段名: 内容”，现在没有“冒号加空格”：{found}"
    mend = "是新字段就补上字段名和冒号；是列表项就以“- ”开头；是上一行的继续就接到上一行末尾。"

    found: str


@dataclass(frozen=True, kw_only=True)
class ReservedStart(Problem):
    """内容以有特别用处的符号开头（例如 @ ` % * & ! ] } ,）。

    为什么：这些符号在行首或冒号后面有别的含义，文字读不出来。
    错的例子：note: **请带身份证**
    对的例子：note: "**请带身份证**"
    """

    code = "T129"
    says = "内容不能以“{sign}”开头，它在这里有别的含义。"
    mend = "给内容加双引号：{pasted}"

    sign: str
    pasted: str


@dataclass(frozen=True, kw_only=True)
class BadEscape(Problem):
    r"""双引号里的反斜线后面不是能用的写法。

    为什么：双引号里反斜线有别的含义，后面的字会读不出来。
    错的例子：note: "C:\文件"
    对的例子：note: 'C:\文件'
    """

    code = "T130"
    says = "双引号里的“{escape}”读不出来，反斜线在双引号里有别的含义。"
    mend = "把双引号换成单引号：{pasted}"

    escape: str
    pasted: str


@dataclass(frozen=True, kw_only=True)
class BlockHeader(Problem):
    """“|”或“>”后面直接写了文字。

    为什么：这两个符号表示“内容从下一行开始”，同一行不能再写文字。
    错的例子：hours: > 60 课时
    对的例子：hours: "> 60 课时"
    """

    code = "T131"
    says = "冒号后面的“{sign}”表示内容从下一行开始，同一行不能再写文字。"
    mend = "是文字就加双引号：{pasted}；要分行写的，“|”后面直接换行，每行多缩进两格（不用制表符）。"

    sign: str
    pasted: str


@dataclass(frozen=True, kw_only=True)
class TextAfterValue(Problem):
    """引号或括号结束以后，同一行里还有文字。

    为什么：引号或括号一结束，内容就结束了，后面的字没有地方放。
    错的例子：name: "竹编"基础班
    对的例子：name: '"竹编"基础班'
    """

    code = "T132"
    says = "引号或括号结束以后，同一行里还有“{rest}”。"
    mend = "把整个内容放进一对引号：{pasted}"

    rest: str
    pasted: str


@dataclass(frozen=True, kw_only=True)
class DashOnKeyLine(Problem):
    """列表的第一项和字段名写在了同一行。

    为什么：列表项要各占一行，从字段名的下一行开始。
    错的例子：bring: - 身份证
    对的例子：bring: [身份证]
    """

    code = "T134"
    says = "“- ”开头的列表项应从字段名的下一行写起，现在和字段名在同一行。"
    mend = "在“- ”前面换行并缩进两格；只有一项也可以写成 {pasted}"

    pasted: str


@dataclass(frozen=True, kw_only=True)
class Unreadable(Problem):
    """读到这里对不上，但看不出具体原因。

    为什么：多半是上面几行里少了引号、括号、冒号或空格。
    错的例子：name: "成都" "市"
    对的例子：name: 成都市
    """

    code = "T135"
    says = "从这里起读不下去了：{found}"
    mend = "检查这一行和上一行：字段写成“字段名: 内容”，列表项以“- ”开头，同一层左对齐。"

    found: str


@dataclass(frozen=True, kw_only=True)
class ListAmongFields(Problem):
    """同一层里既有列表项又有字段。

    为什么：一层要么全是“- ”开头的列表项，要么全是字段，混在一起不知道属于谁。
    错的例子：“- 身份证”下面左对齐写 note: 带原件
    对的例子：字段和它上面的字段左对齐，列表项比自己的字段多缩进两格。
    """

    code = "T136"
    says = "上一行是{above}，这一行是{found}，两种不能左对齐写在同一层。"
    mend = "字段和它同层的字段左对齐；列表项写在自己的字段下面，比它多缩进两格。"

    found: str
    above: str
