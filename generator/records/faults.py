"""What pydantic refuses, in the words of staff: one kind of fault, one message."""

from __future__ import annotations

import calendar
import datetime
import difflib
import re
from collections.abc import Callable, Mapping
from typing import Any

from generator.private_numbers import masked
from generator.problem import Problem
from generator.records import messages as m
from generator.records import value_messages as v
from generator.records.draft import Draft
from generator.records.examples import quoted
from generator.records.fields import LONGEST_ID, RESERVED
from generator.records.shape import Path, Shape, shapes

SHOWN = 40
MOST_LISTED = 12
DAY = "2026-11-23"

Context = Mapping[str, Any]
"""What pydantic adds to a fault, such as the limit that was passed."""


def explain(draft: Draft, path: Path, item: Mapping[str, Any]) -> Problem:
    """The problem for one item of `ValidationError.errors()`."""
    kind, value = str(item["type"]), item.get("input")
    if kind in _SIMPLE:
        return _SIMPLE[kind](**draft.facts(path), found=shown(value))
    if kind in _EXPECTED:
        return _wrong_structure(draft, path, _EXPECTED[kind], value)
    if kind in _SPECIAL:
        return _SPECIAL[kind](draft, path, value, item.get("ctx") or {})
    return m.NotUnderstood(**draft.facts(path), found=shown(value))


def shown(value: object) -> str:
    """A value as a message quotes it: one line, and not a long one."""
    if isinstance(value, list):
        return "一个列表"
    if isinstance(value, dict):
        return "一组下级字段"
    text = masked(" ".join(str(value).split()))
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"


_SIMPLE: dict[str, type[m.FieldProblem]] = {
    "whole_number": v.NotWhole,
    "money": v.NotMoney,
    "url": v.NotUrl,
    "phone": v.NotPhone,
    "term_id": v.TermIdForm,
    "clause_id": v.ClauseIdForm,
    "clause_ref": v.ClauseRefForm,
    "rule_code": v.RuleCodeForm,
    "uscc_form": v.UsccForm,
    "occupation_form": v.OccupationForm,
    "region_form": v.RegionForm,
    "id_reserved": v.IdReserved,
}
RULES: dict[str, type[m.FieldProblem]] = _SIMPLE | {
    "truth": v.NotTruth,
    "date_form": v.DateForm,
    "id_form": v.IdForm,
    "doc_number": v.DocNumberForm,
}
"""How a value must be written, by the kind of fault when it is not: the problem whose page explains it."""
_EXPECTED = {
    "string_type": "一段文字",
    "int_type": "一个整数",
    "decimal_type": "一个数字",
    "bool_type": "true（是）或 false（否）",
    "date_type": "一个日期",
    "list_type": "一个列表",
    "model_type": "一组下级字段",
}


def _wrong_structure(draft: Draft, path: Path, expected: str, value: object) -> Problem:
    facts, shape = draft.facts(path), draft.shape(path)
    found = shown(value) if isinstance(value, list | dict) else f"一段文字“{shown(value)}”"
    text = facts["example"]
    if shape and shape.items and not shape.items.part and isinstance(value, str) and len(value) <= SHOWN:
        text = f"{path[-1]}: [{quoted(shown(value))}]"
    return m.WrongStructure(**facts, found=found, expected=expected, remedy_text=f"写成 {text}")


def unknown_field(draft: Draft, path: Path) -> Problem:
    """A field that its part does not have, with the nearest that it has."""
    part, found = draft.part(path[:-1]), shown(path[-1])
    nearest = _nearest_field(found, shapes(part) if part else {})
    facts = draft.facts(path) | {"at": draft.key_at(path)}
    return m.UnknownField(**facts, found=found, nearest=nearest)


def _nearest_field(found: str, known: dict[str, Shape]) -> str:
    by_title = {shape.title: name for name, shape in known.items()}
    if found in by_title:
        return f"字段名用英文，把“{found}”改成“{by_title[found]}”。"
    close = difflib.get_close_matches(found.lower(), known, 3, 0.6)
    close += [by_title[title] for title in difflib.get_close_matches(found, by_title, 2, 0.5)]
    if close:
        words = "、".join(f"“{name}”（{known[name].title}）" for name in dict.fromkeys(close))
        return f"最接近的是{words}；都不是就删去这一行。"
    if len(known) > MOST_LISTED:
        return "删去这一行；能写哪些字段，看同类的其他记录。"
    return f"删去这一行；这里可以写的有：{'、'.join(known)}。"


def _unknown(draft: Draft, path: Path, _: object, __: Context) -> Problem:
    return unknown_field(draft, path)


def _missing(draft: Draft, path: Path, _: object, __: Context) -> Problem:
    return m.MissingField(**draft.facts(path) | {"at": draft.at(path[:-1])})


def _long_text(draft: Draft, path: Path, value: object, context: Context) -> Problem:
    length = len(str(value).strip())
    return m.TooLong(**draft.facts(path), found=str(length), limit=context["max_length"])


def _too_many(draft: Draft, path: Path, value: object, context: Context) -> Problem:
    length = len(value) if isinstance(value, list) else context["max_length"] + 1
    return m.TooMany(**draft.facts(path), found=str(length), limit=context["max_length"])


def _too_few(draft: Draft, path: Path, _: object, context: Context) -> Problem:
    count = str(context["actual_length"])
    return m.TooFew(**draft.facts(path), found=count, limit=context["min_length"])


def _too_small(draft: Draft, path: Path, value: object, context: Context) -> Problem:
    return m.OutOfRange(**draft.facts(path), found=shown(value), limit=f"不小于{context['ge']}")


def _too_large(draft: Draft, path: Path, value: object, context: Context) -> Problem:
    return m.OutOfRange(**draft.facts(path), found=shown(value), limit=f"不大于{context['le']}")


def _truth(draft: Draft, path: Path, value: object, _: Context) -> Problem:
    yes = shown(value).lower() in {"是", "yes", "y", "on", "1", "true", "有", "对"}
    example = f"{path[-1]}: {'true' if yes else 'false'}"
    return v.NotTruth(**draft.facts(path) | {"example": example}, found=shown(value))


def _date_form(draft: Draft, path: Path, value: object, _: Context) -> Problem:
    numbers = re.fullmatch(r"\D*(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*", shown(value))
    fixed = "{:0>4}-{:0>2}-{:0>2}".format(*map(int, numbers.groups())) if numbers else ""
    nearest = f"改成 {fixed}" if _is_day(fixed) else f"核对日期后改正，例如 {path[-1]}: {DAY}"
    return v.DateForm(**draft.facts(path), found=shown(value), nearest=nearest)


def _is_day(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _date_impossible(draft: Draft, path: Path, value: object, _: Context) -> Problem:
    year, month, _day = map(int, str(value).split("-"))
    nearest = DAY
    if year and 1 <= month <= 12:  # noqa: PLR2004 - a year has twelve months
        nearest = f"{str(value)[:7]}-{calendar.monthrange(year, month)[1]}"
    return v.DateImpossible(**draft.facts(path), found=shown(value), nearest=nearest)


def _id_form(draft: Draft, path: Path, value: object, _: Context) -> Problem:
    words = re.sub(r"[^a-z0-9]+", "-", shown(value).lower()).strip("-")[:LONGEST_ID].strip("-")
    usable = re.fullmatch(r"[a-z][a-z0-9-]*", words) and words not in RESERVED
    nearest = f"改成“{words}”，文件名一起改。" if usable else "用拼音写，例如 chengdu-anmo，文件名一起改。"
    return v.IdForm(**draft.facts(path), found=shown(value), nearest=nearest)


_DOC_NUMBER = re.compile(r"(\D+?)[〔\[［（(【〈]\s*(\d{4})年?\s*[〕\]］）)】〉]\s*第?0*(\d+)号?")


def _doc_number(draft: Draft, path: Path, value: object, _: Context) -> Problem:
    parts = _DOC_NUMBER.fullmatch(shown(value))
    fixed = f"{parts[1]}〔{int(parts[2])}〕{int(parts[3])}号" if parts else ""
    nearest = f"改成 {fixed}" if fixed else "照原文抄，例如 川残办〔2021〕8号"
    return v.DocNumberForm(**draft.facts(path), found=shown(value), nearest=nearest)


_SPECIAL: dict[str, Callable[[Draft, Path, object, Context], Problem]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "string_too_long": _long_text,
    "too_long": _too_many,
    "too_short": _too_few,
    "greater_than_equal": _too_small,
    "less_than_equal": _too_large,
    "truth": _truth,
    "date_form": _date_form,
    "date_impossible": _date_impossible,
    "id_form": _id_form,
    "doc_number": _doc_number,
}

