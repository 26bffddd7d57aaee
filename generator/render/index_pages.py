"""What the search knows of a page, and the page that Pagefind reads in place of the real one.

That one has a space around every Chinese character: Pagefind cuts words with another dictionary than
the browser, and so misses 残联 or 蜀绣. With every character a word, and the query cut alike inside
quotes, any substring is found (decisions/0004).
"""

from __future__ import annotations

import html
import os
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
FIRST_RUNE = 0x16A0
_BEFORE_WORD = re.compile(rf"([{HAN}]|[^\w\s]|_)(?=[^\W_])")
_BEFORE_HAN = re.compile(rf"(\w)(?=[{HAN}])")
_WORD = re.compile(r"\w+")
_STOP = re.compile("([。！？；：，、])")
_BLANKS = re.compile(r"\s+")
_AFTER_STOP = re.compile(r"(?<=[。！？；：，、])\s+")
_SILENT = frozenset({"script", "style", "template", "nav", "form", "h1", "thead"})
_BLOCKS = frozenset({"p", "li", "dt", "dd", "h2", "h3", "h4", "h5", "h6", "th", "td", "caption", "summary"})
_ENDED = "。！？；：，、"
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"})
_VOID |= {"source", "track", "wbr"}


@dataclass(frozen=True, slots=True)
class Document:
    """What the index holds of a page: `path` on the site, its title, type and region, its text.

    A search can be narrowed to a `kind` of page and to the code of a `prefecture`. `known_as` finds
    the page as its title does: the number of a policy. `quick` leads into the page: texts and ids.
    """

    path: str
    title: str
    type: str
    region: str
    text: str
    kind: str = ""
    prefecture: str = ""
    known_as: str = ""
    quick: tuple[tuple[str, str], ...] = ()


def spaced(text: str) -> str:
    """The text, its words in NFKC form, with every Chinese character a word, cut as `cut` in search.js does.

    Marks inside a word part it too (川残办〔2021〕8号, 4-10-04-02) but keep to the word before
    them, since a mark standing alone would take the place of a word in a phrase.
    """
    text = _WORD.sub(lambda word: unicodedata.normalize("NFKC", word[0]), text)
    text = _BEFORE_HAN.sub(r"\1 ", _BEFORE_WORD.sub(r"\1 ", text))
    return _BLANKS.sub(" ", _STOP.sub(r" \1 ", text)).strip()


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.silent: list[str] = []
        self.words: list[str] = []
        self.last = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        is_silent = tag in _SILENT or any(name == "data-unsearched" for name, _ in attrs)
        if tag not in _VOID and (self.silent or is_silent):
            self.silent.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.silent and self.silent[-1] == tag:
            self.silent.pop()
        elif tag in _BLOCKS and self.last and self.last not in _ENDED:
            self.handle_data("：" if tag in {"dt", "th"} else "。")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.words.append(data)
            self.last = data.rstrip()[-1:] or self.last


def text_of(body: str) -> str:
    """The text of an HTML fragment, a sentence a block.

    Without the h1 (the index has the title), navigation, forms, heads of tables and what is
    data-unsearched.
    """
    parser = _Text()
    parser.feed(body)
    parser.close()
    return _AFTER_STOP.sub("", _BLANKS.sub(" ", "".join(parser.words))).strip()


def index_page(document: Document) -> str:
    """The page that Pagefind reads in place of the real one."""
    shown = {"title": document.title, "type": document.type, "region": document.region}
    narrowed = {"type": document.kind, "region": document.prefecture}
    marks = " ".join(mark(name, value) for name, value in narrowed.items() if value)
    return (
        f'<!doctype html><html lang="zh-CN"><head><title>{html.escape(document.title)}</title>'
        f"{_shown(shown)}</head><body><main data-pagefind-body>"
        f"<h1>{html.escape(spaced(document.title))}</h1>"
        f"<p>{html.escape(spaced(document.text))}</p><p>{marks}</p></main></body></html>\n"
    )


def mark(name: str, value: str) -> str:
    """The word by which a search is narrowed; `search.js` makes the same one and never shows it.

    Pagefind's own filters would do, but its files then differ from run to run. A rune for each
    letter or digit: letters, so that Pagefind keeps them in one word, and nothing readers type.
    """
    return "".join(chr(FIRST_RUNE + int(sign, 36)) for sign in name[0] + value)


def _shown(values: dict[str, str]) -> str:
    return "".join(
        f'<meta data-pagefind-meta="{name}[content]" content="{html.escape(value)}">'
        for name, value in values.items()
        if value
    )


def write_index_pages(documents: Iterable[Document], folder: str) -> None:
    """One page a document below `folder`, at the document's own path."""
    for document in documents:
        path = os.path.join(folder, document.path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(index_page(document))
