"""The figures of both searches as a page of Markdown."""

from __future__ import annotations

import datetime
import os
import platform
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from tests.bench.search_index import ADDITION, CHANGE, OWN, PAGEFIND, REMOVAL, Made
from tests.bench.search_readers import FILTERS, Cost, Found

HEAD = """# 两种搜索，同样的网页

`python -m tests.bench.search --records {records}` 写成。网页由 tests/bench/records.py 生成的记录得来；\
只有能搜到的网页算在内。自带的搜索和 Pagefind 索引同样的文字，Pagefind 用最适合它的办法：\
汉字之间加空格，用不到的文件不算。建索引各做三次，取中间的一次；处理器时间包括写文件，不包括读网页。\
同一台电脑上还有别的程序在运行，所以看处理器时间，不看钟表时间。
"""
READERS = """
字节数是没有来过的读者看到第一条结果时收到的全部内容（网页、样式、脚本、索引），按服务器压缩以后算。\
慢手机：往返 150 毫秒，每秒 1.6 兆比特，处理器慢到四分之一，从打开网址算到第一条结果；\
前一个数是第一次来，后一个数是在这里搜过别的词，样式和脚本还留着。\
查全率、查准率：{count} 个词（常搜的 {judged} 个，其余从网页里抽），与逐页查找的结果比；\
在 Chromium 里每条结果都看，在火狐里看条数和前十条。
"""
UPDATES = {
    CHANGE: "一个网页加一句话",
    REMOVAL: "一个网页去掉一句许多网页都有的话",
    ADDITION: "加一个网页",
}
NAMES = {OWN: "自带", PAGEFIND: "Pagefind"}
ENGINES = (OWN, PAGEFIND)


@dataclass
class Measured:
    """All figures of a size."""

    records: int
    documents: int
    made: dict[str, Made]
    costs: dict[tuple[str, str], Cost] = field(default_factory=dict)
    seconds: dict[tuple[str, str, bool], float] = field(default_factory=dict)
    found: dict[tuple[str, str], Found] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)


def text(tables: list[Measured], judged: int) -> str:
    """The whole page."""
    records = " ".join(str(one.records) for one in tables)
    parts = [HEAD.format(records=records), *map(_size, tables)]
    asked = [query for engine, query in tables[0].costs if engine == OWN and query not in FILTERS]
    parts.append(READERS.format(count=len(asked), judged=judged))
    return "\n".join([*parts, machine(tables[0].versions)])


def _size(measured: Measured) -> str:
    return "\n".join(
        [
            f"\n## {measured.records:,} 条记录，{measured.documents:,} 个网页\n",
            f"| | {' | '.join(NAMES[engine] for engine in ENGINES)} |",
            "| --- | ---: | ---: |",
            *_index_rows(measured),
            *_reader_rows(measured),
            "",
            _update(measured),
        ]
    )


def _row(name: str, values: Iterator[str]) -> str:
    return f"| {name} | {' | '.join(values)} |"


def _index_rows(measured: Measured) -> Iterator[str]:
    made = [measured.made[engine] for engine in ENGINES]
    yield _row("建索引，处理器时间", (f"{one.processor:.1f} 秒" for one in made))
    yield _row("建索引，钟表时间", (f"{one.clock:.1f} 秒" for one in made))
    yield _row("内存最多（连同网页的文字）", (f"{one.memory:,} MB" for one in made))
    yield _row("文件", (f"{one.files:,} 个" for one in made))
    yield _row("大小", (f"{one.size / 1e6:.1f} MB" for one in made))


def _reader_rows(measured: Measured) -> Iterator[str]:
    asked = [query for engine, query in measured.costs if engine == OWN]
    words = [query for query in asked if query not in FILTERS]
    yield _row("第一条结果，最多的词", (_most(measured, engine, words) for engine in ENGINES))
    yield _row("第一条结果，中间的词", (_middle(measured, engine, words) for engine in ENGINES))
    yield _row(
        "只选种类或地区，最多", (_most(measured, engine, list(FILTERS)) for engine in ENGINES)
    )
    for query in dict.fromkeys(query for _, query, _ in measured.seconds):
        yield _row(
            f"慢手机，{_named(query)}", (_seconds(measured, engine, query) for engine in ENGINES)
        )
    for browser in ("Chromium", "Firefox"):
        pairs = [measured.found[engine, browser] for engine in ENGINES]
        yield _row(f"查全率，{browser}", (f"{pair.recall:.4f}" for pair in pairs))
        yield _row(f"查准率，{browser}", (f"{pair.precision:.4f}" for pair in pairs))


def _named(query: str) -> str:
    return "只选课程" if query in FILTERS else f"“{query.removeprefix('q=')}”"


def _seconds(measured: Measured, engine: str, query: str) -> str:
    first, again = (measured.seconds[engine, query, again] for again in (False, True))
    return f"{first:.1f} 秒，{again:.1f} 秒"


def _cost(cost: Cost) -> str:
    return f"{cost.size / 1000:.1f} KB，{cost.requests} 次"


def _most(measured: Measured, engine: str, asked: list[str]) -> str:
    cost, query = max(
        ((measured.costs[engine, one], one) for one in asked), key=lambda pair: pair[0].size
    )
    return _cost(cost) + ("" if query in FILTERS else f"（{query.removeprefix('q=')}）")


def _middle(measured: Measured, engine: str, asked: list[str]) -> str:
    costs = sorted((measured.costs[engine, one] for one in asked), key=lambda cost: cost.size)
    return _cost(costs[len(costs) // 2])


def _update(measured: Measured) -> str:
    told = [f"{what}，{_changed(measured.made[name])}" for name, what in UPDATES.items()]
    return (
        "自带的索引只重做变了的部分，处理器时间连同启动程序："
        f"{'；'.join(told)}。Pagefind 每次全部重做。"
    )


def _changed(made: Made) -> str:
    return f"写 {made.files:,} 个文件、{made.size / 1e6:.2f} MB，{made.processor:.2f} 秒"


def machine(versions: dict[str, str]) -> str:
    """What was measured on, as a list in Markdown."""
    told = {
        "日期": datetime.datetime.now(tz=datetime.UTC).date().isoformat(),
        "处理器": f"{_processor()}，{os.cpu_count()} 个",
        "内存": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 1e9:.0f} GB",
        "系统": f"{platform.system()} {platform.release()}",
        "Python": platform.python_version(),
        "numpy": version("numpy"),
        "Pagefind": version("pagefind-bin"),
        **versions,
    }
    return "\n".join(["", *(f"- {name}：{value}" for name, value in told.items()), ""])


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())
