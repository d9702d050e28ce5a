"""A call to a web address, as far as it is written down, and its address cut into parts.

What is only filled in when it runs stands as ``*`` in the address, kept whole whatever it holds: braces may contain
slashes and question marks.
"""

import re
from collections.abc import Mapping

from sociable.readers.flow.parts import Hole, Template
from sociable.records.record import Record
from sociable.text.source import Span

_SCHEME = re.compile(r"^\s*(?:https?://)?", re.IGNORECASE)
_AS_LINK = re.compile(r"^\[[^\[\]]{0,300}\]\(([^()]{0,300})\)")
"""An address that was pasted in as a link of Markdown."""

_BASE = re.compile(r"^\*([\w-]+/)")
"""A base that ends in a slash, and what follows it."""

_VERSION = re.compile(r"^/(?:v\d+(?:\.\d+)?|\d(?:\.\d)?|\*)(?=/(?!xrpc))")
_QUERY = re.compile(r"[?&]([^=&#]{1,80})=([^&#]*)")


class Address(Record):
    """``host`` and ``path`` with ``*`` for what is filled in; an empty host where it is only known at run time.

    ``filled`` is how much is filled in before the path.
    """

    host: str
    path: str
    query: Mapping[str, str]
    filled: int = 0

    @property
    def plain_path(self) -> str:
        """The path without a leading version."""
        return _VERSION.sub("", self.path, count=1)


class Request(Record):
    """A call that a flow makes, the place of its address, and the names of what it is ``given`` in body and query.

    ``filled_with`` is what is said of an address whose host is not known.
    """

    method: str
    address: Address
    place: Span
    given: frozenset[str] = frozenset()
    filled_with: str = ""


def address_of(url: Template) -> Address:
    text = "".join(part if isinstance(part, str) else "*" for part in url.parts).strip().strip("\"'")
    text = _AS_LINK.sub(r"\1", text, count=1)
    rest = _BASE.sub(r"*/\1", _SCHEME.sub("", text, count=1))
    before, _, query = rest.partition("?")
    host, slash, path = before.partition("/")
    filled = host.count("*")
    host = host.casefold().partition(":")[0]
    if "*" in host and not re.search(r"[a-z]", host.replace("*", "")):
        host = ""
    return Address(host, f"{slash}{path}".rstrip("/") or "/", dict(_QUERY.findall(f"?{query}")), filled)


def is_computed(url: Template) -> bool:
    """Whether the address begins with what is only known when it runs."""
    return bool(url.parts) and isinstance(url.parts[0], Hole)
