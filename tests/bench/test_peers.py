"""The peers are pinned, and each is given the fact that changes where its page is written."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.bench.ours import OURS, fact_of
from tests.bench.page import page_of
from tests.bench.peers import PEERS
from tests.bench.tool import Fact

FOLDER = Path(__file__).with_name("peers")
SOURCE = (
    '<html><head><title>甲 - 目录</title><meta name="description" content="乙"></head>'
    '<body data-kind="course"><main><h1>甲</h1><dl class="facts"><div><dt>时长</dt>'
    "<dd>60课时，共10天</dd></div></dl></main></body></html>"
)
FACT = Fact("a.yml", "courses/a.html", ("\ndays: 10\n", "\ndays: 11\n"), ("共10天", "共11天"))


def test_the_locks_name_every_file_and_no_registry() -> None:
    """What is installed is known by its hash, and from where is left to the machine."""
    packages = json.loads((FOLDER / "package-lock.json").read_text("utf-8"))["packages"]
    assert [name for name, about in packages.items() if name and "integrity" not in about] == []
    assert [name for name, about in packages.items() if "resolved" in about] == []
    lock = (FOLDER / "requirements.txt").read_text("utf-8")
    pinned = re.findall(r"^(\S+)==\S+.*\\\n    --hash=sha256:", lock, re.MULTILINE)
    assert len(pinned) == len(re.findall(r"^\w", lock, re.MULTILINE)) > 20
    assert "://" not in lock


@pytest.mark.parametrize("key", PEERS)
def test_a_fact_stands_in_the_source_of_its_page(tmp_path: Path, key: str) -> None:
    """The change is made in the one file that the peer reads for the page."""
    tool = PEERS[key]
    assert tool.write
    tool.write(tmp_path, page_of(FACT.address, SOURCE))
    file, (old, new) = tool.source(FACT)
    text = (tmp_path / file).read_text("utf-8")
    assert text.count(old) == 1
    assert new not in text


def test_the_fact_of_ours_is_one_that_its_page_tells(tmp_path: Path) -> None:
    """A course that tells no days is passed over."""
    for name, days, told in (("a", 3, "共4天"), ("b", 10, "60课时，共10天")):
        record = tmp_path / f"tree/catalogue/courses/x/{name}.yml"
        record.parent.mkdir(parents=True, exist_ok=True)
        record.write_text(f"id: {name}\ndays: {days}\nmode: in_person\n", "utf-8")
        page = tmp_path / f"site/courses/{name}.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(told, "utf-8")
    fact = fact_of(tmp_path / "tree", tmp_path / "site")
    assert (fact.address, fact.shown) == ("courses/b.html", ("共10天", "共11天"))
    file, (old, _) = OURS.source(fact)
    assert old in (tmp_path / "tree" / file).read_text("utf-8")
