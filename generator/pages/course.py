"""A course: what it teaches, its sessions, what help is offered, what it costs, whom to ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue import Catalogue
from generator.pages import wording
from generator.pages.cards import STATE_WORDS, course_state, listed_sessions
from generator.pages.context import Context
from generator.pages.page import Link, Page
from generator.pages.parts import Cell, ContactBlock, Envelope, Fact, Heading, Row, ServiceGroup
from generator.records import Base, Course, Institution, Session, Subsidy
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
class SessionView:
    """One session that is still listed, in full."""

    id: str
    name: str
    state: str
    tone: str
    facts: list[Fact]
    steps: list[str]
    documents: list[str]
    contact: ContactBlock
    differences: list[ServiceGroup]


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


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """One page a course."""
    context = Context(catalogue, "../")
    for course in catalogue.of(Course):
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
        facts=_facts(context, course),
        overview=[_row(context, s) for s in listed],
        sessions=[_session(context, s) for s in listed],
        past=[_past_row(context, s) for s in past],
        texts=_texts(course),
        bring=course.bring,
        services=context.services(course.accommodations),
        insurance=_insurance(course),
        costs=_costs(context, course),
        subsidies=[_subsidy(context, context.catalogue.get(Subsidy, i)) for i in course.subsidies],
        places=[_place(context, context.catalogue.get(Base, i)) for i in _bases(course, listed)],
        certificate=_certificate(context, course),
        basis=_basis(context, course),
        more=_more(context, course),
    )


def _bases(course: Course, listed: list[Session]) -> list[str]:
    """The bases of the course and of its listed sessions, each once."""
    wanted = [*course.bases, *(s.place.base for s in listed if s.place.base)]
    return list(dict.fromkeys(wanted))


def _facts(context: Context, course: Course) -> list[Fact]:
    catalogue = context.catalogue
    institution = catalogue.get(Institution, course.institution)
    category = context.term("training-category", course.category)
    subkind = context.term("training-subkind", course.subkind)
    category_url = context.url(f"lists/category-{course.category.replace('_', '-')}.html")
    facts = [
        Fact("报名", [STATE_WORDS[course_state(context, course)]]),
        Fact("面向", [context.listed("disability", course.disability_open)], note=course.disability_note or ""),
        Fact("地区", [context.place(course)]),
        Fact("培训类别", [category + (f"（{subkind}）" if subkind else "")], category_url),
        Fact("授课方式", [context.term("teaching-mode", course.mode)]),
        Fact("授课语言", [context.listed("language", course.languages)]),
        Fact("时长", [wording.duration(course)]),
        Fact("费用", [_fee(context, course)]),
        Fact("证书", [context.term("certificate-type", course.certificate.type)]),
        Fact("培训机构", [institution.name], context.record_url(institution)),
        *_conditions(context, course),
    ]
    return [fact for fact in facts if any(fact.texts)]


def _conditions(context: Context, course: Course) -> list[Fact]:
    limits = [f"{wording.age(course.age)}（依据：{course.age.source}）"] if course.age else []
    craft = context.term("craft", course.craft)
    occupation = []
    if course.occupation:
        entry = context.catalogue.occupations[course.occupation.code]
        occupation = [f"{entry.name}（编码{entry.code}，{course.occupation.edition}年版职业分类大典）"]
    return [
        Fact("手工技艺", [craft]),
        Fact("对应职业", occupation),
        Fact("年龄", limits),
        Fact("户籍", [course.household or ""]),
        Fact("其他条件", course.other_conditions),
        Fact("优先考虑", [context.listed("priority-group", course.priority)], note="优先不是门槛，别人也可以报名。"),
        Fact("所属计划", [context.term("programme", course.programme)]),
    ]


def _fee(context: Context, course: Course) -> str:
    fee = course.fee
    words = [context.term("fee-kind", fee.kind)]
    if fee.amount:
        words.append(f"收费{wording.yuan(fee.amount)}")
    if fee.advance is not None:
        words.append(f"学员先付{wording.yuan(fee.advance)}" if fee.advance else "学员不用先付钱")
    return "，".join(words)


def _costs(context: Context, course: Course) -> list[Fact]:
    fee = course.fee
    unknown = "未核实，报名前请先问清"
    first = unknown if fee.advance is None else wording.yuan(fee.advance) if fee.advance else "不用先付钱"
    facts = [
        Fact("收费方式", [context.term("fee-kind", fee.kind)]),
        Fact("收费金额", [wording.yuan(fee.amount) if fee.amount is not None else ""]),
        Fact("自己先付多少", [first]),
        Fact("说明", [fee.note or ""]),
    ]
    return [fact for fact in facts if any(fact.texts)]


def _place_of(context: Context, session: Session) -> Cell:
    place = session.place
    if place.base:
        return Cell(*_pair(context.link(context.catalogue.get(Base, place.base))))
    if place.institution:
        return Cell(*_pair(context.link(context.catalogue.get(Institution, place.institution))))
    return Cell(f"线上：{place.online}")


def _pair(link: Link) -> tuple[str, str]:
    return link.text, link.url


def _state(context: Context, session: Session) -> Cell:
    state = wording.enrolment_state(session, context.catalogue.as_of)
    text = "报名已截止" if state == "closed" else context.term("session-state", state)
    return Cell(text, tone=wording.SESSION_TONES.get(state, "unknown"))


def _row(context: Context, session: Session) -> Row:
    return Row(
        Cell(session.name, f"#{session.id}"),
        [
            _state(context, session),
            Cell(wording.period(session.enrol.opens_on, session.enrol.closes_on)),
            Cell(wording.period(session.starts_on, session.ends_on)),
            _place_of(context, session),
        ],
    )


def _past_row(context: Context, session: Session) -> Row:
    return Row(
        Cell(session.name),
        [
            _state(context, session),
            Cell(wording.period(session.starts_on, session.ends_on)),
            _place_of(context, session),
        ],
    )


def _session(context: Context, session: Session) -> SessionView:
    state = _state(context, session)
    return SessionView(
        id=session.id,
        name=session.name,
        state=state.text,
        tone=state.tone,
        facts=_session_facts(context, session),
        steps=session.enrol.how,
        documents=session.enrol.documents,
        contact=context.contact(session.contact, sample=session.is_sample),
        differences=context.services(session.accommodations_override),
    )


def _session_facts(context: Context, session: Session) -> list[Fact]:
    place = _place_of(context, session)
    facts = [
        Fact("报名时间", [wording.period(session.enrol.opens_on, session.enrol.closes_on)], note="截止当天仍可报名。"),
        Fact("上课时间", [wording.period(session.starts_on, session.ends_on)]),
        Fact("上课时段", [context.listed("time-pattern", session.pattern)]),
        Fact("上课地点", [place.text], place.url),
        Fact("名额", [f"{session.capacity}人" if session.capacity else ""]),
        Fact("陪护", [_companion(context, session)]),
        Fact("住宿", [_lodging(context, session)]),
        Fact("用餐", [session.meals or ""]),
        Fact("交通", [session.travel or ""]),
    ]
    return [fact for fact in facts if any(fact.texts)]


def _companion(context: Context, session: Session) -> str:
    companion = session.companion
    if companion is None:
        return ""
    words = [context.term("permission", companion.allowed)]
    words += [f"最多{companion.max}人"] if companion.max else []
    words += [companion.covered.rstrip("。")] if companion.covered else []
    return "，".join(words)


def _lodging(context: Context, session: Session) -> str:
    residential = session.residential
    if residential is None:
        return ""
    offered = context.term("accommodation-state", residential.offered)
    accessible = context.term("accommodation-state", residential.accessible)
    return f"住宿：{offered}；无障碍住宿：{accessible}"


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


def _subsidy(context: Context, subsidy: Subsidy) -> SubsidyView:
    basis = context.term("amount-basis", subsidy.amount.basis)
    facts = [
        Fact("金额", [f"{basis}{wording.yuan(subsidy.amount.value)}"]),
        Fact("补给谁", [context.term("payee", subsidy.payee)]),
        Fact("怎么领", [context.listed("claim-mode", subsidy.claim_mode)]),
        Fact("有效期", [wording.period(subsidy.valid_from, subsidy.valid_to)]),
    ]
    return SubsidyView(context.link(subsidy), facts)


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
    links = [Link("同类课程", context.url(f"lists/category-{course.category.replace('_', '-')}.html"))]
    if prefecture:
        links.append(Link(f"{prefecture.name}的课程", context.url(f"lists/region-{prefecture.code}.html")))
        links.append(Link(f"{prefecture.name}联系谁", context.url(f"regions/{prefecture.code}.html")))
    return links


def offered(accommodations: list[Accommodation]) -> set[str]:
    """The codes of the services that are there or can be asked for."""
    return {item.code for item in accommodations if item.state in {"available", "on_request"}}
