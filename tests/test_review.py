"""A branch is reviewed by the program that runs: good, bad and hostile ones, in real repositories of git."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from generator import revisions
from generator.files import LARGEST
from generator.review import summary
from tests.conftest import Done, Runner, Tree
from tests.repositories import git
from tests.site.conftest import furnished

COURSE = "catalogue/courses/ceshi-zhubian.yml"
PAGE = "courses/ceshi-zhubian.html"
CANARY = "金丝雀的话"


@dataclass(frozen=True)
class Branch:
    """A repository with a branch in it, whose folder stays on the target of the branch."""

    tree: Tree
    out: Path
    run: Runner

    def git(self, *arguments: str, given: str = "") -> str:
        """A command of git in the repository."""
        return git(self.tree.root, *arguments, given=given.encode())

    def commit(self) -> None:
        """Everything that changed, as the branch."""
        self.git("switch", "--quiet", "--create", "branch")
        self.git("add", "--all", "--force")
        self.git("commit", "--quiet", "--allow-empty", "--message", "branch")
        self.git("switch", "--quiet", "--force", "main")

    def review(self, *options: str) -> Done:
        """What is said of the branch."""
        given = ("--out", str(self.out), "--as-of", "2026-11-23", "--root", str(self.tree), *options)
        return self.run("review", "main", "branch", *given)

    def read(self, name: str) -> str:
        """A file of the result."""
        return (self.out / name).read_bytes().decode()


@pytest.fixture
def branch(small: Tree, tmp_path: Path, run: Runner) -> Branch:
    """The small catalogue with its frame, committed as main; what a test changes becomes the branch."""
    furnished(small)
    made = Branch(small, tmp_path / "out", run)
    made.git("init", "--quiet", "--initial-branch", "main")
    made.git("add", "--all")
    made.git("commit", "--quiet", "--message", "main")
    return made


def test_a_good_change_is_shown_as_readers_will_find_it(branch: Branch) -> None:
    """The changed page is there to be opened, its new words are heard, and nothing is to be mended."""
    branch.tree.edit(COURSE, "hours: 40", "hours: 48")
    branch.commit()
    done = branch.review("--format", "github")
    assert (done.code, done.out) == (0, "")
    told = branch.read("summary.md")
    assert "没有带来要改的地方" in told
    assert "课时：从 40 改为 48" in told
    assert "不是记录的文件" not in told
    assert "48" in branch.read(f"pages/{PAGE}")
    style = re.search(r'href="\.\./(assets/site\.\w+\.css)"', branch.read(f"pages/{PAGE}"))
    assert style
    assert (branch.out / "pages" / style[1]).is_file()
    assert not (branch.out / "pages/help.html").exists()
    spoken = branch.read("speech.txt")
    assert f"改了的页面：{PAGE}" in spoken
    assert "48" in spoken
    assert "48" in told.split("## 读屏软件读到的变化")[1]


def test_a_bad_change_is_told_on_its_line(branch: Branch) -> None:
    """Annotations, and every report that a host may ask for; no page is made of it."""
    line = branch.tree.edit(COURSE, "hours: 40", "hours: 四十")
    branch.commit()
    done = branch.review("--format", "github", "--files", "https://git.example/blob/abc/")
    assert done.code == 1
    assert done.out.startswith(f"::error file={COURSE},line={line},col=8,title=F110::")
    assert f"(<https://git.example/blob/abc/{COURSE}#L{line}>) **错误** F110" in branch.read("summary.md")
    assert f"{COURSE}:{line}:8: 错误 F110" in branch.read("problems.txt")
    assert json.loads(branch.read("code-quality.json"))[0]["check_name"] == "F110"
    assert json.loads(branch.read("problems.sarif"))["runs"][0]["results"][0]["ruleId"] == "F110"
    assert 'failure type="F110"' in branch.read("junit.xml")
    assert json.loads(branch.read("problems.json"))["counts"]["errors"] == 1
    assert not (branch.out / "pages").exists()


def test_what_was_wrong_before_is_not_laid_to_the_branch(branch: Branch) -> None:
    """A fault of the target is told apart, also when a line was added above it, and blocks nobody."""
    branch.tree.edit(COURSE, "hours: 40", "hours: 四十")
    branch.git("commit", "--quiet", "--all", "--message", "fault")
    branch.tree.write(COURSE, "# 说明\n" + branch.tree.read(COURSE))
    branch.commit()
    done = branch.review()
    assert (done.code, done.out) == (0, "")
    before, after = branch.read("summary.md").split("### 原来就有的")
    assert "F110" not in before
    assert "F110" in after


def test_a_lost_id_is_a_fault_of_the_branch(branch: Branch) -> None:
    """What the target had and the branch has no more is asked about."""
    branch.git("mv", COURSE, "catalogue/courses/ceshi-xin.yml")
    branch.tree.edit("catalogue/courses/ceshi-xin.yml", "id: ceshi-zhubian\n", "id: ceshi-xin\n")
    branch.tree.edit("catalogue/sessions/ceshi-zhubian-2701.yml", "course: ceshi-zhubian", "course: ceshi-xin")
    branch.commit()
    done = branch.review()
    assert done.code == 1
    assert "ceshi-zhubian" in done.out


def test_what_came_to_the_target_meanwhile_is_not_told(branch: Branch) -> None:
    """A change is told from where the branch left, so that a branch may be behind."""
    branch.tree.edit(COURSE, "hours: 40", "hours: 48")
    branch.commit()
    branch.tree.write("site_src/content/xin.md", "---\ntitle: 新\ndescription: 新的。\n---\n\n# 新\n\n字。\n")
    branch.git("add", "--all")
    branch.git("commit", "--quiet", "--message", "later")
    assert branch.review().code == 0
    assert "xin" not in branch.read("summary.md")


def _traps(folder: Path) -> str:
    """A line of Python, and of shell by way of it, that leaves a mark when it runs."""
    return f"import os\nos.system('touch {folder}/sprung')\n"


def test_nothing_of_the_branch_is_run(branch: Branch, tmp_path: Path) -> None:
    """Programs, workflows, templates, settings, hooks and filters of a branch are named, not run."""
    trap = _traps(tmp_path)
    touch = f"touch {tmp_path}/sprung"
    branch.tree.edit(COURSE, "hours: 40", "hours: 48")
    for name in ("generator/__init__.py", "generator/checks/ages.py", "conftest.py", "sitecustomize.py", "catalogue/__init__.py"):
        branch.tree.write(name, trap)
    branch.tree.write("mkdocs.yml", f"site_name: !!python/object/apply:os.system ['{touch}']\n")
    branch.tree.write("Makefile", f"%:\n\t{touch}\n")
    branch.tree.write(".github/workflows/review.yml", f"on: pull_request\njobs:\n  a:\n    steps:\n      - run: {touch}\n")
    branch.tree.write(".gitattributes", "* filter=trap diff=trap text eol=crlf export-ignore\n")
    branch.tree.write("site_src/templates/course.html", "{{ ''.__class__ }} 换了的模板")
    branch.tree.write("site_src/theme/main.html", "{{ config }} 换了的外框")
    branch.tree.write("site_src/assets/settings.js", "alert(1)")
    branch.commit()
    done = branch.review()
    assert not (tmp_path / "sprung").exists()
    told = branch.read("summary.md").split("## 不是记录的文件")[1]
    for name in ("generator/checks/ages\\.py", "\\.github/workflows/review\\.yml", "mkdocs\\.yml", "Makefile"):
        assert name in told
    made = branch.read(f"pages/{PAGE}") if done.code == 0 else ""
    assert "换了的" not in made
    assert done.code == 1, "a program among the records is asked to leave"
    assert "catalogue/__init__.py" in done.out


def test_links_are_refused_and_not_followed(branch: Branch, tmp_path: Path) -> None:
    """A file, a folder and a page of text that are links are named; what they point to is in no result."""
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "canary.yml").write_text(f"id: canary\nname: {CANARY}\n")
    (secret / "canary.md").write_text(f"---\ntitle: {CANARY}\n---\n\n# {CANARY}\n")
    for path, target in {
        "catalogue/courses/passwd.yml": "/etc/passwd",
        "catalogue/courses/canary.yml": f"{secret}/canary.yml",
        "institutions/lian": str(secret),
        "site_src/content/canary.md": f"{secret}/canary.md",
    }.items():
        os.symlink(target, branch.tree.root / path)
    branch.commit()
    done = branch.review()
    assert done.code == 1
    assert sorted(p["path"] for p in json.loads(branch.read("problems.json"))["problems"] if p["code"] == "T151") == [
        "catalogue/courses/canary.yml",
        "catalogue/courses/passwd.yml",
        "institutions/lian",
        "site_src/content/canary.md",
    ]
    everything = "".join(file.read_text() for file in branch.out.rglob("*") if file.is_file())
    assert CANARY not in everything
    assert "root:" not in everything


def test_a_folder_of_records_that_became_a_link_is_refused(branch: Branch) -> None:
    """The whole catalogue may be a link; then there is no record, and that is told too."""
    branch.git("rm", "-r", "--quiet", "institutions")
    os.symlink("/etc", branch.tree.root / "institutions")
    branch.commit()
    done = branch.review()
    assert done.code == 1
    assert "institutions:1:1: 错误 T151" in done.out


def test_a_huge_file_is_told_by_its_size(branch: Branch) -> None:
    """It is not even read."""
    branch.tree.write("catalogue/courses/da.yml", "字" * LARGEST)
    branch.commit()
    done = branch.review()
    assert done.code == 1
    assert "catalogue/courses/da.yml:1:1: 错误 T001" in done.out


def test_a_tree_made_by_hand_writes_nothing_outside(branch: Branch, tmp_path: Path) -> None:
    """A path that leads out, which git itself would not make, is refused."""
    blob = branch.git("hash-object", "-w", "--stdin", given="x")
    inner = branch.git("mktree", "--missing", given=f"100644 blob {blob}\tout.yml\n")
    odd = branch.git("mktree", given=f"040000 tree {inner}\t..\n")
    courses = branch.git("ls-tree", "main:catalogue")
    catalogue = branch.git("mktree", given=f"{courses}\n040000 tree {odd}\taaa\n")
    top = [line for line in branch.git("ls-tree", "main").splitlines() if not line.endswith("\tcatalogue")]
    root = branch.git("mktree", given="\n".join([*top, f"040000 tree {catalogue}\tcatalogue", ""]))
    commit = branch.git("commit-tree", root, "-p", "main", "-m", "odd")
    branch.git("update-ref", "refs/heads/branch", commit)
    before = {file for file in tmp_path.rglob("*") if "out" not in file.parts}
    done = branch.review()
    assert done.code == 1
    assert "T151" in done.out
    assert {file for file in tmp_path.rglob("*") if "out" not in file.parts and ".git" not in file.parts} <= before


def _only_in_git(branch: Branch, name: str) -> None:
    """Make a branch with a file of records whose name no folder could hold."""
    blob = branch.git("hash-object", "-w", "--stdin", given="x")
    courses = branch.git("mktree", given=f"{branch.git('ls-tree', 'main:catalogue/courses')}\n100644 blob {blob}\t{name}\n")
    tree = courses
    for entry, whole in (("courses", "main:catalogue"), ("catalogue", "main")):
        kept = [line for line in branch.git("ls-tree", whole).splitlines() if not line.endswith(f"\t{entry}")]
        tree = branch.git("mktree", given="\n".join([*kept, f"040000 tree {tree}\t{entry}", ""]))
    branch.git("update-ref", "refs/heads/branch", branch.git("commit-tree", tree, "-p", "main", "-m", "odd"))


def test_a_name_that_no_file_can_have_is_told(branch: Branch) -> None:
    """It is a problem of the branch, not an end of the program."""
    _only_in_git(branch, "a" * 300 + ".yml")
    done = branch.review()
    assert done.code == 1
    assert "错误 T153" in done.out


def test_too_many_files_end_the_review(branch: Branch, monkeypatch: pytest.MonkeyPatch) -> None:
    """One small blob may stand in a tree a million times; that is seen before any is written."""
    branch.commit()
    monkeypatch.setattr(revisions, "MOST_FILES", 5)
    done = branch.review()
    assert done.code == 1
    assert done.err == "分支里的文件太多，没有检查。请维护程序的人看一看。\n"


def test_hostile_text_stays_text_in_the_summary(branch: Branch) -> None:
    """Names and values of a branch end no code, open no picture and give no command."""
    branch.tree.write("::error::x`![a](b)<img src=x>.py", "")
    branch.tree.edit(COURSE, "hours: 40", "hours: '</code><script>![a](https://example.org/a)'")
    branch.commit()
    branch.review()
    blocks = MarkdownIt("commonmark").parse(branch.read("summary.md"))
    kinds = {token.type for block in blocks for token in (block, *(block.children or []))}
    assert not kinds & {"image", "html_block", "link_open", "code_inline", "fence"}
    raw = {child.content for block in blocks for child in block.children or [] if child.type == "html_inline"}
    assert raw <= {"<!-- -->"}


def test_a_summary_stays_within_what_github_takes(branch: Branch, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is cut between lines, and says where the rest is."""
    branch.tree.edit(COURSE, "hours: 40", "hours: 四十")
    branch.commit()
    monkeypatch.setattr(summary, "MOST_BYTES", 400)
    branch.review()
    told = branch.read("summary.md")
    assert len(told.encode()) <= 400 + len(summary.REST.encode())
    assert told.endswith(summary.REST)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["main", "nowhere"], "git 里没有“nowhere”这个版本。"),
        (["--", "main", "--upload-pack=x"], "git 里没有“--upload-pack=x”这个版本。"),
    ],
)
def test_a_version_that_git_has_not_is_wrong_use(branch: Branch, given: list[str], told: str) -> None:
    """It is named as it was written."""
    done = branch.run("review", "--out", branch.out, "--root", branch.tree, *given)
    assert (done.code, done.err.splitlines()[0]) == (2, told)


def test_results_do_not_mix(branch: Branch) -> None:
    """A folder that holds something is left as it is."""
    branch.out.mkdir()
    (branch.out / "a").touch()
    done = branch.review()
    assert done.code == 2
    assert "里已有东西" in done.err
