"""The PDF of a booklet: tagged, titled, with bookmarks, in large type, the same on every run."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf.generic import StreamObject

from generator.leaflets import sheets
from generator.leaflets.booklet import Booklet
from generator.leaflets.compiling import compiled
from generator.locality import Locality
from tests.conftest import REPOSITORY, Tree
from tests.leaflets.conftest import COUNTY, SITE, Pdf, drawn, opened

DRAW = """
import datetime, sys
from generator.building import check_tree
from generator.leaflets import sheets
from generator.leaflets.compiling import compiled
from generator.locality import Locality
root, program, code = sys.argv[1:]
catalogue = check_tree(root, datetime.date(2026, 11, 23), without_samples=True).catalogue
booklet = compiled(Locality(catalogue, catalogue.regions[code]), "https://www.example.org/")
sys.stdout.buffer.write(sheets.pdf(sheets.markup(booklet, program, "2026-11-23")))
"""


@pytest.fixture(scope="module")
def data(booklet: Booklet) -> bytes:
    """The PDF of the county, with the address of a site."""
    return drawn(booklet)


@pytest.fixture(scope="module")
def pdf(data: bytes) -> Pdf:
    """The same, taken apart."""
    return opened(data)


def test_it_says_what_it_is(pdf: Pdf) -> None:
    """Title, language, date and PDF/UA stand in the file, and readers show the title and not the file's name."""
    assert str(pdf.root["/Lang"]) == "zh-CN"
    assert str(pdf.root["/MarkInfo"]) == "{'/Marked': True}"
    assert str(pdf.root["/ViewerPreferences"]) == "{'/DisplayDocTitle': True}"
    assert pdf.reader.metadata is not None
    assert pdf.reader.metadata.title == "成都市武侯区残疾人职业技能培训"
    assert str(pdf.reader.metadata["/CreationDate"]) == "D:20261123"
    metadata = pdf.root["/Metadata"].get_object()
    assert isinstance(metadata, StreamObject)
    assert b'pdfuaid:part="1"' in metadata.get_data()


def test_its_structure_is_tagged(pdf: Pdf) -> None:
    """Headings, paragraphs, lists and pictures are elements, and every picture has words for it."""
    elements = list(pdf.elements())
    assert {"H1", "H2", "H3", "H4", "P", "L", "LI", "Link", "Figure"} <= {e.role for e in elements}
    alts = [e.alt for e in elements if e.role == "Figure"]
    assert f"二维码：网站上的这一条，{SITE}courses/ceshi-zhubian.html" in alts
    assert all(alts)


def test_its_bookmarks_are_its_headings(pdf: Pdf) -> None:
    """Chapters and the things in them can be jumped to."""
    titles = pdf.bookmarks()
    wanted = ["联系谁", "测试市残疾人联合会", "测试竹编课程", "测试课程有哪些服务？", "你有哪些权利：政策的简明版"]
    assert [title for title in titles if title in wanted] == wanted
    assert titles[0] == "成都市武侯区残疾人职业技能培训"


def test_the_address_stands_beside_each_code(pdf: Pdf) -> None:
    """Who cannot scan a code can type the address."""
    words = "".join(pdf.texts()).replace("\n", "")
    for path in ("regions/510100.html", "courses/ceshi-zhubian.html", "policies/questions/index.html"):
        assert f"{SITE}{path}" in words


def test_there_is_no_code_without_an_address(with_samples: Booklet) -> None:
    """Nothing is made up: no site, no code."""
    html = sheets.markup(with_samples, str(REPOSITORY), "2026-11-23")
    assert "<img" not in html
    assert "二维码" not in html


def test_it_is_a4_in_large_type(pdf: Pdf) -> None:
    """No word is smaller than 16 points, but for the line at the head and foot of a page, 12 at least."""
    sizes: dict[float, str] = {}

    def seen(text: str, placed: list[float], matrix: list[float], _font: object, size: float) -> None:
        if text.strip():
            sizes.setdefault(round(size * abs(matrix[3]) * abs(placed[3]), 1), text)

    for page in pdf.reader.pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)
        page.extract_text(visitor_text=seen)
    assert [text for size, text in sizes.items() if size < 16 and "，共" not in text and "页" not in text] == []
    assert min(sizes) == 12
    assert 16 in sizes


def test_a_booklet_with_a_sample_says_so_on_every_page(with_samples: Booklet) -> None:
    """A page that is torn out still tells that what stands on it may be invented."""
    texts = opened(drawn(with_samples)).texts()
    assert len(texts) > 3
    assert [n for n, text in enumerate(texts) if "含有示例，示例不能报名" not in text] == []


def test_a_booklet_without_samples_speaks_of_none(pdf: Pdf) -> None:
    """What is real is not marked."""
    assert "示例" not in "".join(pdf.texts())


def test_the_same_input_gives_the_same_bytes(data: bytes, still: Tree, tmp_path: Path) -> None:
    """Hash seed, time zone, locale and folder do not show in the file."""
    surroundings = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    known = {**os.environ, "PYTHONPATH": str(REPOSITORY), **surroundings}
    command = [sys.executable, "-c", DRAW, str(still), str(REPOSITORY), COUNTY]
    done = subprocess.run(command, capture_output=True, check=True, env=known, cwd=tmp_path)
    assert done.stdout == data


def test_another_day_gives_another_file(booklet: Booklet) -> None:
    """So the test above can fail."""
    short = dataclasses.replace(booklet, parts=[])
    one, other = (sheets.pdf(sheets.markup(short, str(REPOSITORY), f"2026-11-{day}")) for day in (23, 24))
    assert one != other


def test_records_cannot_write_markup_or_fetch(small: Tree) -> None:
    """Whatever a record holds is printed as it stands, and nothing outside is asked for."""
    small.edit("catalogue/courses/ceshi-zhubian.yml", "summary: 学完能独立编一只竹篮。", "summary: <img src=https://www.example.org/a.png>&amp;")
    catalogue = small.check().catalogue
    booklet = compiled(Locality(catalogue, catalogue.regions[COUNTY]))
    html = sheets.markup(booklet, str(REPOSITORY), "2026-11-23")
    assert "&lt;img src=https://www.example.org/a.png&gt;&amp;amp;" in html
    assert "<img" not in html


def test_an_address_outside_is_not_fetched(booklet: Booklet, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even a template that names a picture elsewhere makes no connection."""
    asked: list[object] = []
    monkeypatch.setattr("socket.create_connection", lambda *given, **_: asked.append(given))
    monkeypatch.setattr("socket.socket.connect", lambda *given: asked.append(given))
    short = dataclasses.replace(booklet, parts=[])
    html = sheets.markup(short, str(REPOSITORY), "2026-11-23")
    sheets.pdf(html.replace("<h1>", '<img src="http://127.0.0.1:9/a.png" alt="x"><h1>'))
    assert asked == []
