"""What pydantic refuses, in the words of staff: one kind of fault, one message."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from generator.problem import Problem
from generator.records import messages as m
from generator.records import value_messages as v
from generator.records.draft import Draft
from generator.records.examples import NOTHING, SHOWN, quoted, shown
from generator.records.fields import LONGEST_ID, RESERVED
from generator.records.meant import meant_number
from generator.records.missing import place_of
from generator.records.shape import Path
from generator.records.stray_fields import unknown_field, vocabulary
from generator.yamltext import Scalar

MOST_SHOWN = 3
"""Of more lines none is shown."""
BIG_CITY = 3
"""Behind an area code of three digits a number has eight."""

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


_SIMPLE: dict[str, type[m.FieldProblem]] = {
    "url": v.NotUrl,
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
    "whole_number": v.NotWhole,
    "money": v.NotMoney,
    "phone": v.NotPhone,
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
    text, node = facts["example"], draft.node(path)
    is_list = shape and shape.items and not shape.items.part and isinstance(value, str)
    if is_list and isinstance(node, Scalar) and node.plain and node.last:
        how = f"“{path[-1]}:”后面的内容另起一行，一行写一样，每行前面加“- ”，短横线后面有一个空格。"
        if draft.key_at(path).line < node.line:
            how = f"第{node.line}到{node.last}行，每行的字前面加“- ”{_as_items(node)}。"
        return m.WrongStructure(**facts, found=found, expected=expected, remedy_text=how, last=node.last)
    if is_list and len(str(value)) <= SHOWN:
        text = f"{path[-1]}: [{quoted(shown(value))}]"
    return m.WrongStructure(**facts, found=found, expected=expected, remedy_text=f"写成 {text}")


def _as_items(text: Scalar) -> str:
    """The lines as they should be, where it is certain how the text is divided among them."""
    words = text.value.split(" ")
    if len(words) != text.last - text.line + 1 or len(words) > MOST_SHOWN:
        return "，短横线后面有一个空格"
    return "：" + "，".join(f"第{number}行写成 - {word}" for number, word in enumerate(words, text.line))


def _unknown(draft: Draft, path: Path, _: object, __: Context) -> Problem:
    return unknown_field(draft, path)


def _missing(draft: Draft, path: Path, _: object, __: Context) -> Problem:
    at, where = place_of(draft, path)
    facts = draft.facts(path) | {"at": at}
    _, _, example = facts["example"].partition(": ")
    value = "" if example == NOTHING else f"（例如“{example}”）"
    title, words = draft.record_type.title, vocabulary(draft.shape(path))
    return m.MissingField(**facts, where=where, value=value, title=title, part=path[:-1], vocabulary=words)


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


def _number(
    told: type[v.NotWhole | v.NotMoney], draft: Draft, path: Path, value: object, _: Context
) -> Problem:
    facts = draft.facts(path)
    meant = meant_number(str(value), str(path[-1]))
    if not meant or (told is v.NotWhole and "." in meant):
        return told(**facts, found=shown(value))
    return told(**facts | {"example": meant}, found=shown(value), how="改成 ")


def _phone(draft: Draft, path: Path, value: object, _: Context) -> Problem:
    facts = draft.facts(path)
    parts = re.fullmatch(r"(01\d|02\d|0[3-9]\d\d)-?(\d{5,10})", shown(value), re.ASCII)
    if not parts:
        return v.NotPhone(**facts, found=shown(value))
    wanted, count = (8,) if len(parts[1]) == BIG_CITY else (7, 8), len(parts[2])
    differs = f"少了{wanted[0] - count}位" if count < wanted[0] else f"多了{count - wanted[-1]}位"
    how = (
        f"区号 {parts[1]} 后面应是{'或'.join(map(str, wanted))}位，现在是{count}位，{differs}：对照原件重新写一遍，"
        "不要自己添一个0或删一位。找不到原件的，先问清再写。"
    )
    return v.NotPhone(**facts, found=shown(value), how=how)


def _date_form(draft: Draft, path: Path, value: object, _: Context) -> Problem:
    numbers = re.fullmatch(r"\D*(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*", shown(value))
    fixed = "{:0>4}-{:0>2}-{:0>2}".format(*map(int, numbers.groups())) if numbers else ""
    nearest = f"改成 {fixed}" if _is_day(fixed) else "对照通知重新写，月、日不够两位的前面补0。"
    return v.DateForm(**draft.facts(path), found=shown(value), nearest=nearest)


def _is_day(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _date_impossible(draft: Draft, path: Path, value: object, _: Context) -> Problem:
    year, month, _day = map(int, str(value).split("-"))
    nearest = ""
    if year and 1 <= month <= 12:  # noqa: PLR2004 - a year has twelve months
        nearest = f"，那个月最后一天是{calendar.monthrange(year, month)[1]}日"
    return v.DateImpossible(**draft.facts(path), found=shown(value), nearest=nearest)


_ID_PATTERN = "写成“地名-名称”的样子，全是小写字母，中间用键盘上的短横线"


def _id_form(draft: Draft, path: Path, value: object, _: Context) -> Problem:
    words = re.sub(r"[^a-z0-9]+", "-", shown(value).lower()).strip("-")[:LONGEST_ID].strip("-")
    usable = re.fullmatch(r"[a-z][a-z0-9-]*", words) and words not in RESERVED
    nearest = f"改成 {words}" if usable else f"用拼音写，{_ID_PATTERN}"
    if path == ("id",):
        nearest = f"用拼音写，{_ID_PATTERN}，不和别的记录相同；文件名也改成同样的拼音，后面是 .yml"
        if usable:
            nearest = f"改成 id: {words}；文件名也改成 {words}.yml"
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
    "whole_number": partial(_number, v.NotWhole),
    "money": partial(_number, v.NotMoney),
    "phone": _phone,
    "date_form": _date_form,
    "date_impossible": _date_impossible,
    "id_form": _id_form,
    "doc_number": _doc_number,
}

