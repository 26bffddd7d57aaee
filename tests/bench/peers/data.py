"""The data of a page as the text of a file."""

from __future__ import annotations

import json
from collections.abc import Mapping

import yaml


def as_json(data: Mapping[str, object]) -> str:
    """Data as JSON, its characters as they are."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def as_yaml(data: Mapping[str, object]) -> str:
    """Data as YAML, a text on one line."""
    written: str = yaml.dump(
        data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1 << 30
    )
    return written
