"""The account on Mastodon of a program whose configuration names a server, and nothing else of it."""

import re

from sociable.documents.nodes import Node, member, span_of, text_at
from sociable.findings.origin import Origin
from sociable.setup.model import Account, Named
from sociable.text.source import Source

_HOST = re.compile(r"(?:https?://)?([^/\s]+)")


def mastodon_account(source: Source, root: Node, key: str, tool: str) -> Account:
    """The account whose keys these are, called by the server that stands under ``key``."""
    found = _HOST.match(text_at(root, key))
    server = found[1].casefold() if found else ""
    name = server or "mastodon"
    place = span_of(source, member(root, key) or root)
    return Account(Named(name, place), place, "mastodon", server=server, origin=Origin(tool, name))
