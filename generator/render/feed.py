"""The feed of what changed in the policies: Atom (RFC 4287), the newest change first."""

from __future__ import annotations

import os
import uuid
from dataclasses import dataclass
from xml.etree import ElementTree

from generator.catalogue import Catalogue
from generator.records import Policy
from generator.records.policy import Change

PATH = "policies/feed.xml"
ATOM = "http://www.w3.org/2005/Atom"
LONGEST = 100
NAME = "川残技能目录：政策改动"
PUBLISHER = "川残技能目录"


@dataclass(frozen=True, slots=True)
class News:
    """A change of a policy."""

    policy: Policy
    change: Change

    @property
    def id(self) -> str:
        """The same for the same change on every build and at every address of the site."""
        return uuid.uuid5(uuid.NAMESPACE_URL, f"{self.policy.id} {self.change.date} {self.change.text}").urn

    @property
    def updated(self) -> str:
        """The day of the change as a moment: its beginning in China."""
        return f"{self.change.date.isoformat()}T00:00:00+08:00"


def news(catalogue: Catalogue) -> list[News]:
    """Every dated change until the day of the build, the newest first."""
    every = [News(policy, change) for policy in catalogue.of(Policy) for change in policy.changes]
    past = [one for one in every if one.change.date <= catalogue.as_of]
    return sorted(past, key=lambda one: (one.change.date, one.policy.id), reverse=True)


def write_feed(catalogue: Catalogue, folder: str) -> None:
    """Write the feed below the folder of the site."""
    path = os.path.join(folder, PATH)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "xb") as file:
        file.write(feed(news(catalogue)[:LONGEST]))


def feed(entries: list[News]) -> bytes:
    """The feed as XML. Addresses are relative to the feed, since a site may stand anywhere."""
    ElementTree.register_namespace("", ATOM)
    root = ElementTree.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "zh-CN"})
    _add(root, "title", NAME)
    _add(root, "id", uuid.uuid5(uuid.NAMESPACE_URL, NAME).urn)
    _add(root, "updated", max((one.updated for one in entries), default="1970-01-01T00:00:00+08:00"))
    _add(_add(root, "author"), "name", PUBLISHER)
    _add(root, "link", rel="alternate", href="index.html")
    for one in entries:
        entry = _add(root, "entry")
        _add(entry, "title", f"{one.policy.name}：{one.change.text}")
        _add(entry, "id", one.id)
        _add(entry, "updated", one.updated)
        _add(entry, "link", href=f"{one.policy.id}.html#changes")
        _add(entry, "summary", one.change.text)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _add(parent: ElementTree.Element, name: str, text: str = "", **attributes: str) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    child.text = text or None
    return child
