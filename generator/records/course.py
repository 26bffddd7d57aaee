"""A training course: 川残办〔2021〕8号 三."""

from __future__ import annotations

from typing import Annotated

from generator.records.accommodation import Accommodation
from generator.records.envelope import Part, Record
from generator.records.fields import (
    BaseRef,
    ClauseRef,
    InstitutionRef,
    Money,
    OccupationCode,
    Organisation,
    Prose,
    SubsidyRef,
    Term,
    Text,
    Truth,
    Whole,
    field,
)


class CourseOccupation(Part):
    """The occupation a course leads to."""

    code: OccupationCode = field("职业编码", "职业分类大典的编码。", example="4-10-04-02")
    edition: Annotated[str, Term("occupation-edition")] = field("版本", "哪一版大典。", example="2022")


class Certificate(Part):
    """What a trainee who passes is given: 川残办〔2021〕8号 三, last paragraph."""

    type: Annotated[str, Term("certificate-type")] = field("证书种类", "考核合格发哪一种证；不发证也要写明。", example="skill_level")
    level: Annotated[str, Term("certificate-level")] = field("等级", "技能等级证书写等级；其他证书不写。", default="none", example="level_5")
    issuer: Organisation | None = field("发证单位", "由哪个单位发证。", default=None, example="经备案的评价机构")


class AgeRange(Part):
    """Ages in full years, with the reason for the limit."""

    one_of = (("min", "max"),)

    min: Whole | None = field("最小年龄", "满多少周岁可以报名，只写数字。", default=None, ge=14, le=99, example="16")
    max: Whole | None = field("最大年龄", "最大多少周岁可以报名，只写数字。", default=None, ge=14, le=99, example="60")
    source: Text = field("依据", "年龄限制从哪里来。", example="课程自身要求")


class Fee(Part):
    """What it costs, in yuan, and what the trainee pays first."""

    kind: Annotated[str, Term("fee-kind")] = field("收费方式", "学员要不要付钱；没问清的写未核实。", example="free")
    amount: Money | None = field("收费金额", "元，不写单位。", default=None, example="1200")
    advance: Money | None = field("先垫金额", "学员先付多少元；不用先付写 0。", default=None, example="0")
    note: Text | None = field("说明", "包含什么、不包含什么。", default=None, max_length=120, example="含教材，不含食宿。")


class Course(Record):
    """A course that is offered again and again; its dates are sessions."""

    kind = "course"
    title = "课程"
    measure = "门"
    folder = "catalogue/courses"
    address = "courses"
    one_of = (("hours", "days"),)

    category: Annotated[str, Term("training-category")] = field("培训类别", "六类之一。", example="urban")
    subkind: Annotated[str, Term("training-subkind")] | None = field(
        "小类", "岗位培训形式、农村行业或创业类型。", default=None, example="planting"
    )
    summary: Text = field("一句话介绍", "不超过120字，先说学完能做什么。", max_length=120, example="学完能独立编一只竹篮。")
    who: Prose = field("适合谁", "谁来学合适；写能做什么，不写缺什么。", example="手指灵活、坐得住的人。")
    learn: Prose = field("学什么", "教哪些内容，先写最先学的。", example="选竹、破篾、起底、收口。")
    how: Prose | None = field("怎么学", "怎样上课，讲和练各占多少。", default=None, example="一半讲，一半练。")
    bring: list[Text] = field("要带什么", "一行一件。", many=True, example="残疾人证")
    assess: Prose = field("怎么考", "怎样考核，能申请哪些考试便利。", example="编一只竹篮，可以延长时间。")
    next: Prose | None = field("学完可以做什么", "就业、接活、升学等去向，不写承诺。", default=None, example="可以在家接手工活。")
    institution: InstitutionRef = field("培训机构", "承办机构的编号（那个文件的名字，不带 .yml）。", example="chengdu-peixun")
    bases: list[BaseRef] = field("培训基地", "在哪些基地上课，写基地编号，一行一个。", many=True, example="chengdu-jidi")
    occupation: CourseOccupation | None = field("对应职业", "学完对应职业分类大典里的哪个职业；查不到就不写。", default=None)
    project: Text | None = field("补贴项目名称", "补贴目录里的名称，照抄。", default=None, example="残疾人手工编织培训")
    craft: Annotated[str, Term("craft")] | None = field("手工技艺", "传统手工技艺的种类。", default=None, example="bamboo_weaving")
    certificate: Certificate = field("证书", "考核合格发什么证。")
    disability_open: list[Annotated[str, Term("disability")]] = field(
        "面向残疾类别", "哪些类别可以报名，至少一类。", min_length=1, example="visual"
    )
    disability_note: Text | None = field("类别说明", "哪一类怎样参加，说清楚一句话。", default=None, max_length=160, example="低视力学员可以坐前排。")
    age: AgeRange | None = field("年龄", "只在确有年龄限制时写，并写明依据。", default=None)
    household: Text | None = field("户籍要求", "写明依据哪份文件；没有要求就不写。", default=None, max_length=120, example="四川户籍（川残办〔2021〕8号二）。")
    other_conditions: list[Text] = field("其他条件", "报名还要满足什么，一行一条。", many=True, example="能独立乘车")
    priority: list[Annotated[str, Term("priority-group")]] = field("优先对象", "谁可以优先报名；不在其中的人一样可以报。", many=True, example="severe")
    hours: Whole | None = field("课时", "总课时，只写数字。", default=None, ge=1, le=5000, example="40")
    days: Whole | None = field("天数", "总天数，只写数字。", default=None, ge=1, le=1000, example="15")
    mode: Annotated[str, Term("teaching-mode")] = field("授课方式", "在哪里、怎样上课，选最主要的一种。", example="in_person")
    languages: list[Annotated[str, Term("language")]] = field("授课语言", "老师上课用的语言，含手语。", many=True, example="mandarin")
    fee: Fee = field("费用", "学员要付多少、先付多少。")
    subsidies: list[SubsidyRef] = field("补贴标准", "适用的补贴标准编号，一行一个。", many=True, example="sc-urban-2026")
    accommodations: list[Accommodation] = field("无障碍服务", "逐项写状态，不清楚的写未核实。", min_length=1)
    insurance: Annotated[str, Term("accommodation-state")] = field(
        "意外伤害保险", "文件鼓励购买，不是必有。", default="unknown", example="available"
    )  # 川残办〔2021〕8号 四（三）
    project_based: Truth = field("项目制", "是否按项目制开展。", default=False, example="true")
    tailored: Truth = field("量体裁衣式", "是否按学员情况定制。", default=False, example="true")
    programme: Annotated[str, Term("programme")] | None = field("所属计划", "属于哪个全国或全省计划；不属于就不写。", default=None, example="ma_lan_hua")
    policy_basis: list[ClauseRef] = field(
        "政策依据", "政策编号#条款，至少一条。", min_length=1, example="sc-2021-8#3-1"
    )
