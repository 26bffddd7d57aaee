"""The files that make an editor know the records: a JSON Schema a type, and the settings that name them."""

from __future__ import annotations

import json

from generator.catalogue import Catalogue
from generator.choices import choices_of
from generator.records import RECORD_TYPES, Record
from generator.records.schema import schema_of

FOLDER = "schemas"
SETTINGS = ".vscode/settings.json"


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
