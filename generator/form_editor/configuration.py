"""All that Decap CMS is told for the page of a place, as JSON, which its YAML reader takes."""

from __future__ import annotations

import json
from typing import Any

from generator.form_editor.login import Login
from generator.form_editor.places import Place

NOTHING = "nothing"
"""The media library that `site_src/form_editor/editor.js` registers: it holds nothing and takes nothing."""


def configuration(login: Login, place: Place) -> str:
    """The configuration, on one line."""
    told: dict[str, Any] = {
        "backend": login.backend | {"commit_messages": _messages(place)},
        "locale": "zh_Hans",
        "media_library": {"name": NOTHING},
        "media_folder": "",
        "show_preview_links": False,
        "editor": {"preview": False},
        "slug": {"encoding": "ascii"},
        "collections": place.collections,
    }
    if login.opens_requests:  # whoever reviews merges, on the forge
        told["publish_mode"] = "editorial_workflow"
        told["collections"] = [collection | {"publish": False} for collection in place.collections]
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"


def _messages(place: Place) -> dict[str, str]:
    end = f"{{{{collection}}}} {{{{slug}}}}（{place.title}，网页表单）"
    return {"create": f"新增{end}", "update": f"修改{end}", "delete": f"删去{end}"}
