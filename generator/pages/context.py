"""From records to the words and links of a page that stands `root` away from the site's root."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from generator.catalogue import Catalogue
from generator.pages import wording
from generator.pages.page import FoundAs, Link
from generator.pages.parts import (
    ContactBlock,
    Envelope,
    Line,
    Service,
    ServiceGroup,
    SourceLine,
    Verification,
    Way,
)
from generator.records import RECORD_TYPES, GlossaryTerm, Office, Policy, Record, Source
from generator.records.accommodation import Accommodation
from generator.records.contact import Contact, NonVoiceWay, PhoneLine
from generator.records.policy import PolicyClause

NO_PHONE = "本站没有收录电话，以当地残联公布的为准。也可以拨打12385或12345询问。"
NO_PHONE_SAMPLE = "示例不写电话，以当地残联公布的为准。"
ADDRESSES = {record_type.kind: record_type.address for record_type in RECORD_TYPES}


def slug(value: str) -> str:
    """A vocabulary value as part of an address."""
    return value.replace("_", "-").lower()


def clause_path(policy: Policy, clause: PolicyClause) -> str:
    """The page of a clause, from the root of the site."""
    return f"{policy.address}/{policy.id}/{clause.id}.html"


@dataclass(frozen=True)
class Context:
    """A catalogue seen from one page."""

    catalogue: Catalogue
    root: str

    def url(self, path: str) -> str:
        """A path of the site as a relative address."""
        return self.root + path

    def record_url(self, record: Record) -> str:
        """The page of a record; records without a page of their own have none ("")."""
        folder = ADDRESSES[record.kind]
        return self.url(f"{folder}/{record.id}.html") if folder else ""

    def link(self, record: Record) -> Link:
        """The name of a record, leading to its page."""
        return Link(record.name, self.record_url(record))

    def links(self, records: Iterable[Record]) -> list[Link]:
        """A link for each record."""
        return [self.link(record) for record in records]

    def term(self, vocabulary: str, value: str | None) -> str:
        """The Chinese name of a value, "" for none."""
        return self.catalogue.term(vocabulary, value).name if value else ""

    def terms(self, vocabulary: str, values: Iterable[str]) -> list[str]:
        """The names of values in the order of the vocabulary."""
        wanted = set(values)
        return [t.name for key, t in self.catalogue.terms[vocabulary].items() if key in wanted]

    def listed(self, vocabulary: str, values: Iterable[str]) -> str:
        """The names of values in one text: 普通话、四川话."""
        return "、".join(self.terms(vocabulary, values))

    def region(self, code: str) -> str:
        """The full path without the province: 内江市市中区; 四川省; 全国."""
        full = self.catalogue.regions[code].full_name
        return full.removeprefix("四川省") or full

    def place(self, record: Record) -> str:
        """The region of a record with its note, if any."""
        note = f"（{record.area_note}）" if record.area_note else ""
        return self.region(record.region) + note

    def found_as(self, kind: str, record: Record, known_as: str = "") -> FoundAs:
        """What the search says of the page of a record."""
        prefecture = self.catalogue.prefecture(record.region)
        return FoundAs(kind, self.place(record), prefecture.code if prefecture else "", known_as)

    def clause(self, reference: str) -> Link:
        """川残办〔2021〕8号 四（三）…, leading to the page of the clause."""
        policy, clause = self.catalogue.clauses[reference]
        title = policy.doc_no or f"《{policy.name}》"
        return Link(f"{title} {clause.heading}", self.url(clause_path(policy, clause)))

    def official_words(self, text: str) -> list[GlossaryTerm]:
        """The words of the glossary that a text uses, in order."""
        terms = self.catalogue.once(_glossary)
        return [self.catalogue.get(GlossaryTerm, terms[form]) for form in _any_of(tuple(terms)).findall(text)]

    def clauses(self, references: Iterable[str]) -> list[Link]:
        """A link for each clause."""
        return [self.clause(reference) for reference in references]

    def envelope(self, record: Record) -> Envelope:
        """What stands around the content of a record page."""
        replacement = None
        if record.replaced_by:
            entry = self.catalogue.find((record.kind,), record.replaced_by)
            replacement = self.link(entry.record) if entry else None
        notices = {"paused": "本条已暂停。", "ended": "本条已结束，留作查阅。"}
        return Envelope(
            name=record.name,
            sample=record.is_sample,
            alert=record.alert or "",
            status_notice=notices.get(record.status, ""),
            replaced_by=replacement,
            verification=self._verification(record),
            sources=[self._source(source) for source in record.sources],
        )

    def _verification(self, record: Record) -> Verification:
        if record.is_sample:
            text = "本条是示例，没有核实过，也没有来源。"
        elif record.verified_on:
            who = f"由{record.verified_by}" if record.verified_by else ""
            how = self.term("verification", record.verification)
            text = f"{who}于{wording.day(record.verified_on)}核实，方式：{how}。".removeprefix("于")
        else:
            text = "本条照下面的来源整理，还没有向有关单位核实。"
        due = record.review_by
        review = f"请在{wording.day(due)}前再核实。" if due else ""
        stale = ""
        if due and due < self.catalogue.as_of:
            stale = f"本条应在{wording.day(due)}前复核，现在已过期，内容可能有变。请先向经办机构核实。"
        return Verification(text, review if not stale else "", stale)

    def _source(self, source: Source) -> SourceLine:
        return SourceLine(
            title=source.title,
            publisher=source.publisher,
            doc_no=source.doc_no or "",
            url=source.url or "",
            place=source.place or "",
            issued=source.issued or "",
            accessed=wording.day(source.accessed),
            confidence=self.term("confidence", source.confidence),
            note=source.note or "",
        )

    def services(self, accommodations: Iterable[Accommodation]) -> list[ServiceGroup]:
        """The services by group, in the order of the vocabulary."""
        given = {item.code: item for item in accommodations}
        groups: dict[str, list[Service]] = {}
        for code, term in self.catalogue.terms["accommodation"].items():
            if code in given:
                groups.setdefault(term.group or "其他", []).append(self._service(given[code]))
        return [ServiceGroup(title, rows) for title, rows in groups.items()]

    def _service(self, item: Accommodation) -> Service:
        term = self.catalogue.term("accommodation", item.code)
        return Service(
            service=term.name,
            state=self.term("accommodation-state", item.state),
            tone=wording.TONES.get(item.state, "plain"),
            days=item.days_ahead,
            note=item.note or "",
            named=term.clause is not None,
        )

    def contact(self, contact: Contact, *, sample: bool) -> ContactBlock:
        """The contact of a record: its office, the office's own lines when it names none."""
        office = self.catalogue.get(Office, contact.office)
        ways = contact.non_voice or office.non_voice
        phones = contact.phones or ([] if sample else office.phones)
        return self._contact(office, ways, phones, sample=sample)

    def office_contact(self, office: Office) -> ContactBlock:
        """The contact of an office itself."""
        return self._contact(office, office.non_voice, office.phones, sample=office.is_sample)

    def _contact(
        self, office: Office, ways: list[NonVoiceWay], phones: list[PhoneLine], *, sample: bool
    ) -> ContactBlock:
        note = "" if phones else NO_PHONE_SAMPLE if sample else NO_PHONE
        return ContactBlock(
            office=office.name,
            url=self.record_url(office),
            hours="" if sample else office.hours or "",
            place="" if sample else office.address_text or "",
            ways=[Way(self.term("non-voice-way", w.kind), w.detail, w.url or "") for w in ways],
            phones=[Line(p.label, p.number, "".join(filter(str.isdigit, p.number))) for p in phones],
            phones_note=note,
        )

    def crumbs(self, *links: tuple[str, str], here: str) -> list[Link]:
        """From the home page down to this page."""
        above = [Link("首页", self.url("index.html"))]
        above += [Link(text, self.url(path)) for text, path in links]
        return [*above, Link(here)]


def _glossary(catalogue: Catalogue) -> dict[str, str]:
    """Each form of a word of the glossary, and the id of the word."""
    return {form: term.id for term in catalogue.of(GlossaryTerm) for form in (term.name, *term.also)}


@lru_cache(maxsize=2)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words, a long one before a short one that it holds."""
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)) or "(?!)")
