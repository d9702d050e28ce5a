"""Patterns of libraries that are compiled when they are first used, not when the library is imported.

Some libraries compile patterns for what few files hold, and that takes longer than to read a small file.
"""

import re
import sys
from functools import cached_property

from sociable.records.static import Any

_compile = re.compile


class PatternsLater:
    """While this is entered, patterns of modules whose names begin so are put off; who uses one finds it whole.

    Another thread that asks for a pattern meanwhile gets what it asks for.
    """

    def __init__(self, modules: str | tuple[str, ...]) -> None:
        self._modules = modules

    def __enter__(self) -> None:
        re.compile = self._compiled

    def __exit__(self, *_: object) -> None:
        re.compile = _compile

    def _compiled(self, *asked: Any, **named: Any) -> Any:
        asking = str(sys._getframe(1).f_globals.get("__name__"))
        return _Later(asked, named) if asking.startswith(self._modules) else _compile(*asked, **named)


class _Later:
    def __init__(self, asked: tuple[Any, ...], named: dict[str, Any]) -> None:
        self._asked = asked
        self._named = named

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return _compile(*self._asked, **self._named)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pattern, name)
