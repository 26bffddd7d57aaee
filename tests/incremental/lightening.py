"""What makes thousands of sites cheaper and no other: what no history changes is made once, or left out."""

from __future__ import annotations

from functools import cache, partial
from types import CodeType

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from generator.explanation import Explanation, explanations
from generator.incremental import last
from generator.pages import rules
from generator.render import environment

LED_TO = ("D", "F", "I", "V")
"""How the codes begin to which the pages of fields lead."""

class Compiled(BytecodeCache):
    """Templates as Python, kept by their text: most stay the same over a thousand sites."""

    def __init__(self) -> None:
        """Nothing is kept yet."""
        self._code: dict[tuple[str, str], CodeType | None] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The name, in whatever folder the tree lies."""
        del filename
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was made of the same text."""
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was made of a text."""
        self._code[bucket.key, bucket.checksum] = bucket.code


def lighten(*, few_codes: bool) -> None:
    """Compile each text of a template once in this process, and read the program once.

    With few codes the handbook has pages of those alone to which other pages lead: else a third of a
    small site says what is written in the program.
    """
    setattr(environment, "Environment", partial(Environment, bytecode_cache=Compiled()))  # noqa: B010 - for good
    last.program = cache(last.program)
    if few_codes:
        setattr(rules, "explanations", _few)  # noqa: B010 - for good


def _few() -> dict[str, Explanation]:
    return {code: explanation for code, explanation in explanations().items() if code.startswith(LED_TO)}
