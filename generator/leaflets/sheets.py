"""A booklet as tagged PDF (PDF/UA-1): drawn by WeasyPrint from our own template, the QR codes by segno."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from generator.leaflets.booklet import Booklet
from generator.render.environment import environment

TEMPLATE = "leaflet.html"
VARIANT = "pdf/ua-1"


class CannotDraw(Exception):
    """What draws the PDF is not on this machine; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """What the template is given: the booklet, the day as the PDF writes it, address → QR code."""

    booklet: Booklet
    created: str
    codes: dict[str, str]


def markup(booklet: Booklet, root: str, created: str) -> str:
    """The booklet as HTML for print, by the template of the tree `root`; `created` is 2026-11-23."""
    coded = [*(part.code for part in booklet.parts), *(item.code for part in booklet.parts for item in part.items)]
    addresses = [booklet.address, *map(booklet.address_of, coded)]
    codes = {address: _code(address) for address in addresses if address}
    template = environment(root).get_template(TEMPLATE)
    return template.render(view=Sheets(booklet, created, codes))


def _code(address: str) -> str:
    """A QR code that a tenth of wear does not spoil, as an address that holds the picture."""
    try:
        import segno
    except ImportError as error:
        raise CannotDraw("缺少做二维码的软件。请运行：make leaflet") from error
    drawn: str = segno.make(address, error="m", micro=False).svg_data_uri(border=4)
    return drawn


def pdf(html: str) -> bytes:
    """The pages; nothing outside of the HTML is fetched, and the same HTML gives the same bytes."""
    try:
        import weasyprint
        from weasyprint.urls import URLFetcher
    except ImportError as error:
        raise CannotDraw("缺少做 PDF 的软件。请运行：make leaflet") from error
    except OSError as error:  # the libraries of the system that draw letters
        raise CannotDraw("缺少排版用的 Pango。请运行：make leaflet") from error
    drawn: bytes = weasyprint.HTML(
        string=html, url_fetcher=URLFetcher(allowed_protocols=["data"])
    ).write_pdf(
        pdf_variant=VARIANT,
        pdf_tags=True,
        pdf_identifier=hashlib.sha256(html.encode()).hexdigest()[:32].encode(),
        custom_metadata=False,
    )
    return drawn
