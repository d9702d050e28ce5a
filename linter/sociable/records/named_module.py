"""Modules that are imported by their names, when they are needed."""

import sys
from collections.abc import Callable

from sociable.records.static import Any


def named_module(name: str) -> Any:
    """What ``importlib.import_module`` gives: that package takes longer to import than most of ours."""
    __import__(name)
    return sys.modules[name]


class LaterModule:
    """A module that is imported when one of its functions is called; they can be named before.

    For tables that name many functions, of which a run calls few. Beside it stands the import, for a type checker.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, function: str) -> Callable[..., Any]:
        def called(*given: Any) -> Any:
            if function not in vars(self):
                setattr(self, function, getattr(named_module(self._name), function))
            return vars(self)[function](*given)

        return called
