"""Help on offer, service by service: 川残办〔2021〕8号 四（三）."""

from __future__ import annotations

from typing import Annotated

from generator.records.envelope import Part
from generator.records.fields import Term, Text, Whole, field


class Accommodation(Part):
    """One service and its state: available, on request, unavailable or unknown."""

    code: Annotated[str, Term("accommodation")] = field("服务", "无障碍服务的编号。", example="sign_language")
    state: Annotated[str, Term("accommodation-state")] = field(
        "状态", "有、可提前申请、没有、未核实，四选一。", example="available"
    )
    days_ahead: Whole | None = field("提前天数", "可提前申请的，写要提前几天。", default=None, le=90, example="7")
    note: Text | None = field("说明", "读者要知道的一句话。", default=None, max_length=120, example="报名时说明，由机构预约。")
