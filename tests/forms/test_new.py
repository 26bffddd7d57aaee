"""`catalogue new`: a form in the right place, in form, and the check names what is still to be filled in."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import click
import pytest

from generator.choices import choices_of, file_of
from generator.forms import NotUnderstood, form, given, help_lines
from generator.loading import load
from generator.records import RECORD_TYPES, Base, Course, Record, Session
from generator.records.order import order
from generator.records.shape import shapes
from generator.yamltext import read
from generator.yamltext.formatting import format_record
from tests.conftest import AS_OF, REPOSITORY, Runner, Tree

FLAGS = ["--id", "ceshi-xinban", "--name", "测试新课程", "--region", "成都市锦江区"]
FILE = "catalogue/courses/ceshi-xinban.yml"
DAY = ["--as-of", str(AS_OF)]
TO_FILL = [
    "“数据性质”（data_class）",
    "“培训类别”（category）",
    "“一句话介绍”（summary）",
    "“适合谁”（who）",
    "“学什么”（learn）",
    "“怎么考”（assess）",
    "“培训机构”（institution）",
    "“证书”的“证书种类”（type）",
    "“面向残疾类别”第1项（disability_open）",
    "“课时”（hours）",
    "“授课方式”（mode）",
    "“费用”的“收费方式”（kind）",
    "“无障碍服务”第1项的“服务”（code）",
    "“无障碍服务”第1项的“状态”（state）",
    "“政策依据”第1项（policy_basis）",
]


def test_the_check_names_exactly_what_is_still_to_be_filled_in(run: Runner, small: Tree) -> None:
    """The empty form of a course is in form, and each empty field is one message with its place."""
    done = run("new", "课程", *FLAGS, cwd=small.root)
    assert (done.code, done.out.splitlines()[0]) == (0, f"已新建 {FILE}")
    assert run("fmt", "--check", FILE, cwd=small.root).code == 0
    told = run("check", FILE, *DAY, cwd=small.root)
    problems = [line for line in told.out.splitlines() if line.startswith("catalogue/")]
    assert [re.sub(r".*错误 F103 (.*)没有内容。", r"\1", line) for line in problems] == TO_FILL


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda record_type: record_type.kind)
def test_each_empty_form_is_in_form_and_explains_every_field(record_type: type[Record], repository: Path) -> None:
    """Title, help and example of every field stand there, and every commented field can be switched on."""
    catalogue, _ = load(str(repository), AS_OF)
    text = form(record_type, {}, lambda marker: choices_of(catalogue, marker))
    done = format_record(text.encode(), "a.yml", order(record_type))
    assert done.problems == []
    assert done.text == text
    for name, shape in shapes(record_type).items():
        assert f"# {shape.title}" in text
        assert re.search(rf"^(# )?{name}:", text, re.MULTILINE)
    tree, problems = read(_switched_on(text).encode(), "a.yml")
    assert problems == []
    assert tree is not None
    assert set(tree.entries) == set(shapes(record_type))


def _switched_on(text: str) -> str:
    """All optional fields of the top, as if their signs of comment had been deleted."""
    return re.sub(r"^# (?=[a-z_]+:|  )", "", text, flags=re.MULTILINE)


COURSE_SETTINGS = [
    "data_class=real", "category=craft", "summary=学完能独立编一只竹篮。", "who=手指灵活的人。", "learn=选竹。\n起底。", "assess=编一只。",
    "institution=ceshi-xuexiao", "certificate.type=no_certificate", "disability_open=physical", "disability_open=hearing",
    "hours=40", "mode=in_person", "fee.kind=free", "fee.advance=0", "accommodations.1.code=sign_language", "accommodations.1.state=on_request",
    "accommodations.1.days_ahead=7", "accommodations.2.code=stenography", "accommodations.2.state=unknown", "policy_basis=sc-2021-8#3-5",
    "sources.1.title=yes", "sources.1.publisher=测试", "sources.1.place=测试", "sources.1.accessed=2026-11-23", "sources.1.confidence=high",
]  # fmt: skip
BY_HAND = """\
id: ceshi-xinban\r
name: '测试新课程'
region: "510104"\u0020\u0020
data_class: real
sources: [{title: "yes", place: 测试, publisher: 测试, accessed: "2026-11-23", confidence: high}]
category：craft
summary: 学完能独立编一只竹篮。
who: "手指灵活的人。"
learn: |
    选竹。
    起底。
assess: 编一只。
institution: ceshi-xuexiao
certificate: {type: no_certificate}
disability_open: [physical, hearing]
mode: in_person
hours: '40'
fee:
    advance: 0
    kind: free
accommodations:
- {state: on_request, code: sign_language, days_ahead: 7}
- code: stenography
  state: unknown
policy_basis:
- "sc-2021-8#3-5"
"""


def flags(settings: list[str]) -> list[str]:
    """The settings as options."""
    return [word for setting in settings for word in ("--set", setting)]


def test_a_form_filled_in_by_settings_is_the_record_written_by_hand(run: Runner, small: Tree) -> None:
    """After fmt both are the same file, once the help of the form is dropped."""
    assert run("new", "course", *FLAGS, *flags(COURSE_SETTINGS), cwd=small.root).code == 0
    assert run("check", FILE, *DAY, cwd=small.root).code == 0
    assert "# 课时（必写）：总课时，只写数字。例如 40\nhours: 40\n" in small.read(FILE)
    run("fmt", FILE, "--drop-help", cwd=small.root)
    filled = small.read(FILE)
    assert "#" not in filled.replace("sc-2021-8#3-5", "")
    small.write(FILE, BY_HAND)
    run("fmt", FILE, cwd=small.root)
    assert small.read(FILE) == filled


def test_only_the_help_of_the_form_is_dropped(run: Runner, small: Tree) -> None:
    """What a person wrote between the lines stays, also in a field that was switched on."""
    run("new", "course", *FLAGS, cwd=small.root)
    small.edit(FILE, "category:\n", "# 问过机构\ncategory:\n")
    small.edit(FILE, "# days: 15\n", "days: 15  # 不是15就改\n")
    run("fmt", FILE, "--drop-help", cwd=small.root)
    text = small.read(FILE)
    assert [line for line in text.splitlines() if "#" in line] == ["# 问过机构", "days: 15  # 不是15就改"]


def test_nothing_is_overwritten(run: Runner, small: Tree) -> None:
    """An id that is in use, or a file that is there, is told and left."""
    before = small.read("catalogue/courses/ceshi-zhubian.yml")
    done = run("new", "course", "--id", "ceshi-zhubian", "--name", "甲", "--region", "510100", cwd=small.root)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("catalogue/courses/ceshi-zhubian.yml 已经有了，没有动它。")
    small.write(FILE, "坏的文件")
    assert run("new", "course", *FLAGS, cwd=small.root).code == 1
    assert small.read(FILE) == "坏的文件"
    assert small.read("catalogue/courses/ceshi-zhubian.yml") == before


def test_a_record_goes_where_the_others_of_its_place_lie(run: Runner, real: Tree) -> None:
    """By 市（州） where the type is kept so, also for the first one there; else beside the others."""
    run("new", "course", "--id", "a-b", "--name", "甲", "--region", "康定", cwd=real.root)
    assert (real.root / "catalogue/courses/ganzi/a-b.yml").exists()
    shutil.rmtree(real.root / "catalogue/courses/aba")
    run("new", "course", "--id", "a-c", "--name", "甲", "--region", "汶川县", cwd=real.root)
    assert (real.root / "catalogue/courses/aba/a-c.yml").exists()
    run("new", "office", "--id", "a-d", "--name", "甲", "--region", "510100", cwd=real.root)
    assert (real.root / "institutions/offices/a-d.yml").exists()
    run("new", "subsidy", "--id", "a-e", "--name", "甲", "--region", "四川省", cwd=real.root)
    assert (real.root / "catalogue/subsidies/a-e.yml").exists()


def test_every_folder_of_today_is_the_short_name_of_its_place(repository: Path) -> None:
    """The folder that a first record of a place would get is the one that the others have."""
    catalogue, _ = load(str(repository), AS_OF)
    sessions = list(catalogue.entries["session"].values())
    folders = {entry.file.split("/")[2]: catalogue.prefecture(entry.record.region) for entry in sessions}
    catalogue.entries["base"] = dict(list(catalogue.entries["base"].items())[:1])
    spelled = {
        file_of(catalogue, Base, region.code, "x").split("/")[2]: region for region in folders.values() if region
    }
    assert len(folders) == 21
    assert spelled == folders


def test_what_is_not_given_is_asked_until_it_can_be_used(
    run: Runner, small: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong answer is explained and asked again."""
    answers = iter(["课程一", "ceshi-xinban", "测试新课程", "市中区", "511002"])
    asked: list[str] = []

    def prompt(text: str, **_: Any) -> str:  # noqa: ANN401 - click's own
        asked.append(text)
        return next(answers)

    monkeypatch.setattr(click, "prompt", prompt)
    done = run("new", "课程", cwd=small.root)
    assert done.code == 0
    assert len(asked) == 5
    assert "编号只能用小写字母" in done.err
    assert "“市中区”不止一个：511002 四川省内江市市中区、511102 四川省乐山市市中区。" in done.err
    assert "\nregion: 511002\n" in small.read(FILE)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["课成", *FLAGS], "没有“课成”这一种记录，是不是课程。"),
        (["xyz", *FLAGS], "没有“xyz”这一种记录；可以写：课程、班次、"),
        (["课程", *FLAGS[:4], "--region", "亚特兰蒂斯"], "行政区划表里没有“亚特兰蒂斯”。"),
        (["课程", *FLAGS, "--set", "hours"], "“hours”应写成 字段名=内容"),
        (["课程", *FLAGS, "--set", "houres=1"], "没有叫“houres”的字段，是不是 hours（课时）、"),
        (["课程", *FLAGS, "--set", "课时=1"], "没有叫“课时”的字段，是不是 hours（课时）。"),
        (["课程", *FLAGS, "--set", "fee=1"], "“费用”有下级字段，写成 fee.kind=内容。"),
        (["课程", *FLAGS, "--set", "hours.x=1"], "“课时”没有下级字段，写成 hours=内容。"),
        (["课程", *FLAGS, "--set", "accommodations.code=1"], "写明第几项和它的字段"),
        (["课程", *FLAGS, "--set", "accommodations.3.code=1"], "从 1 数起不跳号"),
        (["课程", *FLAGS, "--set", "hours=1", "--set", "hours=2"], "“hours”写了两次"),
        (["课程", "--id", "A", *FLAGS[2:]], "编号只能用小写字母、数字和连字符"),
        (["课程", "--id", "con", *FLAGS[2:]], "编号只能用小写字母、数字和连字符"),
        (["课程", "--id", "../a", *FLAGS[2:]], "编号只能用小写字母、数字和连字符"),
    ],
)
def test_wrong_use_is_explained(arguments: list[str], words: str, run: Runner, small: Tree) -> None:
    """Nothing is written, and the way to write it is said."""
    before = sorted(small.root.rglob("*"))
    done = run("new", *arguments, cwd=small.root)
    assert (done.code, done.out) == (2, "")
    assert words in done.err
    assert sorted(small.root.rglob("*")) == before


def test_settings_become_nested_values() -> None:
    """Fields of parts by dots, lists by repeating, items of lists by number."""
    values = given(Session, ["enrol.opens_on=2026-12-01", "enrol.how=甲", "enrol.how=乙", "contact.non_voice.1.kind=in_person"])
    assert values == {
        "enrol": {"opens_on": "2026-12-01", "how": ["甲", "乙"]},
        "contact": {"non_voice": [{"kind": "in_person"}]},
    }
    with pytest.raises(NotUnderstood):
        given(Course, ["=1"])


def test_the_help_is_that_of_the_form() -> None:
    """Every line of comment of an empty form, and no other."""
    catalogue, _ = load(str(REPOSITORY), AS_OF)
    lines = help_lines(Course, lambda marker: choices_of(catalogue, marker))
    assert "# 课时（必写）：总课时，只写数字。例如 40" in lines
    assert all(line.startswith("#") for line in lines)
