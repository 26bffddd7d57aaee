"""nginx, Apache and Caddy, told what `catalogue headers` writes, serve the site as it is meant."""

from __future__ import annotations

import gzip
import re
import shutil
from pathlib import Path

import pytest

from generator.precompression import COPY, ENDINGS, SMALLEST
from generator.publish import MARKER
from generator.servers import rules
from generator.servers.ready import configuration
from tests.servers.conftest import NAMES
from tests.servers.running import Running, running

PAGE = "courses/ceshi-zhubian.html"
KEPT = re.compile(rf"/({'|'.join(pattern.lstrip('/') for pattern in rules.KEPT_PATHS)})$")
OWN = (MARKER, ".htaccess")


def files(site: Path) -> list[str]:
    """The files of a site without the copies and what no reader asks for."""
    found = [str(path.relative_to(site)) for path in site.rglob("*") if path.is_file()]
    return sorted(path for path in found if not path.endswith(COPY) and path not in OWN)


def of_ending(path: str) -> str:
    """The ending of a path, without the dot."""
    return path.rpartition(".")[2]


def test_every_file_is_sent_compressed_as_it_lies_there(server: Running, ready_site: Path) -> None:
    """The bytes are those of the copy where there is one, and what is sent says so to caches."""
    for path in files(ready_site):
        answer = server.get(f"/{path}", Accept_Encoding="gzip")
        copy = ready_site / (path + COPY)
        assert answer.status == 200, path
        assert answer.headers.get("content-encoding") == ("gzip" if copy.exists() else None), path
        assert answer.body == (copy if copy.exists() else ready_site / path).read_bytes(), path
        if copy.exists():
            assert "accept-encoding" in answer.headers["vary"].lower(), path


def test_who_cannot_read_compressed_files_gets_plain_ones(server: Running, ready_site: Path) -> None:
    """And a cache in between is told that others are sent something else."""
    answer = server.get(f"/{PAGE}")
    assert "content-encoding" not in answer.headers
    assert answer.body == (ready_site / PAGE).read_bytes()
    assert "accept-encoding" in answer.headers["vary"].lower()


def test_every_file_has_its_type(server: Running, ready_site: Path) -> None:
    """Compressed or plain, with the charset; nothing of the site is without a type."""
    for path in files(ready_site):
        expected = f"{rules.TYPES[of_ending(path)]}; charset={rules.CHARSET}"
        for accepted in ("gzip", "identity"):
            assert server.get(f"/{path}", Accept_Encoding=accepted).headers["content-type"].lower() == expected, path


def test_every_file_is_kept_or_asked_about(server: Running, ready_site: Path) -> None:
    """For ever what has its hash in its name, assets and pieces of the search; asked about is all else."""
    kept = set()
    for path in files(ready_site):
        answer = server.get(f"/{path}", Accept_Encoding="gzip")
        is_kept = answer.headers["cache-control"] == rules.KEPT
        assert is_kept or answer.headers["cache-control"] == rules.ASKED, path
        kept |= {path} if is_kept else set()
    hashed = {path for path in files(ready_site) if path.startswith(("assets/", "search/"))} - {"search/index.js"}
    assert kept == hashed
    assert len({path.split("/")[0] for path in kept}) == 2


def test_the_headers_are_sent_once_with_everything(server: Running) -> None:
    """Pages, assets, and what is not there; no header stands twice."""
    for path in ("/", f"/{PAGE}", "/search/index.js", "/none.html"):
        answer = server.get(path, Accept_Encoding="gzip")
        for name, value in rules.HEADERS.items():
            assert answer.headers[name.lower()] == value, path
        assert answer.headers["cache-control"] == rules.ASKED, path


def test_the_way_in_is_the_home_page(server: Running, ready_site: Path) -> None:
    """An address that ends in a slash shows the index of its folder, compressed too."""
    for address, path in {"/": "index.html", "/courses/": "courses/index.html"}.items():
        answer = server.get(address, Accept_Encoding="gzip")
        assert (answer.status, answer.headers["content-encoding"]) == (200, "gzip")
        assert gzip.decompress(answer.body) == (ready_site / path).read_bytes()
        assert answer.headers["content-type"].lower() == "text/html; charset=utf-8"


@pytest.mark.parametrize("accepted", ["gzip", "identity"])
@pytest.mark.parametrize("path", ["/", f"/{PAGE}", "/search/index.js"])
def test_a_page_that_did_not_change_is_not_sent_again(path: str, accepted: str, server: Running) -> None:
    """Asked with the mark of the copy that it has, a browser is told that nothing changed."""
    first = server.get(path, Accept_Encoding=accepted)
    again = server.get(path, Accept_Encoding=accepted, If_None_Match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    assert again.headers["cache-control"] == rules.ASKED
    other = server.get(path, Accept_Encoding=accepted, If_None_Match='"other"')
    assert (other.status, other.body) == (200, first.body)


@pytest.mark.parametrize(
    "path",
    ["/none.html", "/courses/none.html", "/assets/site.01234567.css", "/search/facts-0-01234567.json", "/none.xml", "/search/", "/lists/", "/none/"],
)
def test_what_is_not_there_is_told_on_a_page(path: str, server: Running, ready_site: Path) -> None:
    """The page of the site, as a page, and not to be kept, whatever was asked for; folders show no list."""
    answer = server.get(path, Accept_Encoding="identity")
    assert (answer.status, answer.body) == (404, (ready_site / "404.html").read_bytes())
    assert answer.headers["content-type"].lower() == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == rules.ASKED


@pytest.mark.parametrize("name", NAMES)
def test_a_site_below_a_path_has_its_own_page_too(name: str, ready_site: Path, open_folder: Path) -> None:
    """The address in the settings says where the site stands on its server."""
    root = open_folder / f"below-{name}"
    shutil.copytree(ready_site, root / "skills")
    url = "https://www.example.org/skills/"
    if name == "apache":
        (root / "skills/.htaccess").write_text(configuration(name, url), "utf-8")
    with running(name, root, open_folder / f"work-{name}", url) as server:
        answer = server.get("/skills/none.html")
        assert (answer.status, answer.body) == (404, (ready_site / "404.html").read_bytes())
        asset = next((ready_site / "assets").glob("*.css")).name
        assert server.get(f"/skills/assets/{asset}").headers["cache-control"] == rules.KEPT


def test_only_large_texts_have_copies_and_each_is_smaller(ready_site: Path) -> None:
    """A copy is the same text; the addresses of what is kept are those that the site has."""
    for path in files(ready_site):
        whole, copy = ready_site / path, ready_site / (path + COPY)
        if copy.exists():
            assert gzip.decompress(copy.read_bytes()) == whole.read_bytes()
            assert copy.stat().st_size < whole.stat().st_size
        else:
            assert of_ending(path) not in ENDINGS or whole.stat().st_size < SMALLEST, path
