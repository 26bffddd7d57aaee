"""Elements have the roles of HTML-AAM, and those that ARIA gives them."""

from __future__ import annotations

import pytest

from generator.speech.role import Role
from generator.speech.roles import heading_level, role_of
from tests.speech_reading.conftest import page, target

TABLE = "<table><thead><tr>{}</tr></thead><tbody><tr>{}</tr></tbody></table>"
ROLES = {
    "<a id=t href=x>a</a>": Role.LINK,
    "<a id=t>a</a>": Role.GENERIC,
    "<header id=t></header>": Role.BANNER,
    "<main><header id=t></header></main>": Role.GENERIC,
    "<footer id=t></footer>": Role.CONTENT_INFO,
    "<article><footer id=t></footer></article>": Role.GENERIC,
    "<nav id=t></nav>": Role.NAVIGATION,
    "<main id=t></main>": Role.MAIN,
    "<search id=t></search>": Role.SEARCH,
    "<aside id=t></aside>": Role.COMPLEMENTARY,
    "<section><aside id=t></aside></section>": Role.GENERIC,
    "<section><aside id=t aria-label=a></aside></section>": Role.COMPLEMENTARY,
    "<section id=t></section>": Role.GENERIC,
    "<section id=t aria-label=a></section>": Role.REGION,
    "<form id=t></form>": Role.GENERIC,
    "<form id=t aria-label=a></form>": Role.FORM,
    "<form id=t role=search></form>": Role.SEARCH,
    "<ul><li id=t></ul>": Role.LIST_ITEM,
    "<div><li id=t></div>": Role.GENERIC,
    "<ul role=none><li id=t></ul>": Role.GENERIC,
    "<ol id=t></ol>": Role.LIST,
    "<dl id=t></dl>": Role.DESCRIPTION_LIST,
    "<dl><dt id=t></dl>": Role.TERM,
    "<dl><dd id=t></dl>": Role.DEFINITION,
    "<p id=t></p>": Role.PARAGRAPH,
    "<div id=t></div>": Role.GENERIC,
    "<h3 id=t></h3>": Role.HEADING,
    "<div id=t role=heading></div>": Role.HEADING,
    "<blockquote id=t></blockquote>": Role.BLOCKQUOTE,
    "<fieldset id=t></fieldset>": Role.GROUP,
    "<figure id=t></figure>": Role.FIGURE,
    "<hr id=t>": Role.SEPARATOR,
    "<img id=t src=x>": Role.IMAGE,
    "<img id=t src=x alt=a>": Role.IMAGE,
    "<img id=t src=x alt=''>": Role.GENERIC,
    "<svg id=t></svg>": Role.GENERIC,
    "<svg id=t aria-label=a></svg>": Role.IMAGE,
    "<button id=t></button>": Role.BUTTON,
    "<input id=t>": Role.TEXTBOX,
    "<input id=t type=search>": Role.TEXTBOX,
    "<input id=t type=submit>": Role.BUTTON,
    "<input id=t type=checkbox>": Role.CHECKBOX,
    "<input id=t type=radio>": Role.RADIO,
    "<input id=t type=number>": Role.SPIN_BUTTON,
    "<input id=t type=password>": Role.PASSWORD,
    "<input id=t list=l>": Role.COMBOBOX,
    "<textarea id=t></textarea>": Role.TEXTBOX,
    "<select id=t></select>": Role.COMBOBOX,
    "<select id=t multiple></select>": Role.LISTBOX,
    "<select id=t size=4></select>": Role.LISTBOX,
    "<details><summary id=t></summary></details>": Role.DISCLOSURE,
    "<details><summary></summary><summary id=t></summary></details>": Role.GENERIC,
    "<table id=t></table>": Role.TABLE,
    TABLE.format("<th id=t>", "<td>"): Role.COLUMN_HEADER,
    TABLE.format("<th>", "<th id=t><td>"): Role.ROW_HEADER,
    TABLE.format("<th>", "<th id=t scope=col><td>"): Role.COLUMN_HEADER,
    TABLE.format("<th id=t scope=row>", "<td>"): Role.ROW_HEADER,
    TABLE.format("<th>", "<td id=t>"): Role.CELL,
    "<table><tr><th id=t>a<th>b<tr><td>c<td>d</table>": Role.COLUMN_HEADER,
    "<table><caption id=t>a</caption></table>": Role.CAPTION,
    "<p id=t role='unknown button'></p>": Role.BUTTON,
    "<p id=t role=unknown></p>": Role.PARAGRAPH,
}


@pytest.mark.parametrize("html", ROLES)
def test_an_element_has_its_role(html: str) -> None:
    """Every element that the templates use, and those that may come."""
    assert role_of(target(page(html))) is ROLES[html]


@pytest.mark.parametrize(
    ("html", "level"),
    [
        ("<h1 id=t>", 1),
        ("<h6 id=t>", 6),
        ("<h2 id=t aria-level=4>", 4),
        ("<div id=t role=heading aria-level=3>", 3),
        ("<div id=t role=heading>", 2),
        ("<h2 id=t aria-level=x>", 2),
    ],
)
def test_a_heading_has_its_level(html: str, level: int) -> None:
    """By its tag, or by aria-level where that is a number."""
    assert heading_level(target(page(html))) == level
