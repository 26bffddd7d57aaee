"""The parts of the bench, without a desktop."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path

from tests.speech.bench import without_echo
from tests.speech.capture import Capture, Section, Step
from tests.speech.ear import Ear
from tests.speech.page import Heading, letters, read_page
from tests.speech.rules import faults
from tests.speech.voice import Commands, Voice

PAGE = """<html><head><title>课 - 站</title></head><body><nav aria-label="甲"></nav>
<nav aria-label="甲"></nav><main><h1>测试·课<span>（示例）</span></h1><h3>时间</h3>
<p>2026年1月2日到2026年3月4日，1—2月</p><blockquote>1—2月</blockquote>
<table><thead><tr><th>名</th></tr></thead><tbody><tr><th>行一</th><td>有</td></tr>
<tr><th>行二</th><td>没有</td></tr></tbody></table><p>完</p></main></body></html>"""


def _spoken(sent: str, log: Path) -> tuple[list[str], list[str]]:
    """What the voice answers and writes down when it is sent these lines."""
    read, write = os.pipe()
    os.write(write, sent.encode())
    os.close(write)
    answers: list[str] = []
    Voice(Commands(read), answers.append, str(log)).serve()
    os.close(read)
    lines = log.read_text("utf-8").splitlines() if log.exists() else []
    return answers, [json.loads(line) for line in lines]


def test_voice_writes_down_words_and_reports_marks(tmp_path: Path) -> None:
    """An utterance is kept without tags, its marks are reported, and it comes to its end."""
    ssml = '<speak><mark name="0:1"/>川残办〔2021〕8号 &lt;甲&gt;</speak>'
    answers, spoken = _spoken(f"INIT\nSPEAK\n{ssml}\n.\n", tmp_path / "log")
    assert spoken == ["川残办〔2021〕8号 <甲>"]
    assert answers[-2:] == ["700-0:1\n700 INDEX MARK", "702 END"]


def test_voice_can_be_stopped_in_the_middle(tmp_path: Path) -> None:
    """A stop that comes while a voice that is held is speaking is reported as a stop."""
    (tmp_path / "log.hold").touch()
    answers, spoken = _spoken("SPEAK\n甲\n.\nSTOP\nQUIT\n", tmp_path / "log")
    assert (spoken, answers[-2:]) == (["甲"], ["703 STOP", "210 OK QUIT"])


def test_ear_hears_all_up_to_silence(tmp_path: Path) -> None:
    """Utterances that come one after another belong together; empty ones are nothing."""
    log = tmp_path / "spoken"
    log.write_text('"甲"\n""\n', encoding="utf-8")

    def add() -> None:
        with open(log, "a", encoding="utf-8") as file:
            file.write('"乙"\n')

    threading.Timer(0.1, add).start()
    heard = Ear(log, os.getpid()).listen(lambda texts: "乙" in texts, quiet=0)
    assert (heard.utterances, heard.enough) == (("甲", "乙"), True)


def test_ear_says_when_patience_ended(tmp_path: Path) -> None:
    """When what is waited for does not come, that is told."""
    log = tmp_path / "spoken"
    log.touch()
    assert not Ear(log, os.getpid()).listen(patience=0.05).enough


def test_a_cell_is_heard_once() -> None:
    """What a caret that comes late makes Orca say again does not count; everything else does."""
    assert without_echo(("成都市", "有", "行 3,列 2。", "有")) == ("成都市", "有", "行 3,列 2。")
    assert without_echo(("有", "有")) == ("有", "有")


def test_page_is_read() -> None:
    """Headings, tables, landmarks and the last words are those of the HTML."""
    page = read_page(PAGE)
    assert page.headings == [Heading(1, "测试·课（示例）"), Heading(3, "时间")]
    assert page.tables == [["行一", "行二"]]
    assert page.landmarks == [("navigation", "甲"), ("navigation", "甲"), ("main", "")]
    assert page.last_words == "完"


def test_letters_are_alike_in_text_and_speech() -> None:
    """Signs that are spoken become words, the others fall away."""
    assert letters("示例·测试（2026年）：63%") == letters("示例 点号 测试(2026年) 63 百分号")
    assert letters("courses/a.html") == letters("courses 斜杠 a 点 html")


def _capture(**sections: tuple[Step, ...]) -> Capture:
    parts = tuple(Section(title, steps) for title, steps in sections.items())
    return Capture("course", "firefox", parts, 1.0)


def _rules_broken(**sections: tuple[Step, ...]) -> set[str]:
    found = faults(_capture(**sections), read_page(PAGE))
    return {fault.partition(":")[0] for fault in found} - {"landmarks_are_told_apart"}


def test_every_rule_can_fail() -> None:
    """Each kind of fault is told by its own rule."""
    h1 = Step("h", ("测试 点号 课(示例) 标题 水平 1",))
    h3 = Step("h", ("时间 标题 水平 3",))
    down = Step("alt+shift+Down", ("没有", "行 3，列 2。"))
    assert _rules_broken(标题=(h1, h3)) == {"no_level_is_skipped"}
    assert _rules_broken(标题=(h1,)) == {"headings_are_the_pages"}
    assert _rules_broken(表格=(down,)) == {"rows_speak_their_header"}
    assert _rules_broken(Tab=(Step("Tab", ("按钮",)),)) == {"stops_have_name_and_role"}
    nameless = Step("Tab", ("按钮", "浏览模式"))
    assert _rules_broken(Tab=(nameless,)) == {"stops_have_name_and_role"}
    assert _rules_broken(Tab=(Step("Tab", ("Search 链接",)),)) == {"nothing_meaningless"}
    assert _rules_broken(Tab=(Step("Tab", ("¶ 链接 甲",)),)) == {"nothing_meaningless"}
    assert _rules_broken(打开=(Step("", ("时间", "完")),)) == {"numbers_are_spoken_as_meant"}
    read = Step("", ("2026年1月2日到2026年3月4日,1 2月", "完"))
    (fault,) = [one for one in faults(_capture(打开=(read,)), read_page(PAGE)) if "1—2月" in one]
    assert "读不出来" in fault


def test_letters_in_a_code_are_not_english() -> None:
    """A credit code or a course number is spoken as it is written."""
    code = Step("Tab", ("91510100MA0000000H 链接",))
    assert _rules_broken(Tab=(code,)) == set()


def test_a_description_belongs_to_its_heading() -> None:
    """What describes the link in a heading may be spoken after it, and nothing else."""
    page = read_page(
        '<h1>课</h1><h2><a href="x" aria-describedby="a b">甲</a></h2><p id="a">成都</p><p id="b"><b>，开</b></p><p>乙</p>'
    )
    assert page.headings == [Heading(1, "课"), Heading(2, "甲", "成都，开")]
    first = Step("h", ("课 标题 水平 1",))
    whole = _capture(标题=(first, Step("h", ("甲 链接 标题 水平 2 成都,开",))))
    assert faults(whole, page) == []
    more = _capture(标题=(first, Step("h", ("甲 链接 标题 水平 2 成都,开 乙",))))
    assert [one.partition(":")[0] for one in faults(more, page)] == ["headings_are_the_pages"]


def test_landmarks_of_one_name_are_told() -> None:
    """Two landmarks with the same role and name cannot be told apart."""
    assert faults(_capture(), read_page(PAGE)) == [
        "landmarks_are_told_apart: 界标重名：navigation 甲"
    ]


def test_transcript_keeps_roles_with_their_words() -> None:
    """A reading has a line an utterance with its role; a key has a line of its own."""
    capture = _capture(
        打开=(Step("", ("跳到正文", "链接", "课", "标题 水平 1")),),
        界标=(Step("m", ("主导航", "首页 链接")),),
    )
    assert capture.transcript() == (
        "course，firefox\n\n【打开】\n跳到正文 链接\n课 标题 水平 1\n\n"
        "【界标】\nm → 主导航  首页 链接\n"
    )
