"""The measured pages as a text for people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from generator.markdown import literal
from tests.bench.lighthouse.measuring import OTHERS, PERFORMANCE, Measured

LEAST = 0.95
HEAD = ("种类", "页面", "得分", "最大内容出现（毫秒）", "阻塞（毫秒）", "移位", "传输（字节）")
OTHER_HEADS = ("无障碍", "做法", "检索")
FORM = """\
# 慢手机打开每一种页面要多久

由 `make lighthouse` 得到。每一种页面选最大的一页，用 Lighthouse 的默认设置（手机、慢 4G、处理器慢 4 倍，网络是模拟的）量 {times} 遍，取中位数。网站用 nginx 在本机提供，文件预先压缩好，响应头照 `catalogue headers nginx`。性能得分应不低于 {least}。后三栏是同一次得到的另外三类得分，只量一遍，不作要求。

- 日期：{day}
- 机器：{machine}
- 版本：{versions}
- 低于 {least} 的：{below}

{table}
{failed}"""


@dataclass(frozen=True)
class Conditions:
    """When, where and with what was measured."""

    day: str
    machine: str
    versions: str
    times: int


def below(pages: Iterable[Measured]) -> list[Measured]:
    """The pages that are too slow."""
    return [page for page in pages if page.score < LEAST]


def text(pages: Sequence[Measured], conditions: Conditions) -> str:
    """The whole, in Markdown: the slowest page first."""
    slow = below(pages)
    return FORM.format(
        times=conditions.times,
        least=LEAST,
        day=conditions.day,
        machine=conditions.machine,
        versions=conditions.versions,
        below="、".join(literal(unquote(page.path)) for page in slow) or "没有",
        table=_table(pages),
        failed=_failed(pages),
    )


def _table(pages: Sequence[Measured]) -> str:
    heads = (*HEAD, *OTHER_HEADS)
    lines = [_line(heads), _line(["---", "---"] + ["---:"] * (len(heads) - 2))]
    return "\n".join([*lines, *(_line(_cells(page)) for page in sorted(pages, key=_order))]) + "\n"


def _order(page: Measured) -> tuple[float, float, str]:
    return page.score, -page.lcp, page.path


def _cells(page: Measured) -> list[str]:
    others = ["—" if score is None else f"{score:.2f}" for score in page.others]
    figures = [f"{page.lcp:.0f}", f"{page.tbt:.0f}", f"{page.cls:.3f}", f"{page.bytes:.0f}"]
    return [literal(page.kind), literal(unquote(page.path)), f"{page.score:.2f}", *figures, *others]


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _failed(pages: Sequence[Measured]) -> str:
    """What took points from the other categories, and on how many pages."""
    found: dict[str, list[str]] = {}
    for page in pages:
        for audit in page.failed:
            if not audit.startswith(f"{PERFORMANCE}/"):
                found.setdefault(audit, []).append(unquote(page.path))
    if not found:
        return "\n另外三类没有扣分的地方。\n"
    names = dict(zip(OTHERS, OTHER_HEADS, strict=True))
    lines = [
        f"- {names[audit.partition('/')[0]]}，`{audit.partition('/')[2]}`：{len(paths)} 页，如 {literal(paths[0])}"
        for audit, paths in sorted(found.items())
    ]
    return "\n另外三类扣分的地方：\n\n" + "\n".join(lines) + "\n"
