"""From the load of its page, the answer to each question is heard within six keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.records import Question
from tests.conftest import AS_OF, REPOSITORY, Tree
from tests.results import Results, Row
from tests.speech.bench import Bench, bench
from tests.speech.page import letters
from tests.speech.small_site import SmallSite, build_site, serve

KEYS = ("1", *("Down",) * 5)
"""To the first heading, then on, line by line."""
FEWEST = 20
pytestmark = pytest.mark.speech


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallSite]:
    """The site of this repository, served."""
    with serve(build_site(Tree(REPOSITORY), tmp_path_factory.mktemp("questions") / "site")) as site:
        yield site


@pytest.fixture(scope="module")
def reader() -> Iterator[Bench]:
    """A reader at Firefox."""
    with bench("firefox") as reader:
        yield reader


def keys_to(reader: Bench, address: str, wanted: str) -> int | None:
    """How many keys until the words were spoken; on a busy machine a page may be heard in part, then once more."""
    return _keys_to(reader, address, wanted) or _keys_to(reader, address, wanted)


def _keys_to(reader: Bench, address: str, wanted: str) -> int | None:
    """How many keys until these words were spoken, in one line or several that follow one another."""
    reader.visit(address)
    heard = ""
    for count, key in enumerate(KEYS, 1):
        heard += letters("".join(reader.press(key).utterances))
        if letters(wanted) in heard:
            return count
    return None


def test_the_answer_is_heard_within_six_keys(served: SmallSite, reader: Bench, results: Results) -> None:
    """Every question of the catalogue, by its first sentence."""
    questions = Tree(REPOSITORY).check(AS_OF).catalogue.of(Question)
    counts = {}
    for question in questions:
        address = f"{served.address}policies/questions/{question.id}.html"
        counts[question.id] = keys_to(reader, address, question.answer.text.split("。")[0])
    assert len(counts) >= FEWEST
    late = {name for name, count in counts.items() if count is None}
    most = max((count for count in counts.values() if count), default=0)
    results.rows["questions"] = Row("问答实听", "Orca，Firefox", f"{len(counts)}个问题，打开页面后最多按{most}个键听到回答", len(late))
    assert late == set()
