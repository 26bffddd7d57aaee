"""The keys under which what a record says is found from elsewhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.records import Record
from generator.records.fields import Clause, Refers, Term
from generator.records.shape import is_written, marked

Key = str
"""A tie, as below, or one of the keys of `tracing.py`."""
SAMPLE: Key = "sample"
MOVED: Key = "moved"
ALIKE = ("course", "base", "institution", "office", "subsidy")
"""The types of which two records may be one and the same."""
_NOISE = re.compile(r"[\W_]+")


def referring_key(record_id: str, kind: str) -> Key:
    """Which records of a type refer to an id."""
    return f"referring {record_id} {kind}"


def clause_key(reference: str) -> Key:
    """Which records rest on a clause."""
    return f"clause {reference}"


def term_key(vocabulary: str, value: str) -> Key:
    """Which records have a value of a vocabulary."""
    return f"term {vocabulary} {value}"


def uses_key(vocabulary: str) -> Key:
    """Which records say a value of a vocabulary, once a place where it is written."""
    return f"uses {vocabulary}"


def silence_key(code: str = "") -> Key:
    """Which records silence a suggestion, or any."""
    return f"silences {code}"


def name_key(record: Record) -> Key:
    """Which records of the type and the division are called the same."""
    return f"named {record.kind} {record.region} {record.is_sample} {essence(record.name)}"


def essence(name: str) -> str:
    """A name without signs, blanks, case and width."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", name)).casefold()


def ties_of(record: Record) -> tuple[Key, ...]:
    """The keys under which a record is found, one as often as it says so."""
    return tuple(_ties(record))


def _ties(record: Record) -> Iterator[Key]:
    referred = {str(value): None for _, _, value in marked(record, Refers) if isinstance(value, str)}
    yield from (referring_key(value, record.kind) for value in referred)
    yield from (clause_key(c) for c in {str(value): None for _, _, value in marked(record, Clause) if value})
    for path, term, value in marked(record, Term):
        if isinstance(value, str):
            yield term_key(term.vocabulary, value)
            if is_written(record, path):
                yield uses_key(term.vocabulary)
    if record.is_sample:
        yield SAMPLE
    if record.silenced:
        yield from map(silence_key, {"": None} | {silence.code: None for silence in record.silenced})
    if record.redirect_from:
        yield MOVED
    if record.kind in ALIKE and record.is_current:
        yield name_key(record)
