"""The fields of every type of record: made of the models, so that none is missing and none is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue import Catalogue
from generator.choices import choices_of
from generator.pages.context import Context
from generator.pages.field_words import MOST_INLINE, Headings, Words, values_id, words_of
from generator.pages.handbook import CRUMB
from generator.pages.page import Page
from generator.pages.parts import Cell, Heading, Row
from generator.records import RECORD_TYPES, Part, Record, Vocabulary
from generator.records.examples import pasteable
from generator.records.fields import Term
from generator.records.schema import Choice
from generator.records.shape import Shape, shapes

FOLDER = "handbook/fields"
INDEX = f"{FOLDER}/index.html"
EVERY, COMMON = "每种记录都有", "common"
"""What every record carries stands on a page of its own: with it the others would be too heavy."""


@dataclass(frozen=True, slots=True)
class Field:
    """A row: the field, whether it must be written, what it is, what may stand there, an example."""

    title: str
    key: str
    required: str
    help: str
    words: list[Words]
    example: str


@dataclass(frozen=True, slots=True)
class Table:
    """The fields that stand together: those of the type, those of every record, those of a part."""

    heading: Heading
    lead: str
    fields: list[Field]


@dataclass(frozen=True, slots=True)
class Values:
    """A vocabulary with all its values."""

    heading: Heading
    choices: list[Choice]
    explained: bool


@dataclass(frozen=True, slots=True)
class FieldsView:
    """The types of record."""

    types: list[Row]


@dataclass(frozen=True, slots=True)
class TypeView:
    """All that may be written in a record of a type; `folder` is "" for what every record has."""

    title: str
    folder: str
    count: str
    tables: list[Table]
    values: list[Values]
    contents: list[Heading]


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list of types and one page a type; for staff, so that readers' search does not find them."""
    context = Context(catalogue, "../../")
    yield Page(
        path=INDEX,
        kind="fields",
        section="help",
        title="字段表",
        description="每一种记录有哪些字段，要不要写，写什么，可以写哪些值，例子。",
        template="fields.html",
        build=list_view,
        crumbs=context.crumbs(CRUMB, here="字段表"),
    )
    every: tuple[type[Record], ...] = (*RECORD_TYPES, Record)
    for record_type in every:
        title = record_type.title or EVERY
        yield Page(
            path=f"{FOLDER}/{record_type.kind or COMMON}.html",
            kind="type",
            section="help",
            title=f"{title}的字段",
            description=f"{title}的记录有哪些字段，要不要写，写什么，例子。",
            template="type.html",
            build=partial(view, catalogue, record_type),
            crumbs=context.crumbs(CRUMB, ("字段表", INDEX), here=title),
        )


def list_view() -> FieldsView:
    """The types in the order of the domain, and what all have in common."""
    types = [
        Row(Cell(f"{t.title}的字段", f"{t.kind}.html"), [Cell(f"{t.folder}/"), Cell(f"{len(_own(t))}个")])
        for t in RECORD_TYPES
    ]
    return FieldsView([*types, Row(Cell(f"{EVERY}的字段", f"{COMMON}.html"), [Cell("各种记录"), Cell(f"{len(_own(Record))}个")])])


def view(catalogue: Catalogue, record_type: type[Record]) -> TypeView:
    """The fields of the type itself, then those of the parts that they open into."""
    own = _own(record_type)
    openers = _openers(own)
    headings = {
        part: Heading(f"“{titles[0]}”里的字段", f"part-{part.__name__.lower()}") for part, titles in openers.items()
    }
    tables = [
        Table(Heading(f"{record_type.title or EVERY}的字段", "own"), "", _fields(catalogue, record_type, own, headings)),
        *(
            Table(headings[part], _shared(titles), _fields(catalogue, part, shapes(part), headings))
            for part, titles in openers.items()
        ),
    ]
    values = _values(catalogue, [own, *map(shapes, openers)])
    return TypeView(
        record_type.title,
        record_type.folder,
        f"共{len(own)}个字段，必写的有{sum(shape.is_required for shape in own.values())}个。",
        tables,
        values,
        contents=[table.heading for table in tables] + ([Heading("可以选的值", "values")] if values else []),
    )


def _own(record_type: type[Record]) -> dict[str, Shape]:
    """The fields that are not the same in every type of record."""
    fields = shapes(record_type)
    return {name: fields[name] for name in fields if record_type is Record or name in record_type.__annotations__}


def _openers(fields: dict[str, Shape]) -> dict[type[Part], list[str]]:
    """The parts below some fields, each with the titles of the fields that open into it."""
    found: dict[type[Part], list[str]] = {}
    waiting = [fields]
    for some in waiting:
        for shape in some.values():
            part = (shape.items or shape).part
            if part and part not in found:
                waiting.append(shapes(part))
            if part and shape.title not in found.setdefault(part, []):
                found[part].append(shape.title)
    return found


def _shared(titles: list[str]) -> str:
    return f"{'、'.join(f'“{title}”' for title in titles)}都这样写。" if len(titles) > 1 else ""


def _fields(catalogue: Catalogue, part: type[Part], names: Iterable[str], headings: Headings) -> list[Field]:
    fields = shapes(part)
    return [
        Field(
            title=fields[name].title,
            key=name,
            required=_required(part, name),
            help=fields[name].help,
            words=words_of(catalogue, fields[name], headings),
            example=pasteable((name,), fields[name]),
        )
        for name in names
    ]


def _required(part: type[Part], name: str) -> str:
    """Whether it must be written: always, unless another of its group is, or not."""
    fields = shapes(part)
    group = next((group for group in part.one_of if name in group), ())
    others = "、".join(f"“{fields[other].title}”" for other in group if other != name)
    if fields[name].is_required:
        return "必写"
    return f"与{others}至少写一个" if others else "可不写"


def _values(catalogue: Catalogue, tables: list[dict[str, Shape]]) -> list[Values]:
    """The vocabularies that are too long to stand beside their fields, each once."""
    terms = {(shape.items or shape).marker(Term) for fields in tables for shape in fields.values()}
    found = []
    for vocabulary in sorted(term.vocabulary for term in terms if term):
        choices = list(choices_of(catalogue, Term(vocabulary)) or [])
        if len(choices) > MOST_INLINE:
            heading = Heading(catalogue.get(Vocabulary, vocabulary).name, values_id(vocabulary))
            found.append(Values(heading, choices, any(choice.help for choice in choices)))
    return found
