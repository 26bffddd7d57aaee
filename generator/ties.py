"""The keys under which what a record says is found from elsewhere."""

from __future__ import annotations

import hashlib
import re
import sys
import unicodedata
from collections.abc import Iterator

from generator.records import Record
from generator.records.envelope import Part
from generator.records.fields import Clause, Refers, Term
from generator.records.shape import is_written, marked

Key = str
"""A tie, as below, or one of the keys of `tracing.py`."""
SAMPLE: Key = "sample"
MOVED: Key = "moved"
ALIKE = ("course", "base", "institution", "office", "subsidy")
"""The types of which two records may be one and the same."""
LISTING = "listing "
LISTED = {
    "course": ("status", "category", "mode", "disability_open", "accommodations"),
    "office": ("website",),
    "policy": ("type",),
    "subsidy": ("status",),
}
"""Type → by which fields lists sort its records, besides those by which they sort any."""
LISTED_BY = ("id", "region", "data_class")
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


def listing_key(kind: str) -> Key:
    """Which records of a type there are, and by what lists sort them."""
    return f"{LISTING}{kind}"


def without_digest(tie: Key) -> Key:
    """A tie as a key: of how lists sort a record of a type, only that it is so."""
    return " ".join(tie.split(" ")[:2]) if tie.startswith(LISTING) else tie


def _listed_as(record: Record) -> Key:
    told = [_plainly(getattr(record, name)) for name in (*LISTED_BY, *LISTED.get(record.kind, ()))]
    digest = hashlib.blake2b(repr(told).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    return f"{listing_key(record.kind)} {digest}"


def _plainly(value: object) -> object:
    if isinstance(value, list):
        return [_plainly(item) for item in value]
    return value.__dict__ if isinstance(value, Part) else value


def essence(name: str) -> str:
    """A name without signs, blanks, case and width."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", name)).casefold()


def ties_of(record: Record) -> tuple[Key, ...]:
    """The keys under which a record is found, one as often as it says so."""
    return tuple(map(sys.intern, _ties(record)))  # many records have the same


def _ties(record: Record) -> Iterator[Key]:
    yield _listed_as(record)
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
