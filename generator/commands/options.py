"""The options that several commands share, and the folder and the site they mean."""

from __future__ import annotations

import datetime
import difflib
import os
import sys
from typing import TYPE_CHECKING, NoReturn

import click

from generator.command_line import Day, WrongUse

if TYPE_CHECKING:
    from generator.building import Checked
    from generator.catalogue import Catalogue
    from generator.locality import Locality
    from generator.records import Record


def _today() -> datetime.date:
    return datetime.date.today()  # noqa: DTZ011 - the day where the command is run


AS_OF = click.option("--as-of", type=Day(), default=_today, help="按哪一天算（默认今天），如 2026-11-23。")
RELEASE = click.option("--release", is_flag=True, help="按正式发布的要求：不收示例，不收过期太久的记录。")
WITHOUT = click.option("--without-samples", is_flag=True, help="不读示例记录。")
ROOT = click.option("--root", metavar="文件夹", default=None, help="目录所在的文件夹（默认从当前文件夹往上找）。")
OUT = click.option("--out", metavar="文件夹", default=None, help="网站放在哪里（默认 site）。")
MOST_NAMED = 8


def tree_of(given: str | None) -> str:
    """The folder with mkdocs.yml, the given one, or here or above; wrong use when there is none."""
    folder = os.path.abspath(given or os.getcwd())
    while not os.path.isfile(os.path.join(folder, "mkdocs.yml")):
        above = os.path.dirname(folder)
        if above == folder or given:
            raise WrongUse("这里不是川残技能目录的文件夹（没有 mkdocs.yml）。请先进入那个文件夹。")
        folder = above
    return folder


def site_of(out: str | None, root: str | None) -> str:
    """Where the site stands: the given folder, or `site` in the tree."""
    return os.path.abspath(out) if out else os.path.join(tree_of(root), "site")


def within(tree: str, path: str) -> str:
    """A path from the tree, with '/'; wrong use when nothing stands there or it leads out."""
    whole = os.path.abspath(path)
    if not os.path.lexists(whole):
        raise WrongUse(f"找不到“{path}”。请核对文件或文件夹的名字。")
    inner = os.path.relpath(whole, tree).replace(os.sep, "/")
    if inner.startswith("../"):
        raise WrongUse(f"“{path}”不在目录的文件夹里。")
    return inner


def is_below(path: str, folder: str) -> bool:
    """Whether a path from the tree is this file, or lies in this folder; "." is the tree."""
    return folder in {".", path} or path.startswith(folder + "/")


def record_type_of(kind: str) -> type[Record]:
    """The type of this name, in letters or in Chinese."""
    from generator.records import RECORD_TYPES

    types = {name: t for t in RECORD_TYPES for name in (t.kind, t.title)}
    if kind not in types:
        near = difflib.get_close_matches(kind, types, 1, 0.4)
        rest = f"，是不是{near[0]}" if near else f"；可以写：{'、'.join(t.title for t in RECORD_TYPES)}"
        raise WrongUse(f"没有“{kind}”这一种记录{rest}。")
    return types[kind]


def region_of(catalogue: Catalogue, text: str) -> str:
    """The code of the division that a code or a name means; wrong use when it is not just one."""
    from generator.choices import regions_named

    found = regions_named(catalogue, text.strip())
    if len(found) == 1:
        return found[0].code
    shown = "、".join(f"{region.code} {region.full_name}" for region in found[:MOST_NAMED])
    if found:
        raise WrongUse(f"“{text}”不止一个：{shown}{'等' if len(found) > MOST_NAMED else ''}。请写六位代码。")
    raise WrongUse(f"行政区划表里没有“{text}”。请写六位代码或全称，如 510100 或 四川省成都市。")


def locality_of(catalogue: Catalogue, text: str) -> Locality:
    """The 市（州） or county that a code or a name means; wrong use for the province and the nation."""
    from generator.locality import Locality

    region = catalogue.regions[region_of(catalogue, text)]
    if region.level not in {"prefecture", "county"}:
        raise WrongUse(f"“{text}”太大了。请写一个市（州）或县（市、区），如 510100 或 成都市武侯区。")
    return Locality(catalogue, region)


def catalogue_of(tree: str, as_of: datetime.date) -> Catalogue:
    """The records; when some cannot be read, this is said, and they are left out."""
    from generator.loading import load
    from generator.problem import Level

    catalogue, problems = load(tree, as_of)
    unread = {problem.at.path for problem in problems if problem.level is Level.ERROR}
    if unread:
        click.echo(f"有 {len(unread)} 个文件有错误，读不出的没有算在内。运行 catalogue check 看怎样改。", err=True)
    return catalogue


def without_errors(checked: Checked) -> Checked:
    """What was checked, when nothing stops it; else its problems are told, and the command ends with 1."""
    if checked.has_errors:
        click.echo(checked.report("text"), nl=False, err=True)
        stop("有错误，什么也没有做。先改好上面列出的地方。")
    return checked


def stop(text: str) -> NoReturn:
    """Say why it cannot be done, and end with 1."""
    click.echo(text, err=True)
    sys.exit(1)
