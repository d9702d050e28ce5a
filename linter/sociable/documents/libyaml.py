"""What is used of PyYAML: the parser in C. All else of it must not cost a start what nobody uses.

The package imports loaders and dumpers around the parser: it is only run when somebody asks it for one of them. Its own
parser compiles patterns when it is imported, one of them over all of Unicode; here these are put off.
"""

import sys
from _frozen_importlib import module_from_spec
from _frozen_importlib_external import PathFinder
from types import SimpleNamespace

from sociable.records.static import Any
from sociable.text.later_patterns import PatternsLater

__all__ = [
    "AliasEvent",
    "CParser",
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


_WANTED = ("error", "events", "nodes", "reader", "tokens")
_MARKED = ("composer", "constructor", "parser", "scanner")
_UNMARKED = ("emitter", "representer", "serializer")
"""Modules around the parser in C of which it asks one mistake each, which says no more than those of ``error``."""


def _parser_alone() -> None:
    """Let the parser be imported without the package around it, unless somebody has imported that before.

    Who asks the package for anything else gets all of it.
    """
    spec: Any = None if "yaml" in sys.modules else PathFinder.find_spec("yaml")
    if spec is None:
        return
    package: Any = module_from_spec(spec)

    def whole(name: str) -> Any:
        del package.__getattr__
        spec.loader.exec_module(package)
        for each in (*_MARKED, *_UNMARKED):
            mistake = f"{each.capitalize()}Error"
            setattr(package._yaml, mistake, getattr(sys.modules[f"yaml.{each}"], mistake))
        return getattr(package, name)

    sys.modules["yaml"] = package
    for each in _WANTED:
        __import__(f"yaml.{each}")
    for modules, mistake in ((_MARKED, package.error.MarkedYAMLError), (_UNMARKED, package.error.YAMLError)):
        for each in modules:
            setattr(package, each, SimpleNamespace(**{f"{each.capitalize()}Error": mistake}))
    package.__getattr__ = whole


with PatternsLater("yaml."):
    _parser_alone()
    from yaml._yaml import CParser
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
