"""`catalogue links`: every outside address of records and pages, with its places and what came of it."""

from __future__ import annotations

import json

from generator.outside_links.places import outside_links
from tests.conftest import Golden, Runner, Tree
from tests.outside_links.conftest import Site

COURSE = "catalogue/courses/ceshi-zhubian.yml"
CHANNEL = "catalogue/channels/ceshi-pingtai.yml"
PAGE = "site_src/content/neu.md"
TEXT = """---
title: 新的一页
---

看[公告](https://www.example.org/gonggao.html)、<https://www.example.org/b.html>和[本站](courses/index.html)。

| 表 |
| --- |
| [表里的](http://www.example.org/c.html) |
"""


def test_addresses_are_found_in_fields_texts_and_pages(small: Tree) -> None:
    """Fields of their own, links inside Markdown, and pages of text; each once, with its places."""
    small.edit(COURSE, "how: 一半讲，一半练。", "how: 看[这里](https://www.example.org/how.html)或[本站](index.html)。")
    small.write(PAGE, TEXT)
    found = {link.url: [(p.at.path, p.at.line) for p in link.places] for link in outside_links(small.check().catalogue)}
    assert list(found) == sorted(found)
    assert found["https://www.example.org/how.html"] == [(COURSE, 21)]
    assert found["https://www.example.org/pingtai.html"] == [(CHANNEL, 8), (CHANNEL, 16)]
    assert [found[f"https://www.example.org/{name}.html"] for name in ("gonggao", "b")] == [[(PAGE, 5)]] * 2
    assert found["http://www.example.org/c.html"] == [(PAGE, 9)]
    assert "https://www.example.org/baoming" in found
    assert not [url for url in found if "index.html" in url]


def _small_with(small: Tree, site: Site) -> Tree:
    """The small catalogue with four links to the server and none elsewhere."""
    for file in list(small.root.rglob("*.yml")):
        text = file.read_text("utf-8")
        file.write_text(text.replace("https://www.example.org", site.url("/open")), "utf-8")
    for record, path in ((COURSE, "/404"), (CHANNEL, "/moved"), (CHANNEL, "/403")):
        small.write(record, small.read(record).replace(site.url("/open"), site.url(path), 1))
    small.edit(COURSE, "how: 一半讲，一半练。", f"how: 看[这里]({site.url('/loop')})。")
    for file in (*small.root.glob("catalogue/policies/s*.yml"), *small.root.glob("catalogue/policies/cdpf*.yml")):
        file.unlink()
    for folder in ("vocabularies", "occupations", "regions"):
        for file in small.root.glob(f"catalogue/{folder}/*.yml"):
            file.write_text(file.read_text("utf-8").replace("https://", "place-"), "utf-8")
    return small


def test_the_report_in_each_format(run: Runner, small: Tree, site: Site, golden: Golden) -> None:
    """What needs mending first, with its places; exit 0 whatever came of it."""
    tree = _small_with(small, site)
    for form in ("text", "markdown", "json"):
        done = run("links", "--allow-local", "--timeout", 5, "--format", form, cwd=tree.root)
        assert done.code == 0
        golden(f"links/four.{form}", done.out.replace(f":{site.port}", ":8000").replace(f"\\:{site.port}", "\\:8000"))


def test_without_allow_local_nothing_is_asked(run: Runner, small: Tree, site: Site) -> None:
    """An address of this machine in a record cannot be used to look around in it."""
    tree = _small_with(small, site)
    done = run("links", "--format", "json", cwd=tree.root)
    told = json.loads(done.out)
    assert done.code == 0
    assert {row["outcome"] for row in told["links"]} == {"refused"}
    assert site.asked == []
