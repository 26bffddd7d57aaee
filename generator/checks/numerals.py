"""Numbers as GB/T 15835-2011 and the reader's ear want them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.digits import arabic
from generator.own_words import Words
from generator.problem import Level, Problem
from generator.rule import each_text

_HAN = "一二三四五六七八九十百千两零〇"
# 几十元, 第一课时 and 三四小时 stay; 一元 and 一小时 may be either.
_MEASURED = re.compile(
    rf"(?<![第几数好多上每{_HAN}\d])(?![一二两三四五六七八九]{{2}})"
    rf"(?P<number>[{_HAN}]{{1,9}}(?=元|课|学)|[{_HAN}]{{2,9}})"
    rf"(?P<unit>元(?![宵旦])|课时|学时|公里|平方米|公斤|千克|分钟|小时|天|周岁|岁)"
)
_HINT = re.compile(rf"[{_HAN}][元课学公平千分小天周岁]")
_GROUPED = re.compile(r"(?<![\d.])[1-9]\d{0,2}(?:[,，]\d{3})+(?!\d)")
_SIGNED = re.compile(r"\d[%\s]*[,，～~./]")
_RANGE = re.compile(r"\d%?\s*[～~]\s*\d")
_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d([./])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d)")


@dataclass(frozen=True, kw_only=True)
class HanNumeral(Problem):
    """金额、课时和带单位的数，写成了汉字数字。

    为什么：国家标准（GB/T 15835）规定计量用阿拉伯数字，读者也好对照。概数如“三四天”仍写汉字。
    错的例子：how: 每天讲四十分钟。
    对的例子：how: 每天讲40分钟。
    """

    code = "W103"
    level = Level.SUGGESTION
    says = "带单位的数用阿拉伯数字，现在是“{found}”。"
    mend = "改成 {better}"
    found: str
    better: str


@dataclass(frozen=True, kw_only=True)
class GroupedNumber(Problem):
    """大数里加了逗号分节。

    为什么：读屏软件会把逗号读成停顿，听起来像两个数。
    错的例子：next: 每月可挣3,000元。
    对的例子：next: 每月可挣3000元。
    """

    code = "W104"
    level = Level.SUGGESTION
    says = "数字里不加逗号，现在是“{found}”。"
    mend = "改成 {better}，或用“万”作单位。"
    found: str
    better: str


@dataclass(frozen=True, kw_only=True)
class RangeSign(Problem):
    """数值范围用了浪纹“～”。

    为什么：读屏软件常常跳过“～”，“3～5天”会听成“35天”。
    错的例子：how: 提前3～5天说。
    对的例子：how: 提前3到5天说。
    """

    code = "W105"
    level = Level.SUGGESTION
    says = "数值范围不用“～”，现在是“{found}”。"
    mend = "把“～”改成“到”。"
    found: str


@dataclass(frozen=True, kw_only=True)
class DateInText(Problem):
    """文字里的日期用点或斜线隔开。

    为什么：会被读成小数或分数。
    错的例子：alert: 2026.12.10恢复。
    对的例子：alert: 2026年12月10日恢复。
    """

    code = "W106"
    level = Level.SUGGESTION
    says = "文字里的日期写成“2026年11月23日”的样子，现在是“{found}”。"
    mend = "改成 {better}"
    found: str
    better: str


@each_text
def check(catalogue: Catalogue, words: Words) -> Iterator[Problem]:
    """Numbers that sound wrong or are not written as the standard asks, in texts of our own."""
    text = words.unquoted
    for found in _MEASURED.finditer(text) if _HINT.search(text) else ():
        yield HanNumeral(at=words.at, found=found[0], better=arabic(found["number"]) + found["unit"])
    if not _SIGNED.search(text):
        return
    for found in _GROUPED.finditer(text):
        yield GroupedNumber(at=words.at, found=found[0], better=re.sub("[,，]", "", found[0]))
    for found in _RANGE.finditer(text):
        yield RangeSign(at=words.at, found=found[0])
    for found in _DATE.finditer(text) if "://" not in text else ():
        year, month, day = re.split("[./]", found[0])
        yield DateInText(at=words.at, found=found[0], better=f"{year}年{int(month)}月{int(day)}日")
