"""What a page of text in `site_src/content` may hold: plain Markdown below a short head.

The host reads the head as YAML, which lets a page choose its own template, and lets HTML in the text
through to the reader. So both are held against a short list of what is taken before it sees them.
"""

from __future__ import annotations

import re

import nh3

FOLDER = "site_src/content"
"""Where the pages of text lie."""
HANDBOOK = "handbook/"
"""Below it are the pages for staff, which readers' search does not find."""
HEAD = ("title", "description", "section", "kind", "contents")
TAGS = {"a", "blockquote", "br", "code", "dd", "dl", "dt", "em", "hr", "li", "ol", "p", "pre"}
TAGS |= {"h1", "h2", "h3", "h4", "h5", "h6", "strong", "ul"}
TAGS |= {"table", "tbody", "td", "th", "thead", "tr"}
ATTRIBUTES = {"*": set[str](), "a": {"href"}, "ol": {"start"}, **{f"h{n}": {"id"} for n in range(1, 7)}}
SCHEMES = {"https", "http", "mailto", "tel"}
_PLAIN_START = r"[^\s&*!|>{}\[\]%@`#?,-]"
_HEAD = re.compile(rf"---\n(?:(?:{'|'.join(HEAD)}): {_PLAIN_START}[^\n]*\n)+---\n")
_TITLE = re.compile(r"---\n(?:(?!---\n)[^\n]*\n){0,9}?title: ([^\n]+)\n")
_FOREIGN = re.compile(r"-+8<-+|\{ ?[:#.%{]")
_LINK = re.compile(
    r"(https?://[^\s@\\]+|mailto:[^\s\\]+|tel:[0-9+-]+|(?:\.\./){0,2}[A-Za-z0-9#][A-Za-z0-9./#_?=&%-]*)"
)


def fault_in(source: str) -> str:
    """What is wrong with the Markdown of a page, as a Chinese sentence; "" when nothing is."""
    if not _HEAD.match(source):
        names = "、".join(HEAD)
        return f"开头要有写在两行 --- 之间的说明，一行一项，只能写 {names}。"
    for number, line in enumerate(source.splitlines(), 1):
        found = _FOREIGN.search(line)
        if found:
            return f"第{number}行有页面不收的写法“{found[0]}”，请删去。"
    return ""


def title_of(source: str) -> str:
    """The title that the head of a page gives it, or "" when it has none."""
    found = _TITLE.match(source)
    return found[1].strip() if found else ""


def head_of(source: str) -> dict[str, str]:
    """What the head of a page says, by name; nothing when it is no head that pages may have."""
    found = _HEAD.match(source)
    lines = found[0].splitlines()[1:-1] if found else []
    return {name: text.strip() for name, _, text in (line.partition(": ") for line in lines)}


def is_changed_by_cleaning(html: str) -> bool:
    """Whether the HTML of a page holds anything that is not on the list."""
    cleaned = nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=_safe_link,
        url_schemes=SCHEMES,
        link_rel=None,
    )
    return _folded(cleaned) != _folded(html)


def _safe_link(_element: str, attribute: str, value: str) -> str | None:
    is_safe = _LINK.fullmatch(value) and "//" not in value.split("://", 1)[-1]
    return None if attribute == "href" and not is_safe else value


def _folded(html: str) -> str:
    """HTML without the spellings in which Python-Markdown and the sanitiser differ."""
    for one, other in (("&quot;", '"'), ("&#39;", "'"), (" />", ">"), ("\xa0", "&nbsp;")):
        html = html.replace(one, other)
    return "".join(html.split())
