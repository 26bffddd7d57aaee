"""The administrative divisions of Sichuan (GB/T 2260), with their date."""

from __future__ import annotations

from typing import Annotated

from generator.records.envelope import Part, Record
from generator.records.fields import LONGEST_TABLE, Date, RegionCode, Term, Text, field, matching

Code = Annotated[str, matching("region_form", r"\d{6}")]


class Region(Part):
    """A division; `full_name` tells 内江市市中区 from 乐山市市中区."""

    code: Code = field("代码", "六位数字（GB/T 2260）。", example="510100")
    name: Text = field("名称", "行政区的名称，照来源写。", example="成都市")
    full_name: Text = field("全称", "从省写起；市中区等重名的靠它分清。", example="四川省成都市")
    short: Text = field("简称", "页面上地方窄时用的短名。", example="成都")
    level: Annotated[str, Term("region-level")] = field("层级", "全国、省、市（州）还是县（市、区）。", example="prefecture")
    type: Text = field("类别", "地级市、自治州、县、市辖区等。", example="地级市")
    parent: Code | None = field("上级代码", "它属于哪个行政区，写六位代码。", default=None, example="510000")
    pinyin: Text = field("拼音", "小写，不带声调，字与字之间空一格。", example="cheng du shi")


class FormerCode(Part):
    """A code that is no longer in use, for the message that names the new one."""

    code: Code = field("旧代码", "不再使用的六位代码。", example="512081")
    name: Text = field("旧名称", "当时的名称。", example="简阳市")
    now: Code = field("现代码", "现在用的六位代码。", example="510185")


class RegionTable(Record):
    """All divisions the catalogue knows."""

    kind = "region_table"
    title = "行政区划表"
    measure = "张"
    folder = "catalogue/regions"

    region: RegionCode = field("地区", "这张表管哪个地区。", default="510000", example="510000")
    as_of: Date = field("口径日期", "区划以哪一天为准。", example="2023-06-30")
    regions: list[Region] = field("区划", "一条一个行政区，按代码排列。", min_length=1, max_length=LONGEST_TABLE)
    former: list[FormerCode] = field("旧代码", "停用的代码和现在的代码，写错时用来提示。", many=True, max_length=LONGEST_TABLE)
