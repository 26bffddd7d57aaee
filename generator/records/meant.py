"""The number that is meant by 四十八, ４８, 48课时 or 1,500元/人, where only one can be meant."""

from __future__ import annotations

import re
import unicodedata

from generator.digits import arabic

_UNITS = {
    "hours": "课时|学时|个课时|个学时",
    "days": "天|日",
    "days_ahead": "天|日",
    "capacity": "人|名|个",
    "min": "岁|周岁",
    "max": "岁|周岁|人",
}
"""The units of whole numbers, by field; all else is yuan."""
_YUAN = "元(?:(?:/|每)?(?:人|课时|学时|天|证|个证书|次))?"
_DIGIT = "[一二三四五六七八九两]"
_TENS = f"(?:{_DIGIT}千)?(?:零?{_DIGIT}百)?(?:零?{_DIGIT}?十{_DIGIT}?|零{_DIGIT})?"
"""一千八 is left out: some mean 1800 by it, some 1008."""
_NUMBER = rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d{{1,9}}|{_DIGIT}|{_TENS})(?P<cents>\.\d{{1,2}})?"


def meant_number(text: str, field: str) -> str:
    """The number in plain digits, or nothing where it is not certain: 40小时 are no 40课时."""
    written = unicodedata.normalize("NFKC", text).replace(" ", "")
    said = re.fullmatch(f"¥?{_NUMBER}(?:{_UNITS.get(field, _YUAN)})?", written, re.ASCII)
    if not said or not said["number"]:
        return ""
    number = said["number"].replace(",", "")
    return (number if number.isdecimal() else arabic(number)) + (said["cents"] or "")
