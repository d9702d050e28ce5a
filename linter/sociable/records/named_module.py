"""Modules that are imported by their names, when they are needed."""

import sys

from sociable.records.static import Any


def named_module(name: str) -> Any:
    """What ``importlib.import_module`` gives: that package takes longer to import than most of ours."""
    __import__(name)
    return sys.modules[name]
