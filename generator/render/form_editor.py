"""The pages of the form editor, with its program and what it is told; only when it is switched on."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.form_editor.configuration import configuration
from generator.form_editor.login import Login, NotSetUp, login
from generator.form_editor.places import Place, places
from generator.pages.page import Link, Page
from generator.render.environment import environment
from generator.render.shell import UNLISTED, HostPages
from generator.render.site import Renderer, write_page
from generator.tracing import traced

FOLDER = "admin"
_MODULES = "requirements/form-editor/node_modules"
PROGRAM = {
    "decap-cms.js": f"{_MODULES}/decap-cms/dist/decap-cms.js",
    "decap-cms.js.LICENSE.txt": f"{_MODULES}/decap-cms/dist/decap-cms.js.LICENSE.txt",
    "js-yaml.js": f"{_MODULES}/js-yaml/dist/browser/js-yaml.umd.min.js",
    "js-yaml.js.LICENSE.txt": f"{_MODULES}/js-yaml/LICENSE",
}
"""What is installed: its name on the site → its file."""
FILES = PROGRAM | {"editor.js": "site_src/form_editor/editor.js"}
TITLE = "用网页表单改"


@dataclass(frozen=True, slots=True)
class PlacesView:
    """Whose records one wants to change."""

    places: list[Link]


def login_of(root: str, setting: str, repo_url: str) -> Login | None:
    """The login that a setting means, once the program of the forms is there to be copied. Raises NotSetUp."""
    found = login(setting, repo_url)
    if found and not all(os.path.isfile(os.path.join(root, file)) for file in PROGRAM.values()):
        raise NotSetUp("打开了网页表单（form_editor），可是它的程序还没有装。运行 make form-editor，再生成一次。")
    return found


def write_form_editor(catalogue: Catalogue, host: HostPages, out: str, login: Login) -> None:
    """Write the page that asks for the place, a form editor for each, and copy the program."""
    found = places(catalogue)
    write_page(Renderer(catalogue.root, host), traced(catalogue), out, _choice(found))
    folder = os.path.join(out, FOLDER)
    template = environment(catalogue.root).get_template("form-editor-place.html")
    for place in found:
        _write(folder, f"{place.name}.json", configuration(login, place))
        _write(folder, f"{place.name}.html", template.render(place=place, login=login))
    for name, file in FILES.items():
        shutil.copyfile(os.path.join(catalogue.root, file), os.path.join(folder, name))


def _choice(found: list[Place]) -> Page:
    return Page(
        path=f"{FOLDER}/index.html",
        kind=UNLISTED,
        section="help",
        title=TITLE,
        description="选一个地区，在网页表单里改它的记录。给工作人员用。",
        template="form-editor.html",
        build=lambda: PlacesView([Link(place.title, f"{place.name}.html") for place in found]),
        crumbs=[Link("首页", "../index.html"), Link(TITLE)],
    )


def _write(folder: str, name: str, text: str) -> None:
    with open(os.path.join(folder, name), "x", encoding="utf-8", newline="\n") as file:
        file.write(text)
