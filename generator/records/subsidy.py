"""A subsidy standard: 川残办〔2021〕8号 四（二）."""

from __future__ import annotations

from typing import Annotated

from generator.records.envelope import Part, Record
from generator.records.fields import ClauseRef, Date, Money, Term, Text, field
from generator.records.period import Period


class AppliesTo(Part):
    """What a standard covers; an empty list means all."""

    categories: list[Annotated[str, Term("training-category")]] = field("培训类别", "管哪些类别，一行一类；不写就是都管。", many=True, example="urban")
    projects: list[Text] = field("项目", "管补贴目录里的哪些项目，一行一个；不写就是都管。", many=True, example="残疾人手工编织培训")
    certificates: list[Annotated[str, Term("certificate-type")]] = field("证书种类", "要拿到哪种证才给，一行一种；不写就是都行。", many=True, example="skill_level")
    levels: list[Annotated[str, Term("certificate-level")]] = field("等级", "管哪些等级，一行一级；不写就是都管。", many=True, example="level_5")
    groups: list[Annotated[str, Term("priority-group")]] = field("对象", "只给哪些人，一行一类；不写就是都给。", many=True, example="severe")


class Uplift(Part):
    """可适当提高补贴标准: by how much in yuan, why, by which document."""

    value: Money = field("提高多少", "多给多少元，只写数字。", example="200")
    reason: Text = field("为什么", "在什么情况下提高。", max_length=120, example="为听力残疾学员请手语翻译")
    source: Text = field("依据", "哪份文件、哪一条写的。", max_length=120, example="川残办〔2021〕8号四（二）")


class Amount(Part):
    """How much, in yuan, and for what unit."""

    basis: Annotated[str, Term("amount-basis")] = field("计算方式", "按人、按课时、按天还是按证书算。", example="per_person")
    value: Money = field("金额", "每一份多少元，只写数字，最多两位小数。", example="1800")
    currency: Annotated[str, Term("currency")] = field("币种", "固定为人民币，一般不写。", default="CNY", example="CNY")
    cap: Money | None = field("最高", "一个人最多多少元，只写数字。", default=None, example="3000")
    uplift: list[Uplift] = field("提高标准", "在什么情况下多给，一条一种。", many=True)


class Subsidy(Record):
    """What is paid, to whom, for which training, and in which period."""

    kind = "subsidy"
    title = "补贴标准"
    measure = "项"
    folder = "catalogue/subsidies"
    address = "subsidies"

    summary: Text = field("一句话介绍", "给谁、给多少、怎样给，不超过120字。", max_length=120, example="考核合格后，每人1800元，补给培训机构。")
    policy: ClauseRef = field("依据条款", "政策编号#条款，金额从哪一条来。", example="sc-2021-8#4-2")
    applies_to: AppliesTo = field("适用范围", "管哪些类别、项目、证书、等级和人；下面一项都不写就是都管。")
    amount: Amount = field("金额", "多少钱，按什么算，最高多少。")
    payee: Annotated[str, Term("payee")] = field("补给谁", "钱付给个人、培训机构还是用人单位。", example="individual")
    claim_mode: list[Annotated[str, Term("claim-mode")]] = field("申领方式", "由谁去申领，一行一种，至少一种。", min_length=1, example="by_institution")
    requires: list[Text] = field("条件", "满足什么才给，一行一条。", many=True, example="考核合格")
    documents: list[Text] = field("材料", "申领要交什么，一行一件。", many=True, example="考勤表")
    steps: list[Text] = field("步骤", "怎样申领，一行一步。", many=True, example="结业后机构交考勤和成绩")
    fund_source: Text | None = field("资金来源", "钱从哪里出，照文件写。", default=None, example="职业技能提升行动专账资金")
    valid_from: Date = field("起始日期", "从哪一天起施行。", example="2026-01-01")
    valid_to: Date | None = field("截止日期", "到哪一天为止，当天仍有效；没有期限就不写。", default=None, example="2026-12-31")
    status: Annotated[str, Term("subsidy-status")] = field("状态", "现在收不收申请；不确定的写待核实。", example="in_force")

    @property
    def period(self) -> Period:
        """The days on which it is valid."""
        return Period(self.valid_from, self.valid_to)

    @property
    def is_current(self) -> bool:
        """Whether it has neither been revoked nor replaced."""
        return super().is_current and self.status != "revoked"
