"""A course: what it teaches, its sessions, what help is offered, what it costs, whom to ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue import Catalogue
from generator.pages.cards import listed_sessions
from generator.pages.context import Context
from generator.pages.course_facts import category_url, costs, main_facts
from generator.pages.course_sessions import SessionView, listed_row, past_row, session_view
from generator.pages.page import Link, Page
from generator.pages.parts import Envelope, Fact, Heading, Row, ServiceGroup
from generator.pages.payment import for_trainee
from generator.records import Base, Course, Session, Subsidy
from generator.records.accommodation import Accommodation

SEED = "sc-2021-8"
RIGHTS = (
    ("课程属于文件规定的培训类别", None),
    ("考核合格，按规定发证并给予培训补贴", f"{SEED}#3-z"),
    ("按需要提供无障碍改善、手语翻译、速录、生活照顾、辅助器具等服务", f"{SEED}#4-3"),
    ("谁可以参加、谁优先", f"{SEED}#2"),
)


@dataclass(frozen=True, slots=True)
class Text:
    """A headed text of the record; `text` is Markdown."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class SubsidyView:
    """A subsidy that the course claims, in a few facts."""

    link: Link
    facts: list[Fact]


@dataclass(frozen=True, slots=True)
class PlaceView:
    """How to get to a base: the last 200 metres in words."""

    link: Link
    arrive: str
    transport: list[str]


@dataclass(frozen=True, slots=True)
class Basis:
    """A right and the clause it rests on."""

    right: str
    clause: Link


@dataclass(frozen=True, slots=True)
class CourseView:
    """All that the page of a course says."""

    envelope: Envelope
    summary: str
    facts: list[Fact]
    overview: list[Row]
    sessions: list[SessionView]
    past: list[Row]
    texts: list[Text]
    bring: list[str]
    services: list[ServiceGroup]
    insurance: str
    costs: list[Fact]
    subsidies: list[SubsidyView]
    places: list[PlaceView]
    certificate: list[Fact]
    basis: list[Basis]
    more: list[Link]

    @property
    def quick(self) -> list[Heading]:
        """What readers ask first, and where it stands; the search offers it with the course."""
        first = self.sessions[0].contact.ways if self.sessions else []
        no_call = [Heading("不打电话怎么报名", "no-call")] if first else []
        return [*no_call, Heading("能提供什么帮助", "help"), Heading("要花多少钱", "cost")]

    @property
    def contents(self) -> list[Heading]:
        """The second-level headings, in the order of the page."""
        texts: list[Heading] = []
        for text in self.texts:
            texts.append(Heading(text.title, text.id))
            if text.id == "learn" and self.bring:
                texts.append(Heading("要带什么", "bring"))
        return [
            Heading("报名和班次", "sessions"),
            *texts,
            Heading("能提供什么帮助", "help"),
            Heading("要花多少钱", "cost"),
            *([Heading("怎么去", "arrive")] if self.places else []),
            Heading("发什么证", "certificate"),
            Heading("政策依据", "basis"),
            Heading("谁核实的，来源是什么", "verified"),
        ]


def pages_of(catalogue: Catalogue, course: Course) -> Iterator[Page]:
    """The page of a course."""
    context = Context(catalogue, "../")
    region = context.place(course)
    yield Page(
        path=f"courses/{course.id}.html",
        kind="course",
        section="courses",
        title=course.name,
        description=f"{region}，{course.summary}",
        template="course.html",
        build=partial(view, context, course),
        found_as=context.found_as("课程", course),
        crumbs=context.crumbs(("找课程", "courses/index.html"), here=course.name),
    )


def view(context: Context, course: Course) -> CourseView:
    """The view of one course."""
    listed = listed_sessions(context, course)
    past = [s for s in context.catalogue.referring(course, Session) if s not in listed]
    past.sort(key=lambda s: (s.starts_on, s.id), reverse=True)
    return CourseView(
        envelope=context.envelope(course),
        summary=course.summary,
        facts=main_facts(context, course),
        overview=[listed_row(context, s) for s in listed],
        sessions=[session_view(context, s) for s in listed],
        past=[past_row(context, s) for s in past],
        texts=_texts(course),
        bring=course.bring,
        services=context.services(course.accommodations),
        insurance=_insurance(course),
        costs=costs(context, course),
        subsidies=[_subsidy(context, course, context.catalogue.get(Subsidy, i)) for i in course.subsidies],
        places=[_place(context, context.catalogue.get(Base, i)) for i in _bases(course, listed)],
        certificate=_certificate(context, course),
        basis=_basis(context, course),
        more=_more(context, course),
    )


def _bases(course: Course, listed: list[Session]) -> list[str]:
    """The bases of the course and of its listed sessions, each once."""
    wanted = [*course.bases, *(s.place.base for s in listed if s.place.base)]
    return list(dict.fromkeys(wanted))


def _texts(course: Course) -> list[Text]:
    texts = [
        Text("who", "适合谁", course.who),
        Text("learn", "学什么", course.learn),
        Text("how", "怎么学", course.how or ""),
        Text("assess", "怎么考", course.assess),
        Text("next", "学完可以做什么", course.next or ""),
    ]
    return [text for text in texts if text.text]


def _insurance(course: Course) -> str:
    # 川残办〔2021〕8号 四（三）：鼓励购买, encouraged and not promised.
    words = {
        "available": "主办方说会为学员买。",
        "on_request": "要提前问主办方。",
        "unavailable": "主办方不买。",
        "unknown": "未核实，报名前请先问清。",
    }
    return words.get(course.insurance, words["unknown"])


def _subsidy(context: Context, course: Course, subsidy: Subsidy) -> SubsidyView:
    return SubsidyView(context.link(subsidy), for_trainee(context, course, subsidy))


def _place(context: Context, base: Base) -> PlaceView:
    return PlaceView(context.link(base), base.arrive_text or "", base.transport)


def _certificate(context: Context, course: Course) -> list[Fact]:
    certificate = course.certificate
    level = context.term("certificate-level", certificate.level) if certificate.level != "none" else ""
    facts = [
        Fact("证书种类", [context.term("certificate-type", certificate.type)]),
        Fact("等级", [level]),
        Fact("谁发证", [certificate.issuer or ""]),
    ]
    return [fact for fact in facts if any(fact.texts)]


def _basis(context: Context, course: Course) -> list[Basis]:
    rows = [Basis(RIGHTS[0][0], context.clause(reference)) for reference in course.policy_basis]
    known = context.catalogue.clauses
    rows += [
        Basis(right, context.clause(clause))
        for right, clause in RIGHTS[1:]
        if clause and clause in known and clause not in course.policy_basis
    ]
    return rows


def _more(context: Context, course: Course) -> list[Link]:
    prefecture = context.catalogue.prefecture(course.region)
    links = [Link("同类课程", category_url(context, course))]
    if prefecture:
        links.append(Link(f"{prefecture.name}的课程", context.url(f"lists/region-{prefecture.code}.html")))
        links.append(Link(f"{prefecture.name}联系谁", context.url(f"regions/{prefecture.code}.html")))
    return links


def offered(accommodations: list[Accommodation]) -> set[str]:
    """The codes of the services that are there or can be asked for."""
    return {item.code for item in accommodations if item.state in {"available", "on_request"}}
