"""What a message to one of our servers may hold: the libraries that read them take whatever they are sent."""

import re

from sociable.errors import SociableError

MOST_VALUES = 500_000
"""In one message: each takes about a hundred bytes of memory when it is read, and may take two in JSON."""

_STRING_OR_VALUE = re.compile(rb'"(?:[^"\\]++|\\.)*+"?|[\[{,]', re.DOTALL)


class BadMessage(SociableError):
    """Nothing can be made of a message, nor of what follows it. The message says why."""


def bounded(message: bytes, sender: str) -> bytes:
    """The same JSON. Raises ``BadMessage`` if it holds too many values."""
    if sum(map(message.count, (b"[", b"{", b","))) > MOST_VALUES and _holds_more_values(message):
        raise BadMessage(f"{sender} sent a message of more than {MOST_VALUES:,} values")
    return message


def _holds_more_values(message: bytes) -> bool:
    begun = 0
    for found in _STRING_OR_VALUE.finditer(message):
        begun += message[found.start()] != ord('"')
        if begun > MOST_VALUES:
            return True
    return False
