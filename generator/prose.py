"""The little Markdown that a field may hold: paragraphs, lists, emphasis, links."""

from __future__ import annotations

import re

import nh3
from markdown_it import MarkdownIt

ALLOWED_TAGS = {"p", "ul", "ol", "li", "strong", "em", "a", "br"}
SCHEMES = {"https", "http", "mailto", "tel"}
_LINK = re.compile(r"(https?://[^\s@\\]+|mailto:[^\s\\]+|tel:[0-9+-]+|[A-Za-z0-9#][A-Za-z0-9./#_?=&%-]*)")

_SPOKEN = frozenset({"text", "code_inline"})
# html=True lets raw HTML through to the sanitiser, so that it is seen and refused, not printed.
_MARKDOWN = MarkdownIt("commonmark", {"html": True})
_MARKS = r"<>&\[\]*_`#!\\|~+\-\"\n\x00-\x1f\x7f\xa0"
_LINE = rf"(?!\s|\d+[.)])(?:[^{_MARKS}]*[^{_MARKS}\s])"
_PLAIN_TEXT = re.compile(_LINE)
_PLAIN_LIST = re.compile(rf"- {_LINE}(?:\n- {_LINE})*\n?")


def _plainly(text: str) -> str:
    """The HTML of a text without any mark, or of a list of such texts; "" for other Markdown."""
    if _PLAIN_TEXT.fullmatch(text):
        return f"<p>{text}</p>\n"
    if _PLAIN_LIST.fullmatch(text):
        items = text.removesuffix("\n")[2:].replace("\n- ", "</li>\n<li>")
        return f"<ul>\n<li>{items}</li>\n</ul>\n"
    return ""


def _render(text: str) -> str:
    return str(_MARKDOWN.render(text))


def _safe_link(_element: str, attribute: str, value: str) -> str | None:
    if attribute == "href" and not (_LINK.fullmatch(value) and "//" not in value.split("://", 1)[-1]):
        return None
    return value


def _clean(html: str) -> str:
    return nh3.clean(
        html,
        tags=ALLOWED_TAGS,
        attributes={"*": set(), "a": {"href"}, "ol": {"start"}},
        attribute_filter=_safe_link,
        url_schemes=SCHEMES,
        link_rel=None,
    )


def to_html(text: str) -> str:
    """Safe HTML of a field's Markdown; only tags of `ALLOWED_TAGS`."""
    return _plainly(text) or cleaned(text)


def cleaned(text: str) -> str:
    """The same by way of Markdown and the sanitiser, whatever the text."""
    return _clean(_render(text))


def to_lines(text: str) -> list[str]:
    """The words of a field's Markdown alone, a line a paragraph or an item of a list."""
    blocks = [token.children or [] for token in _MARKDOWN.parse(text) if token.type == "inline"]
    lines = ("".join(part.content for part in block if part.type in _SPOKEN) for block in blocks)
    return [line for line in lines if line.strip()]


def links_in(text: str) -> list[str]:
    """Where the links and pictures of a Markdown text lead, in order."""
    found: list[str] = []
    for block in _MARKDOWN.parse(text):
        for token in block.children or ():
            address = token.attrGet("href") or token.attrGet("src")
            found += [str(address)] if address else []
    return found


def is_changed_by_cleaning(text: str) -> bool:
    """Whether cleaning takes anything away, so that the text must be refused, not stripped."""
    if _plainly(text):
        return False
    rendered = _render(text)
    return _same(_clean(rendered)) != _same(rendered)


def _same(html: str) -> str:
    """HTML without the differences of spelling between the renderer and the sanitiser."""
    return html.replace("&quot;", '"').replace("&#39;", "'").replace("<br />", "<br>").replace("\xa0", "&nbsp;")
