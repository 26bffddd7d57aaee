"""What comes of an address: every way in which other people's sites fail, and whom we never ask."""

from __future__ import annotations

import ipaddress
import socket
import time

import pytest

from generator.outside_links.answer import Outcome
from generator.outside_links.asking import AGENT, is_public, is_public_or_local
from generator.outside_links.visiting import MOST_HOPS, Visitor
from tests.outside_links.conftest import Site

OUTCOMES = {
    "/open": (Outcome.OPEN, "打得开"),
    "/204": (Outcome.OPEN, "打得开"),
    "/no-head": (Outcome.OPEN, "打得开"),
    "/hangs-up-on-head": (Outcome.OPEN, "打得开"),
    "/moved": (Outcome.MOVED, "已搬家 → {site}/open"),
    "/moved-twice": (Outcome.MOVED, "已搬家 → {site}/open"),
    "/moved-for-now": (Outcome.OPEN, "打得开 → {site}/open"),
    "/moved-then-for-now": (Outcome.OPEN, "打得开 → {site}/open"),
    "/moved-to-nothing": (Outcome.BROKEN, "打不开（404，没有这一页） → {site}/404"),
    "/chinese": (Outcome.MOVED, "已搬家 → {site}/%E5%85%AC%E5%91%8A"),
    "/odd": (Outcome.MOVED, "已搬家 → {site}/op%1B[2Jen"),
    "/404": (Outcome.BROKEN, "打不开（404，没有这一页）"),
    "/410": (Outcome.BROKEN, "打不开（410，这一页已经撤下）"),
    "/500": (Outcome.BROKEN, "打不开（500，网站自己出错了）"),
    "/418": (Outcome.UNSURE, "说不准（网站回答 418；请用浏览器看）"),
    "/403": (Outcome.UNSURE, "说不准（403，网站不让程序看；请用浏览器看）"),
    "/loop": (Outcome.LOOP, "转来转去到不了（又转回来了）"),
    "/itself": (Outcome.LOOP, "转来转去到不了（又转回来了）"),
    "/hop0": (Outcome.LOOP, f"转来转去到不了（转了 {MOST_HOPS} 次还没有到）"),
    "/hangs-up": (Outcome.UNREACHABLE, "连不上（网站没有接）"),
    "/no-web": (Outcome.BROKEN, "打不开（回答的不是网页）"),
    "/out": (Outcome.REFUSED, "不查（不是外面的网页：本机、内网或别的协议） → http://127.0.0.2:{port}/open"),
    "/to-file": (Outcome.REFUSED, "不查（不是外面的网页：本机、内网或别的协议） → file:///etc/passwd"),
    "/to-user": (Outcome.REFUSED, "不查（不是外面的网页：本机、内网或别的协议） → http://a@127.0.0.1:{port}/open"),
}


def _only_this(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    return str(address) == "127.0.0.1"


def _visitor(timeout: float = 5) -> Visitor:
    return Visitor(timeout, 0, _only_this)


@pytest.mark.parametrize("path", OUTCOMES)
def test_what_comes_of_an_address(path: str, site: Site) -> None:
    """Each answer has its outcome and its words."""
    outcome, words = OUTCOMES[path]
    answer = _visitor().visit(site.url(path))
    assert answer.words == words.format(site=site.url(""), port=site.port)
    assert answer.outcome is outcome


@pytest.mark.parametrize("path", ["/never", "/drips"])
def test_time_is_up(path: str, site: Site) -> None:
    """A server that never answers, or never ends to, costs two timeouts at most: HEAD and GET."""
    begun = time.monotonic()
    answer = _visitor(0.3).visit(site.url(path))
    assert answer.words == "等了太久"
    assert time.monotonic() - begun < 10


def test_a_certificate_that_nobody_vouches_for(self_signed: Site) -> None:
    """It is told apart from a page that is gone."""
    answer = _visitor().visit(self_signed.url("/open", "https"))
    assert answer.words == "证书有问题（过期、自签，或不是这个网站的）"


def test_a_site_without_encryption_where_it_should_be(site: Site) -> None:
    """A handshake that fails is a matter of the certificate too, not of the page."""
    answer = _visitor().visit(site.url("/open", "https"))
    assert answer.outcome is Outcome.CERTIFICATE


def test_nobody_there() -> None:
    """A port that nobody listens on."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    assert _visitor().visit(f"http://127.0.0.1:{port}/").words == "连不上（网站没有接）"


def test_a_name_that_leads_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """No machine has this name."""
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert _visitor().visit("https://gibt-es-nicht.example.org/").words == "连不上（找不到这个网站）"


PRIVATE = (
    "127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",  # noqa: S104 - an address that is refused
    "255.255.255.255", "192.0.2.1", "::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
    "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::",
)  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_never_asked(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever name leads there: no connection is made."""
    def found(*_: object, **__: object) -> list[object]:
        return [(0, 0, 0, "", ("93.184.216.34", 80)), (0, 0, 0, "", (address, 80))]

    def connect(*_: object, **__: object) -> None:
        pytest.fail("connected")

    monkeypatch.setattr(socket, "getaddrinfo", found)
    monkeypatch.setattr(socket, "create_connection", connect)
    assert Visitor(1, 0).visit("http://www.example.org/").outcome is Outcome.REFUSED
    assert not is_public(ipaddress.ip_address(address))


def test_public_addresses_are_public() -> None:
    """And with --allow-local this machine is added, its network is not."""
    for address in ("93.184.216.34", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"):
        assert is_public(ipaddress.ip_address(address))
    assert is_public_or_local(ipaddress.ip_address("127.0.0.1"))
    assert not is_public_or_local(ipaddress.ip_address("192.168.1.1"))


@pytest.mark.parametrize("url", ["ftp://127.0.0.1/", "file:///etc/passwd", "http:///a", "http://a:b@127.0.0.1/", "gopher://127.0.0.1"])
def test_only_the_web_is_asked(url: str) -> None:
    """Other schemes, and addresses with a name in them, are refused."""
    assert _visitor().visit(url).outcome is Outcome.REFUSED


@pytest.mark.parametrize("url", ["http://127.0.0.1:99999/", "http://[::1/", "http://127.0.0.1:x/"])
def test_what_is_no_address_is_told(url: str) -> None:
    """An address that cannot be taken apart is broken, and nothing stops."""
    assert _visitor().visit(url).words == "打不开（回答的不是网页）"


def test_no_request_is_made_to_a_host_that_a_redirect_may_not_lead_to(site: Site) -> None:
    """The server listens there too, and hears nothing."""
    _visitor().visit(site.url("/out"))
    assert {path for _, path in site.asked} == {"/out"}


def test_a_host_is_asked_politely(site: Site) -> None:
    """One request at a time, by name, with HEAD; with GET only where that fails."""
    urls = [site.url(f"/open?{number}") for number in range(20)] + [site.url("/404"), site.url("/no-head")]
    visited: list[None] = []
    answers = _visitor().visit_all(urls, lambda: visited.append(None))
    assert list(answers) == urls
    assert len(visited) == len(urls)
    assert site.at_once == 1
    assert site.agents == {AGENT}
    assert site.methods("/open?7") == ["HEAD"]
    assert site.methods("/404") == site.methods("/no-head") == ["HEAD", "GET"]


def test_addresses_are_written_as_the_web_has_them(site: Site) -> None:
    """Chinese in a path or a query is sent in its bytes; what is escaped stays so."""
    _visitor().visit(site.url("/公告?年=2026&a=%20"))
    assert site.asked == [("HEAD", "/%E5%85%AC%E5%91%8A?%E5%B9%B4=2026&a=%20")]
