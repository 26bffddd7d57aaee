"""A client of the YAML language server, as an editor is one: it opens records and asks about places in them."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

HERE = Path(__file__).parent
PROGRAM = HERE / "node_modules/yaml-language-server/bin/yaml-language-server"
PATIENCE = 60
Message = dict[str, Any]


class Server:
    """A running server; `settings` are what it asks its editor for."""

    def __init__(self, stdin: IO[bytes], stdout: IO[bytes], settings: Message) -> None:
        self.stdin, self.stdout = stdin, stdout
        self.settings = settings
        self.number = 0
        self.diagnostics: dict[str, list[Message]] = {}

    def send(self, **message: object) -> None:
        """One message."""
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.stdin.flush()

    def receive(self) -> Message:
        """The next message."""
        length = 0
        while line := self.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        assert length, "the language server ended"
        message: Message = json.loads(self.stdout.read(length))
        return message

    def step(self) -> Message:
        """Take a message; a question of the server is answered, diagnostics are kept."""
        message = self.receive()
        method, params = message.get("method"), message.get("params") or {}
        if method == "textDocument/publishDiagnostics":
            self.diagnostics[params["uri"]] = params["diagnostics"]
        elif method == "workspace/configuration":
            self.send(id=message["id"], result=[self._section(item) for item in params["items"]])
        elif method and "id" in message:
            self.send(id=message["id"], result=None)
        return message

    def _section(self, item: Message) -> object:
        """The settings below a name, as VS Code gives them."""
        start = f"{item.get('section')}."
        below = {key.removeprefix(start): value for key, value in self.settings.items() if key.startswith(start)}
        nested: Message = {}
        for key, value in below.items():
            first, _, rest = key.partition(".")
            nested[first] = nested.get(first, {}) | {rest: value} if rest else value
        return nested or self.settings.get(item.get("section", ""), {})

    def ask(self, method: str, params: Message) -> Any:  # noqa: ANN401 - whatever the server answers
        """The answer to a request."""
        self.number += 1
        self.send(id=self.number, method=method, params=params)
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            message = self.step()
            if message.get("id") == self.number and "method" not in message:
                assert "error" not in message, message
                return message.get("result")
        raise TimeoutError(method)

    def open(self, file: Path, text: str) -> list[Message]:
        """What is wrong with a text, were it in this file."""
        uri = file.as_uri()
        assert uri not in self.diagnostics, "a text of another name, lest an older answer be taken for its"
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.send(method="textDocument/didOpen", params={"textDocument": document})
        deadline = time.monotonic() + PATIENCE
        while uri not in self.diagnostics and time.monotonic() < deadline:
            self.step()
        return self.diagnostics[uri]

    def at(self, method: str, file: Path, line: int, character: int) -> Any:  # noqa: ANN401
        """What the server says of a place, both counted from 0."""
        place = {"textDocument": {"uri": file.as_uri()}, "position": {"line": line, "character": character}}
        return self.ask(method, place)


@contextmanager
def serving(root: Path) -> Iterator[Server]:
    """The server on a folder, set up by the settings file of that folder."""
    assert PROGRAM.exists(), "the language server is not installed: run make test"
    settings = json.loads((root / ".vscode/settings.json").read_text("utf-8"))
    command = ["node", str(PROGRAM), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        server = Server(process.stdin, process.stdout, settings)
        try:
            folder = {"uri": root.as_uri(), "name": root.name}
            text = {"hover": {"contentFormat": ["markdown"]}, "completion": {"completionItem": {"documentationFormat": ["markdown"]}}}
            can = {"workspace": {"configuration": True, "workspaceFolders": True}, "textDocument": text}
            server.ask(
                "initialize",
                {"processId": None, "rootUri": root.as_uri(), "workspaceFolders": [folder], "capabilities": can, "locale": "zh-cn"},
            )
            server.send(method="initialized", params={})
            yield server
        finally:
            process.terminate()
