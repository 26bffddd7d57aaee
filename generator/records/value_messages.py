"""What staff are told when a value is not written as its type asks: a number, a date, an id, a code."""

from __future__ import annotations

from dataclasses import dataclass

from generator.records.messages import FieldProblem


@dataclass(frozen=True, kw_only=True)
class NotWhole(FieldProblem):
    """课时、天数、名额这类字段只写整数。

    为什么：页面要拿它来计算和比较。
    错的例子：hours: 四十
    对的例子：hours: 40
    """

    code = "F110"
    says = "{label}应写整数，现在是“{found}”。"
    mend = "{how}{example}"
    how: str = "只写阿拉伯数字，不写单位，例如 "


@dataclass(frozen=True, kw_only=True)
class NotMoney(FieldProblem):
    """金额写数字，单位固定为元，最多两位小数。

    为什么：页面要拿它算先垫多少、补多少。
    错的例子：amount: 一千二百元
    对的例子：amount: 1200
    """

    code = "F111"
    says = "{label}应写金额数字（元，最多两位小数），现在是“{found}”。"
    mend = "{how}{example}"
    how: str = "只写数字，不写单位、逗号和区间，例如 "


@dataclass(frozen=True, kw_only=True)
class NotTruth(FieldProblem):
    """是非字段只写 true（是）或 false（否）。

    为什么：写成“是”“yes”会读错。
    错的例子：project_based: 是
    对的例子：project_based: true
    """

    code = "F112"
    says = "{label}应写 true（是）或 false（否），现在是“{found}”。"
    mend = "改成 {example}"


@dataclass(frozen=True, kw_only=True)
class NotUrl(FieldProblem):
    """网址要以 https:// 或 http:// 开头，不带账号、空格和反斜杠。

    为什么：少一段就打不开；带账号的会把密码公布出去。
    错的例子：website: www.example.org
    对的例子：website: https://www.example.org/
    """

    code = "F120"
    says = "{label}应是完整网址，现在是“{found}”。"
    mend = "从浏览器地址栏整条复制，例如 {example}"


@dataclass(frozen=True, kw_only=True)
class NotPhone(FieldProblem):
    """号码是单位公开的座机（带区号）或五位热线。

    为什么：读者点一下就能拨，少了区号就拨不通。
    错的例子：number: 8888888
    对的例子：number: 12385
    """

    code = "F121"
    says = "{label}应是带区号的座机或五位热线，现在是“{found}”。"
    mend = "{how}"
    how: str = "照原件写成“区号-号码”或五位热线，不写个人手机。"


@dataclass(frozen=True, kw_only=True)
class TermIdForm(FieldProblem):
    """词表的值只用小写字母、数字，中间可用下划线或连字符。

    为什么：值写在记录里、网址里，要在哪里都打得出来。
    错的例子：词表里添一个值 id: 夜校
    对的例子：词表里添一个值 id: night_school
    """

    code = "F122"
    says = "{label}只能用小写字母、数字、下划线，现在是“{found}”。"
    mend = "用英文或拼音写，例如 {example}"


@dataclass(frozen=True, kw_only=True)
class ClauseIdForm(FieldProblem):
    """条款编号只用小写字母、数字和连字符。

    为什么：编号是网址里 # 后面的部分，定了就不改。
    错的例子：条款写 id: 三（一）
    对的例子：条款写 id: 3-1
    """

    code = "F123"
    says = "{label}只能用小写字母、数字和连字符，现在是“{found}”。"
    mend = "用数字写层次，例如 {example}"


@dataclass(frozen=True, kw_only=True)
class ClauseRefForm(FieldProblem):
    """引用条款写成“政策编号#条款编号”。

    为什么：写全了才能直接跳到那一条。
    错的例子：policy_basis: [sc-2021-8]
    对的例子：policy_basis: ["sc-2021-8#3-1"]
    """

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
    """日期写成四位年、两位月、两位日，中间用短横。

    为什么：写法统一，程序才能排序、算到期。
    错的例子：starts_on: 2027年3月1日
    对的例子：starts_on: 2027-03-01
    """

    code = "D101"
    says = "{label}应写成“年-月-日”（四位年、两位月、两位日），现在是“{found}”。"
    mend = "{nearest}"
    nearest: str


@dataclass(frozen=True, kw_only=True)
class DateImpossible(FieldProblem):
    """日历上没有这一天。

    为什么：读者会在不存在的日子里白等。
    错的例子：starts_on: 2027-02-30
    对的例子：starts_on: 2027-03-01
    """

    code = "D102"
    says = "{label}写的“{found}”这一天不存在。"
    mend = "对照通知改正{nearest}。"
    nearest: str


@dataclass(frozen=True, kw_only=True)
class IdForm(FieldProblem):
    """编号就是网址的一部分，只用小写字母、数字、连字符，以字母开头，最长64个字符。

    为什么：汉字、大写和空格放进网址会变样，别人抄不下来。
    错的例子：id: 成都按摩
    对的例子：id: ceshi-zhubian
    """

    code = "I101"
    says = "{label}只能用小写字母、数字和连字符，以字母开头，最长64个字符，现在是“{found}”。"
    mend = "{nearest}"
    nearest: str


@dataclass(frozen=True, kw_only=True)
class IdReserved(FieldProblem):
    """有些词在一些电脑上不能作文件名，不能用作编号。

    为什么：同事的电脑会存不下这个文件。
    错的例子：id: con
    对的例子：id: ceshi-zhubian
    """

    code = "I102"
    says = "{label}不能用“{found}”，这个词是电脑系统的保留词。"
    mend = "在后面加上地名或类别，例如 {found}-chengdu，文件名一起改。"


@dataclass(frozen=True, kw_only=True)
class DocNumberForm(FieldProblem):
    """发文字号写成“机关代字〔年份〕顺序号号”，括号用六角括号。

    为什么：照这个写法才能搜到原文。
    错的例子：doc_no: 测试发[2026]1号
    对的例子：doc_no: 测试发〔2026〕1号
    """

    code = "V101"
    says = "{label}应写成“机关代字〔年份〕序号号”，现在是“{found}”。"
    mend = "{nearest}"
    nearest: str


@dataclass(frozen=True, kw_only=True)
class UsccForm(FieldProblem):
    """统一社会信用代码是18位数字和大写字母，没有 I、O、S、V、Z（GB 32100）。

    为什么：多一位少一位都查不到这家机构。
    错的例子：uscc: 91510100MA000000
    对的例子：uscc: 91510100MA0000000H
    """

    code = "V102"
    says = "{label}应是18位数字或大写字母（没有 I、O、S、V、Z），现在是“{found}”。"
    mend = "照营业执照或法人证书重新抄一遍。"


@dataclass(frozen=True, kw_only=True)
class OccupationForm(FieldProblem):
    """职业编码写成 1-23-45-67 的样子。

    为什么：照编码才能查到职业标准。
    错的例子：code: 2-05-10-0
    对的例子：code: 2-05-10-00
    """

    code = "V103"
    says = "{label}应写成“一位-两位-两位-两位”数字，现在是“{found}”。"
    mend = "照职业分类大典写，例如 {example}"


@dataclass(frozen=True, kw_only=True)
class RegionForm(FieldProblem):
    """行政区划代码是六位数字。

    为什么：各地的清单都靠它归类。
    错的例子：行政区划表里写 code: 5101
    对的例子：行政区划表里写 code: 510100
    """

    code = "V104"
    says = "{label}应是六位数字，现在是“{found}”。"
    mend = "照行政区划表写，例如 510100"
