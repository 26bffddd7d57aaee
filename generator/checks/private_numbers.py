"""No identity number, no 残疾人证号, no mobile and no bank card anywhere: records, comments, pages, file names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.catalogue import Catalogue, Entry
from generator.files import read_bytes
from generator.private_numbers import Kind, PrivateNumber, find_private
from generator.problem import Location, Problem
from generator.records import Record
from generator.records.contact import PhoneLine
from generator.records.shape import parts
from generator.rule import each_file
from generator.yamltext.limits import MOST_OF_A_KIND
from generator.yamltext.source import MoreOfTheSame


@dataclass(frozen=True, kw_only=True)
class NumberOfAPerson(Problem):
    """A number that must not be published, told by its first digits and its last."""

    mend = "立即删去；已经提交过的，请联系维护者从历史里清除。"
    masked: str


@dataclass(frozen=True, kw_only=True)
class ResidentNumber(NumberOfAPerson):
    """公民身份号码是个人信息，任何文件里都不能有，示例里也不能有。

    为什么：仓库是公开的，写进去就等于公布了别人的身份。
    错的例子：备注里写了一位学员的18位号码。换成全角、汉字、加空格，一样找得到。
    对的例子：documents: [身份证]
    """

    code = "P101"
    says = "这里有一个公民身份号码（{masked}）。"


@dataclass(frozen=True, kw_only=True)
class DisabilityCardNumber(NumberOfAPerson):
    """残疾人证号里含有公民身份号码，任何文件里都不能有。

    为什么：证号最后两位还写明残疾类别和等级，比身份号码更私密。
    错的例子：报名材料里写了一个20位证号作样子。
    对的例子：documents: [残疾人证]
    """

    code = "P102"
    says = "这里有一个残疾人证号（{masked}）。"


@dataclass(frozen=True, kw_only=True)
class MobileNumber(NumberOfAPerson):
    """手机号码多半是个人的，任何文件里都不能有；单位自己的手机号，要在记录里说明。

    为什么：工作人员换了岗，电话还会打到个人手机上。公开的应是单位的座机或热线。
    错的例子：怎么报名里写“打某老师手机”，后面是11位号码。
    对的例子：number: 12385
    """

    code = "P201"
    says = "这里有一个手机号码（{masked}）。"
    mend = "先弄清是谁的手机。不知道、或是个人的：{delete}。确实是单位公用的手机：{keep}。"
    delete: str = "删去，或换成单位的座机、热线"
    keep: str = "写在 phones 的 number 里，并加一行 office_owned: true"


@dataclass(frozen=True, kw_only=True)
class BankCardNumber(NumberOfAPerson):
    """银行卡号是个人信息，任何文件里都不能有。

    为什么：卡号公开，钱就不安全。单位收费也不该让读者往卡上转账。
    错的例子：费用说明里写了一个16到19位的卡号。
    对的例子：note: 到窗口交费，当场开票。
    """

    code = "P202"
    says = "这里有一个银行卡号（{masked}）。"


_KINDS = {
    Kind.RESIDENT: ResidentNumber,
    Kind.CARD: DisabilityCardNumber,
    Kind.MOBILE: MobileNumber,
    Kind.BANK_CARD: BankCardNumber,
}


@each_file
def check(catalogue: Catalogue, file: str) -> Iterator[Problem]:
    """Numbers in a record file or page text and in the name of the file, but for the mobiles of its office."""
    text = (read_bytes(catalogue.root, file, []) or b"").decode("utf-8-sig", "replace")
    numbers = list(_placed(find_private(text), text, file))
    entry = catalogue.entry_of(file) if numbers else None
    for problem in _in_text(numbers, set(_owned(entry)) if entry else set()):
        yield _with_remedies(problem, entry)
    for number in find_private(file):
        yield _problem(Location(file), number)


def _with_remedies(problem: Problem, entry: Entry[Record] | None) -> Problem:
    """A mobile number in a phone line, with what to delete or to add there."""
    if not isinstance(problem, MobileNumber) or entry is None:
        return problem
    known = dict(_phones(entry)).get(problem.at.line)
    return replace(problem, delete=known[0], keep=known[1]) if known else problem


Owned = set[tuple[int, str]]
"""Line and digits of the mobiles that a record says its office owns."""


def _owned(entry: Entry[Record]) -> Iterator[tuple[int, str]]:
    for path, line in parts(entry.record, PhoneLine):
        if line.office_owned:
            yield entry.at(*path, "number").line, line.number


def _phones(entry: Entry[Record]) -> Iterator[tuple[int, tuple[str, str]]]:
    """File and line of the number of each phone, and which lines to delete or to add were it a mobile."""
    found = [path for path, _ in parts(entry.record, PhoneLine)]
    for path in found:
        number, label = (entry.at(*path, name) for name in ("number", "label"))
        is_only = sum(other[:-1] == path[:-1] for other in found) == 1
        if abs(number.line - label.line) == 1:
            first, last = sorted((number, label))
            names = "number 和 label" if first is number else "label 和 number"
            delete = "换成单位的座机或热线" if is_only else f"删去第{first.line}、{last.line}行（{names} 两行）"
            keep = f"在第{last.line}行下面加一行 office_owned: true，和上一行的字段名左对齐"
            yield number.line, (delete, keep)


def _in_text(numbers: list[tuple[PrivateNumber, Location]], owned: Owned) -> Iterator[Problem]:
    left = [(number, at) for number, at in numbers if (at.line, number.digits) not in owned]
    for number, at in left[:MOST_OF_A_KIND]:
        yield _problem(at, number)
    if len(left) > MOST_OF_A_KIND:
        yield MoreOfTheSame(at=left[-1][1], count=len(left) - MOST_OF_A_KIND)


def _placed(
    numbers: Iterable[PrivateNumber], text: str, file: str
) -> Iterator[tuple[PrivateNumber, Location]]:
    """Each number with its place; they come in order, so that lines are counted once."""
    line, done = 1, 0
    for number in numbers:
        line += text.count("\n", done, number.start)
        done = number.start
        yield number, Location(file, line, number.start - text.rfind("\n", 0, number.start))


def _problem(at: Location, number: PrivateNumber) -> Problem:
    return _KINDS[number.kind](at=at, masked=number.masked)
