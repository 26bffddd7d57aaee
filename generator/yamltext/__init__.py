"""Text of a record file to a tree with places: the only code that touches the YAML parser.

Every value stays text, as written; the schema decides what it means. Stricter than YAML on
purpose: whatever two programs might read differently, or a reader might not see, is refused.
"""

from generator.yamltext.reader import read
from generator.yamltext.tree import Mapping, Node, Scalar, Sequence

__all__ = ["Mapping", "Node", "Scalar", "Sequence", "read"]
