"""What functions make of the whole catalogue: known from the last build, or made again to see whether it has changed."""

from __future__ import annotations

import importlib
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from typing import NamedTuple

from generator.catalogue import Catalogue
from generator.loading import digest
from generator.records import Record
from generator.ties import Key
from generator.tracing import ONCE, Traced

_ONCE = re.compile(f"^{ONCE}.*", re.MULTILINE)


class Once(NamedTuple):
    """What a function made of the whole catalogue: its key, the digest of the value, what it read (a line each).

    `plain` is the value as JSON; "" when it holds more than JSON can tell.
    """

    key: Key
    digest: str
    reads: str
    plain: str


def digest_of(value: object) -> str:
    """What tells a value of texts, numbers, lists and the like."""
    return digest(repr(value).encode("utf-8", "surrogatepass"))


def _digest(key: Key, value: object) -> str:
    """What tells a value that functions make. TypeError for one of records, of which is read what nobody notes."""
    if _holds_records(value):
        raise TypeError(f"{key}: of a record its id, and what else is read of it by `get`")
    return digest_of(value)


def _holds_records(value: object) -> bool:
    if isinstance(value, dict):
        return any(map(_holds_records, value.values()))
    if isinstance(value, (list, tuple)):
        return any(map(_holds_records, value))
    return isinstance(value, Record) or (is_dataclass(value) and any(_holds_records(getattr(value, f.name)) for f in fields(value)))


def _as_json(value: object) -> str:
    try:
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    except TypeError:
        return ""
    return text if json.loads(text) == value else ""


def once_keys(reads: Iterable[str]) -> set[Key]:
    """The keys with ONCE among these reads (a line each)."""
    return {key for lines in reads if ONCE in lines for key in _ONCE.findall(lines)}


@dataclass
class OnceMade:
    """The values by key, each asked for at most once; `changed` are the keys that differ from the last build."""

    before: dict[Key, Once]
    changed: set[Key]
    now: dict[Key, Once] = field(default_factory=dict)

    def ask(self, catalogue: Traced, keys: Iterable[Key]) -> None:
        """Learn whether these values are as they were, and note in `changed` those that are not."""
        for key in sorted(set(keys) - self.now.keys()):
            known = self.before.get(key)
            if known:
                self.ask(catalogue, once_keys([known.reads]))
            if known and self.changed.isdisjoint(known.reads.split("\n")):
                self.now[key] = known
                if known.plain:
                    catalogue.known[key] = known.plain, known.reads
                continue
            self.now |= {made.key: made for made in _made(catalogue, key)}
            if known is None or known.digest != self.now[key].digest:
                self.changed.add(key)

    def only(self, keys: Iterable[Key]) -> dict[Key, Once]:
        """Those of these keys, with what they read in turn."""
        found: dict[Key, Once] = {}
        waiting = set(keys)
        while waiting:
            key = waiting.pop()
            found[key] = self.now[key]
            waiting |= once_keys([found[key].reads]) - found.keys()
        return found


def _made(catalogue: Traced, key: Key) -> Iterator[Once]:
    value, reads = catalogue.made_once(_function(key))
    text = "\n".join(sorted(reads))
    yield Once(key, _digest(key, value), text, _as_json(value))
    for nested in once_keys([text]):
        yield from _made(catalogue, nested)


def _function(key: Key) -> Callable[[Catalogue], object]:
    module, name = key.removeprefix(ONCE).split(":")
    function: Callable[[Catalogue], object] = getattr(importlib.import_module(module), name)
    return function
