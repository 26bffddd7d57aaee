"""What staff are told when a field is missing, unknown, or not written as its type asks."""

from __future__ import annotations

from dataclasses import dataclass

from generator.problem import Level, Problem


@dataclass(frozen=True, kw_only=True)
class FieldProblem(Problem):
    """A fault in one field; `label` is “课时”（hours）."""

    label: str
    found: str = ""
    example: str = ""


@dataclass(frozen=True, kw_only=True)
class MissingField(FieldProblem):
    """必写的字段没有写。读者少了它就无法判断或联系，所以每条都要有。"""

    code = "F101"
    says = "少了必写的{label}。"
    mend = "加上一行，例如 {example}"


@dataclass(frozen=True, kw_only=True)
class UnknownField(FieldProblem):
    """字段名不在这类记录的字段表里，多半是拼写不同。不认识的字段不会出现在页面上，所以先拦下来。"""

    code = "F102"
    says = "这里没有叫“{found}”的字段。"
    mend = "{nearest}"
    nearest: str


@dataclass(frozen=True, kw_only=True)
class EmptyValue(FieldProblem):
    """写了字段名或列表的短横线，没有写内容（null 和 ~ 也算没有内容）。"""

    code = "F103"
    says = "{label}没有内容。"
    mend = "暂时没有就删去这一行；有就写上，例如 {example}"


@dataclass(frozen=True, kw_only=True)
class WrongStructure(FieldProblem):
    """字段要的是一段文字、一个列表或一组下级字段，写成了另一种。"""

    code = "F104"
    says = "{label}应写成{expected}，现在是{found}。"
    mend = "{remedy_text}"
    expected: str
    remedy_text: str


@dataclass(frozen=True, kw_only=True)
class TooLong(FieldProblem):
    """文字比上限长。读屏的人要从头听到尾，所以各字段有字数上限。"""

    code = "F105"
    says = "{label}最多{limit}字，现在是{found}字。"
    mend = "删到{limit}字以内，把细节移到其他字段。"
    limit: int


@dataclass(frozen=True, kw_only=True)
class TooFew(FieldProblem):
    """列表里的项数不够。"""

    code = "F106"
    says = "{label}至少要有{limit}项，现在是{found}项。"
    mend = "写上至少{limit}项，例如 {example}"
    limit: int


@dataclass(frozen=True, kw_only=True)
class OutOfRange(FieldProblem):
    """数字超出合理范围。"""

    code = "F107"
    says = "{label}应{limit}，现在是“{found}”。"
    mend = "核对后改正，例如 {example}"
    limit: str


@dataclass(frozen=True, kw_only=True)
class NoneOfGroup(FieldProblem):
    """几个字段里至少要写一个。"""

    code = "F108"
    says = "{label}至少要写一个，现在都没有。"
    mend = "加上其中一行，例如 {example}"


@dataclass(frozen=True, kw_only=True)
class TooMany(FieldProblem):
    """列表里的项数太多。一般几项到几十项就够，太多多半是贴错了。"""

    code = "F109"
    says = "{label}最多{limit}项，现在是{found}项。"
    mend = "只留最要紧的{limit}项。"
    limit: int


@dataclass(frozen=True, kw_only=True)
class NotWhole(FieldProblem):
    """课时、天数、名额这类字段只写整数，页面要拿它来计算和比较。"""

    code = "F110"
    says = "{label}应写整数，现在是“{found}”。"
    mend = "只写阿拉伯数字，不写单位，例如 {example}"


@dataclass(frozen=True, kw_only=True)
class NotMoney(FieldProblem):
    """金额应写数字，单位固定为元，最多两位小数。"""

    code = "F111"
    says = "{label}应写金额数字（元，最多两位小数），现在是“{found}”。"
    mend = "只写数字，不写单位、逗号和区间，例如 {example}"


@dataclass(frozen=True, kw_only=True)
class NotTruth(FieldProblem):
    """是非字段只写 true（是）或 false（否），写成别的会读错。"""

    code = "F112"
    says = "{label}应写 true（是）或 false（否），现在是“{found}”。"
    mend = "改成 {example}"


@dataclass(frozen=True, kw_only=True)
class NotUrl(FieldProblem):
    """网址要以 https:// 或 http:// 开头，不带账号、空格和反斜杠。"""

    code = "F120"
    says = "{label}应是完整网址，现在是“{found}”。"
    mend = "从浏览器地址栏整条复制，例如 {example}"


@dataclass(frozen=True, kw_only=True)
class NotPhone(FieldProblem):
    """号码是单位公开的座机（带区号）或五位热线。"""

    code = "F121"
    says = "{label}应是带区号的座机或五位热线，现在是“{found}”。"
    mend = "写“区号-号码”或五位热线，不写个人手机，例如 {example}"


@dataclass(frozen=True, kw_only=True)
class TermIdForm(FieldProblem):
    """词表的值只用小写字母、数字，中间可用下划线或连字符。"""

    code = "F122"
    says = "{label}只能用小写字母、数字、下划线，现在是“{found}”。"
    mend = "用英文或拼音写，例如 {example}"


@dataclass(frozen=True, kw_only=True)
class ClauseIdForm(FieldProblem):
    """条款编号只用小写字母、数字和连字符。"""

    code = "F123"
    says = "{label}只能用小写字母、数字和连字符，现在是“{found}”。"
    mend = "用数字写层次，例如 {example}"


@dataclass(frozen=True, kw_only=True)
class ClauseRefForm(FieldProblem):
    """引用条款写成“政策编号#条款编号”。"""

    code = "F124"
    says = "{label}应写成“政策编号#条款编号”，现在是“{found}”。"
    mend = "照政策页的条款编号写，例如 {example}"


@dataclass(frozen=True, kw_only=True)
class RuleCodeForm(FieldProblem):
    """规则的代码是一个大写字母加三位数字。

    为什么：放过哪一条建议要说得准，手册才能列出来。
    错的例子：silenced: [{code: 句子太长, reason: 这句照抄上级通知。}]
    对的例子：silenced: [{code: W108, reason: 这句照抄上级通知。}]
    """

    code = "F125"
    says = "{label}应是一个大写字母加三位数字，现在是“{found}”。"
    mend = "照报告里的代码写，例如 {example}"


@dataclass(frozen=True, kw_only=True)
class DateForm(FieldProblem):
    """日期写成四位年、两位月、两位日，中间用短横。"""

    code = "D101"
    says = "{label}应写成“年-月-日”（四位年、两位月、两位日），现在是“{found}”。"
    mend = "{nearest}"
    nearest: str


@dataclass(frozen=True, kw_only=True)
class DateImpossible(FieldProblem):
    """日历上没有这一天。"""

    code = "D102"
    says = "{label}写的“{found}”这一天不存在。"
    mend = "查日历后改正，例如 {nearest}"
    nearest: str


@dataclass(frozen=True, kw_only=True)
class IdForm(FieldProblem):
    """编号就是网址的一部分，只用小写字母、数字、连字符，以字母开头，最长64个字符。"""

    code = "I101"
    says = "{label}只能用小写字母、数字和连字符，以字母开头，最长64个字符，现在是“{found}”。"
    mend = "{nearest}"
    nearest: str


@dataclass(frozen=True, kw_only=True)
class IdReserved(FieldProblem):
    """有些词在一些电脑上不能作文件名，不能用作编号。"""

    code = "I102"
    says = "{label}不能用“{found}”，这个词是电脑系统的保留词。"
    mend = "在后面加上地名或类别，例如 {found}-chengdu，文件名一起改。"


@dataclass(frozen=True, kw_only=True)
class DocNumberForm(FieldProblem):
    """发文字号写成“机关代字〔年份〕顺序号号”，括号用六角括号。"""

    code = "V101"
    says = "{label}应写成“机关代字〔年份〕序号号”，现在是“{found}”。"
    mend = "{nearest}"
    nearest: str


@dataclass(frozen=True, kw_only=True)
class UsccForm(FieldProblem):
    """统一社会信用代码是18位数字和大写字母，没有 I、O、S、V、Z（GB 32100）。"""

    code = "V102"
    says = "{label}应是18位数字或大写字母（没有 I、O、S、V、Z），现在是“{found}”。"
    mend = "照营业执照或法人证书重新抄一遍。"


@dataclass(frozen=True, kw_only=True)
class OccupationForm(FieldProblem):
    """职业编码写成 1-23-45-67 的样子。"""

    code = "V103"
    says = "{label}应写成“一位-两位-两位-两位”数字，现在是“{found}”。"
    mend = "照职业分类大典写，例如 {example}"


@dataclass(frozen=True, kw_only=True)
class RegionForm(FieldProblem):
    """行政区划代码是六位数字。"""

    code = "V104"
    says = "{label}应是六位数字，现在是“{found}”。"
    mend = "照行政区划表写，例如 510100"


@dataclass(frozen=True, kw_only=True)
class NotUnderstood(FieldProblem):
    """内容与字段要求的写法不同，程序没有更具体的说法。"""

    code = "F199"
    level = Level.ERROR
    says = "{label}的写法与要求不同，现在是“{found}”。"
    mend = "照例子改写：{example}"
