"""Lines as a braille file (BRF) in 国家通用盲文, translated by liblouis, on pages of 40 cells by 25 lines."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

from generator.leaflets.plain import Line

PROGRAM = "lou_translate"
TABLE = "en-us-brf.dis,zhcn-cbs.ctb"
"""How dots are written as ASCII, and the table of 国家通用盲文."""
CELLS, ROWS = 40, 25
LONGEST = 200
"""Characters that are translated in one go; the program reads lines of at most 2,048."""
LONGEST_WAIT = 120
INDENT, INDENT_OF_HEADING = 2, 4
_STAYS_TOGETHER = re.compile(r"[0-9A-Za-z.:/-]{2}|.[，。！？；：、”’）》〕」%]|[“‘（《〔「].")


class CannotTranslate(Exception):
    """There is no braille, and why; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Braille:
    """The file, and the characters that the table does not know, which are left out of it."""

    brf: bytes
    unknown: list[str]


def braille(lines: list[Line]) -> Braille:
    """The lines in braille."""
    every = [Line(piece, line.rank) for line in lines for piece in _pieces(line.text)]
    known, unknown = _known([line.text for line in every])
    rows = [row for line, told in zip(every, _broken(known), strict=True) for row in _laid_out(line, told)]
    return Braille(_pages(rows).encode("ascii"), unknown)


def _pieces(text: str) -> list[str]:
    return [text[start : start + LONGEST] for start in range(0, len(text), LONGEST)]


def _known(texts: list[str]) -> tuple[list[str], list[str]]:
    """The texts without the characters that the table does not know, and those."""
    signs = sorted(set("".join(texts)) - {" "})
    # The program writes a character that the table does not know with cells that no BRF has.
    unknown = [sign for sign, cells in zip(signs, _translated(signs), strict=True) if not cells.isascii()]
    without = {ord(sign): None for sign in unknown}
    return [text.translate(without) for text in texts], unknown


def _broken(texts: list[str]) -> list[list[str]]:
    """For each text the cells of its lines."""
    whole = _translated(texts)
    long = [place for place, cells in enumerate(whole) if len(cells) > CELLS - INDENT_OF_HEADING]
    beginnings = [texts[place][:end] for place in long for end in _ends(texts[place])]
    cells_of = dict(zip(beginnings, _translated(beginnings), strict=True))
    broken = [[cells] for cells in whole]
    for place in long:
        found = [cells_of[texts[place][:end]] for end in _ends(texts[place])]
        # Where the translation of a beginning begins the whole, the line may end without changing a word.
        breaks = [len(cells) for cells in found if whole[place].startswith(cells)]
        broken[place] = list(_cut(whole[place], breaks))
    return broken


def _ends(text: str) -> list[int]:
    """Where a line may end: never within a number or before a stop."""
    return [end for end in range(1, len(text)) if not _STAYS_TOGETHER.match(text, end - 1)]


def _cut(cells: str, breaks: list[int]) -> Iterator[str]:
    """The cells in lines, the first with room for its indentation, as many cells a line as will fit."""
    start, room = 0, CELLS - INDENT_OF_HEADING
    while len(cells) - start > room:
        fitting = [end for end in breaks if start < end <= start + room]
        end = fitting[-1] if fitting else start + room
        yield cells[start:end].strip()
        start, room = end, CELLS
    yield cells[start:].strip()


def _laid_out(line: Line, cells: list[str]) -> list[str]:
    """The rows of a line: indented, a heading after an empty row and kept with what follows."""
    first, *rest = cells
    indent = INDENT_OF_HEADING if line.rank else INDENT
    rows = [" " * indent + first, *rest]
    return ["", *rows] if line.rank else rows


def _pages(rows: list[str]) -> str:
    """Pages of ROWS rows, no empty row at the head of one."""
    pages: list[list[str]] = [[]]
    for row in rows:
        if len(pages[-1]) == ROWS:
            pages.append([])
        if row or pages[-1]:
            pages[-1].append(row)
    return "".join("\r\n".join(page) + "\r\n\f" for page in pages if page)


def _translated(texts: list[str]) -> list[str]:
    """Each text in cells. Raises CannotTranslate."""
    if not shutil.which(PROGRAM):
        raise CannotTranslate("这台电脑上没有 liblouis。要有盲文文件，请运行：make leaflet")
    try:
        done = subprocess.run(
            [PROGRAM, "--forward", TABLE], input="".join(f"{text}\n" for text in texts).encode(),
            capture_output=True, check=True, timeout=LONGEST_WAIT, env={**os.environ, "LC_ALL": "C.UTF-8"},
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError) as error:
        raise CannotTranslate("liblouis 没有译完。请先用 .txt 那一份。") from error
    *told, _ = done.stdout.decode("utf-8", "replace").split("\n")
    if len(told) != len(texts):  # it ends as if all were well
        raise CannotTranslate("这台电脑上的 liblouis 没有国家通用盲文的表（zhcn-cbs），要 3.24 或更新的版本。")
    return [cells.rstrip() for cells in told]
