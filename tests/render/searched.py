"""Pages for an index to be made of, and how an index of a few of them is made to be like a large one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from unittest.mock import patch

from hypothesis import strategies as st

from generator.render.index_pages import Document
from generator.render.search_index import entries, files, places, shown, tree, update
from generator.render.search_index.update import update as updated

DOCUMENTS = [
    Document(
        f"courses/{n}.html",
        f"竹编{n}班",
        "课程",
        "成都市",
        f"学编竹篮{n}。" * n,
        "course",
        "510100",
    )
    for n in range(1, 40)
]


def files_of(documents: list[Document]) -> dict[str, str]:
    """The files of the index of these pages."""
    return updated(None, documents).files


@contextmanager
def small(many: int, few: int) -> Iterator[None]:
    """Little is much: all that large indexes have stands in an index of a few pages."""
    with ExitStack() as stack:
        stack.enter_context(patch.object(tree, "MANY", many))
        stack.enter_context(patch.object(entries, "MOST_RUNS", few))
        stack.enter_context(patch.object(places, "FEW", 1 + few))
        stack.enter_context(patch.multiple(files, LEAST=40, CHANCE=2, MOST_LISTED=3, MOST_WORDS=2))
        stack.enter_context(patch.multiple(shown, LEAST=1, CHANCE=2))
        stack.enter_context(patch.object(update, "AT_ONCE", 20))
        yield


SIZES = st.tuples(st.integers(1, 4), st.integers(0, 2))


TEXTS = st.text(alphabet="残疾人20aBＢ5𠮷é，。：〔〕- \n", max_size=40)
PAGES = st.builds(
    Document,
    path=st.just(""),
    title=TEXTS,
    type=st.just("课程"),
    region=st.just(""),
    text=TEXTS,
    kind=st.sampled_from(["course", "policy", "past", ""]),
    prefecture=st.sampled_from(["", "510100", "511300"]),
    known_as=st.sampled_from(["", "川残办〔2021〕8号"]),
)


def numbered(pages: list[Document]) -> list[Document]:
    """The pages with paths."""
    return [replace(page, path=f"{number}.html") for number, page in enumerate(pages)]
