"""A new record as a form: what was given is filled in, the rest is explained line by line."""

from generator.forms.form import form, help_lines
from generator.forms.given import NotUnderstood, given

__all__ = ["NotUnderstood", "form", "given", "help_lines"]
