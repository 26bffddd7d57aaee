"""Names come from where the accessible-name computation takes them, in its order."""

from __future__ import annotations

import pytest

from generator.speech.names import name_of, value_of
from tests.speech_reading.conftest import page, target

NAMES = {
    # 2B: aria-labelledby comes first
    "<p id=a>甲</p><p id=b>乙</p><nav id=t aria-labelledby='b a' aria-label=丙></nav>": "乙 甲",
    "<p id=a hidden>甲</p><nav id=t aria-labelledby=a></nav>": "甲",
    "<p id=a hidden>甲<b>乙</b></p><nav id=t aria-labelledby=a></nav>": "甲乙",
    "<p id=a>甲<b hidden>乙</b></p><nav id=t aria-labelledby=a></nav>": "甲",
    "<nav id=t aria-labelledby=none aria-label=丙></nav>": "丙",
    "<a id=t href=x aria-labelledby='t a'>看</a><p id=a>甲</p>": "看 甲",
    "<p id=a aria-labelledby=b>甲</p><p id=b>乙</p><nav id=t aria-labelledby=a></nav>": "甲",
    # 2D: then aria-label, unless it is empty
    "<a id=t href=x aria-label=甲>乙</a>": "甲",
    "<a id=t href=x aria-label=' '>乙</a>": "乙",
    "<input id=t aria-label=甲 title=乙 placeholder=丙>": "甲",
    # 2E: then what HTML has for it
    "<img id=t alt=甲 title=乙>": "甲",
    "<img id=t title=乙>": "乙",
    "<img id=t src=x.png>": "",
    "<label for=t>甲</label><input id=t>": "甲",
    "<label>甲<input id=t></label>": "甲",
    "<label>甲 <input id=t type=checkbox> 乙</label>": "甲 乙",
    "<label for=t>甲</label><label>乙<select id=t><option>丁</select></label>": "甲 乙",
    "<label for=t>过<input value=7>天</label><input id=t type=checkbox>": "过 7 天",
    "<label for=t hidden>甲</label><input id=t placeholder=丙>": "丙",
    "<input id=t title=乙 placeholder=丙>": "乙",
    "<input id=t type=submit value=搜>": "搜",
    "<input id=t type=submit>": "提交",
    "<input id=t type=button>": "",
    "<table id=t><caption>甲 <b>乙</b></caption><tr><td>丙</table>": "甲 乙",
    "<table id=t aria-label=丁><caption>甲</caption></table>": "丁",
    "<table id=t><tr><td>丙</table>": "",
    "<fieldset id=t><legend>甲</legend>乙</fieldset>": "甲",
    "<figure id=t><p>甲</p><figcaption>乙</figcaption></figure>": "乙",
    "<svg id=t aria-labelledby=s><title id=s>甲</title></svg>": "甲",
    # 2F: then the content, where the role lets it
    "<a id=t href=x>甲<span>乙</span> 丙</a>": "甲乙 丙",
    "<a id=t href=x>甲<img src=x alt=乙></a>": "甲乙",
    "<a id=t href=x><img src=x alt=''>甲</a>": "甲",
    "<a id=t href=x><div>甲</div><div>乙</div></a>": "甲 乙",
    "<a id=t href=x>甲<br>乙</a>": "甲 乙",
    "<a id=t href=x>甲<span hidden>乙</span></a>": "甲",
    "<a id=t href=x>甲<span aria-hidden=true>乙</span></a>": "甲",
    "<a id=t href=x>甲<span aria-hidden=false>乙</span></a>": "甲乙",
    "<a id=t href=x>甲<script>x()</script></a>": "甲",
    "<a id=t href=x>找课程<span class=spoken>（当前）</span></a>": "找课程（当前）",
    "<a id=t href=x>甲<span class=hide style='color:red'>乙</span></a>": "甲乙",
    "<button id=t> 搜\n 索 </button>": "搜 索",
    "<h2 id=t>甲 <a href=x>乙</a></h2>": "甲 乙",
    "<details><summary id=t>甲</summary>乙</details>": "甲",
    "<ul id=t><li>甲</ul>": "",
    "<p id=t>甲</p>": "",
    "<nav id=t>甲</nav>": "",
    # 2I: the title at last
    "<a id=t href=x title=甲></a>": "甲",
    "<nav id=t title=甲></nav>": "甲",
    "<a id=t href=x></a>": "",
    # the width of a cell on a narrow screen is the style sheet's business
    "<table><tr><td id=t data-label=状态>有</table>": "有",
}


@pytest.mark.parametrize("html", NAMES)
def test_a_name_comes_from_its_source(html: str) -> None:
    """One source after the other, as accname 1.2 orders them."""
    parsed = page(html)
    assert name_of(parsed, target(parsed)) == NAMES[html]


@pytest.mark.parametrize(
    ("html", "value"),
    [
        ("<input id=t value=甲>", "甲"),
        ("<input id=t type=checkbox value=甲>", ""),
        ("<textarea id=t>甲 乙\n</textarea>", "甲 乙"),
        ("<select id=t><option>甲<option>乙</select>", "甲"),
        ("<select id=t><option>甲<option selected>乙</select>", "乙"),
        ("<select id=t><option label=丙>甲</select>", "丙"),
        ("<select id=t></select>", ""),
        (
            "<select id=t multiple><option>甲<option selected>乙<option selected>丙</select>",
            "乙 丙",
        ),
        ("<select id=t multiple><option>甲</select>", ""),
    ],
)
def test_a_field_has_its_value(html: str, value: str) -> None:
    """The text in it, or what is chosen."""
    parsed = page(html)
    assert value_of(parsed, target(parsed)) == value


def test_elements_that_name_each_other_end() -> None:
    """Two that refer to each other are each read once."""
    parsed = page("<a id=t href=x aria-labelledby=b>甲</a><a id=b href=x aria-labelledby=t>乙</a>")
    assert name_of(parsed, target(parsed)) == "乙"
