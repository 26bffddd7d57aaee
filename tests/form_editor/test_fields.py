"""What Decap is told of the records is what the models say, and a new record lies where `new` puts it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from generator.catalogue import Catalogue
from generator.choices import PROVINCE, file_of, folder_of
from generator.form_editor.configuration import configuration
from generator.form_editor.fields import fields_of
from generator.form_editor.login import Login, NotSetUp, login
from generator.form_editor.places import EDITED, OF_THE_PROGRAM, Place, places
from generator.records import RECORD_TYPES, Course, Policy
from generator.records.envelope import Part
from generator.records.schema import as_written
from generator.records.shape import Shape, shapes
from tests.conftest import REPOSITORY, Tree

GITHUB, GITLAB = "https://github.com/o/r", "https://gitlab.example.org/g/h/r"
SERVICE, APPLICATION = "https://login.example.org/oauth", "a" * 64
Field = dict[str, Any]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The records of this repository."""
    return Tree(REPOSITORY).check().catalogue


@pytest.fixture(scope="module")
def found(catalogue: Catalogue) -> dict[str, Place]:
    """Its places, by name."""
    return {place.name: place for place in places(catalogue)}


def _below(fields: list[Field]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from _below(field.get("fields", []))
        yield from _below([field["field"]] if "field" in field else [])


def test_each_field_of_each_type_is_in_the_form_with_chinese_words(found: dict[str, Place]) -> None:
    """All fields in the order of the model, with label, hint and whether it must be written."""
    for record_type, collection in zip(EDITED, found[PROVINCE].collections, strict=True):
        fields = collection["fields"]
        assert [field["name"] for field in fields] == list(shapes(record_type))
        for field, shape in zip(fields, shapes(record_type).values(), strict=True):
            assert (field["label"], field["required"]) == (shape.title, shape.is_required)
        for field in _below(fields):
            assert re.search("[\u4e00-\u9fff]", field["label"])
            assert re.search("[\u4e00-\u9fff]", field.get("hint", "项"))


def test_staff_edit_every_type_but_those_that_other_files_are_made_from() -> None:
    """Nothing was forgotten."""
    assert set(EDITED) | set(OF_THE_PROGRAM) == set(RECORD_TYPES)
    assert len(OF_THE_PROGRAM) == 4


def _wrong(fields: list[Field], part: type[Part], values: dict[str, Any], at: str) -> Iterator[str]:
    """Values of a record that its form could not show as they are."""
    shape: Shape
    for field, (name, shape) in zip(fields, shapes(part).items(), strict=True):
        value = values.get(name)
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict):
                below = (shape.items or shape).part
                assert below
                yield from _wrong(field["fields"], below, item, f"{at} {name}")
            elif item is not None and not _is_shown(field.get("field", field), item):
                yield f"{at} {name}: {item!r}"


def _is_shown(field: Field, value: str) -> bool:
    if field["widget"] == "select":
        return as_written(value) in [option["value"] for option in field["options"]]
    if "\n" in value.rstrip("\n") and field["widget"] != "text":
        return False
    return "pattern" not in field or bool(re.search(field["pattern"][0].replace(r"(?:[\ud800-\udbff][\udc00-\udfff]|[\s\S])", r"[\s\S]"), value.strip()))


def _plain(node: Any) -> Any:  # noqa: ANN401 - a tree as lists, dicts and texts
    if hasattr(node, "entries"):
        return {name: _plain(below) for name, below in node.entries.items()}
    return [_plain(item) for item in node.items] if hasattr(node, "items") else node.value


def test_every_record_of_today_fits_its_form(catalogue: Catalogue, found: dict[str, Place]) -> None:
    """Each value is among the choices, matches the pattern, and has a box of several lines if it needs one."""
    looked, wrong = 0, list[str]()
    for place in found.values():
        for collection in place.collections:
            kind = collection["name"].removesuffix(f"-{place.name}")
            for entry in catalogue.entries[kind].values():
                if entry.file.rpartition("/")[0] == collection["folder"]:
                    looked += 1
                    wrong += _wrong(collection["fields"], type(entry.record), _plain(entry.tree), entry.file)
    assert wrong == []
    assert looked == sum(len(catalogue.entries[record_type.kind]) for record_type in EDITED)


def test_a_new_record_lies_where_the_command_puts_it(catalogue: Catalogue, found: dict[str, Place]) -> None:
    """Each 市（州） has a page with the types that lie in folders of places, the province has all."""
    prefectures = [r for r in catalogue.regions.values() if catalogue.prefecture(r.code) == r]
    assert [*found] == [PROVINCE, *map(folder_of, prefectures)]
    for region in prefectures:
        place = found[folder_of(region)]
        kinds = [collection["name"].removesuffix(f"-{place.name}") for collection in place.collections]
        for record_type in EDITED:
            file = file_of(catalogue, record_type, region.code, "a-b")
            own = [c["folder"] for c in place.collections if c["name"] == f"{record_type.kind}-{place.name}"]
            assert own == ([file.removesuffix("/a-b.yml")] if file.count("/") > record_type.folder.count("/") + 1 else [])
        assert kinds == ["course", "session", "base", "institution", "disclosure"]
    assert [c["folder"] for c in found[PROVINCE].collections] == [t.folder for t in EDITED]


def test_a_place_offers_its_own_divisions(catalogue: Catalogue, found: dict[str, Place]) -> None:
    """Someone of 成都市 cannot choose a county of another place by mistake."""
    fields = {field["name"]: field for field in found["chengdu"].collections[0]["fields"]}
    offered = {str(option["value"]) for option in fields["region"]["options"]}
    chengdu = catalogue.regions["510100"]
    assert offered == {code for code in catalogue.regions if catalogue.prefecture(code) == chengdu}


def test_groups_that_may_be_left_out_ask_for_nothing() -> None:
    """Decap would ask for the required fields of an empty group; the hint says it instead."""
    fields = {field["name"]: field for field in fields_of(Course, lambda _: None)}
    age = fields["age"]
    assert [field["name"] for field in age["fields"] if field["required"]] == []
    assert age["fields"][2]["hint"].endswith("（写了这一组，这一项就必写）")
    assert [field["name"] for field in fields["fee"]["fields"] if field["required"]] == ["kind"]
    assert [f["name"] for f in fields["accommodations"]["fields"] if f["required"]] == ["code", "state"]
    assert "课时、天数至少写一个" in fields["hours"]["hint"]


def test_an_item_that_is_closed_shows_words() -> None:
    """Two texts of the item; one that begins with a choice stays open, lest its value be shown."""
    clauses = {field["name"]: field for field in fields_of(Policy, lambda _: None)}["clauses"]
    assert clauses["summary"] == "{{fields.id}} {{fields.heading}}"
    assert [f["widget"] for f in clauses["fields"][2:5]] == ["text", "text", "text"]


@pytest.mark.parametrize(
    ("setting", "repo_url", "backend", "asks"),
    [
        ("local", "", {"name": "proxy", "proxy_url": "http://localhost:8081/api/v1"}, ("http://localhost:8081",)),
        (
            SERVICE, f"{GITHUB}.git/",
            {"name": "github", "repo": "o/r", "api_root": "https://api.github.com", "base_url": "https://login.example.org", "auth_endpoint": "oauth"},
            ("https://api.github.com",),
        ),
        (
            "https://login.example.org", "https://github.example.org/o/r",
            {
                "name": "github", "repo": "o/r", "api_root": "https://github.example.org/api/v3",
                "base_url": "https://login.example.org", "auth_endpoint": "auth",
            },
            ("https://github.example.org",),
        ),
        (
            APPLICATION, GITLAB,
            {
                "name": "gitlab", "repo": "g/h/r", "auth_type": "pkce", "app_id": APPLICATION,
                "base_url": "https://gitlab.example.org", "api_root": "https://gitlab.example.org/api/v4",
            },
            ("https://gitlab.example.org",),
        ),
    ],
)  # fmt: skip
def test_the_login_follows_from_the_setting_and_the_address(
    setting: str, repo_url: str, backend: dict[str, str], asks: tuple[str, ...]
) -> None:
    """One setting; the forge is known from the address of the repository."""
    assert login(setting, repo_url) == Login(backend, asks, opens_requests=setting != "local")


@pytest.mark.parametrize(
    ("setting", "repo_url", "words"),
    [
        (SERVICE, "", "先在 mkdocs.yml 的 repo_url 写上代码库的网址"),
        (SERVICE, "http://github.com/o/r", "先在 mkdocs.yml 的 repo_url"),
        (SERVICE, "https://github.com/r", "先在 mkdocs.yml 的 repo_url"),
        ("on", GITHUB, "form_editor 应写登录服务的网址，以 https:// 开头，现在是“on”"),
        ("https://login.example.org/?a=1", GITHUB, "应写登录服务的网址"),
        (SERVICE, GITLAB, "form_editor 应写应用编号"),
    ],
)
def test_a_setting_that_cannot_work_is_told(setting: str, repo_url: str, words: str) -> None:
    """What it should be, what it is, and the way to try it on one's own machine."""
    with pytest.raises(NotSetUp, match=re.escape(words)):
        login(setting, repo_url)


def test_off_is_no_login() -> None:
    """The default."""
    assert login("", GITHUB) is None


def test_changes_become_requests_where_there_is_a_forge(found: dict[str, Place]) -> None:
    """On a forge a draft is a pull request that others merge; on one's own machine the file is written."""
    online, local = login(SERVICE, GITHUB), login("local", "")
    assert online
    assert local
    told = json.loads(configuration(online, found["chengdu"]))
    assert told["publish_mode"] == "editorial_workflow"
    assert (told["locale"], told["editor"], told["media_library"]) == ("zh_Hans", {"preview": False}, {"name": "nothing"})
    assert told["backend"]["commit_messages"]["create"] == "新增{{collection}} {{slug}}（成都市，网页表单）"
    assert {collection["publish"] for collection in told["collections"]} == {False}
    assert "publish_mode" not in json.loads(configuration(local, found["chengdu"]))
