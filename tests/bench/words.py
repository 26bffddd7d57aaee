"""The results in words and tables, for RESULTS.md and for the page of the handbook."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tests.bench.results import Row, Size
from tests.bench.tool import Step

HEAD = """---
title: 生成网站要多久
description: 用一千条到十万条记录生成网站要多少时间和内存，改一条以后要多少，和别的生成软件比。
section: help
kind: page
contents: true
---

"""
TITLE = "# 生成网站要多久\n"
INTRODUCTION = """
这一页的数字由 `make bench` 量出来并写在这里，每次量的原始数字在 `tests/bench/results.json`。

## 怎样量的

- 记录是照示例仿造的，数目见各节的标题；每条都不一样，互相引用。
- 同样的页面：先用本站生成，再把每一页的内容变成数据，交给别的软件生成同样多的页。少写一页、多写一页，都不算数。
- 这样对别的软件有利：它们拿到的数据已经连好、查好，链接和转义都已做好；本站从原始记录读起，要检查、连接、核对链接。
- 每种软件照它自己的手册推荐的办法喂数据。Hugo 读 JSON 比读 YAML 快得多，两种都量；Eleventy 和 Astro 读 JSON。MkDocs Material 和 Zensical 读 Markdown，用它们自带的外框；导航只列七个栏目，因为把几千页都列进每一页的导航，它们会慢很多。
- Hugo、Eleventy 和 Astro 用和本站一样的外框。
- 搜索都不做，另外量。
- 轮流来：本站一次，别的软件各一次，再从头来。每次都是新的进程。写的是中位数。
- “从头”：删去生成过的网站和一切缓存再生成。“改一条”：改一门课程的培训天数再生成；本站改的是记录，别的软件改的是那一页的数据，列表页不用改。“没有改”：什么也不改，再生成一次。
- Eleventy 3.1.8 在新的进程里只生成改过的文件（`--incremental`）会出错停下，所以全部重新生成。MkDocs 的 `--dirty` 只生成改过的一页，别的页上的链接可能不对，所以单列一行。
- 时间是钟上走的秒数；处理器时间是各个进程用去的秒数加起来，机器忙时更可信。内存是各个进程同时占用的最多的时候，每%s毫秒从 /proc 读一次，读得慢就少读几次，免得拖慢被量的，几个进程共用的只算一次，系统的文件缓存不算。
"""
COLUMNS = {
    "从头": Step.COLD,
    "改一条": Step.CHANGED,
    "没有改": Step.SAME,
}
NAMES = {**COLUMNS, "只生成改过的一页": Step.DIRTY}


def results_page(sizes: Sequence[Size], every: float) -> str:
    """RESULTS.md, with the plot and the tables."""
    plot = f"\n![{described(sizes)}](results.svg)\n"
    return TITLE + plot + _text(sizes, every, _tables)


def handbook_page(sizes: Sequence[Size], every: float) -> str:
    """The page of the handbook: pages of text hold no pictures and no tables, lists of terms say the same."""
    return HEAD + TITLE + _text(sizes, every, _terms)


def described(sizes: Sequence[Size]) -> str:
    """What the plot shows, in a sentence a size."""
    return "".join(
        f"{size.records}条记录从头生成：{'，'.join(map(_in_short, size.rows))}。" for size in sizes
    )


def _in_short(row: Row) -> str:
    wall, memory = row.median(Step.COLD, "wall"), row.median(Step.COLD, "memory")
    return f"{row.name} {seconds(wall)}、{memory:.0f} MiB"


def _text(sizes: Sequence[Size], every: float, written: Callable[[Size], Iterator[str]]) -> str:
    sections = [line for size in sizes for line in (*_head(size), *written(size))]
    return "\n".join([INTRODUCTION % round(every * 1000), *sections]).rstrip() + "\n"


def _head(size: Size) -> Iterator[str]:
    at = size.machine
    yield f"## {size.records}条记录，{size.rows[0].pages}页\n"
    yield (
        f"{size.date}，{size.runs}次的中位数。机器：{at.processor}，{at.cores}个处理器核，"
        f"{at.memory} GiB 内存，{at.system}。\n"
    )


def _tables(size: Size) -> Iterator[str]:
    yield from _times(size)
    yield ""
    yield from _weights(size)
    yield ""


def _terms(size: Size) -> Iterator[str]:
    for row in size.rows:
        yield f"{row.name} {row.version}"
        for name, step in NAMES.items():
            if step in row.costs:
                memory = f"{row.median(step, 'memory'):.0f} MiB"
                wall, cpu = (seconds(row.median(step, of)) for of in ("wall", "cpu"))
                yield f":   {name}：{wall}，处理器{cpu}，内存最多{memory}。"
        yield f":   写出{row.pages}页，共{row.pages_size / 1e6:.1f} MB；全部{row.files}个文件，{row.size / 1e6:.1f} MB。"
        yield ""


def _times(size: Size) -> Iterator[str]:
    """Time on the clock and, in brackets, of the processors; how many times ours, from nothing."""
    yield f"| 生成器 | {' | '.join(COLUMNS)} | 从头比本站 |"
    yield "| --- |" + " --- |" * (len(COLUMNS) + 1)
    ours = size.rows[0].median(Step.COLD, "wall")
    for row in size.rows:
        times = " | ".join(_time(row, step) for step in COLUMNS.values())
        yield f"| {row.name} {row.version} | {times} | {row.median(Step.COLD, 'wall') / ours:.1f}倍 |"
        if Step.DIRTY in row.costs:
            yield f"| {row.name}，只生成改过的一页 |  | {_time(row, Step.DIRTY)} |  |  |"


def _time(row: Row, step: Step) -> str:
    return f"{seconds(row.median(step, 'wall'))}（{seconds(row.median(step, 'cpu'))}）"


def _weights(size: Size) -> Iterator[str]:
    yield "| 生成器 | 内存最多，从头 | 内存最多，改一条 | 页数 | 网页 | 文件数 | 全部写出 |"
    yield "| --- |" + " --- |" * 6
    for row in size.rows:
        memory = " | ".join(
            f"{row.median(step, 'memory'):.0f} MiB" for step in (Step.COLD, Step.CHANGED)
        )
        yield f"| {row.name} | {memory} | {row.pages} | {row.pages_size / 1e6:.1f} MB | {row.files} | {row.size / 1e6:.1f} MB |"


def seconds(number: float) -> str:
    """A time with two figures that say something."""
    return f"{number:.2f}秒" if number < 10 else f"{number:.1f}秒"
