"""A policy document, clause by clause, with anchors that never move."""

from __future__ import annotations

from typing import Annotated

from generator.records.envelope import Part, Record
from generator.records.fields import (
    LONGEST_TABLE,
    ClauseId,
    Date,
    DocNumber,
    Organisation,
    Passage,
    PolicyRef,
    SeedPath,
    Term,
    Text,
    field,
)


class Effective(Part):
    """From when to when a document has force."""

    starts_on: Date | None = field("起", "从哪一天起施行。", default=None, example="2025-09-01")
    ends_on: Date | None = field("止", "到哪一天为止，当天仍有效。", default=None, example="2028-08-31")
    note: Text | None = field("说明", "日期不是文件写明的，说明怎样得来。", default=None, max_length=120, example="由起始日推算")


class Duty(Part):
    """Who owes what to whom, and how strongly the document says so."""

    who: Text = field("谁", "谁要做；照文件写，可以用简称。", max_length=40, example="承训机构")
    to: Text | None = field("对谁", "为谁做；文件没写就不写。", default=None, max_length=40, example="视力残疾人")
    what: Text = field("做什么", "用平常话，一件事。", max_length=80, example="提供辅助器具和生活照顾")
    force: Annotated[str, Term("duty-force")] = field("语气", "文件用的是应、要、鼓励还是可，几种不能混。", example="require")
    quote: Text = field("原话", "从这一条原文里照抄，要含表示语气的那个词。", max_length=200, example="鼓励培训举办方在培训期间为残疾人购买意外伤害保险")


class Change(Part):
    """What changed in the document or in our explanation of it, and when."""

    date: Date = field("日期", "哪一天改的。", example="2025-09-01")
    text: Text = field("改了什么", "用话写，读者看得懂。", max_length=160, example="新的管理办法施行。")


class PolicyClause(Part):
    """One clause: the words of the document or, where they are not to be had, what sources report of them."""

    one_of = (("original", "gist"),)

    id: ClauseId = field("条款编号", "网址里 # 后面的部分，定了就不改。", example="3-1")
    heading: Text = field("标题", "条款的序号和小标题，照原文写。", max_length=60, example="三（一）城镇就业技能培训")
    original: Passage | None = field("原文", "逐字照抄，空格和换行可以不同。", default=None, example="参加培训的残疾人应具有四川省户籍。")
    gist: Passage | None = field("要点", "没有收录原文的，照来源转述；有原文就不写。", default=None, example="年满16周岁的城乡劳动者可以参加。")
    plain: Passage | None = field("白话", "对读者意味着什么，用平常话说。", default=None, example="户口在四川的残疾人可以参加。")
    easy_read: Passage | None = field("简明版", "一句话说一件事，句子要短。", default=None, example="你可以参加培训。")
    duties: list[Duty] = field("谁要做什么", "一条一件事，按原文顺序。", many=True)
    checked_by: Organisation | None = field("审核单位", "谁核对过白话和简明版；写单位，不写个人。", default=None, example="四川省残疾人联合会")


class Policy(Record):
    """A law, regulation, plan or notice."""

    kind = "policy"
    title = "政策"
    measure = "份"
    folder = "catalogue/policies"
    address = "policies"

    name: Text = field("文件标题", "照文件抄，不加书名号。", max_length=120, example="2021年四川省残疾人职业技能提升行动实施方案")
    type: Annotated[str, Term("policy-type")] = field("文件种类", "法律、法规、规划、办法还是通知。", example="plan")
    doc_no: DocNumber | None = field("文号", "没有查到的不写。", default=None, example="川残办〔2021〕8号")
    doc_no_note: Text | None = field("文号说明", "文号有疑问或没有查到时，说明一句。", default=None, max_length=160, example="文号待核。")
    issued_by: list[Organisation] = field("发文机关", "照文件落款写，一行一个。", many=True, example="四川省残疾人联合会")
    issued_on: Date | None = field("成文日期", "落款的日期；只知道年月的不写，写在日期说明里。", default=None, example="2021-02-08")
    issued_note: Text | None = field("日期说明", "只知道年月时写在这里。", default=None, max_length=80, example="2019年5月")
    effective: Effective | None = field("施行期", "从哪一天到哪一天有效；文件没写就不写。", default=None)
    lifecycle: Annotated[str, Term("policy-lifecycle")] = field("政策状态", "现在还管不管用；不确定的写待核实。", example="in_force")
    lifecycle_note: Text | None = field("状态说明", "写在页面最前的一句话。", default=None, max_length=160, example="目标期已结束，请向当地经办机构核实现行政策。")
    based_on: list[PolicyRef] = field("依据文件", "它依据的政策的编号，一行一个。", many=True, example="cdpf-2019-155")
    superseded_by: PolicyRef | None = field("被谁取代", "取代它的政策的编号。", default=None, example="sc-hrss-2025-11")
    original: SeedPath | None = field("原文文件", "seeds 文件夹里的原文，条款要与它逐字相同。", default=None, example="seeds/chuan-can-ban-2021-8.txt")
    summary: Text | None = field("一句话介绍", "说清谁可以得到什么；没有写明的不写。", default=None, max_length=160, example="谁可以参加培训，培训分哪六类。")
    clauses: list[PolicyClause] = field("条款", "一条一款，按原文顺序；原文待补时可以不写。", many=True, max_length=LONGEST_TABLE)
    changes: list[Change] = field("改动记录", "文件或本站解释的改动，新的在前。", many=True)
