"""The form editor is left out of the site unless it is switched on, and says what it lacks."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import Tree
from tests.form_editor.conftest import FORM_EDITOR, HANDBOOK, with_form_editor
from tests.site.conftest import building, files_of, run

LINK = '<a href="../admin/index.html">打开网页表单</a>'


def test_a_site_has_no_form_editor_by_itself(sources: Tree, tmp_path: Path) -> None:
    """No file of it, and no page that leads there."""
    sources.take([HANDBOOK])
    assert run(building(sources, tmp_path / "site")).returncode == 0
    files = files_of(tmp_path / "site")
    assert [path for path in files if path.startswith("admin") or "decap" in path] == []
    assert [path for path, content in files.items() if b'admin/index.html"' in content] == []


def test_switched_on_it_is_there_and_only_the_handbook_leads_to_it(sources: Tree, tmp_path: Path) -> None:
    """Its pages are not found by our search nor by others, and every other page is as it was."""
    sources.take([HANDBOOK])
    assert run(building(sources, tmp_path / "off")).returncode == 0
    with_form_editor(sources, "local")
    assert run(building(sources, tmp_path / "on")).returncode == 0
    off, on = files_of(tmp_path / "off"), files_of(tmp_path / "on")
    added = {path for path in on if path not in off}
    assert {path.split("/")[0] for path in added} == {"admin"}
    assert {path for path in off if off[path] != on[path]} == {"handbook/form-editor.html"}
    assert LINK in on["handbook/form-editor.html"].decode()
    pages = [on[path].decode() for path in added if path.endswith(".html")]
    assert len(pages) > 1
    assert all('<meta name="robots" content="noindex">' in page for page in pages)
    assert 'href="sichuan.html"' in on["admin/index.html"].decode()


def test_a_release_may_have_it(sources: Tree, tmp_path: Path) -> None:
    """No sample is offered as a choice."""
    with_form_editor(sources, "https://login.example.org/auth", "https://github.com/zuzhi/mulu")
    done = run(building(sources, tmp_path / "site", "--release", "--without-samples"))
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "site/admin/sichuan.json").read_text()
    assert "ceshi-xuexiao" in text
    assert "shili-xuexiao" not in text


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("local", "它的程序还没有装。运行 make form-editor，再生成一次。"),
        ("https://login.example.org/auth", "先在 mkdocs.yml 的 repo_url 写上代码库的网址"),
    ],
)
def test_what_it_lacks_is_told_and_nothing_is_written(setting: str, words: str, sources: Tree, tmp_path: Path) -> None:
    """A remedy that can be pasted."""
    with_form_editor(sources, setting)
    shutil.rmtree(sources.root / FORM_EDITOR[0].split("/")[0])
    done = run(building(sources, tmp_path / "site"))
    assert done.returncode == 1
    assert words in done.stderr
    assert "原来的网站没有动" in done.stderr
    assert not (tmp_path / "site").exists()
