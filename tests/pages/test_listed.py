"""Lists sort records by a few fields, so that a change of any other leaves them as they are."""

from __future__ import annotations

from typing import TypeVar, cast

import pytest

from generator.catalogue import Catalogue
from generator.pages import groups
from generator.records import Record
from generator.ties import LISTED, LISTED_BY
from generator.tracing import Traced
from tests.conftest import Tree

R = TypeVar("R", bound=Record)
GROUPS = ("course_list", "base", "institution", "office", "subsidy", "region")


class Narrowed:
    """A record of which only the fields of lists can be read."""

    def __init__(self, record: Record) -> None:
        self._record = record

    def __getattr__(self, name: str) -> object:
        """A field of lists, or what every record of the type has."""
        known = (*LISTED_BY, *LISTED.get(self._record.kind, ()))
        if name in type(self._record).model_fields and name not in known:
            raise AssertionError(f"{self._record.kind}.{name}")
        return getattr(self._record, name)


class Narrow(Traced):
    """A catalogue that lists such records."""

    def listed(self, record_type: type[R]) -> list[R]:
        """The records, narrowed."""
        return cast("list[R]", [Narrowed(record) for record in super().listed(record_type)])


def _listed(catalogue: Catalogue, name: str) -> int:
    narrow = Narrow(catalogue)
    return len([page for group in groups(narrow) if group.name == name for page in group.pages()])


@pytest.mark.parametrize("name", GROUPS)
def test_lists_read_no_other_field(name: str, small: Tree) -> None:
    """What a list is sorted by is in `ties.LISTED`, or a change of it would go unnoticed."""
    assert _listed(small.check().catalogue, name) > 0


def test_another_field_would_be_found(small: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list that read a field not named there would fail."""
    monkeypatch.setitem(LISTED, "course", ())
    with pytest.raises(AssertionError, match=r"course\.status"):
        _listed(small.check().catalogue, "course_list")
