"""The kinds of value a field may hold, and `field()`, where all that is known of a field stands.

Values arrive as text (see `yamltext`); these types alone decide what the text means. A marker such
as `Refers` says what else a value must be found in; the catalogue looks there once all is read.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError, PydanticUndefined

RESERVED = frozenset(
    (
        *("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))),
        *("index", "questions", "null", "true", "false", "yes", "no", "on", "off", "none"),
        *("nan", "undefined", "constructor"),
    )
)
"""Names of devices on some systems, of our own lists, and words that programs read as something else."""
ID_PATTERN = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", re.ASCII)
LONGEST_ID = 64
LONGEST_PROSE = 2000
LONGEST_LIST = 100
LONGEST_TABLE = 2000


@dataclass(frozen=True, slots=True)
class Refers:
    """The value is the id of a record of one of these types."""

    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """The value is the id of an entry of this vocabulary."""

    vocabulary: str


@dataclass(frozen=True, slots=True)
class Division:
    """The value is a six-digit code of the region table (GB/T 2260)."""


@dataclass(frozen=True, slots=True)
class Clause:
    """The value is `policy#clause`: an id of a policy and of a clause of it."""


@dataclass(frozen=True, slots=True)
class Occupation:
    """The value is a code of the occupation table (职业分类大典 2022)."""


@dataclass(frozen=True, slots=True)
class SeedFile:
    """The value is the path of a file below `seeds/`."""


@dataclass(frozen=True, slots=True)
class Markdown:
    """The value is a little Markdown: paragraphs, lists, emphasis, links."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The value may run over several lines, as the words of a document do."""


@dataclass(frozen=True, slots=True)
class OfOffice:
    """The value names an office or an organisation, never a person."""


@dataclass(frozen=True, slots=True)
class OfRealOnly:
    """Required of a real record, refused in a sample (a phone, an address, a link)."""

    required: bool = False


def field(
    title: str,
    help: str,  # noqa: A002 - the field's own word for it
    *,
    example: object = None,
    default: Any = PydanticUndefined,  # noqa: ANN401 - any default a field type takes
    many: bool = False,
    **limits: Any,  # noqa: ANN401 - pydantic's own limits: max_length, ge, le
) -> Any:  # noqa: ANN401 - stands for the value, as pydantic's Field does
    """A field of a record: Chinese title, help, example, default and limits in one place.

    Without `default` the field is required; `many` gives an optional list that starts empty. A list
    may hold `LONGEST_LIST` items unless `max_length` says otherwise.
    """
    if many or "min_length" in limits:
        limits.setdefault("max_length", LONGEST_LIST)
    if many:
        limits["default_factory"] = list
    elif default is not PydanticUndefined:
        limits["default"] = default
    return Field(title=title, description=help, examples=[] if example is None else [example], **limits)


def _refuse(kind: str, **context: object) -> PydanticCustomError:
    return PydanticCustomError(kind, kind, context)


def _whole(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"\d{1,9}", value, re.ASCII):
        raise _refuse("whole_number")
    return int(value)


def _decimal(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"\d{1,9}(\.\d{1,2})?", value, re.ASCII):
        raise _refuse("money")
    return Decimal(value)


def _truth(value: object) -> object:
    if not isinstance(value, str):
        return value
    if value not in {"true", "false"}:
        raise _refuse("truth")
    return value == "true"


def _date(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        raise _refuse("date_form")
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise _refuse("date_impossible") from None


@dataclass(frozen=True, slots=True)
class Matching(AfterValidator):
    """The text matches the whole of a pattern, one that means the same in JSON Schema; else a fault of `kind`."""

    pattern: str
    kind: str


def matching(kind: str, pattern: str) -> Matching:
    """Accepts text that matches the whole pattern; ０ is no digit here. Else a fault of this kind."""
    compiled = re.compile(pattern, re.ASCII)

    def check(value: str) -> str:
        if not compiled.fullmatch(value):
            raise _refuse(kind)
        return value

    return Matching(check, pattern, kind)


def _safe_id(value: str) -> str:
    if not ID_PATTERN.fullmatch(value) or len(value) > LONGEST_ID:
        raise _refuse("id_form")
    if value in RESERVED:
        raise _refuse("id_reserved")
    return value


def is_id(value: str) -> bool:
    """Whether a text may be the id of a record."""
    return bool(ID_PATTERN.fullmatch(value)) and len(value) <= LONGEST_ID and value not in RESERVED


# No userinfo, no backslash, no control or space, no protocol-relative address.
_URL = r"""https?://[A-Za-z0-9.-]+(:\d{1,5})?(/[^\s\\<>"'`{}|^\x00-\x1f]*)?"""
# A mobile is a phone in form; whose it may be is asked in checks/private_numbers.py.
# Behind 010 and 02x a number has eight digits, behind the other area codes seven or eight.
_PHONE = r"((01\d|02\d)-\d{8}(-\d{1,6})?|0[3-9]\d{2}-\d{7,8}(-\d{1,6})?|1\d{4}|[48]00-?\d{3}-?\d{4}|1[3-9]\d{9})"
# 川残办〔2021〕8号, 国务院令第488号
_DOC_NUMBER = r"[\u3400-\u9fff]{2,12}(〔\d{4}〕[1-9]\d{0,4}号|第[1-9]\d{0,4}号)"

Text = Annotated[str, Field(min_length=1)]
Prose = Annotated[str, Field(min_length=1, max_length=LONGEST_PROSE), Markdown()]
Passage = Annotated[str, Field(min_length=1), Lines()]
Organisation = Annotated[Text, OfOffice()]
Whole = Annotated[int, BeforeValidator(_whole)]
Money = Annotated[Decimal, BeforeValidator(_decimal)]
Truth = Annotated[bool, BeforeValidator(_truth)]
Date = Annotated[datetime.date, BeforeValidator(_date)]
Id = Annotated[str, Matching(_safe_id, ID_PATTERN.pattern, "id_form")]
TermId = Annotated[str, matching("term_id", r"[A-Za-z0-9]+([_-][a-z0-9]+)*")]
ClauseId = Annotated[str, matching("clause_id", r"[0-9a-z]+(-[0-9a-z]+)*")]
Url = Annotated[str, matching("url", _URL)]
PHONE = "phone"
Phone = Annotated[str, matching(PHONE, _PHONE)]
DocNumber = Annotated[str, matching("doc_number", _DOC_NUMBER)]
RuleCode = Annotated[str, matching("rule_code", r"[A-Z]\d{3}")]
Uscc = Annotated[str, matching("uscc_form", r"[0-9A-HJ-NPQRTUWXY]{18}")]
RegionCode = Annotated[str, Division()]
OccupationCode = Annotated[str, matching("occupation_form", r"[1-8]-\d{2}-\d{2}-\d{2}"), Occupation()]
ClauseRef = Annotated[str, matching("clause_ref", r"[^#\s]+#[^#\s]+"), Clause()]
SeedPath = Annotated[str, SeedFile()]

# The types of record that may be referred to (names as in `records.RECORD_TYPES`).
CourseRef = Annotated[str, Refers(("course",))]
BaseRef = Annotated[str, Refers(("base",))]
InstitutionRef = Annotated[str, Refers(("institution",))]
OperatorRef = Annotated[str, Refers(("institution", "office"))]
OfficeRef = Annotated[str, Refers(("office",))]
SubsidyRef = Annotated[str, Refers(("subsidy",))]
PolicyRef = Annotated[str, Refers(("policy",))]
DisclosureRef = Annotated[str, Refers(("disclosure",))]
AboutRef = Annotated[str, Refers(("course", "base", "institution", "office", "subsidy", "policy"))]
