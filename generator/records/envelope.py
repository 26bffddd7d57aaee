"""What every record carries, whatever its type: identity, truth, place, sources, verification."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict

from generator.records.fields import (
    Date,
    Id,
    Organisation,
    RegionCode,
    RuleCode,
    Term,
    Text,
    Url,
    field,
)

_WRITTEN: dict[frozenset[str], set[str]] = {}


class Part(BaseModel):
    """A part of a record. Unknown keys are refused; text is stripped of outer blanks."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, frozen=True)

    one_of: ClassVar[tuple[tuple[str, ...], ...]] = ()
    """Groups of fields of which at least one must be written."""

    def model_post_init(self, _context: object) -> None:
        """Have the set of written fields in common with all parts that have the same: it would be a third of the memory."""
        written = self.__pydantic_fields_set__
        object.__setattr__(self, "__pydantic_fields_set__", _WRITTEN.setdefault(frozenset(written), written))

    def written(self) -> Iterator[tuple[str, object]]:
        """The fields that the file has, with their values, in the order of the type."""
        return ((name, value) for name, value in self.__dict__.items() if name in self.model_fields_set)


class Source(Part):
    """Where a fact comes from. Only high and medium confidence may be shown as fact."""

    one_of = (("url", "place"),)

    title: Text = field("标题", "来源文件、网页或资料的标题。", example="四川省补贴性职业技能培训管理办法")
    publisher: Text = field("发布者", "谁发布的：机关、单位或资料库。", example="四川省人力资源和社会保障厅")
    url: Url | None = field("网址", "原文网址，照抄。", default=None, example="https://www.example.org/a.html")
    place: Text | None = field(
        "出处位置", "没有网址时写在哪里能找到它，如本库文件或书页。", default=None,
        example="seeds/chuan-can-ban-2021-8.txt",
    )  # fmt: skip
    doc_no: Text | None = field("文号", "有文号的写文号。", default=None, example="川残办〔2021〕8号")
    issued: Text | None = field("发布日期", "来源自己的日期，知道多少写多少。", default=None, example="2025-07-25")
    accessed: Date = field("查阅日期", "我们看到它的日期。", example="2026-11-23")
    confidence: Annotated[str, Term("confidence")] = field(
        "可信度", "high：官方页面或逐字副本；medium：权威媒体或两处一致的转引。", example="high"
    )
    backs: list[Text] = field("支持的字段", "它证明本条的哪些字段；不写就是全部。", many=True, example="name")
    note: Text | None = field("说明", "读者用得上的补充。", default=None, example="转引，待核。")


class Silence(Part):
    """A suggestion that is not to be made of this record, and why."""

    code: RuleCode = field("代码", "哪一条建议，照报告里的代码写；错误不能这样放过。", example="W108")
    reason: Text = field("理由", "为什么在这里不照改，手册会列出来。", min_length=4, max_length=120, example="这句照抄上级通知，不便拆开。")


class Record(Part):
    """The common envelope. A type of record is a subclass in a module of its own."""

    kind: ClassVar[str] = ""
    """The name of the type in code and references, e.g. `course`."""
    title: ClassVar[str] = ""
    """The name of the type as people read it, e.g. 课程."""
    measure: ClassVar[str] = "条"
    """What records of the type are counted by: 2 门课程."""
    folder: ClassVar[str] = ""
    """Where its files lie, relative to the repository; sub-folders are free."""
    address: ClassVar[str] = ""
    """The folder of its pages on the site; empty when it has no page of its own."""

    id: Id = field(
        "编号", "本条的编号，与文件名相同，只用小写字母、数字和连字符。", example="chengdu-mangren-anmo"
    )
    name: Text = field("名称", "读者看到的名称；示例以“示例·”开头。", max_length=80, example="示例·盲人保健按摩初级班")
    data_class: Annotated[str, Term("data-class")] = field(
        "数据性质", "real：真实，必须有来源；sample：示例，不得有电话、地址、网址。", example="sample"
    )
    region: RegionCode = field("地区", "六位行政区划代码（GB/T 2260）。", example="510100")
    area_note: Text | None = field("地区补充", "没有代码的功能区、乡镇写在这里。", default=None, example="四川天府新区")
    status: Annotated[str, Term("record-status")] = field(
        "状态", "active：在用；paused：暂停；ended：已结束。", default="active", example="active"
    )
    sources: list[Source] = field("来源", "每条真实记录至少一个来源。", many=True)
    verified_on: Date | None = field("核实日期", "最近一次核实的日期。", default=None, example="2026-11-23")
    verified_by: Organisation | None = field(
        "核实单位", "写单位，不写个人。", default=None, example="成都市残疾人联合会"
    )
    verification: Annotated[str, Term("verification")] = field(
        "核实方式", "怎样核实的；没有核实过就不写。", default="unverified", example="official_document"
    )
    review_by: Date | None = field("复核期限", "过了这一天要重新核实。", default=None, example="2027-05-31")
    alert: Text | None = field("临时提示", "停课、改期等，显示在页面最前；过去了就删。", default=None, max_length=120, example="因维修停课，12月10日恢复。")
    redirect_from: list[Id] = field("旧编号", "改过编号的写旧编号，旧网址会转到这里。", many=True, example="chengdu-anmo")
    replaced_by: Id | None = field("接替者", "本条被哪一条接替，写同一类记录的编号。", default=None, example="chengdu-urban-2026")

    silenced: list[Silence] = field("不再提示", "本条不再提示的建议和理由；错误不能放过，只有建议可以。", many=True)

    @property
    def is_sample(self) -> bool:
        """Whether the record is marked 示例."""
        return self.data_class == "sample"

    @property
    def is_current(self) -> bool:
        """Whether it has neither ended nor been replaced."""
        return self.status != "ended" and self.replaced_by is None
