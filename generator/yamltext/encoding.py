"""Bytes to text: size, encoding, byte order mark and line ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.problem import Level, Location, Problem
from generator.yamltext.limits import MOST_BYTES, MOST_LINES
from generator.yamltext.source import Source

_BOM = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_HAN = re.compile("[一-龥]")


@dataclass(frozen=True, kw_only=True)
class FileTooLarge(Problem):
    """一个记录文件超过 256 KB（262144 字节）。

    为什么：一条记录通常只有几 KB，这么大的多半是把图片或整份文件贴了进来。
    错的例子：把一份 PDF 的全文贴进“summary”。
    对的例子：只写摘要，原文放到“seeds”文件夹，用“sources”注明出处。
    """

    code = "T001"
    says = "一个文件最多 {most} 字节，现在是 {size} 字节。"
    mend = "删去贴进来的长文或图片；有多条记录的，分成多个文件。"

    size: int
    most: int = MOST_BYTES


@dataclass(frozen=True, kw_only=True)
class TooManyLines(Problem):
    """一个记录文件超过一万行。

    为什么：一条记录通常不到两百行，这么多的多半是把整张表格贴了进来，会拖慢所有人的检查。
    错的例子：把几千名学员的表格贴进一条记录。
    对的例子：一条记录一个文件。
    """

    code = "T022"
    says = "一个文件最多 {most} 行，现在有 {count} 行。"
    mend = "删去贴进来的长文或表格；有多条记录的，分成多个文件。"

    count: int
    most: int = MOST_LINES


@dataclass(frozen=True, kw_only=True)
class NotUtf8(Problem):
    """文件里有几个字节不是 UTF-8 编码的文字。

    为什么：文字在保存或传送时损坏了，读出来会是乱码。
    错的例子：半个汉字的字节。
    对的例子：用 UTF-8 编码保存的文字。
    """

    code = "T002"
    says = "从这里起的文字不是 UTF-8 编码（遇到字节 {byte}），读出来会是乱码。"
    mend = "请另存为 UTF-8：在记事本里选“文件”“另存为”，“编码”选“UTF-8”；再对照原件重打这里的字。"

    byte: str


@dataclass(frozen=True, kw_only=True)
class Gbk(Problem):
    """文件是 GBK（GB2312、GB18030）编码，不是 UTF-8。

    为什么：旧的记事本和表格软件常存成 GBK，网站和别人的电脑会读成乱码。
    错的例子：保存时编码选了“ANSI”或“GB2312”。
    对的例子：保存时编码选“UTF-8”。
    """

    code = "T003"
    says = "文件应是 UTF-8 编码，现在像是 GBK 编码（记事本里叫“ANSI”）。"
    mend = "请另存为 UTF-8：在记事本里选“文件”“另存为”，“编码”选“UTF-8”，再保存。"


@dataclass(frozen=True, kw_only=True)
class Utf16(Problem):
    """文件是 UTF-16 编码，不是 UTF-8。

    为什么：旧的记事本里选“Unicode”会存成 UTF-16，检查程序和网站读不了。
    错的例子：保存时编码选了“Unicode”或“UTF-16 LE”。
    对的例子：保存时编码选“UTF-8”。
    """

    code = "T004"
    says = "文件应是 UTF-8 编码，现在像是 UTF-16 编码（记事本里叫“Unicode”或“UTF-16 LE”）。"
    mend = "请另存为 UTF-8：在记事本里选“文件”“另存为”，“编码”选“UTF-8”，再保存。"


@dataclass(frozen=True, kw_only=True)
class ByteOrderMark(Problem):
    """文件开头有一个看不见的标记（BOM）。不影响阅读，但会在比较改动时造成麻烦。

    为什么：记事本选“带有 BOM 的 UTF-8”时会加上它。
    错的例子：保存时编码选了“带有 BOM 的 UTF-8”。
    对的例子：保存时编码选“UTF-8”。
    """

    code = "T005"
    level = Level.SUGGESTION
    says = "文件开头有一个看不见的标记 U+FEFF（BOM），应当没有。"
    mend = (
        "请另存为 UTF-8：在记事本里选“文件”“另存为”，“编码”选“UTF-8”（不是“带有 BOM 的 UTF-8”）。"
    )


@dataclass(frozen=True, kw_only=True)
class WindowsLineEnds(Problem):
    """每一行用“回车加换行”（CRLF）结尾，应当只用换行（LF）。不影响阅读。

    为什么：结尾不统一时，改一个字会显示成整个文件都改了。
    错的例子：编辑器右下角显示“CRLF”。
    对的例子：编辑器右下角显示“LF”。
    """

    code = "T006"
    level = Level.SUGGESTION
    says = "行尾应是 LF，现在有 {count} 行是 CRLF。"
    mend = "在编辑器里点右下角的“CRLF”，改成“LF”，再保存。"

    count: int


@dataclass(frozen=True, kw_only=True)
class LoneCarriageReturn(Problem):
    """文件里有单独的回车符（CR），后面没有换行符。

    为什么：有的软件把它当成换行，有的不当，读出来的行数和内容会不一样。
    错的例子：很旧的苹果电脑存的文件。
    对的例子：编辑器右下角显示“LF”。
    """

    code = "T007"
    says = "这里有一个单独的回车符 U+000D（CR），行尾应是 LF；全文有 {count} 个。"
    mend = "在编辑器里把行尾格式改成“LF”再保存；仍然提示的，删掉这里看不见的字符，再按回车键换行。"

    count: int


def decode(data: bytes, source: Source) -> bool:
    """Put the text into the source without mark and carriage returns; False if unreadable."""
    if len(data) > MOST_BYTES:
        source.add(FileTooLarge(at=Location(source.path), size=len(data)))
        return False
    if data.startswith(_UTF16_MARKS) or (b"\0" in data and _looks_utf16(data)):
        source.add(Utf16(at=Location(source.path)))
        return False
    if data.startswith(_BOM):
        source.add(ByteOrderMark(at=Location(source.path)))
        data = data[len(_BOM) :]
    try:
        text = data.decode()
    except UnicodeDecodeError as fault:
        source.add(_wrong_bytes(data, fault.start, source.path))
        return False
    source.text = text
    if "\r" in text and not _ends_mended(source):
        return False
    count = source.text.count("\n")
    if count > MOST_LINES:
        source.report(TooManyLines, MOST_LINES + 1, 1, count=count)
    return count <= MOST_LINES


def _looks_utf16(data: bytes) -> bool:
    """ASCII in UTF-16 has a zero in every second byte: one in eight of all is proof enough."""
    fewer, more = sorted((data[::2].count(0), data[1::2].count(0)))
    return more * 8 > len(data) and more > 4 * fewer


def _wrong_bytes(data: bytes, start: int, path: str) -> Problem:
    line_start = data.rfind(b"\n", 0, start) + 1
    column = len(data[line_start:start].decode()) + 1
    at = Location(path, data.count(b"\n", 0, start) + 1, column)
    if _looks_gbk(data):
        return Gbk(at=at)
    return NotUtf8(at=at, byte=f"0x{data[start]:02X}")


def _looks_gbk(data: bytes) -> bool:
    try:
        as_gbk = len(_HAN.findall(data.decode("gb18030")))
    except UnicodeDecodeError:
        return False
    return as_gbk > 2 * len(_HAN.findall(data.decode("utf-8", "ignore")))


def _ends_mended(source: Source) -> bool:
    """Make CRLF a line feed; a carriage return alone cannot be read for sure."""
    windows = source.text.count("\r\n")
    if windows:
        line = source.text.count("\n", 0, source.text.index("\r\n")) + 1
        source.add(WindowsLineEnds(at=Location(source.path, line), count=windows))
    source.text = source.text.replace("\r\n", "\n")
    alone = source.text.count("\r")
    if alone:
        place = source.place(source.text.index("\r"))
        source.add(LoneCarriageReturn(at=Location(source.path, *place), count=alone))
    return not alone
