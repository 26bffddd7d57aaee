"""The field tables: every field of every type, with what the check and the editors know of it."""

from __future__ import annotations

import html
import re

import pytest

from generator.catalogue import Catalogue
from generator.choices import choices_of
from generator.loading import load
from generator.pages.field_words import MOST_INLINE
from generator.records import RECORD_TYPES, Part, Record
from generator.records.examples import pasteable
from generator.records.faults import RULES
from generator.records.fields import Matching, Term
from generator.records.shape import Shape, shapes
from tests.conftest import AS_OF, REPOSITORY, Tree
from tests.pages.conftest import Pages, PagesOf

NEEDED = "必写"
COMMON = "handbook/fields/common.html"
ROW = re.compile(r'<th scope="row">([^<]*) <code>([^<]*)</code></th>\n(.*?)</tr>', re.DOTALL)


@pytest.fixture
def pages(small: Tree, pages_of: PagesOf) -> Pages:
    """The pages of the small catalogue, which has every vocabulary of the repository."""
    return pages_of(small)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The records of this repository."""
    return load(str(REPOSITORY), AS_OF)[0]


def tables(pages: Pages, path: str) -> dict[str, dict[str, str]]:
    """Id of the section → key of the field → the cells of its row."""
    sections = re.split(r'<h2 id="([^"]+)">', pages.body(path))
    return {
        name: {key: html.unescape(cells) for _, key, cells in ROW.findall(body)}
        for name, body in zip(sections[1::2], sections[2::2], strict=True)
    }


def path_of(record_type: type[Record]) -> str:
    """The page of a type."""
    return f"handbook/fields/{record_type.kind}.html"


def fields_of(part: type[Part], path: str, own: set[str]) -> list[tuple[str, str, str, Shape]]:
    """Page, section, key and shape of every field of a part and of all that it opens into."""
    found = []
    for name, shape in shapes(part).items():
        section = "own" if issubclass(part, Record) else f"part-{part.__name__.lower()}"
        page = path if not issubclass(part, Record) or name in own else COMMON
        found.append((page, section, name, shape))
        below = (shape.items or shape).part
        if below:
            found += fields_of(below, page, own)
    return found


def every_field(pages: Pages) -> list[tuple[str, Shape, str]]:
    """Key, shape and row of every field of every type, however deep."""
    rows = []
    known = {path: tables(pages, path) for path in pages.of_kind("type")}
    for record_type in RECORD_TYPES:
        path = path_of(record_type)
        own = set(known[path]["own"])
        for page, section, name, shape in fields_of(record_type, path, own):
            assert name in known[page].get(section, {}), f"{page}: {section} lacks {name}"
            rows.append((name, shape, known[page][section][name]))
    return rows


def test_no_field_of_any_type_is_missing(pages: Pages) -> None:
    """Each stands on the page of its type, or with what all have in common, with help and example."""
    rows = every_field(pages)
    assert len(rows) > 400
    for name, shape, cells in rows:
        assert shape.help in cells, name
        assert pasteable((name,), shape) in cells, name
        assert (f">{NEEDED}<" in cells) == shape.is_required, name


def test_what_a_type_has_of_its_own_is_not_told_as_common(pages: Pages) -> None:
    """A standard must say its state and a table of regions need not say its region, unlike others."""
    assert f">{NEEDED}<" in tables(pages, "handbook/fields/subsidy.html")["own"]["status"]
    assert "可不写" in tables(pages, "handbook/fields/region_table.html")["own"]["region"]
    assert "可不写" in tables(pages, COMMON)["own"]["status"]


def test_every_value_of_a_vocabulary_can_be_read(pages: Pages, catalogue: Catalogue) -> None:
    """A few values stand beside their field, many in a table that the field leads to."""
    seen = set()
    for path in pages.of_kind("type"):
        body = html.unescape(pages.body(path))
        for fields in tables(pages, path).values():
            for key, cells in fields.items():
                link = re.search(r'href="#values-([^"]+)"', cells)
                if link:
                    values = choices_of(catalogue, Term(link[1])) or []
                    table = body.split(f'<h3 id="values-{link[1]}">')[1].split("</table>")[0]
                    assert [v for v in values if f"<code>{v.value}</code></th>" not in table] == [], key
                    assert len(values) > MOST_INLINE
                    seen.add(link[1])
    assert {"accommodation", "training-subkind", "disability"} <= seen
    for name, shape, cells in every_field(pages):
        term = (shape.items or shape).marker(Term)
        if term and term.vocabulary not in seen:
            values = choices_of(catalogue, term) or []
            assert all(f"<code>{v.value}</code> {v.name}" in cells for v in values), name


def test_limits_and_spellings_are_told(pages: Pages) -> None:
    """How many, how long, how large; and the rule that says how a code or a date is written."""
    for name, shape, cells in every_field(pages):
        single = shape.items or shape
        for limit in (shape.limit("max_length"), single.limit("max_length")):
            assert limit is None or f"最多{limit}" in cells, name
        for limit, words in ((single.limit("ge"), "不小于"), (single.limit("le"), "不大于")):
            assert limit is None or f"{words}{limit}" in cells, name
        matching = single.marker(Matching)
        if matching:
            assert f'href="../rules/{RULES[matching.kind].code.lower()}.html"' in cells, name


def test_one_of_a_group_is_said_to_be_enough(pages: Pages) -> None:
    """Hours or days: who writes one need not write the other."""
    own = tables(pages, "handbook/fields/course.html")["own"]
    assert "与“天数”至少写一个" in own["hours"]
    assert "与“课时”至少写一个" in own["days"]


def test_the_list_leads_to_every_type(pages: Pages) -> None:
    """Every page of fields is one step away."""
    body = pages.body("handbook/fields/index.html")
    for path in pages.of_kind("type"):
        assert f'href="{path.removeprefix("handbook/fields/")}"' in body
