"""Every code has its page: four parts, and examples that are what they say they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

import generator.building  # noqa: F401 - every kind of problem is defined once this is imported
from generator import checks
from generator.explanation import Explanation, explanations, nearest
from tests.conftest import AS_OF, Runner, Tree

checks.discover()
KNOWN = explanations()
HAN = re.compile(r"[\u4e00-\u9fff]")
FIELD = re.compile(r"[a-z_]+:( .*)?")
ORDER = (
    # The records in which the field of an example is looked for.
    "catalogue/courses/ceshi-zhubian.yml",
    "catalogue/sessions/ceshi-zhubian-2701.yml",
    "institutions/providers/ceshi-xuexiao.yml",
    "catalogue/subsidies/ceshi-butie.yml",
    "catalogue/policies/ceshi-banfa.yml",
    "institutions/offices/ceshi-canlian.yml",
)
ELSEWHERE = {
    "C105": "catalogue/self-checks/ceshi-zicha.yml",
    "C107": "catalogue/self-checks/ceshi-zicha.yml",
    # Where the field of an example stands in several records, and the first is not meant.
    "S108": "catalogue/courses/shili-miandian.yml",
    "X101": "institutions/providers/ceshi-xuexiao.yml",
    "X203": "institutions/providers/ceshi-xuexiao.yml",
    "X302": "catalogue/subsidies/ceshi-butie.yml",
    "X402": "catalogue/courses/shili-miandian.yml",
    "X502": "catalogue/subsidies/ceshi-butie.yml",
}
TOLD_IN_WORDS = {
    # Examples that no single field of a record can show; each has a golden case of its own.
    *("A202", "A203", "R104", "V104", "W102", "W108", "C101", "C102", "D106", "F101", "F105", "F108", "F109", "F113", "F122", "F123", "F199"),
    *("I104", "I105", "I107", "P101", "P102", "P201", "P202", "S101", "S103", "S104", "S106", "S107"),
    *(f"E{number}" for number in range(101, 116)),
    *("T151", "T152", "T153", "T154", "T155", "V109", "V111", "X403", "X601"),
    *("C104", "C106", "C108", "R109"),
}
RUN = [code for code in KNOWN if not code.startswith("T") and code not in TOLD_IN_WORDS]


@pytest.mark.parametrize("code", KNOWN)
def test_a_page_has_its_four_parts(code: str) -> None:
    """什么意思, 为什么, 错的例子, 对的例子: all in plain Chinese, and no part twice."""
    page = KNOWN[code]
    assert HAN.search(page.meaning)
    assert page.meaning.endswith("。")
    assert HAN.search(page.why)
    assert page.wrong
    assert page.right
    assert len({page.meaning, page.why, page.wrong, page.right}) == 4
    assert not re.search("非法|无效|您|请勿", str(page))


@pytest.mark.parametrize("code", RUN)
def test_the_wrong_example_gives_the_code_and_the_right_one_does_not(code: str, small: Tree) -> None:
    """Put into the small catalogue, the examples of the handbook are told as the handbook says."""
    page = KNOWN[code]
    file = _file(code, page, small)
    text = small.read(file)
    for example, is_wrong in ((page.wrong, True), (page.right, False)):
        small.write(file, _with(text, example))
        told = {problem.code for problem in small.check(AS_OF).problems}
        assert (code in told) is is_wrong, f"{example}: {told}"


def _file(code: str, page: Explanation, small: Tree) -> str:
    """The first record that has the field of the example."""
    key = _key(page.right)
    found = (f for f in ORDER if re.search(rf"^ *(- )?{key}:", small.read(f), re.MULTILINE))
    return ELSEWHERE.get(code) or next(found, ORDER[0])


def _key(example: str) -> str:
    assert FIELD.fullmatch(example.splitlines()[0]), example
    return example.split(":", maxsplit=1)[0]


def _with(text: str, example: str) -> str:
    """The text with the example in the place of its field, or at the end when it has none."""
    key = re.escape(_key(example))
    lines = text.split("\n")
    for number, line in enumerate(lines):
        found = re.match(rf"( *)(- )?{key}:", line)
        if found:
            begins = found[1] + (found[2] or "")
            after = _after(lines[number + 1 :], len(begins), found)
            return "\n".join([*lines[:number], begins + example, *after])
    return f"{text}{example}\n"


def _after(lines: list[str], indent: int, found: re.Match[str]) -> Iterator[str]:
    """What follows the field: the lines that belong to its value are left out."""
    within = True
    for line in lines:
        own = len(line) - len(line.lstrip(" "))
        same_list = line.lstrip().startswith("- ") and own >= len(found[1]) and not found[2]
        within = within and bool(line.strip()) and (own > indent or (same_list and own == indent))
        if not within:
            yield line


def test_what_is_told_in_words_is_no_field() -> None:
    """The list of examples that are not run is no longer than it must be."""
    assert set(KNOWN) >= TOLD_IN_WORDS
    assert len(RUN) >= 60


def test_explain_prints_the_page(run: Runner, small: Tree) -> None:
    """A clerk who reads a code in a report is told all of it, in capitals or not, from anywhere."""
    for given in ("F110", "f110"):
        done = run("explain", given, cwd=small.root.parent)
        assert (done.code, done.err) == (0, "")
        assert done.out == str(KNOWN["F110"])
        assert done.out.startswith("错误 F110\n什么意思\n    课时")
    assert "建议 W108" in run("explain", "w108").out


@pytest.mark.parametrize(("given", "said"), [("F119", "F120"), ("X9", "例如 F110"), ("句子", "例如 F110"), ("", "例如 F110")])
def test_an_unknown_code_is_told_with_the_nearest(given: str, said: str, run: Runner) -> None:
    """A slip of a digit leads to the codes that may be meant; exit code 2."""
    done = run("explain", given)
    assert done.code == 2
    assert said in done.err
    assert done.out == ""


def test_the_nearest_codes_are_of_the_same_letter() -> None:
    """F112 and F113 are nearer to F114 than E114 would be."""
    assert nearest("F114", KNOWN)[0] in {"F112", "F113"}
    assert all(code.startswith("F") for code in nearest("f114", KNOWN))
