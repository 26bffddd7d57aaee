"""A question is answered in the first sentence, and each statement says what it rests on."""

from __future__ import annotations

import re

import pytest

from generator.pages import all_pages
from generator.records import Question
from tests.conftest import AS_OF, REPOSITORY, Tree
from tests.pages.conftest import Pages, PagesOf

FEWEST = 20
LONGEST_ANSWER = 40
SAID = re.compile(r'<ul class="said">.*?</ul>|<ol class="said">.*?</ol>', re.DOTALL)
ITEM = re.compile(r"<li>(.*?)</li>", re.DOTALL)
CITE = re.compile(r'<span class="cite">依据：<a href="[^"]+">[^<]+</a>')


@pytest.fixture(scope="module")
def pages(pages_of: PagesOf) -> Pages:
    """The pages of this repository."""
    return pages_of(Tree(REPOSITORY))


@pytest.fixture(scope="module")
def questions() -> list[Question]:
    """The questions of this repository."""
    return Tree(REPOSITORY).check(AS_OF).catalogue.of(Question)


def test_there_are_many_questions(questions: list[Question]) -> None:
    """At least twenty, each asked with a question mark and no two with the same words."""
    assert len(questions) >= FEWEST
    assert all(q.name.endswith("？") for q in questions)
    assert len({q.name for q in questions}) == len(questions)


def test_the_answer_is_the_first_sentence(questions: list[Question], pages: Pages) -> None:
    """It is short, and stands right below the heading, before all else."""
    for question in questions:
        first = question.answer.text.split("。")[0]
        assert len(first) <= LONGEST_ANSWER, question.id
        before, _, after = pages.body(f"policies/questions/{question.id}.html").partition('<p class="lead">')
        assert before.strip() == f"<h1>{question.name}</h1>", question.id
        assert after.startswith(first), question.id


def test_every_statement_is_cited(pages: Pages) -> None:
    """On every page no statement stands without a link to what it rests on."""
    seen = 0
    for path in pages.by_path:
        for block in SAID.findall(pages.body(path)):
            for item in ITEM.findall(block):
                assert CITE.search(item), (path, item)
                seen += 1
    assert seen > 200


def test_a_statement_of_an_ended_document_says_so(pages: Pages) -> None:
    """The plan of 2021 is never cited without the word that its period is over."""
    for path in pages.of_kind("question"):
        for link in re.findall(r'<span class="cite">(.*?)</span>', pages.body(path), re.DOTALL):
            for text in re.findall(r">([^<]*川残办〔2021〕8号[^<]*)<", link):
                assert text.endswith("（目标期已结束）"), path


def test_each_question_says_whom_to_ask(pages: Pages) -> None:
    """Below 问谁 stands a number or an office."""
    for path in pages.of_kind("question"):
        below = pages.body(path).split('<h2 id="contact">')[1].split("<h2")[0]
        assert "<a " in below, path


def test_every_question_is_in_the_list(small: Tree, pages_of: PagesOf) -> None:
    """Under its topic, and each once."""
    made = pages_of(small)
    listed = re.findall(r'href="\.\./\.\./policies/questions/([^"]+)"', made.body("policies/questions/index.html"))
    own = [p.path.rpartition("/")[2] for p in all_pages(small.check().catalogue) if p.kind == "question"]
    assert sorted(listed) == sorted(own)
