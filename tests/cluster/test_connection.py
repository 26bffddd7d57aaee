"""A build on a cluster gives what a build on one machine gives, or says why not."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
from pathlib import Path

import pytest
from distributed import Security

from generator.cluster.connection import ClusterFailed, DaskCluster, _client, _failures_told
from generator.cluster.shares import share
from generator.cluster.tree import departing, forget
from tests.cluster.conftest import HOOK, quick
from tests.cluster.processes import Cluster, ended
from tests.conftest import REPOSITORY, Runner, Tree
from tests.site.conftest import building, files_of, run

PAGE = "courses/ceshi-zhubian.html"
RECORD = "catalogue/courses/ceshi-zhubian.yml"
UNTOUCHED = "没有生成；原来的网站没有动。\n"


def on(cluster: Cluster, tree: Tree, out: Path) -> list[str]:
    """The command that builds on a cluster."""
    return building(tree, out, "--scheduler", cluster.address)


def old_site(site: Path, out: Path) -> dict[str, bytes]:
    """A site that stands already."""
    shutil.copytree(site, out)
    return files_of(out)


def test_the_site_is_the_same_byte_for_byte(
    three: Cluster, small_sources: Tree, small_site: Path, tmp_path: Path
) -> None:
    """Three workers with other folders and another seed of hashes write what this machine writes alone."""
    done = run(on(three, small_sources, tmp_path / "site"), PYTHONHASHSEED="5")
    assert done.returncode == 0, done.stderr
    assert files_of(tmp_path / "site") == files_of(small_site)
    again = run(building(small_sources, tmp_path / "site"))
    assert again.stdout.startswith("没有改动，不用重新生成")


def test_reports_are_the_same_too(three: Cluster, small: Tree, run: Runner) -> None:
    """Faults in texts, fields and references are told alike, wherever the file was read."""
    small.edit(RECORD, "hours: 40", "hours: 四十")
    small.write("catalogue/courses/kong.yml", "")
    small.write("catalogue/courses/tab.yml", "id:\ttab\n")
    given = ("build", "--root", small, "--out", small.root / "site", "--as-of", "2026-11-23")
    alone, there = run(*given), run(*given, "--scheduler", three.address)
    assert alone.err == there.err
    assert alone.code == there.code == 1
    assert "F110" in there.err


def test_little_is_done_here(three: Cluster, small_sources: Tree, tmp_path: Path) -> None:
    """What still stands of the last build is used; the few pages of a changed record are made here, the same."""
    tree = Tree(tmp_path / "tree")
    shutil.copytree(small_sources.root, tree.root)
    assert run(building(tree, tmp_path / "site")).returncode == 0
    tree.edit(RECORD, "hours: 40", "hours: 41")
    with three.dying_at(PAGE):
        done = run([*on(three, tree, tmp_path / "site"), "--explain", PAGE])
    assert "它读过的东西变了" in done.stdout, done.stderr
    assert run(building(tree, tmp_path / "alone")).returncode == 0
    assert files_of(tmp_path / "site") == files_of(tmp_path / "alone")


@pytest.mark.parametrize("piece", [RECORD, PAGE])
def test_a_worker_that_is_killed_at_work_is_survived(
    piece: str, three: Cluster, small_sources: Tree, small_site: Path, tmp_path: Path
) -> None:
    """One is killed while it reads a record, or makes a page; others do its share, and no byte differs."""
    with three.stopping_at(piece) as stopped:
        command = on(three, small_sources, tmp_path / "site")
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as build:
            os.kill(stopped(), signal.SIGKILL)
            _, told = build.communicate()
    assert build.returncode == 0, told
    assert files_of(tmp_path / "site") == files_of(small_site)


def test_a_share_that_kills_each_worker_ends_with_a_message(
    three: Cluster, small_sources: Tree, small_site: Path, tmp_path: Path
) -> None:
    """It is tried no more than the scheduler allows; the site that stood stands."""
    before = old_site(small_site, tmp_path / "site")
    with three.dying_at(PAGE):
        done = run([*on(three, small_sources, tmp_path / "site"), "--anew"])
    assert done.returncode == 1
    assert done.stderr.endswith(
        "同一份工作接连让几个工作进程停了，没有再试。\n多半是内存不够：给工作进程多留内存，或少开几个，再试一次。\n"
        + UNTOUCHED
    )
    assert files_of(tmp_path / "site") == before


def test_when_all_workers_are_gone_it_ends_with_a_message(
    empty: Cluster, small_sources: Tree, small_site: Path, tmp_path: Path
) -> None:
    """The only worker is killed at work and does not come back."""
    empty.add(1, "--no-nanny", "--preload", str(HOOK))
    before = old_site(small_site, tmp_path / "site")
    with empty.dying_at(PAGE):
        done = quick(
            "build",
            "--root",
            small_sources,
            "--out",
            tmp_path / "site",
            "--scheduler",
            empty.address,
        )
    assert done.returncode == 1
    assert done.stderr.endswith(
        "工作进程都停了，或调度程序停了，没有等到结果。\n看它们是不是还在运行：dask scheduler，dask worker；再试一次。\n"
        + UNTOUCHED
    )
    assert files_of(tmp_path / "site") == before


@pytest.mark.parametrize("has", ["another version", "nothing"])
def test_a_worker_with_another_program_is_refused(
    has: str, empty: Cluster, small_sources: Tree, tmp_path: Path
) -> None:
    """A comment more in one file of the program is another program; so is none at all."""
    if has == "another version":
        shutil.copytree(REPOSITORY / "generator", tmp_path / "other/generator")
        with open(tmp_path / "other/generator/digits.py", "a", encoding="utf-8") as file:
            file.write("# another\n")
    else:
        (tmp_path / "other").mkdir()
        (tmp_path / "other/sitecustomize.py").write_text(
            "import sys\nsys.modules['generator'] = None\n"
        )
    empty.add(1, PYTHONPATH=str(tmp_path / "other"))
    done = quick(
        "build", "--root", small_sources, "--out", tmp_path / "site", "--scheduler", empty.address
    )
    assert done.returncode == 1
    assert re.fullmatch(
        r"工作进程 tcp://127.0.0.1:\d+ 的程序或软件和这里的不一样，不能一起生成。\n"
        rf"每台都用同一份程序，装同样的软件（make cluster），再重新启动工作进程。\n{UNTOUCHED}",
        done.stderr,
    )
    assert not (tmp_path / "site").exists()


def test_a_worker_that_joins_late_refuses_what_another_program_sends(three: Cluster) -> None:
    """Each share says which program sent it, before anything of it is unpickled."""
    client = _client(three.address)
    try:
        asked = client.submit(share, "another program", "tree", b"", b"", slice(0, 1), pure=False)
        with pytest.raises(ClusterFailed, match="和这里的不一样"), _failures_told():
            asked.result()
    finally:
        client.close()


def test_what_fails_at_a_piece_fails_here(three: Cluster, small: Tree) -> None:
    """A fault of the program on a worker is told as it would be here."""
    client = _client(three.address)
    root = departing(str(small))
    try:
        cluster = DaskCluster(client, root, 1)
        assert list(cluster.spread(len, ["a", "bc"] * 50, 64)) == [1, 2] * 50
        with pytest.raises(TypeError, match="has no len"):
            list(cluster.spread(len, [1] * 100, 64))  # type: ignore[arg-type]
    finally:
        forget(root.tree)
        client.close()


def test_a_scheduler_without_workers_says_so(
    empty: Cluster, small_sources: Tree, tmp_path: Path
) -> None:
    """The remedy is the command that starts one."""
    done = quick(
        "build", "--root", small_sources, "--out", tmp_path / "site", "--scheduler", empty.address
    )
    assert (done.returncode, done.stderr) == (
        1,
        f"调度程序在运行，可是还没有工作进程。\n在干活的计算机上运行：dask worker {empty.address}\n{UNTOUCHED}",
    )


@pytest.mark.parametrize("there", ["nothing", "silence"])
def test_where_no_scheduler_answers_it_ends_with_a_message(
    there: str, small_sources: Tree, small_site: Path, tmp_path: Path
) -> None:
    """Nothing listens there, or something that never answers."""
    before = old_site(small_site, tmp_path / "site")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        if there == "silence":
            taken.listen()
        address = f"tcp://127.0.0.1:{taken.getsockname()[1]}"
        done = quick(
            "build",
            "--root",
            small_sources,
            "--out",
            tmp_path / "site",
            "--anew",
            "--scheduler",
            address,
        )
    assert (done.returncode, done.stderr) == (
        1,
        f"连不上调度程序 {address}。\n核对地址、端口和证书，看它是不是在运行：dask scheduler\n{UNTOUCHED}",
    )
    assert files_of(tmp_path / "site") == before


def test_with_certificates_all_is_encrypted(
    small_sources: Tree, small_site: Path, tmp_path: Path
) -> None:
    """Scheduler, worker and build speak TLS with what the handbook tells them; without, none gets in."""
    key, certificate = str(tmp_path / "key.pem"), str(tmp_path / "certificate.pem")
    asked = (
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
    )
    command = ["openssl", *asked, "-keyout", key, "-out", certificate]
    subprocess.run(command, check=True, capture_output=True)
    security = Security(
        require_encryption=True,
        tls_ca_file=certificate,
        tls_client_cert=certificate,
        tls_client_key=key,
    )
    files = {"CA_FILE": certificate, "CLIENT__CERT": certificate, "CLIENT__KEY": key}
    options = ["--tls-ca-file", certificate, "--tls-cert", certificate, "--tls-key", key]
    with ended(Cluster(tmp_path, options=options, security=security)) as cluster:
        cluster.start("--protocol", "tls")
        cluster.add(1, "--nworkers", "1")
        assert cluster.address.startswith("tls://")
        known = {f"DASK_DISTRIBUTED__COMM__TLS__{name}": file for name, file in files.items()}
        done = run(on(cluster, small_sources, tmp_path / "site"), **known)
        clear = cluster.address.replace("tls", "tcp")
        refused = quick(
            *building(small_sources, tmp_path / "site", "--anew", "--scheduler", clear)[3:]
        )
    assert done.returncode == 0, done.stderr
    assert files_of(tmp_path / "site") == files_of(small_site)
    assert refused.stderr.startswith("连不上调度程序 tcp://")


def test_tls_without_certificates_says_so(small_sources: Tree, tmp_path: Path) -> None:
    """Nothing is sent in the clear instead."""
    address = "tls://127.0.0.1:8786"
    done = quick(
        "build", "--root", small_sources, "--out", tmp_path / "site", "--scheduler", address
    )
    assert (done.returncode, done.stderr) == (
        1,
        f"{address} 要用证书，这里没有证书的设置。\n照手册“几台计算机一起生成”写好，再试一次。\n{UNTOUCHED}",
    )


def test_without_the_libraries_only_a_cluster_is_missing(
    small_sources: Tree, small_site: Path, tmp_path: Path
) -> None:
    """A build here imports nothing of Dask; one elsewhere says what to install."""
    (tmp_path / "sitecustomize.py").write_text(
        "import sys\nsys.modules['distributed'] = sys.modules['dask'] = None\n"
    )
    known = {"PYTHONPATH": f"{tmp_path}{os.pathsep}{REPOSITORY}"}
    done = run(building(small_sources, tmp_path / "site"), **known)
    assert done.returncode == 0, done.stderr
    assert files_of(tmp_path / "site") == files_of(small_site)
    there = building(
        small_sources, tmp_path / "site", "--anew", "--scheduler", "tcp://127.0.0.1:8786"
    )
    done = run(there, **known)
    assert (done.returncode, done.stderr) == (
        1,
        f"没有装几台计算机一起生成要用的软件。\n运行 make cluster，再试一次。\n{UNTOUCHED}",
    )
