"""Files of the site are served lean, and under names that change with their content alone."""

from __future__ import annotations

import hashlib
import re

import pytest

from generator.render.assets import SOURCE, Assets, assets_of, lean, lean_script
from tests.conftest import REPOSITORY, Tree

CSS = REPOSITORY / SOURCE / "site.css"


def test_comments_and_indentation_are_left_out() -> None:
    """Everything else stays as it is, blanks within a line too."""
    assert lean("/* a\n b */\np {\n  margin: 0 1em;\n\n  /* c */ color: red;\n}\n") == "p {\nmargin: 0 1em;\ncolor: red;\n}\n"


def test_no_text_of_our_style_sheet_is_cut() -> None:
    """No string holds the signs of a comment, and no line begins within a string."""
    css = CSS.read_text("utf-8")
    assert all(line.count('"') % 2 == 0 for line in lean(css).splitlines())
    assert lean(css).count("{") == css.count("{")
    assert lean(lean(css)) == lean(css)


def test_scripts_are_lean_too() -> None:
    """Comments on lines of their own and indentation go; what stands behind code stays."""
    script = "/**\n * A.\n */\nconst a = 1; // one\n\n  // two\n  call(`/** ${a} */`);\n/** b */\nfunction b() {}\n"
    assert lean_script(script) == "const a = 1; // one\ncall(`/** ${a} */`);\nfunction b() {}\n"


@pytest.mark.parametrize("name", [path.name for path in (REPOSITORY / SOURCE).glob("*.js")])
def test_no_text_of_our_scripts_is_cut(name: str) -> None:
    """None goes over lines, and no line of code begins as a comment does."""
    script = (REPOSITORY / SOURCE / name).read_text("utf-8")
    code = lean_script(script)
    assert all(line.count("`") % 2 == 0 for line in code.splitlines())
    assert not re.search(r"^(/\*|\*|//)", code, re.MULTILINE)
    assert lean_script(code) == code
    assert len(code) < len(script)


def test_a_name_holds_the_hash_of_what_is_served() -> None:
    """Every asset of this repository, the style sheet with its comments left out too."""
    found = assets_of(str(REPOSITORY))
    assert set(found) == {str(p.relative_to(REPOSITORY / SOURCE)) for p in (REPOSITORY / SOURCE).rglob("*") if p.is_file()}
    for name, asset in found.items():
        stem, _, ending = name.rpartition(".")
        assert asset.path == f"assets/{stem}.{hashlib.sha256(asset.content).hexdigest()[:8]}.{ending}"


@pytest.fixture
def tree(small: Tree) -> Tree:
    """A tree with a style sheet that shows two pictures, one of them in a folder."""
    small.write(f"{SOURCE}/a.svg", "<svg/>")
    small.write(f"{SOURCE}/deep/b.png", b"\x89PNG" + bytes(300_000))
    small.write(f"{SOURCE}/deep/own.css", 'q { background: url(b.png) url("../a.svg") url("data:image/png;base64,AA") }')
    small.write(f"{SOURCE}/site.css", 'p { background: url("a.svg"), url("deep/b.png") }')
    return small


def test_a_style_sheet_names_pictures_as_they_are_served(tree: Tree) -> None:
    """From its own folder; what stands in the sheet itself is left alone."""
    found = assets_of(str(tree))
    picture, deep = found.address("a.svg"), found.address("deep/b.png")
    served = found["site.css"].content.decode()
    assert f'url("{picture.removeprefix("assets/")}")' in served
    assert f'url("{deep.removeprefix("assets/")}")' in served
    below = found["deep/own.css"].content.decode()
    assert f'url("{deep.removeprefix("assets/deep/")}") url("../{picture.removeprefix("assets/")}")' in below
    assert 'url("data:image/png;base64,AA")' in below
    assert len(found["deep/b.png"].content) == 300_004


def test_another_picture_gives_the_style_sheet_another_name(tree: Tree) -> None:
    """A browser that keeps the old style sheet for ever keeps the old picture with it."""
    before = assets_of(str(tree))
    tree.write(f"{SOURCE}/a.svg", "<svg><g/></svg>")
    after = assets_of(str(tree))
    assert before.address("a.svg") != after.address("a.svg")
    assert before.address("site.css") != after.address("site.css")
    assert before.address("deep/b.png") == after.address("deep/b.png")


def test_what_is_not_served_keeps_its_name(tree: Tree) -> None:
    """A link, a hidden file and one that is not there: the audit of links then finds no such file."""
    (tree.root / SOURCE / "c.js").symlink_to("/etc/passwd")
    tree.write(f"{SOURCE}/.hidden.js", "")
    assert Assets().address("c.js") == "assets/c.js"
    assert [assets_of(str(tree)).address(name) for name in ("c.js", ".hidden.js")] == ["assets/c.js", "assets/.hidden.js"]


def test_a_script_imports_others_as_they_are_served(small: Tree) -> None:
    """Whatever their order by name; another content of one gives all that import it another name."""
    small.write(f"{SOURCE}/a.js", 'import { b } from "./b.js";\nconst c = import("./deep.js");\nb(c);\n')
    small.write(f"{SOURCE}/b.js", "export const b = 1;\n")
    small.write(f"{SOURCE}/deep.js", 'import { b } from "./b.js";\n')
    before = assets_of(str(small))
    named = {name: before.address(name).removeprefix("assets/") for name in ("b.js", "deep.js")}
    assert before["a.js"].content.decode() == (
        f'import {{ b }} from "./{named["b.js"]}";\nconst c = import("./{named["deep.js"]}");\nb(c);\n'
    )
    small.write(f"{SOURCE}/b.js", "export const b = 2;\n")
    after = assets_of(str(small))
    assert all(before.address(name) != after.address(name) for name in ("a.js", "b.js", "deep.js"))


def test_an_import_that_cannot_be_named_stays(small: Tree) -> None:
    """Of a script that is not there, of itself, or of one that imports it: the tree is read to its end."""
    small.write(f"{SOURCE}/a.js", 'import "./x.js";\nimport { b } from "./b.js";\nimport { a } from "./a.js";\n')
    small.write(f"{SOURCE}/b.js", 'import { a } from "./a.js";\nimport { c } from "./c.js";\n')
    found = assets_of(str(small))
    assert 'import { a } from "./a.js";' in found["a.js"].content.decode()
    assert found["b.js"].content.decode() == 'import { a } from "./a.js";\nimport { c } from "./c.js";\n'


def test_no_script_names_an_asset() -> None:
    """Names change: a script only imports others, or is told by the page what to load."""
    names = "|".join(re.escape(name) for name in assets_of(str(REPOSITORY)))
    for name, asset in assets_of(str(REPOSITORY)).items():
        if name.endswith(".js"):
            code = re.sub(r"/\*.*?\*/|//.*", "", asset.content.decode(), flags=re.DOTALL | re.MULTILINE)
            assert not re.search(rf"[\"'`](?:[^\"'`]*/)?(?:{names})[\"'`]", code), name
