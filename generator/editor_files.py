"""The files that make an editor know the records: a JSON Schema a type, and the settings that name them."""

from __future__ import annotations

import json
from collections.abc import Sequence

from generator.catalogue import Catalogue
from generator.records import RECORD_TYPES, Record
from generator.records.fields import Division, Occupation, Term
from generator.records.schema import Choice, schema_of

FOLDER = "schemas"
SETTINGS = ".vscode/settings.json"


def choices_of(catalogue: Catalogue, marker: object) -> Sequence[Choice] | None:
    """The values that a field with this marker may have, in the order of display."""
    if isinstance(marker, Term):
        terms = catalogue.terms.get(marker.vocabulary, {}).values()
        return [Choice(term.id, f"{term.name}：{term.help}" if term.help else term.name) for term in terms]
    if isinstance(marker, Division):
        return [Choice(region.code, region.full_name) for region in catalogue.regions.values()]
    if isinstance(marker, Occupation):
        return [Choice(entry.code, entry.name) for entry in catalogue.occupations.values()]
    return None


def schemas(catalogue: Catalogue) -> dict[str, str]:
    """File name → text, one schema a record type."""
    return {
        schema_file(record_type): _json(schema_of(record_type, lambda marker: choices_of(catalogue, marker)))
        for record_type in RECORD_TYPES
    }


def schema_file(record_type: type[Record]) -> str:
    """The name of the schema of a type."""
    return f"{record_type.kind}.json"


def settings() -> str:
    """The settings of the language server, which VS Code reads from `.vscode/settings.json`."""
    return _json(
        {
            "yaml.schemas": {
                f"./{FOLDER}/{schema_file(record_type)}": f"{record_type.folder}/**/*.yml"
                for record_type in RECORD_TYPES
            },
            "yaml.schemaStore.enable": False,  # nothing is asked from the network
            "yaml.format.enable": False,  # the form is that of `catalogue fmt`
            "yaml.yamlVersion": "1.2",
            "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.detectIndentation": False},
            "files.encoding": "utf8",
            "files.eol": "\n",
            "files.insertFinalNewline": True,
        }
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
