"""The words of a review, as the summary of a job: what must be mended, what changes, and how it is heard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator import report
from generator.changes.formats import as_markdown
from generator.markdown import literal
from generator.problem import Location
from generator.review import Review
from generator.review.preview import Preview
from generator.revisions import Changed
from generator.speech.difference import Change, as_text

MOST_BYTES = 900 * 1024
"""GitHub takes no summary of more than 1 MiB."""
MOST_LISTED = 100
MOST_SPOKEN = 300
MOST_LENGTH = 300
STATUS = {"A": "新增", "D": "删去"}
ORIGINALS = "seeds/"
REST = "\n\n内容太长，没有写完；全部问题在附件的 problems.txt 里。\n"


def summary(review: Review, files: str = "") -> str:
    """The review in Markdown; `files` is the address below which the files of the branch stand."""
    text = "\n".join(_parts(review, files))
    data = text.encode(errors="backslashreplace")
    if len(data) <= MOST_BYTES:
        return text
    return data[:MOST_BYTES].decode(errors="ignore").rsplit("\n", 1)[0] + REST


def _parts(review: Review, files: str) -> Iterator[str]:
    yield from _verdict(review, files)
    yield from _changes(review)
    yield from _pages(review.preview)
    yield from _speech(review.preview)


def _verdict(review: Review, files: str) -> Iterator[str]:
    yield "## 检查结果\n"
    yield f"**{'这次改动没有带来要改的地方。' if review.can_be_merged else '有要改的地方，改好再合并。'}**\n"
    if review.brought:
        yield report.as_markdown(review.brought, files)
    if review.preview.failure:
        yield f"网页没有生成：{literal(review.preview.failure)}\n"
    if review.standing:
        yield "### 原来就有的，不是这次改动带来的\n"
        yield report.as_markdown(review.standing, files)


def _changes(review: Review) -> Iterator[str]:
    # The problems of both states stand in the verdict.
    yield as_markdown(replace(review.changes, base_errors=[], head_errors=[]))
    texts = [one for one in review.proposal.data if one.path.startswith(ORIGINALS)]
    if texts:
        yield "### 政策和法律的原文\n"
        yield from _listed([_file(one) for one in texts])
    if review.proposal.program:
        yield "## 不是记录的文件\n"
        yield "检查用的是目标分支的程序；下面这些改动没有运行，也没有检查，请维护程序的人看过再合并。\n"
        yield from _listed([_file(one) for one in review.proposal.program])


def _file(one: Changed) -> str:
    return f"{STATUS.get(one.status, '改动')} {literal(Location(one.path).shown_path)}"


def _listed(items: Sequence[str]) -> Iterator[str]:
    rest = [f"……一共 {len(items)} 个。"] if len(items) > MOST_LISTED else []
    yield "\n".join(f"- {item}" for item in [*items[:MOST_LISTED], *rest]) + "\n"


def _pages(preview: Preview) -> Iterator[str]:
    yield "## 网页\n"
    if preview.reason or preview.failure:
        yield f"{preview.reason or '改好上面写的，才能生成网页来比较。'}\n"
        return
    counted = "、".join(f"{sum(kind is c for _, kind in preview.pages)} 个{c.word}" for c in Change)
    yield f"{counted}。{'附件的 pages 文件夹里是新的样子，用浏览器打开。' if preview.pages else ''}\n"


def _speech(preview: Preview) -> Iterator[str]:
    if not preview.pages:
        return
    yield "## 读屏软件读到的变化\n"
    if not preview.speech:
        yield "读起来都一样。\n"
        return
    lines = [_printable(line[:MOST_LENGTH]) for line in as_text(preview.speech).splitlines()]
    rest = ["……其余见附件的 speech.txt"] if len(lines) > MOST_SPOKEN else []
    yield "\n".join("    " + line for line in [*lines[:MOST_SPOKEN], *rest]) + "\n"


def _printable(line: str) -> str:
    return "".join(c if c.isprintable() else " " for c in line)
