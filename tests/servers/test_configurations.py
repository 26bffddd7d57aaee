"""What servers are told agrees with what the pages say, and is written where it is wanted and nowhere else."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from generator.mkdocs_plugin import render
from generator.publish import MARKER, rollback
from generator.servers import NAMES, rules
from generator.servers.ready import NOTE, SERVERS, configuration
from tests.conftest import REPOSITORY, Runner, Tree
from tests.site.conftest import building, furnished
from tests.site.conftest import run as run_to_its_end

THEME = (REPOSITORY / "site_src/theme/main.html").read_text("utf-8")
EDITOR = (REPOSITORY / "site_src/templates/form-editor-place.html").read_text("utf-8")
POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')


def directives(policy: str) -> set[str]:
    """The names of what a policy rules."""
    return {part.split()[0] for part in policy.split(";")}


def test_the_header_rules_only_what_no_page_can_say() -> None:
    """Two policies both hold, so that one for all pages would break the form editor or the search by Pagefind."""
    for page in (THEME, EDITOR):
        policy = POLICY.search(page)
        assert policy
        assert not directives(rules.HEADERS["Content-Security-Policy"]) & directives(policy[1])


def test_pages_and_servers_say_the_same_of_referrers() -> None:
    """The header and the pages."""
    said = f'<meta name="referrer" content="{rules.HEADERS["Referrer-Policy"]}">'
    assert said in THEME
    assert said in EDITOR


@pytest.mark.parametrize("name", SERVERS)
def test_every_server_is_told_all_of_the_list(name: str) -> None:
    """Each header with its value, and what is kept for ever."""
    told = configuration(name, "")
    assert told.startswith(NOTE)
    for header, value in rules.HEADERS.items():
        assert re.search(rf'{re.escape(header)}:? "?{re.escape(value)}', told), header
    assert rules.KEPT in told


def test_hosts_of_plain_files_are_told_of_whole_folders() -> None:
    """Every line is an address or a header of the address above; all of the folder of assets is kept."""
    lines = configuration("pages", "https://www.example.org/skills/").splitlines()[1:]
    assert [line for line in lines if not line.startswith("  ")] == ["/skills/*", "/skills/assets/*", "/skills/policies/feed.xml"]
    kept = lines.index("/skills/assets/*") + 1
    assert lines[kept] == f"  Cache-Control: {rules.KEPT}"
    assert sum("Cache-Control" in line for line in lines) == 1, "two rules that match are joined"


@pytest.mark.parametrize(
    ("url", "base"),
    [
        ("", ""),
        ("https://www.example.org", ""),
        ("https://www.example.org/", ""),
        ("https://www.example.org/a/b/", "/a/b"),
        ('https://www.example.org/a";}\nx {/', "/a%22%3B%7Dx%20%7B"),
        ("https://www.example.org/目录/", "/%E7%9B%AE%E5%BD%95"),
    ],
)
def test_the_path_of_the_site_is_one_word(url: str, base: str) -> None:
    """Whatever address the settings name, nothing in it ends a line or a string of a configuration."""
    assert rules.base_of(url) == base


@pytest.mark.parametrize(("server", "written"), [("nginx", ""), ("apache", ".htaccess"), ("caddy", ""), ("pages", "_headers")])
def test_a_site_is_made_ready_for_the_server_that_is_named(
    server: str, written: str, small: Tree, tmp_path: Path
) -> None:
    """By the setting as by the option; a site made ready for none has nothing of it, nor has the one brought back."""
    sources, out = furnished(small), tmp_path / "site"
    assert run_to_its_end(building(sources, out)).returncode == 0
    plain = set(files_below(out))
    sources.edit("mkdocs.yml", '      server: ""\n', f"      server: {server}\n")
    assert run_to_its_end(building(sources, out)).returncode == 0
    more = set(files_below(out)) - plain
    assert {name for name in more if not name.endswith(".gz")} == ({written} if written else set())
    assert ("index.html.gz" in more) == SERVERS[server].sends_copies
    if written:
        assert (out / written).read_text("utf-8") == configuration(server, "")
    assert rollback(str(out))
    assert set(files_below(out)) == plain


def test_a_site_that_only_people_look_at_needs_no_server(small: Tree, tmp_path: Path) -> None:
    """The review of a branch asks for none, whatever the setting; the address is known all the same."""
    tree = furnished(small)
    tree.edit("mkdocs.yml", '      server: ""\n', "      server: apache\n")
    tree.edit("mkdocs.yml", 'site_url: ""', "site_url: https://www.example.org/skills/")
    found = [render(str(tree), str(tmp_path / name), server=server) for name, server in (("a", None), ("b", ""), ("c", "caddy"))]
    assert [pages.server for pages in found] == ["apache", "", "caddy"]
    assert {pages.site_url for pages in found} == {"https://www.example.org/skills/"}


def files_below(site: Path) -> list[str]:
    """The paths of the files of a site."""
    return [str(path.relative_to(site)) for path in site.rglob("*") if path.is_file() and path.name != MARKER]


def test_the_command_shows_or_writes_the_configuration(run: Runner, small: Tree, tmp_path: Path) -> None:
    """What was written by it before is replaced; the address in the settings counts."""
    furnished(small).edit("mkdocs.yml", 'site_url: ""', "site_url: https://www.example.org/skills/")
    shown = run("headers", "nginx", cwd=small.root)
    assert (shown.code, shown.out) == (0, configuration("nginx", "https://www.example.org/skills/"))
    assert "error_page 404 /skills/404.html;" in shown.out
    out = tmp_path / "web.conf"
    for name in ("caddy", "nginx"):
        done = run("headers", name, "--out", out, cwd=small.root)
        assert (done.code, done.err) == (0, "")
        assert done.out.startswith(f"已写好 {out}。")
    assert out.read_text("utf-8") == shown.out


@pytest.mark.parametrize("content", [b"server {}\n", b"", b"\xff"])
def test_the_command_replaces_nothing_of_others(
    content: bytes, run: Runner, small: Tree, tmp_path: Path
) -> None:
    """A file that it did not write, a link, and a folder that is not there, are told."""
    out, tree = tmp_path / "web.conf", furnished(small)
    out.write_bytes(content)
    done = run("headers", "nginx", "--out", out, cwd=tree.root)
    assert done.code == 1
    assert "没有动它" in done.err
    assert out.read_bytes() == content
    link = tmp_path / "link.conf"
    link.symlink_to(out)
    assert run("headers", "nginx", "--out", link, cwd=small.root).code == 1
    assert link.is_symlink()
    assert run("headers", "nginx", "--out", "/proc/none/x.conf", cwd=small.root).code == 1


def test_a_change_leaves_the_copies_of_other_pages(small: Tree, tmp_path: Path) -> None:
    """The next build takes them over, and is the same as one that makes all; the former site is not touched."""
    sources, out = furnished(small), tmp_path / "site"
    build = building(sources, out, "--server", "apache")
    assert run_to_its_end(build).returncode == 0
    before = {name: (out / name).read_bytes() for name in files_below(out)}
    sources.edit("catalogue/courses/ceshi-zhubian.yml", "hours: 40", "hours: 48")
    assert run_to_its_end(build).returncode == 0
    former = tmp_path / ".site.previous"
    assert {name: (former / name).read_bytes() for name in files_below(former)} == before
    assert (out / "accessibility.html.gz").samefile(former / "accessibility.html.gz")
    page = "courses/ceshi-zhubian.html"
    assert gzip.decompress((out / f"{page}.gz").read_bytes()) == (out / page).read_bytes()
    assert run_to_its_end(building(sources, tmp_path / "anew", "--server", "apache")).returncode == 0
    anew = {name: (tmp_path / "anew" / name).read_bytes() for name in files_below(tmp_path / "anew")}
    assert {name: (out / name).read_bytes() for name in files_below(out)} == anew


def test_the_names_are_those_of_the_servers() -> None:
    """What can be named has its configuration."""
    assert tuple(SERVERS) == NAMES
