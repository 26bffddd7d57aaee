"""A question and its answer, one question a page; and all of them by topic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue import Catalogue
from generator.pages.citing import AskLine, Said, Word, all_said, asked, said, words
from generator.pages.context import Context, slug
from generator.pages.course_list import Counts, counted
from generator.pages.page import Link, Page
from generator.pages.parts import Envelope
from generator.records import Question

FACETS = (
    ("categories", "category", "training-category", "{}课程"),
    ("needs", "needs", "accommodation", "提供“{}”的课程"),
    ("disabilities", "disability", "disability", "面向{}的课程"),
)
"""Field, list, vocabulary, and what the list is called."""
ABOVE = ("政策", "policies/index.html")


@dataclass(frozen=True, slots=True)
class QuestionView:
    """All that the page of a question says."""

    envelope: Envelope
    answer: Said
    grounds: list[Said]
    compare: list[Said]
    steps: list[Said]
    contacts: list[AskLine]
    courses: list[Link]
    words: list[Word]
    related: list[Link]


@dataclass(frozen=True, slots=True)
class TopicView:
    """The questions of a topic."""

    title: str
    id: str
    links: list[Link]


@dataclass(frozen=True, slots=True)
class QuestionsView:
    """All questions."""

    topics: list[TopicView]


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list; beside it stands one page a question."""
    context = Context(catalogue, "../../")
    yield Page(
        path="policies/questions/index.html",
        kind="questions",
        section="policies",
        title="常见问题",
        description="谁可以参加、要不要花钱、听不见怎么上课、到哪里投诉：一问一页，第一句就回答，句句有出处。",
        template="questions.html",
        build=partial(list_view, context),
        crumbs=context.crumbs(ABOVE, here="常见问题"),
    )


def pages_of(catalogue: Catalogue, question: Question) -> Iterator[Page]:
    """The page of a question."""
    context, counts = Context(catalogue, "../../"), counted(catalogue)
    yield Page(
        path=f"policies/questions/{question.id}.html",
        kind="question",
        section="policies",
        title=question.name,
        description=question.answer.text,
        template="question.html",
        build=partial(view, context, counts, question),
        found_as=context.found_as("常见问题", question),
        crumbs=context.crumbs(ABOVE, ("常见问题", "policies/questions/index.html"), here=question.name),
    )


def list_view(context: Context) -> QuestionsView:
    """By topic, in the order of the vocabulary."""
    topics = []
    for term_id, term in context.catalogue.terms["question-topic"].items():
        links = context.links(q for q in context.catalogue.of(Question) if q.topic == term_id)
        if links:
            topics.append(TopicView(term.name, slug(term_id), links))
    return QuestionsView(topics)


def view(context: Context, counts: Counts, question: Question) -> QuestionView:
    """The view of one question."""
    parts = [question.answer, *question.grounds, *question.compare, *question.steps]
    return QuestionView(
        envelope=context.envelope(question),
        answer=said(context, question.answer),
        grounds=all_said(context, question.grounds),
        compare=all_said(context, question.compare),
        steps=all_said(context, question.steps),
        contacts=asked(context, question.contacts),
        courses=list(_courses(context, counts, question)),
        words=words(context, (part.text for part in parts)),
        related=context.links(context.catalogue.get(Question, i) for i in question.related),
    )


def _courses(context: Context, counts: Counts, question: Question) -> Iterator[Link]:
    """The lists of courses that the question is about, with how many stand in each."""
    for field, key, vocabulary, title in FACETS:
        values: Iterable[str] = getattr(question, field)
        for value in values:
            path = f"lists/{key}-{slug(value)}"
            name = context.term(vocabulary, value)
            yield Link(title.format(name), context.url(f"{path}.html"), counts()[path])
