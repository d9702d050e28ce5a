"""What is used of PyYAML: the parser in C. All else of it comes along, and must not cost a start what nobody uses.

Its own parser compiles patterns when it is imported, one of them over all of Unicode; that takes longer than to read a
small file. While it is imported here, these are put off until they are used: who uses that parser finds it whole.
"""

import re
import sys
from functools import cached_property

from sociable.records.static import Any

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

_compile = re.compile


class _PutOff:
    """A pattern that is compiled when it is first used."""

    def __init__(self, *asked: Any) -> None:
        self._asked = asked

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return _compile(*self._asked)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pattern, name)


def _compile_later(*asked: Any) -> Any:
    """Put off the patterns of that library; another thread that asks meanwhile gets what it asks for."""
    asking = str(sys._getframe(1).f_globals.get("__name__"))
    return _PutOff(*asked) if asking.startswith("yaml.") else _compile(*asked)


re.compile = _compile_later  # type: ignore[assignment]
try:
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
finally:
    re.compile = _compile
