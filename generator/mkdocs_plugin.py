"""The only module that knows MkDocs: it renders the Markdown pages and the shells of the records.

`catalogue build` calls `render`, then pours; under `mkdocs build` and `mkdocs serve` the plugin
reads, checks and pours by itself.
"""

from __future__ import annotations

import datetime
import logging
import os
import tempfile
from collections.abc import Callable
from functools import partial
from typing import Any, Literal

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import config_options as c
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from generator import building, forge, page_text
from generator.engines import FINDERS, OWN
from generator.files import find, read_bytes
from generator.form_editor.login import Login, NotSetUp
from generator.problem import Problem
from generator.render.assets import Assets, assets_of
from generator.render.audit import broken_links
from generator.render.form_editor import login_of
from generator.render.index_pages import Document, text_of
from generator.render.shell import HostFailed, HostPages
from generator.servers import NAMES

DEPTHS = 3
SHELL_TEXT = "---\nshell: true\ntitle: 壳\n---\n"
SOURCES = ("catalogue", "institutions", "site_src", "seeds")
CONTENT = "site_src/content"

log = logging.getLogger("mkdocs.plugins.catalogue")


class _Options(Config):
    as_of = c.Optional(c.Type(str))
    search = c.Choice(tuple(FINDERS), default=OWN)
    form_editor = c.Type(str, default="")
    server = c.Choice(("", *NAMES), default="")


class CataloguePlugin(BasePlugin[_Options]):
    """Renders pages and shells; pours too unless `pours` was set to False by `render`."""

    def __init__(self) -> None:
        """Nothing is read before MkDocs has its configuration."""
        self.pours = True
        self.pages = HostPages()
        self.assets = Assets()
        self.after: Callable[[str, HostPages], None] | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Leave out MkDocs' own sitemap, which knows the host's pages only; say where errors are reported."""
        config.theme.static_templates = {"404.html"}
        config.extra["report_address"] = forge.report_address(config.repo_url or "")
        self.assets = assets_of(_root(config))
        config.extra["asset"] = self.assets.address
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and check the records; under `mkdocs build` a fault stops everything here."""
        form_login = _login(_root(config), self.config.form_editor, config.repo_url or "")
        self.pages = HostPages([""] * DEPTHS, search=self.config.search, login=form_login)
        if self.pours:
            self.after = _checked(config, self.config.as_of)

    @event_priority(-100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Drop every file of Material, add one shell a depth and the site's assets."""
        root = _root(config)
        own = os.path.abspath(str(config.theme.custom_dir)) if config.theme.custom_dir else ""
        _refuse_stray_files(root)
        for file in list(files):
            if file.abs_src_path and not _below(file.abs_src_path, own, str(config.docs_dir)):
                files.remove(file)
            elif file.is_documentation_page():
                file.content_string = _source(root, f"{CONTENT}/{file.src_uri}")
        for depth in range(DEPTHS):
            files.append(File.generated(config, _shell_path(depth), content=SHELL_TEXT))
        for asset in self.assets.values():
            files.append(File.generated(config, asset.path, content=asset.content))
        return files

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Refuse a head that the host could not read."""
        del config, files
        if page.file.generated_by is None and not set(page.meta) & set(page_text.HEAD):
            raise PluginError(f"{CONTENT}/{page.file.src_uri}：开头两行 --- 之间的说明读不出来。")
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Refuse page text that cleaning would change; remember its words for the search."""
        del config, files
        if page.file.generated_by is None:
            if page_text.is_changed_by_cleaning(html):
                what = "（网页标签、图片、脚本或不安全的链接）"
                raise PluginError(f"{CONTENT}/{page.file.src_uri}：正文里有页面不收的写法{what}，请删去。")
            self.pages.written += 1
            if not page.url.startswith(page_text.HANDBOOK):
                found = Document(page.url, str(page.title), "说明", "", text_of(html))
                self.pages.documents.append(found)
        return html

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Keep the shells, write the others."""
        del config
        if page.file.generated_by is not None:
            self.pages.shells[page.file.src_uri.count("/")] = output
            return ""  # MkDocs writes no file for an empty page
        return output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Pour the records, when no one else does."""
        if self.after is not None:
            self.after(str(config.site_dir), self.pages)

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:  # noqa: ANN401 - MkDocs' own
        """Watch the records and templates too."""
        for folder in SOURCES:
            path = os.path.join(_root(config), folder)
            if os.path.isdir(path):
                server.watch(path)
        server.builder = partial(_rebuild, builder)
        return server


def _rebuild(builder: Callable[[], None]) -> None:
    """Build again; after a fault the server goes on with the pages it has, and would else hang."""
    try:
        builder()
    except (Abort, PluginError):
        log.error("没有重新生成，看到的还是改动以前的网站；改好以后会自动再来。")  # noqa: TRY400


def _below(path: str, *folders: str) -> bool:
    return any(folder and path.startswith(folder + os.sep) for folder in folders)


def _root(config: MkDocsConfig) -> str:
    return os.path.dirname(str(config.config_file_path))


def _refuse_stray_files(root: str) -> None:
    """PluginError for links, devices and stray files among the site's own sources."""
    problems: list[Problem] = []
    paths = list(find(root, "site_src", "", problems))
    faults = [f"{p.at.path}：{p.message}{p.remedy}" for p in problems]
    taken = {f"{CONTENT}/{_shell_path(depth)}" for depth in range(DEPTHS)}
    faults += [
        f"{path}：这里只放说明页，名字以 .md 结尾，不能叫 shell.md。"
        for path in paths
        if path.startswith(CONTENT + "/") and (not path.endswith(".md") or path in taken)
    ]
    if faults:
        raise PluginError("\n".join(faults))


def _login(root: str, setting: str, repo_url: str) -> Login | None:
    try:
        return login_of(root, setting, repo_url)
    except NotSetUp as error:
        raise PluginError(f"mkdocs.yml：{error}") from error


def _shell_path(depth: int) -> str:
    return "shell/" * depth + "shell.md"


def _source(root: str, path: str) -> str:
    """The text of a page, once nothing is wrong with it that the host must not see."""
    try:
        text = (read_bytes(root, path, []) or b"").decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise PluginError(f"{path}：请把文件存成 UTF-8 编码。") from error
    fault = page_text.fault_in(text)
    if fault:
        raise PluginError(f"{path}：{fault}")
    return text


def _checked(config: MkDocsConfig, as_of: str | None) -> Callable[[str, HostPages], None]:
    root = _root(config)
    day = datetime.date.fromisoformat(as_of) if as_of else datetime.date.today()  # noqa: DTZ011 - a local day
    checked = building.check_tree(root, day)
    if checked.has_errors:
        log.error("记录里有要改的地方：\n%s", checked.report("text"))
        raise PluginError("先改好上面列出的地方，再生成网站。")
    return partial(_pour, checked)


def _pour(checked: building.Checked, out: str, pages: HostPages) -> None:
    with tempfile.TemporaryDirectory() as work:
        building.pour(checked.catalogue, pages, building.Folders(out, work))
    for broken in broken_links(out):
        log.warning(broken)


class _Heard(logging.Handler):
    """Keeps what the host says, for the message when it stops."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


def _load(root: str, **settings: Any) -> tuple[MkDocsConfig, CataloguePlugin]:  # noqa: ANN401 - MkDocs' settings
    config = load_config(os.path.join(root, "mkdocs.yml"), **settings)
    plugin = next(p for p in config.plugins.values() if isinstance(p, CataloguePlugin))
    return config, plugin


def address(root: str, of: Literal["repo_url", "site_url"]) -> str:
    """The address of the repository or of the site that the settings name; "" when they name none."""
    return str(_load(root)[0][of] or "")


def render(root: str, out: str, search: str | None = None, server: str | None = None) -> HostPages:
    """Write the Markdown pages and the assets into `out`; return the shells. Raises HostFailed.

    `search` and `server` stand in place of those that mkdocs.yml chooses.
    """
    heard = _Heard(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.WARNING)
    logger.addHandler(heard)
    try:
        config, plugin = _load(root, site_dir=out, strict=True)
        plugin.pours = False
        plugin.config.search = search or plugin.config.search
        mkdocs_build(config)
    except (Abort, PluginError) as error:
        ours = isinstance(error.__context__, PluginError)  # behind an Abort that only says so
        raise HostFailed(str(error.__context__) if ours else "\n".join(heard.said)) from error
    finally:
        logger.removeHandler(heard)
    plugin.pages.server = plugin.config.server if server is None else server
    plugin.pages.site_url = config.site_url or ""
    return plugin.pages
