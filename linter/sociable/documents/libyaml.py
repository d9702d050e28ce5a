"""What is used of PyYAML: the parser in C. All else of it comes along, and must not cost a start what nobody uses.

Its own parser compiles patterns when it is imported, one of them over all of Unicode; here these are put off.
"""

from sociable.text.later_patterns import PatternsLater

__all__ = [
    "AliasEvent",
    "CBaseLoader",
    "DocumentStartEvent",
    "MappingEndEvent",
    "MappingStartEvent",
    "MarkedYAMLError",
    "ScalarEvent",
    "ScalarToken",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "StreamEndEvent",
    "YAMLError",
]

with PatternsLater("yaml."):
    from yaml import CBaseLoader
    from yaml.error import MarkedYAMLError, YAMLError
    from yaml.events import (
        AliasEvent,
        DocumentStartEvent,
        MappingEndEvent,
        MappingStartEvent,
        ScalarEvent,
        SequenceEndEvent,
        SequenceStartEvent,
        StreamEndEvent,
    )
    from yaml.tokens import ScalarToken
