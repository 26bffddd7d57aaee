"""Parts of pages as facts of a booklet: whom to contact, what help there is, what a sentence rests on."""

from __future__ import annotations

from generator.pages.citing import AskLine, Said
from generator.pages.page import Link
from generator.pages.parts import ContactBlock, Fact, Service, ServiceGroup

TONES = ("yes", "ask", "no", "unknown")


def contact(block: ContactBlock) -> list[Fact]:
    """Ways without voice first, as on the pages."""
    facts = [
        Fact("不打电话的方式", [f"{way.kind}，{_with_address(way.detail, way.url)}" for way in block.ways]),
        Fact("电话", [f"{line.label}，{line.number}" for line in block.phones] or [block.phones_note]),
        Fact("办公时间", [block.hours]),
        Fact("地址", [block.place]),
    ]
    return told(facts)


def _with_address(text: str, url: str) -> str:
    return f"{text.rstrip('。')}，网址：{url}" if url else text


def told(facts: list[Fact]) -> list[Fact]:
    """The facts that say something."""
    return [fact for fact in facts if any(fact.texts)]


def steps(texts: list[str]) -> list[str]:
    """The texts, numbered where there are several."""
    return [f"第{number}步，{text}" for number, text in enumerate(texts, 1)] if len(texts) > 1 else texts


def without(facts: list[Fact], *terms: str) -> list[Fact]:
    """The facts but those of these terms."""
    return [fact for fact in facts if fact.term not in terms]


def services(groups: list[ServiceGroup]) -> list[Fact]:
    """What there is, what must be asked for, what there is not, what nobody has checked."""
    every = [row for group in groups for row in group.rows]
    found = []
    for tone in TONES:
        rows = [row for row in every if row.tone == tone]
        if rows:
            found.append(Fact(rows[0].state, _names(rows)))
    return found


def _names(rows: list[Service]) -> list[str]:
    """The services of which nothing more is said in one text, each other one in its own."""
    bare = [row.service for row in rows if not row.days and not row.note]
    return [*(["、".join(bare)] if bare else []), *(_explained(row) for row in rows if row.days or row.note)]


def _explained(row: Service) -> str:
    days = f"，请提前{row.days}天申请" if row.days else ""
    return f"{row.service}{days}。{row.note}"


def asked(line: AskLine) -> str:
    """Whom to ask, with the numbers that the name does not tell."""
    numbers = [phone.number for phone in line.phones if phone.number not in line.link.text]
    return "，电话".join([line.link.text, *numbers])


def grounds(sayings: list[Said]) -> list[str]:
    """What sentences rest on, each once."""
    cites: list[Link] = [cite for said in sayings for cite in said.cites]
    return list(dict.fromkeys(cite.text for cite in cites))
