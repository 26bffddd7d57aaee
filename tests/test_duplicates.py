"""Records that are perhaps one: found for the surest reason, and not where they are meant to be two."""

from __future__ import annotations

import json

import pytest

from generator.duplicates import Reason, pairs
from tests.conftest import REPOSITORY, Golden, Runner, Tree

COURSE = "catalogue/courses/ceshi-zhubian.yml"
SESSION = "catalogue/sessions/ceshi-zhubian-2701.yml"
SCHOOL = "institutions/providers/ceshi-xuexiao.yml"
SAMPLE_SCHOOL = "institutions/providers/shili-xuexiao.yml"
OFFICE = "institutions/offices/ceshi-canlian.yml"
BASE = "catalogue/bases/ceshi-jidi.yml"
CHANNEL = "catalogue/channels/ceshi-pingtai.yml"
POLICY = "catalogue/policies/ceshi-banfa.yml"


def _copy(tree: Tree, file: str, *edits: tuple[str, str]) -> str:
    """A second record like the first, but for its id and these edits; its file."""
    record_id = file.rpartition("/")[2].removesuffix(".yml")
    copy = file.replace(record_id, f"{record_id}-er")
    tree.write(copy, tree.read(file).replace(f"id: {record_id}\n", f"id: {record_id}-er\n", 1))
    for old, new in edits:
        tree.edit(copy, old, new)
    return copy


def _found(tree: Tree) -> list[tuple[Reason, str, str]]:
    return [(pair.reason, pair.first.file, pair.second.file) for pair in pairs(tree.check().catalogue)]


PLANTED = {
    "credit code": (SCHOOL, [("name: 测试职业培训学校", "name: 完全另一个名字")], Reason.SAME_CREDIT_CODE),
    "address of a page": (CHANNEL, [("name: 测试服务平台", "name: 另一个"), ("region: 510000", "region: 510100")], Reason.SAME_ADDRESS),
    "place": (BASE, [("name: 测试培训基地", "name: 另一个"), ("测试路0号", "测试路 ０号")], Reason.SAME_PLACE),
    "run": (SESSION, [("name: 测试竹编2027年春季班", "name: 另一个")], Reason.SAME_RUN),
    "width and blanks": (COURSE, [("name: 测试竹编课程", "name: 测试 竹编（课程）"), ("region: 510107", "region: 510104")], Reason.SAME_NAME),
    "order": (COURSE, [("name: 测试竹编课程", "name: 竹编测试课程")], Reason.SAME_SIGNS),
    "near": (SCHOOL, [("name: 测试职业培训学校", "name: 测试职业培训学校的"), ("uscc: 91510100MA0000000H", "uscc_absent_reason: 没有")], Reason.NEAR_NAME),
}  # fmt: skip


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_double_is_found_once(name: str, small: Tree) -> None:
    """Only for its surest reason, and nothing else is taken for one."""
    file, edits, reason = PLANTED[name]
    if name == "near":
        small.edit(file, "address_text: 测试路0号\n", "")
    assert _found(small) == []
    copy = _copy(small, file, *edits)
    assert _found(small) == [(reason, *sorted((file, copy)))]


def test_a_sample_of_something_real_is_found(small: Tree) -> None:
    """示例· before the name hides nothing."""
    small.edit(SAMPLE_SCHOOL, "name: 示例·测试面点学校", "name: 示例·测试职业培训学校")
    small.edit(SAMPLE_SCHOOL, "region: 510700\nuscc", "region: 510107\nuscc")
    assert _found(small) == [(Reason.SAME_NAME, SCHOOL, SAMPLE_SCHOOL)]


def test_other_types_are_compared(small: Tree) -> None:
    """A competition that is also there as a training was entered twice."""
    past = "catalogue/past-trainings/ceshi-wangqi.yml"
    small.edit(past, "name: 测试往期培训", "name: 测试技能竞赛")
    small.edit(past, "region: 510107", "region: 510000")
    assert [reason for reason, *_ in _found(small)] == [Reason.OTHER_TYPE]


def test_a_base_of_the_name_of_its_school_is_no_double(small: Tree) -> None:
    """A record that refers to the other knows that they are two."""
    small.edit(BASE, "name: 测试培训基地", "name: 测试职业培训学校")
    assert Reason.OTHER_TYPE not in [reason for reason, *_ in _found(small)]


@pytest.mark.parametrize(
    "other",
    ["测试竹编课程（二期）", "测试竹编课程初级", "测试竹编课程2027", "测试藤编刺绣课程"],
)
def test_what_is_meant_to_be_two_is_left_alone(other: str, small: Tree) -> None:
    """A level, a year or a number tells two courses apart."""
    _copy(small, COURSE, ("name: 测试竹编课程", f"name: {other}"))
    assert _found(small) == []


def test_what_has_ended_is_left_alone(small: Tree) -> None:
    """An old record beside its successor is as it should be."""
    _copy(small, COURSE, ("category: craft", "status: ended\ncategory: craft"))
    assert _found(small) == []


def test_this_repository_has_no_doubles() -> None:
    """The records that are here are each of something else."""
    assert _found(Tree(REPOSITORY)) == []


def test_the_list_as_a_clerk_reads_it(run: Runner, small: Tree, golden: Golden) -> None:
    """Both places, the fields that differ, and what to do; exit 0, for only a person can tell."""
    _copy(small, COURSE, ("name: 测试竹编课程", "name: 测试 竹编课程"), ("hours: 40", "hours: 48"))
    _copy(small, OFFICE)
    done = run("dupes", cwd=small.root)
    assert (done.code, done.err) == (0, "")
    golden("duplicates/two.text", done.out)
    told = json.loads(run("dupes", "--format", "json", cwd=small.root).out)
    assert [(pair["reason"], pair["differing"]) for pair in told["pairs"]] == [("same_address", []), ("same_name", ["名称", "课时"])]


def test_none_is_said(run: Runner, small: Tree) -> None:
    """Silence would look like a fault."""
    assert run("dupes", cwd=small.root).out == "没有找到可能重复的记录。\n"
