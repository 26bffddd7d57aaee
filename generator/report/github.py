"""Problems as annotations of GitHub, which stand on the lines of a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from generator.problem import Level, Problem
from generator.report.tally import worst_first


def as_github(problems: Sequence[Problem]) -> str:
    """One workflow command a problem; errors first, since ten of a level are shown."""
    return "".join(
        f"::{'error' if p.level is Level.ERROR else 'notice'} file={_property(p.at.shown_path)},"
        f"line={p.at.line},col={p.at.column},title={_property(p.code)}::"
        f"{_data(f'{p.message}改法：{p.remedy}')}\n"
        for p in worst_first(problems)
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
