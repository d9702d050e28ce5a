"""Keys and passwords that stand in the files themselves."""

import re

from sociable.facts.facts import Facts
from sociable.findings.origin import Origin
from sociable.records.record import Record
from sociable.text.secret_patterns import find, hidden
from sociable.text.source import Span


class Credential(Record):
    """A place where a key or a password stands, and ``what`` it is; the key itself is kept nowhere.

    ``origin`` says which tool wrote the file, and nothing of where that has it. ``host`` and ``user`` are those of the
    address that it stands in, empty where it stands in none.
    """

    what: str
    span: Span
    origin: Origin
    host: str = ""
    user: str = ""

    @property
    def opens(self) -> str:
        """What it opens, in brackets after a space, as far as its address says it."""
        if not self.host:
            return ""
        return f" (of “{self.user}” for {self.host})" if self.user else f" (for {self.host})"


_NEAR = 300
"""Characters around a key that are looked at for the address it stands in."""

_AFTER_USER = r"://(?P<user>[^\s/:@\"'{}]{1,80}):\Z"
_AFTER_NAME = r"://(?P<host>[\w.-]+)(?:/[^\s\"'`]*)?[?&;][\w-]+=\Z"
_HOST = r"@(?P<host>[A-Za-z0-9][\w.-]*)"

_LONGEST_USER = 30
"""Letters of a name; what is longer may be a key itself."""


def credentials(facts: Facts) -> list[Credential]:
    """Every key in a file that was understood, comments included, in file order, whatever else stands there."""
    return [
        Credential(
            key.what, Span(source, key.start, key.end), Origin(importer), *_address(source.text, key.start, key.end)
        )
        for source, importer in facts.setup.files
        for key in find(source.text)
    ]


def _address(text: str, start: int, end: int) -> tuple[str, str]:
    """The host and the user of the address that a key stands in."""
    before = text[max(0, start - _NEAR) : start]
    if named := re.search(_AFTER_USER, before):
        host, user = re.match(_HOST, text[end : end + _NEAR]), named["user"]
        is_a_name = len(user) <= _LONGEST_USER and hidden(user) == user
        return host["host"].rstrip(".") if host else "", user if is_a_name else ""
    found = re.search(_AFTER_NAME, before)
    return found["host"] if found else "", ""
