"""A training institution and its place in the list of institutions: 川残办〔2021〕8号 五（三）."""

from __future__ import annotations

from typing import Annotated

from generator.records.accommodation import Accommodation
from generator.records.contact import Contact
from generator.records.envelope import Part, Record
from generator.records.fields import (
    Date,
    DisclosureRef,
    OccupationCode,
    OfRealOnly,
    RegionCode,
    Term,
    Text,
    Uscc,
    Whole,
    field,
)
from generator.records.period import Period


class DirectoryListing(Part):
    """Whether it stands in 职业技能培训机构目录清单, whose and of which year."""

    status: Annotated[str, Term("directory-status")] = field("目录状态", "现在是否在职业技能培训机构目录清单里。", example="listed")
    list_region: RegionCode | None = field("清单地区", "哪个地区的清单，写六位代码。", default=None, example="510100")
    year: Whole | None = field("清单年份", "哪一年的清单，只写四位数字。", default=None, ge=2015, le=2100, example="2026")
    source: Text | None = field("清单出处", "清单的标题或文号。", default=None, example="2026年职业技能培训机构目录清单")


class Scope(Part):
    """What it is registered to teach: 备案范围."""

    category: Annotated[str, Term("training-category")] = field("培训类别", "备案能教的类别，一条一类。", example="urban")
    project: Text | None = field("项目", "只备案了某个项目的，写项目名称。", default=None, example="残疾人手工编织培训")
    occupation: OccupationCode | None = field("职业编码", "只备案了某个职业的，写职业编码。", default=None, example="4-10-04-02")
    levels: list[Annotated[str, Term("certificate-level")]] = field("等级", "备案能教的等级，一行一级；不写就是不分等级。", many=True, example="level_5")
    valid_from: Date | None = field("起始日期", "备案从哪一天起有效。", default=None, example="2026-01-01")
    valid_to: Date | None = field("截止日期", "备案到哪一天为止，当天仍有效。", default=None, example="2028-12-31")

    @property
    def period(self) -> Period:
        """The days on which it is valid."""
        return Period(self.valid_from, self.valid_to)


class Institution(Record):
    """An organisation that gives training."""

    kind = "institution"
    title = "培训机构"
    measure = "家"
    folder = "institutions/providers"
    address = "institutions"
    one_of = (("uscc", "uscc_absent_reason"),)

    short_name: Text | None = field("简称", "平常怎么叫它。", default=None, max_length=30, example="云梯培训")
    uscc: Annotated[Uscc | None, OfRealOnly()] = field("统一社会信用代码", "18位数字和大写字母，照证书抄；示例不得写。", default=None)
    uscc_absent_reason: Text | None = field("没有代码的原因", "没有写代码时必写。", default=None, max_length=80, example="公开资料里没有查到。")
    type: Annotated[str, Term("institution-type")] = field("机构类型", "按登记证书上的性质选。", example="private_school")
    directory: DirectoryListing = field("目录清单", "是否在职业技能培训机构目录清单里，哪里、哪一年的。")
    scope: list[Scope] = field("备案范围", "备案能教什么，一条一类；课程不能超出它。", many=True)
    about: Text | None = field("介绍", "一两句话，说它教什么、怎样照顾学员。", default=None, max_length=200, example="教办公软件和客服，每间教室有一名助教。")
    address_text: Annotated[Text | None, OfRealOnly()] = field("地址", "对外办公的门牌地址；示例不得写。", default=None, example="××路××号")
    contact: Contact = field("联系谁", "报名和询问找哪个经办机构。")
    accommodations: list[Accommodation] = field("无障碍服务", "逐项写有、可提前申请、没有或未核实，至少一项。", min_length=1)
    disclosures: list[DisclosureRef] = field("公示信息", "与它有关的公示信息的编号，一行一个。", many=True, example="chengdu-butie-gongshi")
