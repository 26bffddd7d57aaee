"""What staff are told about the structure of a file that can be parsed."""

from __future__ import annotations

from dataclasses import dataclass

from generator.problem import Problem
from generator.yamltext.limits import MOST_DEPTH, MOST_NODES


class EmptyFile(Problem):
    """文件是空的，或只有说明行。

    为什么：一个文件就是一条记录，空文件会变成一条没有名字的记录。
    错的例子：只有一行“# 待填”。
    对的例子：name: 成都市残疾人联合会
    """

    code = "T100"
    says = "文件里应有一条记录，现在是空的。"
    mend = "写上字段和内容，例如 name: 成都市残疾人联合会；不要这条记录就删掉这个文件。"


@dataclass(frozen=True, kw_only=True)
class NotFields(Problem):
    """文件的最外层不是“字段名: 内容”。

    为什么：一个文件就是一条记录，由一行行字段组成。
    错的例子：整个文件只有一句话，或以“- ”开头。
    对的例子：name: 成都市残疾人联合会
    """

    code = "T101"
    says = "文件应由一行行“字段名: 内容”组成，现在是{found}。"
    mend = "每个字段一行，冒号后面空一格，例如 name: 成都市残疾人联合会"

    found: str


@dataclass(frozen=True, kw_only=True)
class DuplicateKey(Problem):
    """同一个字段名在同一层写了两次。

    为什么：只能留下一个，另一个的内容会悄悄丢掉。
    错的例子：两行都写 name:
    对的例子：只留一行；要写几项的，用列表。
    """

    code = "T102"
    says = "字段“{key}”只能写一次，第 {first} 行已经写过。"
    mend = "把两处的内容合到第 {first} 行，删掉这一行。"

    key: str
    first: int


@dataclass(frozen=True, kw_only=True)
class Anchor(Problem):
    """内容以“&”加名字开头，会被当成记号。

    为什么：记号这几个字不算内容，会悄悄丢掉。
    错的例子：name: &甲 成都
    对的例子：name: "&甲 成都"
    """

    code = "T103"
    says = "内容不能以“&”开头，“&{name}”会被当成记号丢掉。"
    mend = "是文字就给整个内容加双引号；不是就删掉“&{name}”。"

    name: str


@dataclass(frozen=True, kw_only=True)
class Alias(Problem):
    """内容以“*”加名字开头，会被当成对别处内容的引用。

    为什么：记录里每个内容都要直接写出来，别人才看得懂，也不会被放大成很大的文件。
    错的例子：name: *jia
    对的例子：name: 成都
    """

    code = "T104"
    says = "内容不能以“*”开头，“*{name}”会被当成引用。"
    mend = "是文字就给整个内容加双引号；不是就把内容直接写出来。"

    name: str


@dataclass(frozen=True, kw_only=True)
class Tag(Problem):
    """内容以“!”开头，会被当成类型标记。

    为什么：标记这几个字不算内容，会悄悄丢掉。
    错的例子：name: !重要 带身份证
    对的例子：name: "!重要 带身份证"
    """

    code = "T105"
    says = "内容不能以半角“!”开头，它后面的字会被当成标记丢掉。"
    mend = "是文字就给整个内容加双引号，或改用全角“！”；不是就删掉标记。"


class MergeKey(Problem):
    """用了“<<”来合并别处的字段。

    为什么：记录里每个字段都要直接写出来，别人才看得懂。
    错的例子：<<: 甲
    对的例子：把要用的字段抄过来。
    """

    code = "T106"
    says = "字段名不能是“<<”。"
    mend = "删掉这一行，把要用的字段直接写出来。"


class Directive(Problem):
    """文件里有“%”开头的指令行。

    为什么：记录文件用不到指令，它会改变别的行的读法。
    错的例子：%YAML 1.1
    对的例子：没有这一行。
    """

    code = "T107"
    says = "行首的“%”会被当成指令，记录里不用指令。"
    mend = '删掉这一行；是文字就接到字段后面并加双引号，例如 note: "%5 以内"'


class SeveralDocuments(Problem):
    """一个文件里写了几份内容，用“---”隔开。

    为什么：一个文件只放一条记录，后面的会被丢掉。
    错的例子：两条记录之间写“---”。
    对的例子：两条记录分成两个文件。
    """

    code = "T108"
    says = "一个文件只能放一条记录，从这里起是第二份。"
    mend = "把这里以下的内容移到新文件，并删掉“---”。"


@dataclass(frozen=True, kw_only=True)
class DocumentMarker(Problem):
    """文件里有单独一行“---”或“...”。

    为什么：记录文件不需要开始和结束标记，写了容易混成两份。
    错的例子：第一行写“---”。
    对的例子：第一行直接写字段。
    """

    code = "T109"
    says = "记录里不用“{marker}”标记。"
    mend = "删掉“{marker}”这一行。"

    marker: str


class KeyNotText(Problem):
    """字段名的位置上是一个列表或一组字段。

    为什么：字段名只能是文字，页面才知道内容放在哪里。
    错的例子：[视力, 听力]: 有
    对的例子：vision: 有
    """

    code = "T111"
    says = "字段名应是文字，现在是括号括起来的列表或一组字段。"
    mend = "改成“字段名: 内容”，例如 name: 成都；括号是文字的，给整个内容加双引号。"


class EmptyKey(Problem):
    """冒号前面没有字段名。

    为什么：没有名字的内容不知道放在哪里。
    错的例子：: 成都
    对的例子：name: 成都
    """

    code = "T112"
    says = "冒号前面应有字段名，现在是空的。"
    mend = "补上字段名，例如 name: 成都"


@dataclass(frozen=True, kw_only=True)
class TooDeep(Problem):
    """内容一层套一层，太深了。

    为什么：记录最多用到四五层；太深多半是缩进或括号写错，也会拖垮检查程序。
    错的例子：一连写几十个“[”。
    对的例子：accommodations: 下面一层“- code:”。
    """

    code = "T113"
    says = "内容最多套 {most} 层，从这里起超过了。"
    mend = "检查这里的缩进和括号，删掉多余的层。"

    most: int = MOST_DEPTH


@dataclass(frozen=True, kw_only=True)
class TooManyNodes(Problem):
    """一个文件里的字段和列表项太多。

    为什么：一条记录通常只有一两百项，太多会拖慢所有人的检查。
    错的例子：把整张表格贴进一条记录。
    对的例子：一条记录一个文件。
    """

    code = "T114"
    says = "一个文件最多 {most} 项，从这里起超过了。"
    mend = "把内容分成多个文件，一条记录一个文件。"

    most: int = MOST_NODES


@dataclass(frozen=True, kw_only=True)
class TextOverLines(Problem):
    """没有引号的内容写到了下一行。

    为什么：几行会接成一行，中间多出空格；少写一个冒号或短横线时也会变成这样，看不出来。
    错的例子：summary: 从选竹到收口，
              都可以学。
    对的例子：summary: 从选竹到收口，都可以学。
    """

    code = "T123"
    says = "没有引号的内容应写在一行里，这一行是上一行的继续。"
    mend = "接到上一行末尾：{joined}；要分行的，冒号后面写“|”，每行另起并多缩进两格。"

    joined: str


@dataclass(frozen=True, kw_only=True)
class QuoteNotClosed(Problem):
    """开头的引号在同一行里没有结束的引号。

    为什么：后面几行都会被当成这个内容的一部分，字段会丢。
    错的例子：name: "成都
    对的例子：name: "成都"
    """

    code = "T124"
    says = "这里有开头的引号 {quote}，同一行里应有结束的 {quote}，现在没有。"
    mend = "在行尾补上 {quote}：{fixed}；要分行的，去掉引号，冒号后面写“|”，每行另起并多缩进两格。"

    quote: str
    fixed: str


@dataclass(frozen=True, kw_only=True)
class EmptyBlock(Problem):
    """冒号后面写了“|”（或“>”），下面没有内容。

    为什么：“|”表示内容从下一行开始；没有内容，或内容没有缩进，这个字段就是空的。
    错的例子：how: | 的下一行直接是别的字段。
    对的例子：how: 上午讲解，下午练习。
    """

    code = "T137"
    says = "“{sign}”下面应有多缩进两格的内容，现在是空的。"
    mend = "从下一行起写内容，每行多缩进两格；暂时没有内容就删去这个字段。"

    sign: str
