"""A self-check: one question a page, and at the end what to bring and whom to ask in each place.

Nothing is stored or sent: each answer is a link to the next page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue import Catalogue
from generator.pages.citing import AskLine, Said, Word, all_said, asked, words
from generator.pages.context import Context
from generator.pages.course_list import Counts, counted
from generator.pages.page import Link, Page
from generator.pages.parts import ContactBlock
from generator.pages.places import prefectures
from generator.records import Channel, Office, SelfCheck
from generator.records.region_table import Region
from generator.records.self_check import CheckOutcome, CheckQuestion

FOLDER = "self-check"
PLACES = "di-fang"
"""The page where one chooses a place; after it each place has its own last page."""


@dataclass(frozen=True, slots=True)
class StartView:
    """The first page of a self-check."""

    intro: list[Said]
    start: Link
    count: int
    words: list[Word]


@dataclass(frozen=True, slots=True)
class QuestionStep:
    """A question with its three answers."""

    name: str
    number: int
    total: int
    answers: list[Link]
    help: list[Said]
    words: list[Word]


@dataclass(frozen=True, slots=True)
class OutcomeStep:
    """What an answer means, whom to ask, and how to go on."""

    name: str
    says: list[Said]
    ask: list[AskLine]
    onward: Link
    words: list[Word]


@dataclass(frozen=True, slots=True)
class PlacesStep:
    """The choice of a place."""

    places: list[Link]
    hotlines: list[AskLine]


@dataclass(frozen=True, slots=True)
class PlaceStep:
    """The last page: whom to ask in a place, what to bring, which courses there are."""

    place: str
    contacts: list[ContactBlock]
    bring: list[Said]
    courses: list[Link]
    region: Link
    words: list[Word]


@dataclass(frozen=True, slots=True)
class Step:
    """One page of a self-check: its address within the folder, its title, kind and view."""

    id: str
    title: str
    kind: str
    build: Callable[[], object]


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """Every step of the self-check; a second one would need a folder of its own."""
    context, counts = Context(catalogue, "../"), counted(catalogue)
    for check in catalogue.of(SelfCheck)[:1]:
        for step in _steps(context, counts, check):
            yield _page(context, check, step)


def _steps(context: Context, counts: Counts, check: SelfCheck) -> Iterator[Step]:
    yield Step("index", check.name, "start", partial(_start, context, check))
    for question in check.questions:
        yield Step(question.id, question.name, "question", partial(_question, context, check, question))
    for outcome in check.outcomes:
        yield Step(outcome.id, outcome.name, "outcome", partial(_outcome, context, check, outcome))
    yield Step(PLACES, "你在哪个市（州）？", "places", partial(_places, context))
    for region in prefectures(context.catalogue):
        offices = [office for office in context.catalogue.of(Office) if office.region == region.code]
        build = partial(_place, context, counts, check, region, offices)
        yield Step(f"{PLACES}-{region.code}", f"{region.name}：问谁、带什么", "place", build)


def _page(context: Context, check: SelfCheck, step: Step) -> Page:
    first = step.id == "index"
    above = [] if first else [(check.name, f"{FOLDER}/index.html")]
    return Page(
        path=f"{FOLDER}/{step.id}.html",
        kind=f"selfcheck{step.kind}",
        section="policies",
        title=step.title,
        description="几个问题，帮你想清楚能不能报名、问谁、带什么。不保存、不发送你的回答。",
        template=f"check-{step.kind}.html",
        build=step.build,
        found_as=context.found_as("自查", check) if first else None,
        crumbs=context.crumbs(*above, here=step.title),
    )


def _start(context: Context, check: SelfCheck) -> StartView:
    return StartView(
        intro=all_said(context, check.intro),
        start=Link("开始：第1问", context.url(f"{FOLDER}/{check.start}.html")),
        count=len(check.questions),
        words=words(context, (s.text for s in check.intro)),
    )


def _question(context: Context, check: SelfCheck, question: CheckQuestion) -> QuestionStep:
    answers = (("是", question.if_yes), ("不是", question.if_no), ("不清楚", question.if_unsure))
    return QuestionStep(
        name=question.name,
        number=check.questions.index(question) + 1,
        total=len(check.questions),
        answers=[Link(text, context.url(f"{FOLDER}/{step}.html")) for text, step in answers],
        help=all_said(context, question.help),
        words=words(context, [question.name, *(s.text for s in question.help)]),
    )


def _outcome(context: Context, check: SelfCheck, outcome: CheckOutcome) -> OutcomeStep:
    following = {q.id: q.name for q in check.questions} | {o.id: o.name for o in check.outcomes}
    then, title = (outcome.then, following[outcome.then]) if outcome.then else (PLACES, "选你所在的市（州）")
    return OutcomeStep(
        name=outcome.name,
        says=all_said(context, outcome.says),
        ask=asked(context, outcome.ask),
        onward=Link(f"继续：{title}", context.url(f"{FOLDER}/{then}.html")),
        words=words(context, (s.text for s in outcome.says)),
    )


def _places(context: Context) -> PlacesStep:
    found = prefectures(context.catalogue)
    hotlines = [c.id for c in context.catalogue.of(Channel) if c.type == "hotline"]
    return PlacesStep(
        [Link(r.name, context.url(f"{FOLDER}/{PLACES}-{r.code}.html")) for r in found], asked(context, hotlines)
    )


def _place(context: Context, counts: Counts, check: SelfCheck, region: Region, offices: list[Office]) -> PlaceStep:
    path = f"lists/region-{region.code}"
    return PlaceStep(
        place=region.name,
        contacts=[context.office_contact(office) for office in offices],
        bring=all_said(context, check.bring),
        courses=[
            Link(f"{region.name}的课程", context.url(f"{path}.html"), counts()[path]),
            Link("按残疾类别、需要的帮助和报名状态找课程", context.url("courses/index.html")),
        ],
        region=Link(f"{region.name}的全部信息", context.url(f"regions/{region.code}.html")),
        words=words(context, (s.text for s in check.bring)),
    )
