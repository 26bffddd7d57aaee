"""Every kind of page. A new kind is one module with `pages(catalogue)`, a template, a line here."""

from __future__ import annotations

from generator.catalogue import Catalogue
from generator.pages import (
    accessibility,
    base,
    channel,
    clause,
    course,
    course_list,
    fields,
    figures,
    glossary,
    handbook,
    home,
    institution,
    office,
    past,
    policy,
    question,
    redirect,
    region,
    rules,
    search,
    self_check,
    subsidy,
)
from generator.pages.page import Page

PAGE_KINDS = (
    home,
    course,
    course_list,
    base,
    institution,
    office,
    subsidy,
    policy,
    clause,
    question,
    glossary,
    self_check,
    region,
    channel,
    past,
    search,
    accessibility,
    handbook,
    fields,
    rules,
    figures,
    redirect,
)


def all_pages(catalogue: Catalogue) -> list[Page]:
    """Every page of the catalogue, in the order of the kinds."""
    return [page for kind in PAGE_KINDS for page in kind.pages(catalogue)]
