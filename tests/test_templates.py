"""What a person is asked when reporting: the same on both hosts, in Chinese, and nothing personal."""

from __future__ import annotations

import re

import pytest
import yaml

from generator.forge import CORRECTION, organisation_of, report_address
from tests.conftest import REPOSITORY

FORMS = (CORRECTION, "program")
GITHUB, GITLAB = REPOSITORY / ".github", REPOSITORY / ".gitlab"


@pytest.mark.parametrize("name", FORMS)
def test_both_hosts_ask_the_same(name: str) -> None:
    """The headings of the template of GitLab are the labels of the form of GitHub."""
    form = yaml.safe_load((GITHUB / f"ISSUE_TEMPLATE/{name}.yml").read_text())
    labels = [field["attributes"]["label"] for field in form["body"] if field["type"] != "markdown"]
    text = (GITLAB / f"issue_templates/{name}.md").read_text()
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == labels
    for field in form["body"]:
        help_text = field["attributes"].get("description")
        assert help_text is None or help_text.split("已")[0] in text


@pytest.mark.parametrize("name", FORMS)
def test_no_form_asks_for_anything_personal(name: str) -> None:
    """It says so at the head, and one must agree before sending; no field is about the sender."""
    form = yaml.safe_load((GITHUB / f"ISSUE_TEMPLATE/{name}.yml").read_text())
    first, *_, last = form["body"]
    for asked in ("姓名", "身份证号", "残疾人证号", "手机号", "残疾情况"):
        assert asked in first["attributes"]["value"]
        assert asked in last["attributes"]["options"][0]["label"]
    assert last["attributes"]["options"][0]["required"] is True
    labels = "".join(field["attributes"].get("label", "") for field in form["body"])
    assert not re.search("姓名|电话|手机|邮箱|联系", labels)


def test_both_hosts_ask_the_same_of_a_change() -> None:
    """The templates of a pull request and of a merge request are one text."""
    ours = (GITHUB / "PULL_REQUEST_TEMPLATE.md").read_bytes()
    assert ours == (GITLAB / "merge_request_templates/Default.md").read_bytes()


def test_the_link_opens_the_form_with_the_page() -> None:
    """The address names a template that exists, and a field of it that holds the page."""
    address = report_address("https://github.com/o/r.git")
    assert address == "https://github.com/o/r/issues/new?template=correction.yml&page="
    form = yaml.safe_load((GITHUB / "ISSUE_TEMPLATE/correction.yml").read_text())
    assert [field["id"] for field in form["body"] if field["type"] == "input"] == ["page"]
    address = report_address("https://gitlab.example.org/o/p/r/")
    assert address == "https://gitlab.example.org/o/p/r/-/issues/new?issuable_template=correction&issue[title]="
    assert (GITLAB / "issue_templates/correction.md").is_file()


def test_without_an_address_there_is_no_link() -> None:
    """Nothing is made up."""
    assert report_address("") == ""
    assert [organisation_of(url) for url in ("", "https://github.com/o/r", "https://gitlab.com/o/p/r/")] == ["", "o", "o/p"]
