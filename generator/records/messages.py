"""What staff are told when a field is missing, unknown, empty, or not of the shape its type asks."""

from __future__ import annotations

from dataclasses import dataclass

from generator.problem import Level, Problem
from generator.records.shape import Path


@dataclass(frozen=True, kw_only=True)
class FieldProblem(Problem):
    """A fault in one field; `label` is “课时”（hours）."""

    label: str
    found: str = ""
    example: str = ""


@dataclass(frozen=True, kw_only=True)
class MissingField(FieldProblem):
    """必写的字段没有写。

    为什么：读者少了它就无法判断或联系，所以每条都要有。
    错的例子：整条课程没有 assess 这一行。
    对的例子：assess: 编一只竹篮，可以延长时间。
    """

    code = "F101"
    says = "少了必写的{label}。"
    mend = "{where}，后面照通知或原件写{value}，不要照抄别的{title}。那里没有写的，问过有关单位再写。"
    where: str
    value: str = ""
    """An example of its value, in quotes, as it is not to be pasted; or the values of its vocabulary."""
    vocabulary: str = ""
    title: str
    part: Path = ()
    """The part that lacks it."""


@dataclass(frozen=True, kw_only=True)
class UnknownField(FieldProblem):
    """字段名不在这类记录的字段表里，多半是拼写不同。

    为什么：不认识的字段不会出现在页面上，所以先拦下来。
    错的例子：huors: 40
    对的例子：hours: 40
    """

    code = "F102"
    says = "这里没有叫“{found}”的字段{should}。"
    mend = "{nearest}"
    nearest: str
    should: str = ""
    vocabulary: str = ""
    """The vocabulary of the field that is meant, and the value that was written."""
    value: str = ""


@dataclass(frozen=True, kw_only=True)
class NotIndented(FieldProblem):
    """下级字段前面没有空格，成了上一级的字段。

    为什么：前面的空格说明这几行属于哪个字段，少了空格就找不到了。
    错的例子：fee: 的下一行从最左边写 kind: free
    对的例子：fee: 的下一行空两格再写 kind: free
    """

    code = "F113"
    says = "{found} 是{label}的下级字段，前面应比它多两个空格，现在没有。"
    mend = "{lines}前面加两个空格。"
    lines: str


@dataclass(frozen=True, kw_only=True)
class EmptyValue(FieldProblem):
    """写了字段名或列表的短横线，没有写内容（null 和 ~ 也算没有内容）。

    为什么：空着的字段，看的人不知道是没有，还是忘了。
    错的例子：hours:
    对的例子：hours: 40
    """

    code = "F103"
    says = "{label}没有内容。"
    mend = "暂时没有就删去这一行；有就写上，例如 {example}"


@dataclass(frozen=True, kw_only=True)
class WrongStructure(FieldProblem):
    """字段要的是一段文字、一个列表或一组下级字段，写成了另一种。

    为什么：写法不同，页面就拆不开一项一项的内容。
    错的例子：bring: 残疾人证
    对的例子：bring: [残疾人证]
    """

    code = "F104"
    says = "{label}应写成{expected}，现在是{found}。"
    mend = "{remedy_text}"
    expected: str
    remedy_text: str
    last: int = 0
    """The last line of a text that was to be a list, when it has several."""


@dataclass(frozen=True, kw_only=True)
class TooLong(FieldProblem):
    """文字比上限长。

    为什么：读屏的人要从头听到尾，所以各字段有字数上限。
    错的例子：把整个招生简章贴进 summary。
    对的例子：summary: 学完能独立编一只竹篮。
    """

    code = "F105"
    says = "{label}最多{limit}字，现在是{found}字。"
    mend = "删到{limit}字以内，把细节移到其他字段。"
    limit: int


@dataclass(frozen=True, kw_only=True)
class TooFew(FieldProblem):
    """列表里的项数不够。

    为什么：这样的字段一项也没有，页面就没有可说的。
    错的例子：disability_open: []
    对的例子：disability_open: [physical]
    """

    code = "F106"
    says = "{label}至少要有{limit}项，现在是{found}项。"
    mend = "写上至少{limit}项，例如 {example}"
    limit: int


@dataclass(frozen=True, kw_only=True)
class OutOfRange(FieldProblem):
    """数字超出合理范围。

    为什么：多半是多打或少打了一位，读者会被吓走。
    错的例子：capacity: 20000
    对的例子：capacity: 20
    """

    code = "F107"
    says = "{label}应{limit}，现在是“{found}”。"
    mend = "核对后改正，例如 {example}"
    limit: str


@dataclass(frozen=True, kw_only=True)
class NoneOfGroup(FieldProblem):
    """几个字段里至少要写一个，现在都没有。

    为什么：课时和天数都不写，读者不知道要学多久。
    错的例子：整条课程既没有 hours，也没有 days。
    对的例子：hours: 40
    """

    code = "F108"
    says = "{label}至少要写一个，现在都没有。"
    mend = "加上其中一行，例如 {example}"


@dataclass(frozen=True, kw_only=True)
class TooMany(FieldProblem):
    """列表里的项数太多。

    为什么：一般几项到几十项就够，太多多半是贴错了，也没有人听得完。
    错的例子：要带什么（bring）写了一百多行。
    对的例子：bring: [残疾人证, 水杯]
    """

    code = "F109"
    says = "{label}最多{limit}项，现在是{found}项。"
    mend = "只留最要紧的{limit}项。"
    limit: int


@dataclass(frozen=True, kw_only=True)
class NotUnderstood(FieldProblem):
    """内容与字段要求的写法不同，程序没有更具体的说法。

    为什么：写法对了，页面才知道怎样显示。
    错的例子：照着别的字段的写法写。
    对的例子：照这个字段的例子写。
    """

    code = "F199"
    level = Level.ERROR
    says = "{label}的写法与要求不同，现在是“{found}”。"
    mend = "照例子改写：{example}"
