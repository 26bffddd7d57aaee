"""Pages of text hold plain Markdown: what is more is refused with the name of the file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.mkdocs_plugin import render
from generator.render.shell import HostFailed
from tests.conftest import REPOSITORY, Tree
from tests.site.conftest import PAGE

HELP = "site_src/content/help.md"
BODIES = {
    "a tag": "<b>重要</b>",
    "a block": '<div class="x">一</div>',
    "a script": "<script>alert(1)</script>",
    "a handler": "<img src=x onerror=alert(1)>",
    "a comment": "<!-- 一 -->",
    "a style": "<style>p{display:none}</style>",
    "a frame": '<iframe src="https://www.example.org/"></iframe>',
    "a script as a link": "[走](javascript:alert(1))",
    "a hidden script as a link": "[走](&#106;avascript:alert(1))",
    "data as a link": "[走](data:text/html,x)",
    "a link of another's scheme": "[走](//www.example.org/)",
    "a link with a name in it": "[走](https://a@www.example.org/)",
    "a backslash in a link": "[走](https:\\\\www.example.org/)",
    "a link up and up": "[走](../../../index.html)",
    "a link up by an address": "[走](courses/../../index.html\\x)",
    "a picture": "![图](assets/mark.svg)",
    "a picture from outside": "![图](https://www.example.org/x.png)",
    "a snippet": '--8<-- "mkdocs.yml"',
    "attributes": '[走](help.html){: onclick="alert(1)" }',
    "attributes of a heading": "## 标题 {: #x }",
    "short attributes": "## 标题 { .x }",
    "a template": "{{ config }}",
    "a template block": "{% include 'base.html' %}",
    "a token": "{pour-main} {#x}",
}
HEADS = {
    "no head": "# 说明\n",
    "a shell": PAGE.replace("section: help", "shell: true"),
    "a template of its own": PAGE.replace("section: help", "template: base.html"),
    "a head without lines": PAGE.replace("---\n", "", 2),
    "an alias": PAGE.replace("title: 说明", "title: &a 说明"),
    "a list": PAGE.replace("title: 说明", "title: [一]"),
    "a block of text": PAGE.replace("title: 说明", "title: |"),
    "a head that is no YAML": PAGE.replace("title: 说明", "title: 说明: 一: 二"),
    "a tag in a title": PAGE.replace("title: 说明", "title: !!python/name:os.system"),
}


def rendered(tree: Tree, folder: Path) -> str:
    """The page of help of a tree."""
    render(str(tree), str(folder / "host"))
    return (folder / "host/help.html").read_text("utf-8")


def test_plain_markdown_is_taken(sources: Tree, tmp_path: Path) -> None:
    """Headings, lists, tables, terms, emphasis, code and safe links are what pages are made of."""
    text = (
        "## 二级\n\n- **一**\n- *二*\n\n1. 三\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n词\n:   释\n\n> 引\n\n"
        "`a < b`，[走](courses/index.html#x)，<https://www.example.org/?a=1&b=2>，[打](tel:12385)\n"
    )
    sources.write(HELP, PAGE + "\n" + text)
    page = rendered(sources, tmp_path)
    for part in (
        "<strong>一</strong>",
        "<td>1</td>",
        "<dd>释</dd>",
        'href="tel:12385"',
        "a &lt; b",
    ):
        assert part in page


def test_a_page_in_a_folder_leads_back_up(sources: Tree, tmp_path: Path) -> None:
    """From the handbook one comes to the pages for readers."""
    sources.write("site_src/content/handbook/a.md", PAGE + "\n[课程](../courses/index.html)\n")
    render(str(sources), str(tmp_path / "host"))
    assert 'href="../courses/index.html"' in (tmp_path / "host/handbook/a.html").read_text("utf-8")


def test_the_pages_of_this_repository_are_taken(tmp_path: Path) -> None:
    """Every page in site_src/content passes; those for staff are not among those that readers find."""
    pages = render(str(REPOSITORY), str(tmp_path / "host"))
    folder = REPOSITORY / "site_src/content"
    written = {path.relative_to(folder).with_suffix(".html").as_posix() for path in folder.rglob("*.md")}
    assert pages.written == len(written)
    assert {page.path for page in pages.documents} == {p for p in written if not p.startswith("handbook/")}


@pytest.mark.parametrize("name", BODIES)
def test_what_is_not_plain_markdown_is_refused(name: str, sources: Tree, tmp_path: Path) -> None:
    """Markup, scripts, pictures, snippets, attributes and template signs name their file."""
    sources.write(HELP, f"{PAGE}\n{BODIES[name]}\n")
    with pytest.raises(HostFailed, match=f"{HELP}：.*页面不收的写法"):
        rendered(sources, tmp_path)


@pytest.mark.parametrize("name", HEADS)
def test_a_head_is_five_plain_lines_at_most(name: str, sources: Tree, tmp_path: Path) -> None:
    """A page cannot choose a template, pose as the frame, or hold YAML that is more than lines."""
    sources.write(HELP, HEADS[name])
    with pytest.raises(HostFailed, match=f"{HELP}：开头"):
        rendered(sources, tmp_path)


def test_another_encoding_is_refused(sources: Tree, tmp_path: Path) -> None:
    """A page saved as GBK is told to be saved as UTF-8."""
    sources.write(HELP, PAGE.encode("gbk"))
    with pytest.raises(HostFailed, match=f"{HELP}：请把文件存成 UTF-8 编码"):
        rendered(sources, tmp_path)


def test_windows_line_ends_are_taken(sources: Tree, tmp_path: Path) -> None:
    """A page saved with CRLF is the same page."""
    plain = rendered(sources, tmp_path / "1")
    sources.write(HELP, PAGE.replace("\n", "\r\n"))
    assert rendered(sources, tmp_path / "2") == plain


@pytest.mark.parametrize("name", ["x.html", "x.js", "x.svg", "shell.md", "shell/shell.md"])
def test_only_pages_of_text_lie_among_them(name: str, sources: Tree, tmp_path: Path) -> None:
    """A file that would be published as it is, or taken for the frame, is refused."""
    sources.write(f"site_src/content/{name}", PAGE)
    with pytest.raises(HostFailed, match=f"site_src/content/{name}：这里只放说明页"):
        rendered(sources, tmp_path)


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("site_src/content/secret.md", "/etc/passwd"),
        ("site_src/content/folder", "/etc"),
        ("site_src/assets/secret.svg", "/etc/passwd"),
        ("site_src/assets/folder", "/etc"),
        ("site_src/templates/secret.html", "/etc/passwd"),
    ],
)
def test_a_link_is_refused(path: str, target: str, sources: Tree, tmp_path: Path) -> None:
    """A symbolic link among the sources of the site is named, and nothing is read through it."""
    (sources.root / path).symlink_to(target)
    with pytest.raises(HostFailed, match=f"{path}：.*现在是一个链接"):
        rendered(sources, tmp_path)
    assert not list(tmp_path.glob("host/**/*.html"))


def test_a_pipe_is_refused(sources: Tree, tmp_path: Path) -> None:
    """A pipe, which would never end, is named."""
    os.mkfifo(sources.root / "site_src/content/pipe.md")
    with pytest.raises(HostFailed, match=r"content/pipe\.md：.*现在是一个管道"):
        rendered(sources, tmp_path)
