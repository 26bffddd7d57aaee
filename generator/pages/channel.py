"""A channel: what a platform or hotline is, what it is for, and what to do when it fails."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue import Catalogue
from generator.pages import wording
from generator.pages.cards import channel_card
from generator.pages.citing import Said, Word, all_said, words
from generator.pages.context import Context
from generator.pages.page import Link, Page
from generator.pages.parts import Card, Envelope, Fact, Line
from generator.records import Channel


@dataclass(frozen=True, slots=True)
class ChannelView:
    """All that the page of a channel says."""

    envelope: Envelope
    summary: str
    facts: list[Fact]
    phones: list[Line]
    url: str
    purpose: list[str]
    fallback: str
    clauses: list[Link]
    registers: list[Said]
    means: list[Said]
    go: list[Said]
    open: list[str]
    words: list[Word]


@dataclass(frozen=True, slots=True)
class ChannelsView:
    """All channels."""

    cards: list[Card]


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list; beside it stands one page a channel."""
    context = Context(catalogue, "../")
    yield Page(
        path="channels/index.html",
        kind="channels",
        section="help",
        title="热线和平台",
        description="残疾人服务热线，和文件提到的培训、就业服务平台。",
        template="channels.html",
        build=partial(list_view, context),
        crumbs=context.crumbs(here="热线和平台"),
    )


def pages_of(catalogue: Catalogue, channel: Channel) -> Iterator[Page]:
    """The page of a channel."""
    context = Context(catalogue, "../")
    yield Page(
        path=f"channels/{channel.id}.html",
        kind="channel",
        section="help",
        title=channel.name,
        description=channel.summary,
        template="channel.html",
        build=partial(view, context, channel),
        found_as=context.found_as("热线和平台", channel),
        crumbs=context.crumbs(("热线和平台", "channels/index.html"), here=channel.name),
    )


def list_view(context: Context) -> ChannelsView:
    """Hotlines first."""
    every = sorted(context.catalogue.of(Channel), key=lambda c: (c.type != "hotline", c.id))
    return ChannelsView([channel_card(context, c) for c in every])


def view(context: Context, channel: Channel) -> ChannelView:
    """The view of one channel."""
    checked = wording.day(channel.screen_reader_checked_on)
    facts = [
        Fact("种类", [context.term("channel-type", channel.type)]),
        Fact("运营", [channel.operator or ""]),
        Fact("要不要登录", [context.term("need", channel.login_required)] if channel.type == "platform" else []),
        Fact("读屏测试", [f"{checked}，{channel.screen_reader_note or ''}" if checked else ""]),
    ]
    return ChannelView(
        envelope=context.envelope(channel),
        summary=channel.summary,
        facts=[fact for fact in facts if any(fact.texts)],
        phones=[Line(p.label, p.number, "".join(filter(str.isdigit, p.number))) for p in channel.phones],
        url=channel.url or "",
        purpose=channel.purpose,
        fallback=channel.fallback or "",
        clauses=context.clauses(channel.policy_basis),
        registers=all_said(context, channel.registers),
        means=all_said(context, channel.means),
        go=all_said(context, channel.go),
        open=channel.open,
        words=words(context, _texts(channel)),
    )


def _texts(channel: Channel) -> list[str]:
    return [channel.summary, *(part.text for part in (*channel.registers, *channel.means, *channel.go))]
