"""Types of the rule language: what an attribute of a thing can be."""

from collections.abc import Callable
from typing import Any, NamedTuple


class Type(NamedTuple):
    """``word`` of a list of words, ``set`` of such words, ``list`` of a kind, or a kind by itself.

    The plain types are ``flag``, ``number`` and ``string``; ``person`` is somebody a text may name.
    """

    name: str
    of: str = ""

    def __str__(self) -> str:
        article = "an" if self.name[0] in "aeiou" else "a"
        several = {"word": f"one {self.of}", "set": f"a set of {self.of}s", "list": f"a list of {self.of}s"}
        return several.get(self.name, f"{article} {self.name}").replace("_", " ")


class Attribute(NamedTuple):
    """A fact about a thing. ``get`` takes the thing; words and members of sets come as plain names."""

    type: Type
    get: Callable[[Any], Any]
    doc: str
    indexed: bool = False


FLAG, NUMBER, STRING, PERSON = Type("flag"), Type("number"), Type("string"), Type("person")
