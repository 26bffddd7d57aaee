"""Thirty faults, planted by hand in thirty records of this repository: one check finds them all."""

from __future__ import annotations

from typing import NamedTuple

from generator.identity import CHECK, WEIGHTS
from generator.problem import Level
from tests.conftest import Tree


class Fault(NamedTuple):
    """An edit, and what must be said of it; `below` is how far its line is from where the edit begins."""

    file: str
    old: str
    new: str
    code: str
    below: int = 0


FIRST_17 = "510107" + "19000101" + "123"
RESIDENT = FIRST_17 + CHECK[sum(int(d) * w for d, w in zip(FIRST_17, WEIGHTS, strict=True)) % 11]
COURSES, SESSIONS, POLICIES = "catalogue/courses", "catalogue/sessions", "catalogue/policies"
OFFICES, PROVIDERS, CHANNELS = "institutions/offices", "institutions/providers", "catalogue/channels"

FAULTS = (
    # A slip of the keyboard.
    Fault(f"{OFFICES}/aba-canlian.yml", "type: cdpf", "type: \tcdpf", "T012"),
    Fault(f"{OFFICES}/bazhong-canlian.yml", "name: 巴中", "name：巴中", "T115"),
    Fault(f"{OFFICES}/dazhou-canlian.yml", "type: cdpf", "type:cdpf", "T116"),
    Fault(f"{OFFICES}/deyang-canlian.yml", "name: 德阳市残疾人联合会\ndata", 'name: "德阳市残疾人联合会\ndata', "T124"),
    Fault(f"{OFFICES}/ganzi-canlian.yml", "type: cdpf", "type: cdpf #州级", "T122"),
    Fault("catalogue/past-trainings/luxian-longan.yml", "  - 参加的有60名。", "  -参加的有60名。", "T120"),
    Fault("catalogue/competitions/prov-2026.yml", "data_class: real\n", "data_class: real\ndata_class: real\n", "T102", 1),
    Fault("catalogue/competitions/prov-contest-6.yml", "data_class: real", "data_class: &a real", "T103"),
    Fault(f"{POLICIES}/state-2021-10.yml", "data_class: real", "data_class: re\u200bal", "T015"),
    # A field that is unknown, missing, or not what it should be.
    Fault(f"{CHANNELS}/hotline-12345.yml", "type: hotline", "tpye: hotline", "F102"),
    Fault(f"{CHANNELS}/hotline-12333.yml", "  - number: 12333", "  - number: 123333", "F121"),
    Fault(f"{OFFICES}/chengdu-canlian.yml", "website: https://www.", "website: www.", "F120"),
    Fault(f"{PROVIDERS}/chengdu/chengdu-peixun.yml", "uscc_absent_reason: ", "没有代码: ", "F102"),
    Fault("catalogue/subsidies/sc-urban-2026.yml", "  value: 15\n", "  value: 十五\n", "F111"),
    Fault(f"{COURSES}/luzhou/luzhou-shouji-weixiu.yml", "hours: 220", "hours: 220课时", "F110"),
    Fault(f"{COURSES}/ganzi/ganzi-zangshi-bianzhi.yml", "policy_basis:\n", "policy_basis: []\nbring_more:\n", "F106"),
    Fault("catalogue/competitions/cd-contest-8.yml", "held_on: 2025-11-23", "held_on: 2025-11-31", "D102"),
    Fault("catalogue/disclosures/leshan/leshan-disanfang-pinggu.yml", "issued_on: 2026-06-22", "issued_on: 2026年6月22日", "D101"),
    Fault(f"{POLICIES}/cdpf-2019-155.yml", "\ndoc_no: 残联厅函〔2019〕155号", "\ndoc_no: 残联厅函[2019]155号", "V101", 1),
    # A value that leads nowhere.
    Fault(f"{OFFICES}/sc-renshe.yml", "region: 510000", "region: 510001", "V106"),
    Fault(f"{POLICIES}/gb-37668.yml", "\nlifecycle: ", "\nlifecycle: 曾经", "V105", 1),
    Fault(f"{CHANNELS}/liangti-caiyi.yml", "policy_basis:\n  - sc-2021-8#5-1", "policy_basis:\n  - sc-2021-8#6-1", "R103", 1),
    Fault(f"{POLICIES}/sc-office-55.yml", "  - state-2019-24", "  - state-2019-42", "R101"),
    Fault("catalogue/bases/chengdu/chengdu-jidi.yml", "operator: chengdu-peixun", "operator: luzhou-jidi", "R102"),
    # A statement that is not true.
    Fault(f"{POLICIES}/sc-2021-8.yml", "original: 具有四川省户籍，", "original: 具有四川户籍，", "R104"),
    Fault(f"{POLICIES}/law-voced.yml", "  starts_on: 2022-05-01\n", "  starts_on: 2022-05-01\n  ends_on: 2021-05-01\n", "D103", 1),
    Fault(f"{SESSIONS}/luzhou/luzhou-shouji-weixiu-2701.yml", "  closes_on: 2027-11-05", "  closes_on: 2026-11-18", "D103"),
    Fault("catalogue/bases/luzhou/luzhou-jidi.yml", "\nname: 示例·", "\nname: ", "S104", 1),
    Fault(f"{COURSES}/chengdu/chengdu-kafei-zhushou.yml", "  喜欢跟人打招呼", "  <b>喜欢</b>跟人打招呼", "M101", -1),
    # What must never be published.
    Fault("catalogue/channels/cjr-jiuye-wang.yml", "data_class: real", f"data_class: real  # 联系人{RESIDENT}", "P101"),
)
CONSEQUENCES = (
    # (file, code, why it comes along)
    (f"{COURSES}/ganzi/ganzi-zangshi-bianzhi.yml", "F102", "the rest of the list stands under an unknown field"),
    (f"{SESSIONS}/luzhou/luzhou-shouji-weixiu-2701.yml", "D104", "enrolment has closed, the state says open"),
)


def test_thirty_planted_faults_are_found_with_their_lines(real: Tree) -> None:
    """Each is told on its own line, and nothing else but what follows from them, in one run."""
    assert len(FAULTS) == len({fault.file for fault in FAULTS}) == 30
    assert real.check().problems == []
    wanted = set()
    for fault in FAULTS:
        line = real.edit(fault.file, fault.old, fault.new)
        wanted.add((fault.file, line + fault.below, fault.code))
    problems = [p for p in real.check().problems if p.level is Level.ERROR]
    found = {(p.at.path, p.at.line, p.code) for p in problems}
    assert wanted - found == set()
    explained = {(file, code) for file, code, _ in CONSEQUENCES}
    assert {(path, code) for path, _, code in found - wanted} == explained
