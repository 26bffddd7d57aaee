"""Places in sheets, and what can be wrong with a sheet before its rows are read as records."""

from __future__ import annotations

from dataclasses import dataclass

from generator.private_numbers import masked
from generator.problem import Location, Problem


@dataclass(frozen=True, slots=True, order=True)
class CellPlace(Location):
    """A cell; line and column are its row and column, both from 1."""

    sheet: str = ""
    heading: str = ""

    def __str__(self) -> str:
        """File, sheet, row and column, as staff find it."""
        column = f"“{masked(self.heading)}”列" if self.heading else "整行"
        name = letters(self.column)
        return f"{self.shown_path} 工作表“{self.sheet}” 第{self.line}行 {column}（{name}{self.line}）"


def letters(column: int) -> str:
    """The name of a column: 1 is A, 27 is AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


@dataclass(frozen=True, kw_only=True)
class NotAWorkbook(Problem):
    """给的文件不是表格，或者已经损坏、太大。

    为什么：读不出来的文件，一行也没有导入。
    错的例子：导入一个改了后缀名的文档。
    对的例子：导出时得到的 课程.xlsx，或存成“CSV UTF-8”的文件。
    """

    code = "E101"
    says = "这个文件读不出来：{reason}"
    mend = "用表格软件打开它，另存为“Excel 工作簿（.xlsx）”或“CSV UTF-8”，再导入。"
    reason: str


@dataclass(frozen=True, kw_only=True)
class UnknownSheet(Problem):
    """工作表的名字不是导出时的名字。

    为什么：程序靠这个名字知道里面是哪一类记录。
    错的例子：把工作表“课程”改名为“2026年课程”。
    对的例子：工作表叫“课程”。
    """

    code = "E102"
    says = "没有叫“{found}”的工作表。"
    mend = "改回导出时的名字，最接近的是“{nearest}”；不是记录的工作表请删去。"
    found: str
    nearest: str


@dataclass(frozen=True, kw_only=True)
class UnknownHeading(Problem):
    """第一行的列名不是导出时的列名。

    为什么：程序靠列名知道这一列是哪个字段。
    错的例子：把列名“课时”改成“总课时数”。
    对的例子：列名是“课时”。
    """

    code = "E103"
    says = "“{found}”不是这张工作表的列名。"
    mend = "改回导出时的列名，最接近的是“{nearest}”；多出来的列请删去。"
    found: str
    nearest: str


@dataclass(frozen=True, kw_only=True)
class MissingHeading(Problem):
    """少了必须有的列。

    为什么：少了它，就分不清各行是哪一条记录，或者会丢掉没有写出的内容。
    错的例子：删去“编号”这一列。
    对的例子：“编号”留在第一列。
    """

    code = "E104"
    says = "这张工作表少了“{found}”这一列。"
    mend = "重新导出一份，照它补上这一列。"
    found: str


@dataclass(frozen=True, kw_only=True)
class HeadingTwice(Problem):
    """两列用了同一个列名。

    为什么：不知道该听哪一列的。
    错的例子：有两列都叫“课时”。
    对的例子：只留一列“课时”。
    """

    code = "E105"
    says = "列名“{found}”写了两次。"
    mend = "删去多出来的一列。"
    found: str


@dataclass(frozen=True, kw_only=True)
class Formula(Problem):
    """单元格里是公式。

    为什么：公式的结果会变，也可能做别的事，记录里只要文字。
    错的例子：=A2*2
    对的例子：80
    """

    code = "E106"
    says = "这里是公式，应是文字或数字。"
    mend = "选中这一格，复制，在原来这一格上“选择性粘贴”，选“值”（WPS 里叫“数值”）。"


@dataclass(frozen=True, kw_only=True)
class LostDigits(Problem):
    """超过15位的号码存成了数字。

    为什么：表格软件只留前15位，后面的已经变成0，找不回来了。
    错的例子：统一社会信用代码存成了数字。
    对的例子：先把这一列设成文本格式，再照证书重新填。
    """

    code = "E107"
    says = "这里的数字“{found}”太长，表格软件已经丢了后面几位。"
    mend = "把单元格格式设为“文本”，照原件重新输入。"
    found: str


@dataclass(frozen=True, kw_only=True)
class BadCell(Problem):
    """单元格里的内容不是这个字段能写的。

    为什么：有下拉列表的格子只收列表里的值，日期的格子只收日期。
    错的例子：“授课方式”一格写“面授”。
    对的例子：“授课方式”一格选“集中面授”。
    """

    code = "E108"
    says = "“{heading}”的内容不对：{reason}"
    mend = "{remedy_text}"
    heading: str
    reason: str
    remedy_text: str


@dataclass(frozen=True, kw_only=True)
class MergedCells(Problem):
    """几格合并成了一格。

    为什么：合并以后只有第一格有内容，别的行在这一列是空的，会当成要清空。
    错的例子：几个班次的名额一样，把它们的格子合并起来。
    对的例子：每一行都写上名额。
    """

    code = "E114"
    says = "{cells} 合并成了一格，只有第一格有内容，别的格都成了空的。"
    mend = "选中 {cells}，点“取消合并单元格”；{empty}"
    cells: str
    empty: str


@dataclass(frozen=True, kw_only=True)
class PrivateColumn(Problem):
    """另加的一列里有身份证号、残疾人证号、手机号或银行卡号。

    为什么：记录是公开的，个人的号码一个也不能有；表格传来传去，也会泄露。
    错的例子：在“班次”表里另加一列学员的身份证号。
    对的例子：名单存在自己单位的系统里，不放进这份表格。
    """

    code = "E115"
    says = "另加的“{found}”这一列里有个人的号码（表里有 {count} 行填了），不能放进来。"
    mend = "把这一列整列删去，存好再导入。"
    found: str
    count: int


@dataclass(frozen=True, kw_only=True)
class RowWithoutId(Problem):
    """这一行没有编号。

    为什么：没有编号，就不知道是哪一条记录。
    错的例子：只填了名称和课时的一行。
    对的例子：第一列先写编号，例如 chengdu-anmo
    """

    code = "E109"
    says = "这一行没有写编号。"
    mend = "新记录写一个新编号（用小写字母、数字和连字符）；不要的行整行删去。"


@dataclass(frozen=True, kw_only=True)
class IdTwice(Problem):
    """同一个编号写了两行。

    为什么：不知道该听哪一行的。
    错的例子：两行的编号都是 chengdu-anmo。
    对的例子：每条记录只有一行；几项的内容写在明细表里。
    """

    code = "E110"
    says = "编号“{found}”在第 {first} 行已经写过。"
    mend = "删去多出来的一行；是另一条记录就换一个编号。"
    found: str
    first: int


@dataclass(frozen=True, kw_only=True)
class RowOfNoRecord(Problem):
    """明细行的编号没有对应的记录。

    为什么：不知道这一行的来源或服务属于谁。
    错的例子：来源表里写了还没有收录的课程编号。
    对的例子：先在“课程”表里加上这条课程。
    """

    code = "E111"
    says = "没有编号是“{found}”的{type_title}。"
    mend = "改成已有的编号，或先在工作表“{type_title}”里加上这一条。"
    found: str
    type_title: str


@dataclass(frozen=True, kw_only=True)
class FileHasErrors(Problem):
    """这条记录的文件本身有错，读不出来。

    为什么：表格里的改动没有地方放。
    错的例子：文件里冒号写成了全角，又在表格里改它的课时。
    对的例子：先照 catalogue check 的提示改好文件，再导入。
    """

    code = "E112"
    says = "编号“{found}”的文件有错，现在不能改。"
    mend = "先运行 catalogue check，改好那个文件，再导入。"
    found: str


@dataclass(frozen=True, kw_only=True)
class NotFilledIn(Problem):
    """必写的字段没有写。

    为什么：读者少了它就无法判断或联系，所以每条都要有。
    错的例子：新增的一行没有填“怎么考”。
    对的例子：照列名上的批注，把必写的格子填好。
    """

    code = "E113"
    says = "少了必写的{label}。"
    mend = "填上这一格；写法看列名上的批注。"
    label: str
