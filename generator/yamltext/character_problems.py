"""What staff are told about a character that no record may hold."""

from __future__ import annotations

from dataclasses import dataclass

from generator.problem import Problem


@dataclass(frozen=True, kw_only=True)
class CharacterProblem(Problem):
    """One character; `sign` is its code point and name, `fixed` the text around it, mended."""

    sign: str
    fixed: str


class ControlCharacter(CharacterProblem):
    """文字里有控制字符（包括空字符 NUL）。

    为什么：它看不见，有的软件读到这里就停下，后面的字会丢。
    错的例子：从别的系统导出时带进来的 U+0000。
    对的例子：只有看得见的文字、普通空格和换行。
    """

    code = "T008"
    says = "这里有控制字符 {sign}，看不见，记录里不能有。"
    mend = "删掉它，改成：{fixed}"


class OddLineBreak(CharacterProblem):
    """用了少见的换行字符（NEL、行分隔符、段分隔符）。

    为什么：有的软件把它当成换行，有的不当，读出来的内容会不一样。
    错的例子：从 PDF 或聊天软件粘贴来的 U+2028。
    对的例子：按回车键换行。
    """

    code = "T009"
    says = "这里的换行字符是 {sign}，应当是普通换行。"
    mend = "删掉它，要换行就按回车键：{fixed}"


class OddSpace(CharacterProblem):
    """看起来是空格，其实是另一种字符，例如从网页粘贴来的不换行空格。

    为什么：检查程序不认它是空格，缩进和字段名会读错。
    错的例子：用 U+00A0 缩进。
    对的例子：用空格键打出的空格。
    """

    code = "T010"
    says = "这里的空格是 {sign}，应当是空格键打出的普通空格。"
    mend = "换成普通空格：{fixed}"


@dataclass(frozen=True, kw_only=True)
class Tab(CharacterProblem):
    """用了制表符（Tab 键）。

    为什么：它在不同软件里宽度不同，看着对齐的缩进读出来可能是错的。
    错的例子：按 Tab 键缩进。
    对的例子：按两次空格键缩进一层。
    """

    code = "T012"
    says = "这里是制表符（按 Tab 键打出来的），应当是空格。"
    mend = "{how}{fixed}"

    how: str = "换成空格，缩进一层按两次空格键："


class DirectionControl(CharacterProblem):
    """文字里有改变书写方向的控制字符。

    为什么：它会让屏幕上看到的顺序和存下的不一样，读屏软件也会读错。
    错的例子：从别处复制的 U+202E。
    对的例子：只有文字本身。
    """

    code = "T014"
    says = "这里有改变文字方向的字符 {sign}，看到的和存下的会不一样。"
    mend = "删掉它，改成：{fixed}"


class InvisibleCharacter(CharacterProblem):
    """文字里有看不见、不占宽度的字符。

    为什么：两个看着一样的词会变成不一样，搜索和核对都找不到。
    错的例子：从网页复制的“成都”中间夹着 U+200B。
    对的例子：重新打一遍的“成都”。
    """

    code = "T015"
    says = "这里有看不见的字符 {sign}。"
    mend = "删掉它，改成：{fixed}"


class PrivateUseCharacter(CharacterProblem):
    """用了自造字（私用区字符）。

    为什么：自造字只在装了同一字库的电脑上看得见，别处是方框，读屏软件也读不出。
    错的例子：旧户籍系统里的自造字 U+E815。
    对的例子：标准汉字，生僻字也可以，例如“䶮”“𬬭”。
    """

    code = "T016"
    says = "这里有自造字 {sign}，换一台电脑就显示不出来。"
    mend = "用输入法重新打标准的汉字；没有标准字的，用文字说明字形。这一处前后是：{fixed}"


@dataclass(frozen=True, kw_only=True)
class RadicalCharacter(CharacterProblem):
    """用了部首符号或兼容汉字，样子像普通汉字，但不是同一个字。多半是从 PDF 粘贴来的。

    为什么：搜索找不到，读屏软件可能读成“部首”或不读。
    错的例子：残疾⼈（“⼈”是 U+2F08）。
    对的例子：残疾人（“人”是 U+4EBA）。
    """

    code = "T017"
    says = "“{char}”是部首符号 {sign}，样子像{ordinary}，但不是它。"
    mend = "换成普通汉字：{fixed}"

    char: str
    ordinary: str


@dataclass(frozen=True, kw_only=True)
class MixedLetters(CharacterProblem):
    """英文词里混进了样子相同的俄文（西里尔）或希腊字母。

    为什么：看着一样，其实是另一个词，字段名和网址会对不上。
    错的例子：nаme（第二个字母是俄文 U+0430）。
    对的例子：name（全部是英文字母）。
    """

    code = "T018"
    says = "“{word}”里的“{char}”是{script}字母 {sign}，{ordinary}。"
    mend = "用英文输入法重新打这个词：{fixed}"

    word: str
    char: str
    script: str
    ordinary: str


class LostCharacter(CharacterProblem):
    """原来的字在复制或转换时已经丢了，只留下一个替换符或占位符。

    为什么：读者看到的是“�”，原来是什么字谁也不知道。
    错的例子：成�市。
    对的例子：成都市。
    """

    code = "T019"
    says = "这里是 {sign}，说明原来的字在复制或转换时丢了。"
    mend = "对照原件重新打这里的字。这一处前后是：{fixed}"
