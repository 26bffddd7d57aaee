"""What the search knows of a page, and the page that Pagefind reads in place of the real one.

That one has a space around every Chinese character: Pagefind cuts words with another dictionary than
the browser, and so misses 残联 or 蜀绣. With every character a word, and the query cut alike inside
quotes, any substring is found (decisions/0004).
"""

from __future__ import annotations

import html
import json
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Self

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
FIRST_RUNE = 0x16A0
_BEFORE_WORD = re.compile(rf"([{HAN}]|[^\w\s]|_)(?=[^\W_])")
_BEFORE_HAN = re.compile(rf"(\w)(?=[{HAN}])")
_WORD = re.compile(r"\w+")
_STOP = re.compile("([。！？；：，、])")
_BLANKS = re.compile(r"\s+")
_AFTER_STOP = re.compile(r"(?<=[。！？；：，、])\s+")
_COMMENT = re.compile("<!--.*?-->", re.DOTALL)
# Templates and Markdown write < and > in texts and attributes as entities, so this finds every tag.
_TAG = re.compile("<(/?)([a-z][a-z0-9]*)([^<>]*)>")
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

    def written(self) -> str:
        """The document as JSON."""
        return json.dumps([getattr(self, name) for name in self.__slots__], ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def read(cls, text: str) -> Self:
        """What `written` wrote."""
        *plain, quick = json.loads(text)
        return replace(cls(*plain), quick=tuple((words, anchor) for words, anchor in quick))


def spaced(text: str) -> str:
    """The text, its words in NFKC form, with every Chinese character a word, cut as `cut` in search.js does.

    Marks inside a word part it too (川残办〔2021〕8号, 4-10-04-02) but keep to the word before
    them, since a mark standing alone would take the place of a word in a phrase.
    """
    text = _WORD.sub(lambda word: unicodedata.normalize("NFKC", word[0]), text)
    text = _BEFORE_HAN.sub(r"\1 ", _BEFORE_WORD.sub(r"\1 ", text))
    return _BLANKS.sub(" ", _STOP.sub(r" \1 ", text)).strip()


def text_of(body: str) -> str:
    """The text of an HTML fragment of ours, a sentence a block.

    Without the h1 (the index has the title), navigation, forms, heads of tables and what is
    data-unsearched.
    """
    words: list[str] = []
    last = ""
    for ended, text in _heard(body):
        if ended in _BLOCKS and last and last not in _ENDED:
            last = "：" if ended in {"dt", "th"} else "。"
            words.append(last)
        words.append(text)
        last = text.rstrip()[-1:] or last
    return _AFTER_STOP.sub("", _BLANKS.sub(" ", html.unescape("".join(words)))).strip()


def _heard(body: str) -> Iterator[tuple[str, str]]:
    """Each text that is not silent, and the element that ended just before it, if any."""
    silent: list[str] = []  # the elements that are open, from the outermost that is not heard
    pieces = iter(("", "", "", *_TAG.split(_COMMENT.sub("", body))))
    for closing, tag, attributes, text in zip(pieces, pieces, pieces, pieces, strict=True):
        ended = tag if closing and not silent else ""
        if closing:
            if silent and silent[-1] == tag:
                silent.pop()
        elif tag not in _VOID and (silent or tag in _SILENT or "data-unsearched" in attributes):
            silent.append(tag)
        if not silent:
            yield ended, text


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
