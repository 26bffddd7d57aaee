"""Text of a record file to a tree with places: the only code that touches the YAML parser.

Every value stays text, as written; the schema decides what it means. Stricter than YAML on
purpose: whatever two programs might read differently, or a reader might not see, is refused.

- A note after a value: after quotes or a closing bracket anywhere, after other text only behind
  two spaces and before one (`name: 成都  # 说明`); everything else with ` #` would lose text.
- A value without quotes, or in quotes, ends on its line; several lines stand under `|` or `>`.
- A last line without a line end is read as if it had one.
- Brackets may go on over lines that are deeper than their field.
- Tabs are refused everywhere, spaces other than the ordinary one too; a full-width space is text
  inside a value, but not at the edge of a line, a key or a value.
"""

from generator.yamltext.reader import read
from generator.yamltext.tree import Mapping, Node, Scalar, Sequence, texts

__all__ = ["Mapping", "Node", "Scalar", "Sequence", "read", "texts"]
