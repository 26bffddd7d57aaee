"""The only Jinja environment escapes everything and refuses what is undefined."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from generator.render.environment import environment, prose

SAFE = re.compile(r"\|\s*safe\b|autoescape|Markup")


def rendered(template: str, **values: object) -> str:
    """A template of this text, rendered."""
    return environment(".").from_string(template).render(values)


def test_every_value_is_escaped() -> None:
    """Text is escaped in an element and in a quoted attribute."""
    page = rendered('<p title="{{ text }}">{{ text }}</p>', text='"><script>alert(1)</script>')
    safe = "&#34;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"
    assert page == f'<p title="{safe}">{safe}</p>'


def test_data_is_never_a_template() -> None:
    """Jinja's own signs in a value stand on the page as they are."""
    assert rendered("{{ text }}", text="{{ 7 * 7 }}{% raw %}") == "{{ 7 * 7 }}{% raw %}"


@pytest.mark.parametrize(
    "template", ["{{ nothing }}", "{{ page.nothing }}", "{% if nothing %}{% endif %}"]
)
def test_an_undefined_name_stops_the_build(template: str) -> None:
    """A name that a view does not have is an error, not an empty place."""
    with pytest.raises(UndefinedError):
        rendered(template, page={})


def test_prose_is_the_one_filter_that_makes_html() -> None:
    """Of all filters of ours and Jinja's, only `prose` gives text that is not escaped again."""
    env = environment(".")
    assert {name for name in env.filters if env.filters[name] is prose} == {"prose"}
    assert isinstance(prose("**竹编**"), Markup)
    assert rendered("{{ text|prose }}", text="**竹编** <b>") == "<p><strong>竹编</strong> </p>\n"


def test_no_template_switches_escaping_off(repository: Path) -> None:
    """No template of the records says safe, autoescape or Markup."""
    templates = sorted((repository / "site_src/templates").rglob("*.html"))
    assert templates
    found = {str(path): SAFE.findall(path.read_text("utf-8")) for path in templates}
    assert {path: words for path, words in found.items() if words} == {}


def test_only_the_environment_takes_html_as_it_is(repository: Path) -> None:
    """In the program, markupsafe is used in environment.py alone."""
    modules = (repository / "generator").rglob("*.py")
    users = {
        path.name
        for path in modules
        if re.search(r"\bMarkup\b|markupsafe", path.read_text("utf-8"))
    }
    assert users == {"environment.py"}


def test_only_the_environment_makes_templates(repository: Path) -> None:
    """In the program, Jinja is used in environment.py alone."""
    modules = (repository / "generator").rglob("*.py")
    users = {path.name for path in modules if re.search(r"\bjinja2\b", path.read_text("utf-8"))}
    assert users == {"environment.py"}
