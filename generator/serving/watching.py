"""What is saved below a tree, told as soon as it is quiet."""

from __future__ import annotations

import os
import queue
from collections.abc import Iterator

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from generator.incremental.sources import FOLDERS, SETTINGS

QUIET = 0.015
"""Seconds without another event after which a file is taken as written, where the system does not say so."""
_WRITTEN = frozenset({"closed", "moved", "deleted"})
_ONLY_READ = frozenset({"opened", "closed_no_write"})


class Watch(FileSystemEventHandler):
    """The files below a tree that are sources of its site, as they are written, moved and deleted."""

    def __init__(self, root: str) -> None:
        """Begin to watch."""
        self._root, self._events = os.path.realpath(root), queue.Queue[tuple[str, bool]]()
        self._observer = Observer()
        self._observer.schedule(self, self._root)
        for folder in FOLDERS:
            if os.path.isdir(os.path.join(self._root, folder)):
                self._observer.schedule(self, os.path.join(self._root, folder), recursive=True)
        self._observer.start()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note the files of an event."""
        if event.event_type in _ONLY_READ or event.is_directory:
            return
        for path in filter(None, (event.src_path, event.dest_path)):
            name = os.path.relpath(str(path), self._root).replace(os.sep, "/")
            if name == SETTINGS or name.startswith(tuple(f"{folder}/" for folder in FOLDERS)):
                self._events.put((name, event.event_type in _WRITTEN))

    def changes(self) -> Iterator[set[str]]:
        """The files that were written together, from now on."""
        while True:
            yield self._together(*self._events.get())

    def _together(self, first: str, is_written: bool) -> set[str]:  # noqa: FBT001 - as it is queued
        files = {first}
        try:
            while True:
                name, is_written = self._events.get(timeout=0 if is_written else QUIET)
                files.add(name)
        except queue.Empty:
            return files
