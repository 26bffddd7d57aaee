"""Records come into one form: no value changes, no comment is lost, and a second time does nothing."""

from __future__ import annotations

import datetime
import io

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError as OtherError

from generator.problem import Level
from generator.yamltext import Mapping, Node, Scalar, Sequence, read
from generator.yamltext.comments import Comments, find
from generator.yamltext.formatting import first_difference, format_record, mend, same
from generator.yamltext.quoting import NULL_WORDS
from generator.yamltext.source import Source
from generator.yamltext.writing import Order, write
from tests.conftest import Golden
from tests.corpora import FORMULAS, MISREAD, NAUGHTY, TEXTS, UNSEEN
from tests.growth import grows_as_its_input, no_hang
from tests.yamltext.test_mutations import CHANGES, EXCERPTS, LINES, bounded

ORDER = Order(
    id=Order(),
    name=Order(),
    region=Order(),
    fee=Order(kind=Order(), note=Order()),
    languages=Order(),
    services=Order(code=Order(), state=Order(), note=Order()),
)


def formatted(text: str | bytes, order: Order = ORDER) -> str:
    """The text in form, which it must have."""
    done = format_record(text.encode() if isinstance(text, str) else text, "a.yml", order)
    assert done.text is not None, done.problems
    return done.text


def node_of(value: object) -> Node:
    """A tree of texts in quotes, lists and dicts."""
    if isinstance(value, dict):
        keys = {name: Scalar(name, plain=True, line=0, column=0) for name in value}
        return Mapping({name: node_of(item) for name, item in value.items()}, keys, 0, 0)
    if isinstance(value, list):
        return Sequence([node_of(item) for item in value], 0, 0)
    return Scalar(str(value), plain=False, line=0, column=0)


def record_of(values: dict[str, object]) -> Mapping:
    """A tree of one record."""
    node = node_of(values)
    assert isinstance(node, Mapping)
    return node


WORDS = st.sampled_from([*FORMULAS, *MISREAD, *NAUGHTY]) | st.text(
    st.characters(blacklist_categories=["Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp"]) | st.sampled_from(list("\n :#-'\"[]{}|,&*")),
    max_size=30,
)
NAMES = st.sampled_from(["id", "name", "fee", "zz", "no", "on", "x_1", "课时", "a b"])
VALUES = st.recursive(
    WORDS,
    lambda below: st.lists(below, max_size=4) | st.dictionaries(NAMES, below, max_size=4),
    max_leaves=12,
)
RECORDS = st.dictionaries(NAMES, VALUES, min_size=1, max_size=5)


def as_text(value: object) -> object:
    """What another program read, written back as it would write it."""
    if isinstance(value, dict):
        return {as_text(key): as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_text(item) for item in value]
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def others(text: str) -> list[object]:
    """What a reader of YAML 1.1 and one of YAML 1.2 take the text for."""
    return [as_text(yaml.safe_load(text)), as_text(YAML(typ="safe", pure=True).load(io.StringIO(text)))]


def plain(node: Node) -> object:
    """Text, lists and dicts."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {name: plain(item) for name, item in node.entries.items()}


@bounded
@given(RECORDS)
def test_what_is_written_reads_back_the_same_in_three_readers(values: dict[str, object]) -> None:
    """Whatever the values: where our reader accepts the text, it and two others read these values."""
    text = write(record_of(values), order=ORDER)
    tree, problems = read(text.encode(), "a.yml")
    if any(p.level is Level.ERROR for p in problems):
        return
    assert tree is not None
    assert plain(tree) == values
    assert others(text) == [values, values]
    assert formatted(text) == text


@pytest.mark.parametrize("values", [{"a": text} for text in [*MISREAD, *FORMULAS[:4], *NAUGHTY] if text.strip("\n")])
def test_the_odd_values_are_written_and_read(values: dict[str, object]) -> None:
    """None of the listed texts is refused when it is written by us, so the property is not empty."""
    text = write(record_of(values))
    tree, problems = read(text.encode(), "a.yml")
    assert [p.code for p in problems] == []
    assert tree is not None
    assert plain(tree) == values
    assert others(text) == [values, values]


def comments_of(text: str) -> Comments:
    """The comments of a text that reads without fault."""
    tree, _ = read(text.encode(), "a.yml")
    assert tree is not None
    return find(Source("a.yml", text), tree)


def words(comments: Comments) -> list[str]:
    """All comments, sorted."""
    return sorted(
        line for notes in comments.values() for line in (*notes.before, notes.beside, *notes.after) if line
    )


def check_format(text: str) -> bool:
    """A text that reads is formatted with the same values and comments, once and for all; whether it reads."""
    data = text.encode("utf-8", "surrogatepass")
    with no_hang():
        done = format_record(data, "a.yml", ORDER)
    tree, problems = read(data, "a.yml")
    if any(p.level is Level.ERROR for p in problems) or tree is None:
        assert done.text is not None or done.problems
        return False
    assert done.text is not None, done.problems
    again, _ = read(done.text.encode(), "a.yml")
    assert again is not None
    assert same(tree, again)
    assert mend(data, ORDER).decode() == text.removeprefix("\ufeff").replace("\r\n", "\n")
    assert formatted(done.text) == done.text
    assert words(comments_of(done.text)) == words(comments_of(mend(data, ORDER).decode()))
    return True


@bounded
@given(EXCERPTS, CHANGES)
def test_a_changed_record_is_formatted_or_refused(text: str, changes: list) -> None:  # type: ignore[type-arg]
    """After any edits: the same values and comments in form, or the reasons of the reader."""
    for change in changes:
        text = change(text)
    check_format(text)


OUTSIDE_TEXTS = [*range(6), *range(LINES.index("bring:\n"), LINES.index("next: >-\n") + 1)]
NOTE_LINES = st.sampled_from(["# 甲", "  # 乙", "    # 丙", "", "      # 丁", "# 戊"])


@bounded
@given(st.lists(st.sampled_from(OUTSIDE_TEXTS), max_size=6), st.lists(NOTE_LINES, min_size=6, max_size=6))
def test_no_comment_is_lost_wherever_it_stands(spots: list[int], notes: list[str]) -> None:
    """Lines of comment and blank lines between any two lines are all there afterwards."""
    lines = list(LINES)
    for spot, note in zip(sorted(spots, reverse=True), notes, strict=False):
        lines.insert(spot, f"{note}\n")
    assert check_format("".join(lines))


def test_the_corpora_go_through_without_crash_hang_or_changed_value() -> None:
    """Each text as a file, as a value, as a list item and inside a `|` text."""
    read_at_all = 0
    for text in TEXTS:
        lines = text.split("\n")
        for whole in (
            text,
            f"name: {text}\nid: a\n",
            f"bring:\n  - {text}\n",
            "learn: |\n" + "".join(f"  {line}\n" for line in lines),
        ):
            read_at_all += check_format(whole)
    assert read_at_all > len(TEXTS)


def test_corpora_are_written_as_values_without_a_changed_one() -> None:
    """What our reader accepts of each text as a value is that text."""
    accepted = 0
    for text in TEXTS:
        written = write(record_of({"name": text, "bring": [text], "fee": {"note": text}}))
        tree, problems = read(written.encode(), "a.yml")
        if any(p.level is Level.ERROR for p in problems):
            continue
        assert tree is not None
        assert plain(tree) == {"name": text, "bring": [text], "fee": {"note": text}}
        accepted += 1
    assert accepted > 0.9 * len([text for text in TEXTS if text not in UNSEEN])


UNTIDY = """\
# 这条记录由县残联维护

region: "510100"\u0020\u0020\u0020
# 名称下面一行
name：成都\u3000
fee:
\u3000\u3000# 说明在前
  note: 'it''s "x" \\'
  kind: free  # 原因
  # 还有别的
languages: [普通话, 四川话]  # 两种
# 和上面的字段说的是一件事

bring:
  - ⼈⺠
  - "9:30"
  - yes
learn: |
  甲\u0020\u0020
  乙
unknown: 1
services:
  # 第一项
  - {state: a, code: b}
  # - state: 注掉的
  - state: a  # 状态
    code: "0735"
how: >
  一
  二
id: a
# 末尾
"""


def test_an_untidy_record_comes_into_form(golden: Golden) -> None:
    """Order, quotes, lists, slips and radicals are put right; each comment stays with what it speaks of."""
    golden("formatting/untidy.yml", formatted(UNTIDY.replace("\n", "\r\n").encode("utf-8-sig")))


def test_what_cannot_be_read_is_left_with_the_words_of_the_reader() -> None:
    """The problems are those of the file as it is, with its places."""
    data = "name：成都\nbring: 甲 #乙\n".encode()
    done = format_record(data, "a.yml", ORDER)
    assert done.text is None
    assert done.problems == read(data, "a.yml")[1]
    assert [str(p.at) for p in done.problems] == ["a.yml:1:5"]


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("name：成都", "name: 成都"),
        ("name：\u3000成都", "name: 成都"),
        ("name:\u3000成都", "name: 成都"),
        ("\u3000\u3000name：成都", "    name: 成都"),
        ("name: 成都\u3000", "name: 成都"),
        ("  - code：b", "  - code: b"),
        ("  - a4：纸", "  - a4：纸"),
        ("# name：成都", "# name：成都"),
        ("learn: |\n  name：成都\u3000\nname：x", "learn: |\n  name：成都\u3000\nname: x"),
        ("name: ⼈⺠", "name: 人民"),
        ("name: ⺀", "name: ⺀"),
    ],
)
def test_only_slips_with_one_meaning_are_mended(line: str, mended: str) -> None:
    """A full-width sign is mended behind a known field or at an edge, never inside a text."""
    assert mend(line.encode(), ORDER).decode() == mended


@pytest.mark.parametrize("ends", ["", "\n", "\n\n\n", "\r\n"])
def test_a_file_ends_with_one_line_end(ends: str) -> None:
    """None is added, many become one."""
    assert formatted(f"id: a{ends}") == "id: a\n"


def test_a_null_word_keeps_its_meaning() -> None:
    """`null` without quotes is nothing and `"null"` is a text: neither becomes the other."""
    for word in sorted(NULL_WORDS):
        assert formatted(f"a: {word}".rstrip()) == f"a: {word}".rstrip() + "\n"
        assert formatted(f'a: "{word}"') == f'a: "{word}"\n'


def test_the_first_difference_has_its_line() -> None:
    """`fmt --check` points at the first line that would be written otherwise."""
    assert first_difference(b"id: a\n", "id: a\n") is None
    assert first_difference(b"id: a\nregion: '1'\n", "id: a\nregion: 1\n") == (2, "region: '1'")
    assert first_difference(b"id: a", "id: a\n") == (1, "id: a")
    assert first_difference(b"id: a\n\n\n", "id: a\n") == (2, "（空行）")


@pytest.mark.parametrize(
    ("frame", "unit", "most"),
    [
        ("a:\n{}", "  - x  # c\n", 9990),
        ("a:\n{}  - x\n", "# c\n", 9990),
        ("a: '{}'\n", "x", 200_000),
        ("a:\n{}  - x\n", "\n# c\n", 4900),
    ],
    ids=["beside", "before", "long", "blank lines"],
)
def test_the_largest_file_does_not_slow_its_formatting(frame: str, unit: str, most: int) -> None:
    """The work grows with the text, not with its square."""
    assert check_format(frame.format(unit * most))
    assert grows_as_its_input(lambda data: format_record(data, "a.yml", ORDER), lambda size: frame.format(unit * size).encode(), most)


def test_ruamel_reads_comments_where_we_do() -> None:
    """A reader that knows comments finds as many in the untidy record once it is in form."""
    text = formatted(UNTIDY)
    try:
        tree = YAML().load(io.StringIO(text))
    except OtherError as error:  # pragma: no cover - the assertion below says it better
        pytest.fail(str(error))
    out = io.StringIO()
    YAML().dump(tree, out)
    assert out.getvalue().count("#") == text.count("#")
