"""The workflows: audited, least in rights, and run here step by step as the hosts would run them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.loading import DATA_FOLDERS
from tests.conftest import REPOSITORY, Tree
from tests.site.conftest import furnished

BIN = Path(sys.executable).parent
WORKFLOWS = sorted((REPOSITORY / ".github/workflows").iterdir())
FORMS = [REPOSITORY / f".github/ISSUE_TEMPLATE/{name}.yml" for name in ("correction", "program")]
GITLAB = REPOSITORY / ".gitlab-ci.yml"
MADE = {"site", "review", "__pycache__", "node_modules"}
"""Folders that programs make."""
COURSE = "catalogue/courses/ceshi-zhubian.yml"
BAD = """\
on: pull_request_target
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          ref: ${{ github.event.pull_request.head.sha }}
      - run: echo "${{ github.event.pull_request.title }}"
"""


def _audit(folder: Path) -> set[str]:
    """What the auditor finds, as sensitive as it can be, without a network."""
    command = [str(BIN / "zizmor"), "--offline", "--no-config", "--persona=auditor", "--strict-collection", "--no-exit-codes"]
    done = subprocess.run([*command, "--format=json", str(folder)], check=True, capture_output=True)
    return {finding["ident"] for finding in json.loads(done.stdout)}


def test_the_auditor_finds_nothing() -> None:
    """None of the faults it knows, not even a smell."""
    assert _audit(REPOSITORY / ".github") == set()


def test_the_auditor_finds_a_bad_workflow(tmp_path: Path) -> None:
    """It can say no: to foreign code beside secrets, to what is not pinned, to text that becomes code."""
    (tmp_path / ".github/workflows").mkdir(parents=True)
    (tmp_path / ".github/workflows/bad.yml").write_text(BAD)
    assert _audit(tmp_path) >= {"dangerous-triggers", "unpinned-uses", "template-injection", "excessive-permissions", "artipacked"}


SCHEMAS = {
    "vendor.github-workflows": WORKFLOWS,
    "vendor.gitlab-ci": [GITLAB],
    "vendor.github-issue-forms": FORMS,
    "vendor.github-issue-config": [REPOSITORY / ".github/ISSUE_TEMPLATE/config.yml"],
}


@pytest.mark.parametrize("schema", SCHEMAS)
def test_each_file_is_of_its_schema(schema: str) -> None:
    """A field that the host does not know would be left out in silence, or refused when it is too late."""
    command = [str(BIN / "check-jsonschema"), "--builtin-schema", schema, *map(str, SCHEMAS[schema])]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_a_workflow_may_only_read(file: Path) -> None:
    """No right but to read, no secret, no credentials left behind, a limit on time, and pinned by hash."""
    text = file.read_text()
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {}
    assert "secrets" not in text
    assert "pull_request_target" not in text
    for job in workflow["jobs"].values():
        assert job["permissions"] == {"contents": "read"}
        assert job["timeout-minutes"] <= 120
        for step in job["steps"]:
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False
    for line in text.splitlines():
        if "uses:" in line:
            assert re.search(r"uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line)


def test_the_images_of_gitlab_are_pinned() -> None:
    """By the digest of the image, as the actions are."""
    images = re.findall(r"^ *image: *(.*)$", GITLAB.read_text(), re.MULTILINE)
    assert images
    assert all(re.search(r"@sha256:[0-9a-f]{64}$", image) for image in images)


def test_both_hosts_leave_the_same_files_to_the_review() -> None:
    """Program tests run when anything else changes."""
    test = yaml.safe_load((REPOSITORY / ".github/workflows/test.yml").read_text())
    assert sorted(test[True]["pull_request"]["paths-ignore"]) == [f"{folder}/**" for folder in DATA_FOLDERS]
    rules = yaml.safe_load(GITLAB.read_text())["测试程序"]["rules"]
    named = {path.split("/")[0] for rule in rules for path in rule.get("changes", [])}
    tops = {path.name for path in REPOSITORY.iterdir() if path.is_dir() and not path.name.startswith(".")}
    assert named - {"*", ".*"} == tops - MADE - set(DATA_FOLDERS)


LINKS = REPOSITORY / ".github/workflows/links.yml"
LISTED = "## 通到外面的网址"


def _links_job(name: str) -> dict[str, Any]:
    """The job that looks at the links that lead out, of one host."""
    if name == "github":
        job: dict[str, Any] = yaml.safe_load(LINKS.read_text())["jobs"]["links"]
    else:
        job = yaml.safe_load(GITLAB.read_text())["外面的网址"]
    return job


def test_links_are_looked_at_once_a_week_and_block_nothing() -> None:
    """No branch and no merge request ever starts it, so that no one waits for other people's sites."""
    workflow = yaml.safe_load(LINKS.read_text())
    assert set(workflow[True]) == {"schedule", "workflow_dispatch"}
    (plan,) = workflow[True]["schedule"]
    assert re.fullmatch(r"\d+ \d+ \* \* [0-6]", plan["cron"])
    only_planned = {"if": '$CI_PIPELINE_SOURCE == "schedule"'}
    assert _links_job("gitlab")["rules"] == [only_planned]
    assert _links_job("gitlab")["allow_failure"] is True
    tests = yaml.safe_load(GITLAB.read_text())["测试程序"]["rules"]
    assert tests[0] == {**only_planned, "when": "never"}


@pytest.mark.parametrize("name", ["github", "gitlab"])
def test_the_result_of_the_links_can_be_read(name: str, tmp_path: Path) -> None:
    """What the command prints is the summary of the job, and on GitLab its log and an artifact."""
    bench = Host(Tree(tmp_path), tmp_path)
    (tmp_path / "bin").mkdir()
    (tmp_path / ".venv/bin").mkdir(parents=True)
    said = f'[ "$*" = "links --format markdown" ] && echo "{LISTED}"'
    for program, script in (("bin/make", "true"), (".venv/bin/catalogue", said)):
        (tmp_path / program).write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / program).chmod(0o755)
    job = _links_job(name)
    steps = job.get("script") or [step["run"] for step in job["steps"] if "run" in step]
    done = bench.shell("\n".join(steps), tmp_path, GITHUB_STEP_SUMMARY=str(tmp_path / "summary"))
    assert done.returncode == 0, done.stderr
    kept = "summary" if name == "github" else job["artifacts"]["paths"][0]
    assert (tmp_path / kept).read_text() == f"{LISTED}\n"
    assert LISTED in done.stdout or name == "github"


@dataclass(frozen=True)
class Host:
    """A repository with a branch, and the steps of a workflow run on it in a folder of their own.

    Stand-ins: cloning takes the place of the action that checks out, and a `make` that links this
    program takes the place of the one that downloads it; the day is fixed.
    """

    origin: Tree
    folder: Path

    def git(self, *arguments: str, cwd: Path | None = None) -> str:
        """A command of git, without the settings of this machine."""
        command = ["git", "-C", str(cwd or self.origin), "-c", "user.name=a", "-c", "user.email=a@example.invalid"]
        done = subprocess.run([*command, *arguments], env=self.environment(), check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def environment(self, **more: str) -> dict[str, str]:
        """What a step finds: the stand-ins, and nothing of the settings of git."""
        path = f"{self.folder}/bin{os.pathsep}{os.environ['PATH']}"
        return {"PATH": path, "HOME": str(self.folder), "GIT_CONFIG_NOSYSTEM": "1", "LANG": "C.UTF-8", **more}

    def branch(self) -> None:
        """Commit what changed as the branch, and make the version that is merged with main."""
        self.git("switch", "--quiet", "--create", "branch")
        self.git("add", "--all", "--force")
        self.git("commit", "--quiet", "--message", "branch")
        self.git("switch", "--quiet", "--force", "main")
        self.git("commit", "--quiet", "--allow-empty", "--message", "later")
        self.git("switch", "--quiet", "--detach", "main")
        self.git("merge", "--quiet", "--no-ff", "--message", "merge", "branch")
        self.git("update-ref", "refs/pull/1/merge", "HEAD")
        self.git("switch", "--quiet", "--force", "main")

    def shell(self, script: str, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
        """A step, in the shell that the hosts use."""
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
        return subprocess.run(command, cwd=cwd, env=self.environment(**more), check=False, capture_output=True, text=True)


@pytest.fixture
def host(small: Tree, tmp_path: Path) -> Host:
    """The small catalogue, committed as main."""
    made = Host(furnished(small), tmp_path)
    binaries = tmp_path / "bin"
    binaries.mkdir()
    stand_ins = {
        "make": f'mkdir -p "$2/.venv/bin" && ln -s {binaries}/dated "$2/.venv/bin/catalogue"',
        "dated": f'exec {BIN}/catalogue "$@" --as-of 2026-11-23',
    }
    for name, script in stand_ins.items():
        (binaries / name).write_text(f"#!/bin/sh\n{script}\n")
        (binaries / name).chmod(0o755)
    made.git("init", "--quiet", "--initial-branch", "main")
    made.git("add", "--all")
    made.git("commit", "--quiet", "--message", "main")
    return made


def _filled(text: str, values: dict[str, str]) -> str:
    return re.sub(r"\$\{\{ (.*?) \}\}", lambda found: values[found[1]], text)


@dataclass(frozen=True)
class Outcome:
    """How the check ended, what the job printed, and its summary."""

    code: int
    out: str
    summary: str


def on_github(host: Host) -> Outcome:
    """Run the steps of the workflow of GitHub on the branch."""
    space = host.folder / "workspace"
    (space / "proposal").mkdir(parents=True)
    host.git("init", "--quiet", cwd=space / "proposal")
    host.git("fetch", "--quiet", "--depth=2", f"file://{host.origin}", "refs/pull/1/merge", cwd=space / "proposal")
    host.git("checkout", "--quiet", "--detach", "FETCH_HEAD", cwd=space / "proposal")
    merged = host.git("rev-parse", "HEAD", cwd=space / "proposal")
    values = {"github.server_url": "https://git.example", "github.repository": "o/r", "github.sha": merged}
    summary = host.folder / "summary"
    steps = yaml.safe_load((REPOSITORY / ".github/workflows/review.yml").read_text())["jobs"]["review"]["steps"]
    ended: dict[str, subprocess.CompletedProcess[str]] = {}
    for step in steps:
        if "run" in step:
            more = {name: _filled(value, values) for name, value in step.get("env", {}).items()}
            cwd = space / step.get("working-directory", ".")
            done = host.shell(step["run"], cwd, GITHUB_STEP_SUMMARY=str(summary), **more)
            ended[step.get("id", step["name"])] = done
            assert done.returncode == 0 or "id" in step, done.stderr
    shutil.move(space / "review", host.folder / "review")
    return Outcome(ended["review"].returncode, ended["review"].stdout, summary.read_text())


def on_gitlab(host: Host) -> Outcome:
    """Run the job of GitLab on the branch."""
    space = host.folder / "project"
    host.git("clone", "--quiet", "--no-checkout", "--branch", "branch", f"file://{host.origin}", str(space))
    job: dict[str, Any] = yaml.safe_load(GITLAB.read_text())["检查记录"]
    assert job["variables"] == {"GIT_STRATEGY": "clone", "GIT_DEPTH": "0", "GIT_CHECKOUT": "false"}
    known = {
        "CI_PROJECT_DIR": str(space),
        "CI_PROJECT_URL": "https://git.example/o/r",
        "CI_COMMIT_SHA": host.git("rev-parse", "branch"),
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": host.git("merge-base", "main", "branch"),
    }
    done = host.shell("\n".join(job["script"]), space, **known)
    after = host.shell("\n".join(job["after_script"]), space, **known)
    for path in [*job["artifacts"]["paths"], *job["artifacts"]["reports"].values()]:
        assert (space / path).exists(), done.stderr
    shutil.move(space / "review", host.folder / "review")
    return Outcome(done.returncode, done.stdout, after.stdout)


HOSTS = {"github": on_github, "gitlab": on_gitlab}


@pytest.mark.parametrize("name", HOSTS)
def test_a_good_branch_passes_with_its_pages(host: Host, name: str) -> None:
    """The job is green, and what changes for readers is in the summary and the artifact."""
    host.origin.edit(COURSE, "hours: 40", "hours: 48")
    host.branch()
    done = HOSTS[name](host)
    assert done.code == 0
    assert "没有带来要改的地方" in done.summary
    assert "48" in (host.folder / "review/pages/courses/ceshi-zhubian.html").read_text()


@pytest.mark.parametrize("name", HOSTS)
def test_a_bad_branch_fails_with_its_lines(host: Host, name: str) -> None:
    """The job is red; the problem stands on its line with a link to the file."""
    line = host.origin.edit(COURSE, "hours: 40", "hours: 四十")
    host.branch()
    done = HOSTS[name](host)
    assert done.code == 1
    shown = {"github": f"::error file={COURSE},line={line},col=8,title=F110::", "gitlab": f"{COURSE}:{line}:8: 错误 F110"}
    assert shown[name] in done.out
    assert re.search(rf"\(<https://git\.example/o/r/\S*blob/[0-9a-f]{{40}}/{COURSE}#L{line}>\)", done.summary)


@pytest.mark.parametrize("name", HOSTS)
def test_nothing_of_a_hostile_branch_is_run(host: Host, name: str) -> None:
    """Programs, hooks, settings and a folder in the way of the results: none is run, none is written through."""
    touch = f"touch {host.folder}/sprung"
    host.origin.edit(COURSE, "hours: 40", "hours: 48")
    for path in ("generator/__init__.py", "sitecustomize.py", "yaml.py"):
        host.origin.write(path, f"import os\nos.system('{touch}')\n")
    host.origin.write("Makefile", f"%:\n\t{touch}\n")
    host.origin.write(".venv/bin/catalogue", f"#!/bin/sh\n{touch}\n")
    host.origin.write(".ci/run", f"#!/bin/sh\n{touch}\n")
    host.origin.write(".gitattributes", "* filter=trap diff=trap\n")
    host.origin.write("mkdocs.yml", f"site_name: !!python/object/apply:os.system ['{touch}']\n")
    (host.folder / "elsewhere").mkdir()
    for path in ("review", "program"):
        os.symlink(host.folder / "elsewhere", host.origin.root / path)
    host.branch()
    done = HOSTS[name](host)
    assert done.code == 0, done.out
    assert not (host.folder / "sprung").exists()
    assert list((host.folder / "elsewhere").iterdir()) == []
    assert "sitecustomize" in done.summary
