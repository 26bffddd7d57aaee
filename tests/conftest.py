"""What every test may use: the `--accept` option, golden texts, and catalogues to change."""

from __future__ import annotations

import datetime
import difflib
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator import cli
from generator.building import Checked, check_tree
from tests.results import Results

REPOSITORY = Path(__file__).parent.parent
CASES = REPOSITORY / "tests" / "cases"
RESULTS = pytest.StashKey[Results]()
AS_OF = datetime.date(2026, 11, 23)
RECORDS = ("mkdocs.yml", "catalogue", "institutions", "seeds", "site_src/content")
SHARED = (
    "mkdocs.yml",
    "catalogue/vocabularies",
    "catalogue/regions",
    "catalogue/occupations",
    # The vocabularies cite its clauses; the others are the documents that it rests on.
    "catalogue/policies/sc-2021-8.yml",
    "catalogue/policies/cdpf-2019-155.yml",
    "catalogue/policies/sc-office-55.yml",
    "catalogue/policies/state-2019-24.yml",
    "seeds/chuan-can-ban-2021-8.txt",
)
"""What the small catalogue takes from the repository."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept` rewrites the golden cases; `--a11y-report` keeps what the judges say."""
    parser.addoption(
        "--accept", action="store_true", help="rewrite golden cases; then read the diff"
    )
    parser.addoption("--a11y-report", default="", help="keep what the tests of accessibility found, as JSON")
    parser.addoption("--a11y-date", default=str(AS_OF), help="the day that the report names")


@pytest.fixture(scope="session")
def results(pytestconfig: pytest.Config) -> Iterator[Results]:
    """What the tests of accessibility found; kept in the file of --a11y-report."""
    results = Results(pytestconfig.getoption("--a11y-date"))
    pytestconfig.stash[RESULTS] = results
    yield results
    file = pytestconfig.getoption("--a11y-report")
    if file:
        results.keep(Path(file))


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print what was examined for accessibility, and the figures."""
    results = config.stash.get(RESULTS, None)
    if results:
        terminalreporter.section("accessibility")
        for line in results.lines():
            terminalreporter.line(line)


@dataclass(frozen=True)
class Golden:
    """Texts kept under `tests/cases`."""

    accept: bool

    def __call__(self, path: str, text: str) -> None:
        """Fail with a diff unless the file holds this text; with --accept write it there."""
        file = CASES / path
        kept = file.read_bytes().decode() if file.exists() else None
        if kept == text:
            return
        if self.accept:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
            return
        lines = difflib.unified_diff(
            (kept or "").splitlines(), text.splitlines(), path, "now", "", "", 3, ""
        )
        pytest.fail("\n".join([*lines, "", "If the new text is right: make accept"]), pytrace=False)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare with a file under `tests/cases`, or rewrite it under --accept."""
    return Golden(accept=bool(request.config.getoption("--accept")))


@dataclass(frozen=True)
class Tree:
    """A folder of records that a test may change."""

    root: Path

    def __str__(self) -> str:
        """The folder, as the program takes it."""
        return str(self.root)

    def read(self, path: str) -> str:
        """The text of a file."""
        return (self.root / path).read_bytes().decode()

    def write(self, path: str, content: str | bytes) -> None:
        """Write or replace a file."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)

    def edit(self, path: str, old: str, new: str) -> int:
        """Replace a text that stands there exactly once; the line where it stood."""
        text = self.read(path)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        self.write(path, text.replace(old, new))
        return text.count("\n", 0, text.index(old)) + 1

    def remove(self, path: str) -> None:
        """Take a file away."""
        (self.root / path).unlink()

    def take(self, paths: Iterable[str]) -> Tree:
        """Copy files and folders of the repository here."""
        for path in paths:
            target = self.root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            if (REPOSITORY / path).is_dir():
                shutil.copytree(REPOSITORY / path, target, dirs_exist_ok=True)
            else:
                shutil.copyfile(REPOSITORY / path, target)
        return self

    def check(
        self,
        as_of: datetime.date = AS_OF,
        *,
        release: bool = False,
        without_samples: bool = False,
        former_files: frozenset[str] = frozenset(),
    ) -> Checked:
        """Read and check everything."""
        return check_tree(
            str(self.root),
            as_of,
            release=release,
            without_samples=without_samples,
            former_files=former_files,
        )


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder of this repository; not to be written to."""
    return REPOSITORY


@pytest.fixture
def small(tmp_path: Path) -> Tree:
    """A copy of the small catalogue: one or two records a type, without faults.

    A test that builds the site adds `small.take(["site_src"])`.
    """
    shutil.copytree(REPOSITORY / "tests/fixtures/small", tmp_path / "small")
    return Tree(tmp_path / "small").take(SHARED)


@pytest.fixture
def real(tmp_path: Path) -> Tree:
    """A copy of the records of this repository."""
    return Tree(tmp_path / "real").take(RECORDS)


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Runner:
    """Calls `main` as the installed program does."""

    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]

    def __call__(self, *arguments: object, cwd: Path | None = None) -> Done:
        """Run `catalogue` with these arguments; `cwd` is where it is typed."""
        self.monkeypatch.setattr(sys, "argv", ["catalogue", *map(str, arguments)])
        if cwd:
            self.monkeypatch.chdir(cwd)
        code = 0
        try:
            cli.main()
        except SystemExit as end:
            code = int(end.code or 0)
        told = self.capsys.readouterr()
        return Done(code, told.out, told.err)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Runner:
    """Runs a command in this process."""
    return Runner(monkeypatch, capsys)
