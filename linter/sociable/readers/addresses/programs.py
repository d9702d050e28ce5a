"""Programs that call addresses by themselves: nobody can say what they do, but whom they call is written there."""

import re

from sociable.readers.addresses.addresses import known
from sociable.readers.addresses.requests import Request, address_of
from sociable.readers.flow.bodies import MAX_LENGTH
from sociable.readers.flow.parts import Template
from sociable.text.source import Source, Span

_CALLS = re.compile(r"\bfetch\(|httpRequest|\baxios\b|\brequests\.|\burllib\b|\bgot\(|\$http\b|XMLHttpRequest|\bcurl\b")
_ADDRESS = re.compile(r"https?://[\w.-]{3,100}(?:/[^\s\"'`]{0,200})?")
_NOWHERE = Span(Source("", ""), 0, 0)
_UNNOTICED = frozenset(("model", "pass"))


def called_by(program: str) -> str:
    """The host of the first address that a program calls and that stands for acting on a platform; empty: none."""
    looked_at = program[:MAX_LENGTH]
    if not _CALLS.search(looked_at):
        return ""
    for found in _ADDRESS.finditer(looked_at):
        address = address_of(Template((found[0],), _NOWHERE))
        does = known(Request("POST", address, _NOWHERE))
        if does is not None and does.row["does"] not in _UNNOTICED:
            return address.host
    return ""
